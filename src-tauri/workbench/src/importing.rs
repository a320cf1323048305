//! Values of many orders from a table: what each column is, told before what each row would change,
//! then taken as one act for many orders. A row that cannot be taken stops none of the others.

mod given;
mod reading;
mod table;
#[cfg(test)]
mod tests;
mod text;

use std::{collections::HashMap, path::Path};

use turnup_domain::{OrderId, OrderNumber, validation::validate};
use turnup_store::{Store, StoredOrder};

use crate::{
    Failure, Workbench,
    errors::internal,
    failure::{Outcome, codes},
    many::Doer,
    order_page::{rules, stored},
    order_view::problem_view,
    presets::change_views,
    views::{ImportLine, ImportPlan, ManyDone, ManyOutcome, TableColumn, TableUse, TableView},
    workbench::lock,
};
use given::{All, Given};
pub(crate) use given::{Answer, apply};
use reading::{Column, Reader};
use table::Table;

/// Most orders that one table may be about.
const MOST: usize = 10_000;
/// Most lines of a plan of each kind.
const MOST_LINES: usize = 200;
/// Cells of a column that are shown.
const SAMPLES: usize = 3;
/// Longest text that is shown of one, in characters.
const SAMPLE: usize = 60;

/// The table that was opened last.
#[derive(Debug, Default)]
pub(crate) struct Importing {
    key: u32,
    table: Option<Table>,
}

impl Importing {
    fn keep(&mut self, table: Table) -> u32 {
        self.key = self.key.wrapping_add(1);
        self.table = Some(table);
        self.key
    }

    fn table(&self, key: u32) -> Outcome<Table> {
        let known = self.table.clone().filter(|_| key == self.key);
        known.ok_or_else(|| Failure::new(codes::TABLE_CLOSED))
    }
}

impl Workbench {
    /// Opens a table (CSV or a workbook of Excel) and says what its columns are by their headings.
    /// Fails with `table_unreadable` and why, and with `file_unreadable`.
    pub async fn open_table(&self, path: &Path) -> Outcome<TableView> {
        let path = path.to_owned();
        let opened = tokio::task::spawn_blocking(move || Table::open(&path));
        let table = opened
            .await
            .map_err(|problem| internal("a task ended", problem))??;
        let session = self.session()?;
        let sheet = table.sheets().first().cloned().unwrap_or_default();
        let key = lock(&session.importing).keep(table);
        self.look_at_sheet(key, &sheet).await
    }

    /// The same for another sheet of the table that was opened.
    pub async fn look_at_sheet(&self, key: u32, sheet: &str) -> Outcome<TableView> {
        let table = lock(&self.session()?.importing).table(key)?;
        let sheet = sheet.to_owned();
        self.beside_store(move |store| seen(&table, key, &sheet, &Reader::new(&rules(store)?)))
            .await
    }

    /// What the rows of a table would change. Changes nothing. Fails with `no_number_column`,
    /// `too_many_orders` and `table_changed`.
    pub async fn plan_import(&self, asked: TableUse) -> Outcome<ImportPlan> {
        let (table, operator, needs_review) = self.asked_table(&asked)?;
        self.beside_store(move |store| {
            let found = Found::of(store, &table, &asked)?;
            let doer = Doer::of_values(store, found.values(), operator, needs_review)?;
            found.plan(store, &doer)
        })
        .await
    }

    /// Takes the rows of a table, order by order. Fails as [`Workbench::plan_import`] and
    /// [`Workbench::run_many`] do.
    pub async fn run_import(&self, asked: TableUse) -> Outcome<ManyDone> {
        let (table, operator, needs_review) = self.asked_table(&asked)?;
        let job = self.begin_many()?;
        let (found, doer) = self
            .beside_store(move |store| {
                let found = Found::of(store, &table, &asked)?;
                let doer = Doer::of_values(store, found.values(), operator, needs_review)?;
                Ok((found, doer))
            })
            .await?;
        let ids = found.takeable().map(|(id, _)| id.clone()).collect();
        let mut done = self.each(ids, doer, job).await?;
        done.orders.extend(found.refused());
        Ok(done)
    }

    fn asked_table(&self, asked: &TableUse) -> Outcome<(Table, String, bool)> {
        let session = self.session()?;
        let table = lock(&session.importing).table(asked.key)?;
        Ok((table, session.operator_email(), self.needs_review()))
    }
}

/// What a sheet looks like.
fn seen(table: &Table, key: u32, sheet: &str, reader: &Reader) -> Outcome<TableView> {
    let mut headings: Option<Vec<String>> = None;
    let mut samples: Vec<Vec<String>> = Vec::new();
    let mut rows = 0;
    table.rows(sheet, |_, cells| {
        if headings.is_none() {
            headings = Some(cells.to_vec());
            return true;
        }
        rows += 1;
        if samples.len() < cells.len() {
            samples.resize(cells.len(), Vec::new());
        }
        for (kept, cell) in samples.iter_mut().zip(cells) {
            let sample: String = cell.chars().take(SAMPLE).collect();
            if kept.len() < SAMPLES && !sample.is_empty() && !kept.contains(&sample) {
                kept.push(sample);
            }
        }
        true
    })?;
    let mut headings = headings.unwrap_or_default();
    // Cells beside the last heading are columns as well.
    headings.resize(headings.len().max(samples.len()), String::new());
    samples.resize(headings.len(), Vec::new());
    let columns = reader.columns(&headings).into_iter();
    let columns = columns.zip(headings).zip(samples);
    Ok(TableView {
        key,
        name: table.name(),
        sheets: table.sheets().to_vec(),
        sheet: sheet.to_owned(),
        columns: columns
            .map(|((column, heading), samples)| TableColumn {
                heading: heading.chars().take(SAMPLE).collect(),
                samples,
                field: column.word().to_owned(),
            })
            .collect(),
        fields: Column::all()
            .map(|column| column.word().to_owned())
            .collect(),
        rows,
    })
}

/// What a table says, with the orders that it says it of.
struct Found {
    rows: u32,
    orders: Vec<(Given, Option<OrderId>)>,
}

impl Found {
    fn of(store: &Store, table: &Table, asked: &TableUse) -> Outcome<Self> {
        let reader = Reader::new(&rules(store)?);
        let columns: Vec<Column> = asked.columns.iter().map(|word| Column::of(word)).collect();
        let All { orders, rows } = given::read(table, &asked.sheet, &columns, &reader, MOST)?;
        let orders = orders
            .into_iter()
            .map(|given| {
                let number = OrderNumber::from(given.number.as_str());
                Ok((given, store.order_id_by_number(&number)?))
            })
            .collect::<Outcome<_>>()?;
        Ok(Self { rows, orders })
    }

    /// Orders that are here, and whose cells are all understood.
    fn takeable(&self) -> impl Iterator<Item = (&OrderId, &Given)> {
        let orders = self.orders.iter();
        orders.filter_map(|(given, id)| {
            Some((id.as_ref()?, given)).filter(|_| given.cells.is_empty())
        })
    }

    fn values(&self) -> HashMap<OrderId, Vec<Answer>> {
        let orders = self.takeable();
        orders
            .map(|(id, given)| (id.clone(), given.answers.clone()))
            .collect()
    }

    fn plan(&self, store: &Store, doer: &Doer) -> Outcome<ImportPlan> {
        let mut plan = ImportPlan {
            rows: self.rows,
            ready: 0,
            unchanged: 0,
            refused: 0,
            lines: Vec::new(),
        };
        let (mut ready, mut refused) = (0, 0);
        for (given, id) in &self.orders {
            let line = line(store, doer, given, id.as_ref())?;
            let (count, told) = match line.outcome.as_str() {
                "ready" => (&mut plan.ready, &mut ready),
                "refused" => (&mut plan.refused, &mut refused),
                _ => {
                    plan.unchanged += 1;
                    continue;
                }
            };
            *count += 1;
            if *told < MOST_LINES {
                *told += 1;
                plan.lines.push(line);
            }
        }
        Ok(plan)
    }

    /// What came of those that nothing was taken of.
    fn refused(&self) -> impl Iterator<Item = ManyOutcome> {
        let orders = self.orders.iter();
        orders.filter_map(|(given, id)| {
            let failure = refused(given, id.as_ref())?;
            Some(ManyOutcome {
                id: id
                    .as_ref()
                    .map_or_else(|| format!("row-{}", given.row), OrderId::to_string),
                number: given.number.clone(),
                company: String::new(),
                outcome: "failed".to_owned(),
                problems: 0,
                failure: Some(failure),
            })
        })
    }
}

/// Why nothing is taken of a row, before its order is looked at.
fn refused(given: &Given, id: Option<&OrderId>) -> Option<Failure> {
    if given.number.is_empty() {
        return Some(Failure::new(codes::ROW_WITHOUT_NUMBER).with("row", given.row));
    }
    if id.is_none() {
        return Some(Failure::new(codes::NUMBER_NOT_HERE).with("number", &given.number));
    }
    let count = given.cells.len();
    (count > 0).then(|| Failure::new(codes::CELLS_NOT_UNDERSTOOD).with("count", count))
}

fn line(store: &Store, doer: &Doer, given: &Given, id: Option<&OrderId>) -> Outcome<ImportLine> {
    let order = id.and_then(|id| stored(store, id).ok());
    let mut line = ImportLine {
        row: given.row,
        id: id.map(OrderId::to_string).unwrap_or_default(),
        number: given.number.clone(),
        company: order
            .as_ref()
            .map(|order| order.order.end_customer.company.clone())
            .unwrap_or_default(),
        outcome: "refused".to_owned(),
        changes: Vec::new(),
        problems: Vec::new(),
        not_asked: Vec::new(),
        failure: refused(given, id),
        cells: given.cells.clone(),
    };
    if let (None, Some(order)) = (&line.failure, order) {
        would_change(&mut line, doer, given, &order);
    }
    Ok(line)
}

fn would_change(line: &mut ImportLine, doer: &Doer, given: &Given, stored: &StoredOrder) {
    let (order, caps) = (&stored.order, doer.rules());
    line.not_asked = given::not_asked(&given.answers, order, caps);
    let (before, after) = match doer.answers(stored) {
        Ok(answers) => answers,
        Err(failure) => {
            line.failure = Some(failure);
            return;
        }
    };
    line.changes = change_views(&before, &after);
    let changed = |pointer: &str| line.changes.iter().any(|change| change.pointer == pointer);
    line.problems = validate(order, &after, caps)
        .iter()
        .filter(|problem| changed(&problem.pointer))
        .map(problem_view)
        .collect();
    let word = if line.changes.is_empty() {
        "unchanged"
    } else {
        "ready"
    };
    word.clone_into(&mut line.outcome);
}

//! What a table says of each order: the rows of one number together, wherever they stand. Each of
//! them that says something of a site says it of the next one.

use std::collections::HashMap;

use turnup_domain::{Capabilities, Draft, draft::Field, order::Order};

use super::{
    reading::{Column, Reader},
    table::Table,
};
use crate::{
    Failure,
    failure::{Outcome, codes},
    views::CellProblem,
};

/// Longest text of a cell that is told.
const TOLD: usize = 80;
/// Most problems of an order that are told.
const MOST_TOLD: usize = 20;

/// What a table says of one order.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// Of its first row, as a spreadsheet counts.
    pub(super) row: u32,
    /// As the cell has it; empty when its row names none.
    pub(super) number: String,
    pub(super) answers: Vec<Answer>,
    /// Cells that say nothing that could be taken.
    pub(super) cells: Vec<CellProblem>,
    sites: usize,
}

/// One cell, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    field: Field,
    /// Of which site, for a field that has one of each.
    site: usize,
    value: String,
    row: u32,
}

/// Everything that a table says.
#[derive(Debug, Default)]
pub(super) struct All {
    pub(super) orders: Vec<Given>,
    /// Rows that say something, but the headings.
    pub(super) rows: u32,
}

/// Reads a sheet whose columns are these. Fails with `no_number_column`, and with
/// `too_many_orders` when it is about more than `most`.
pub(super) fn read(
    table: &Table,
    sheet: &str,
    columns: &[Column],
    reader: &Reader,
    most: usize,
) -> Outcome<All> {
    let number = columns.iter().position(|column| *column == Column::Number);
    let number = number.ok_or_else(|| Failure::new(codes::NO_NUMBER_COLUMN))?;
    let mut all = All::default();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut headed = false;
    let mut too_many = 0_u32;
    table.rows(sheet, |row, cells| {
        if !std::mem::replace(&mut headed, true) {
            return true;
        }
        let named = cells.get(number).map_or("", String::as_str);
        let says_something = columns
            .iter()
            .zip(cells)
            .any(|(column, cell)| *column != Column::Nothing && !cell.is_empty());
        if !says_something {
            return true;
        }
        all.rows += 1;
        let known = places.get(named).copied().filter(|_| !named.is_empty());
        if known.is_none() && all.orders.len() == most {
            too_many += 1;
            return true;
        }
        let at = known.unwrap_or_else(|| {
            places.insert(named.to_owned(), all.orders.len());
            all.orders.push(Given {
                row,
                number: named.to_owned(),
                ..Given::default()
            });
            all.orders.len() - 1
        });
        all.orders[at].take(row, cells, columns, reader);
        true
    })?;
    if too_many > 0 {
        let count = most.saturating_add(usize::try_from(too_many).unwrap_or(usize::MAX));
        return Err(Failure::new(codes::TOO_MANY_ORDERS)
            .with("count", count)
            .with("max", most));
    }
    Ok(all)
}

impl Given {
    fn take(&mut self, row: u32, cells: &[String], columns: &[Column], reader: &Reader) {
        let site = self.sites;
        for (column, cell) in columns.iter().zip(cells) {
            let Column::Field(field) = column else {
                continue;
            };
            if cell.is_empty() {
                continue;
            }
            let of_site = field.is_of_site();
            if of_site {
                self.sites = site + 1;
            }
            let place = if of_site { site } else { 0 };
            match reader.answer(field, cell) {
                Err(code) => self.refuse(row, field, cell, code),
                Ok(value) => self.answer(Answer {
                    field: field.clone(),
                    site: place,
                    value,
                    row,
                }),
            }
        }
    }

    fn answer(&mut self, answer: Answer) {
        let same_place = |other: &&Answer| other.field == answer.field && other.site == answer.site;
        match self.answers.iter().find(same_place) {
            None => self.answers.push(answer),
            Some(other) if other.value == answer.value => {}
            Some(_) => self.refuse(answer.row, &answer.field, &answer.value, "contradicts"),
        }
    }

    fn refuse(&mut self, row: u32, field: &Field, cell: &str, code: &str) {
        if self.cells.len() < MOST_TOLD {
            self.cells.push(CellProblem {
                row,
                field: field.to_string(),
                value: cell.chars().take(TOLD).collect(),
                code: code.to_owned(),
            });
        }
    }
}

/// The draft with these answers, as far as the order asks for them.
pub(crate) fn apply(
    answers: &[Answer],
    draft: &Draft,
    order: &Order,
    caps: &Capabilities,
) -> Draft {
    answers.iter().fold(draft.clone(), |draft, answer| {
        draft.with_field(&answer.field, answer.site, &answer.value, order, caps)
    })
}

/// The fields of these answers that an order does not ask for, each once.
pub(super) fn not_asked(answers: &[Answer], order: &Order, caps: &Capabilities) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for Answer { field, .. } in answers {
        let word = field.to_string();
        if !field.is_asked_of(order, caps) && !fields.contains(&word) {
            fields.push(word);
        }
    }
    fields
}

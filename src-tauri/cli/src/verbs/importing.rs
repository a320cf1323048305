//! `import`: values of many orders from a table.

use std::path::PathBuf;

use turnup_workbench::{
    Outcome, Words,
    views::{CellProblem, ImportLine, ImportPlan, ManyDone, TableUse, TableView},
};

use super::files::whole;
use crate::{
    desk::Desk,
    exit::Exit,
    said::{Said, in_words},
    shapes::{Imported, ImportedColumn},
};

/// What is taken, and as what.
pub struct Asked {
    /// The file.
    pub table: PathBuf,
    /// Of a workbook; its first one when none is named.
    pub sheet: Option<String>,
    /// What columns are taken as that their headings do not say.
    pub columns: Vec<(String, String)>,
    /// Only says what would change.
    pub dry_run: bool,
}

/// Takes the rows of a table, or says what they would change.
pub async fn import(desk: &Desk, said: &mut Said, asked: Asked) -> Outcome<()> {
    let words = desk.words();
    let workbench = &desk.workbench;
    let mut table = workbench.open_table(&whole(&asked.table)).await?;
    if let Some(sheet) = &asked.sheet {
        if !table.sheets.contains(sheet) {
            said.ends(Exit::Usage);
            said.note(words.with("cli-usage-value", &[("value", sheet), ("what", "--sheet")]));
            return Ok(());
        }
        table = workbench.look_at_sheet(table.key, sheet).await?;
    }
    if let Some(unknown) = take_as(&mut table, &asked.columns) {
        said.ends(Exit::Usage);
        said.note(words.with(
            "cli-usage-value",
            &[("value", &unknown), ("what", "--column")],
        ));
        return Ok(());
    }
    let used = TableUse {
        key: table.key,
        sheet: table.sheet.clone(),
        columns: table.columns.iter().map(|one| one.field.clone()).collect(),
    };
    let plan = workbench.plan_import(used.clone()).await?;
    let done = if asked.dry_run {
        None
    } else {
        Some(workbench.run_import(used).await?)
    };
    tell(&plan, done.as_ref(), words, said);
    give(table, plan, done, said);
    Ok(())
}

/// Takes columns as they are asked for; the first word that means nothing.
fn take_as(table: &mut TableView, asked: &[(String, String)]) -> Option<String> {
    for (heading, field) in asked {
        if !field.is_empty() && !table.fields.contains(field) {
            return Some(field.clone());
        }
        let column = table.columns.iter().position(|one| one.heading == *heading);
        let Some(at) = column else {
            return Some(heading.clone());
        };
        // What is asked for counts more than what another heading says.
        for other in &mut table.columns {
            if other.field == *field {
                other.field.clear();
            }
        }
        table.columns[at].field.clone_from(field);
    }
    None
}

fn tell(plan: &ImportPlan, done: Option<&ManyDone>, words: &Words, said: &mut Said) {
    for line in plan.lines.iter().filter(|line| line.failure.is_some()) {
        for sentence in left_out(line, words) {
            said.note(sentence);
        }
    }
    if plan.refused > 0 {
        said.ends(Exit::Refused);
    }
    if let Some(failure) = done.and_then(|done| done.failure.as_ref()) {
        said.ends(Exit::of(failure));
        for sentence in in_words(failure, words) {
            said.note(sentence);
        }
    }
    let id = if done.is_some() {
        "cli-imported"
    } else {
        "cli-import-would"
    };
    let numbers = [
        ("changed", i64::from(plan.ready)),
        ("unchanged", i64::from(plan.unchanged)),
        ("refused", i64::from(plan.refused)),
    ];
    said.say(words.counting(id, &[], &numbers));
}

/// Why nothing is taken of a row.
fn left_out(line: &ImportLine, words: &Words) -> Vec<String> {
    if !line.cells.is_empty() {
        return line
            .cells
            .iter()
            .map(|cell| not_understood(cell, words))
            .collect();
    }
    let failure = line.failure.as_ref();
    failure
        .map(|failure| in_words(failure, words))
        .unwrap_or_default()
}

fn not_understood(cell: &CellProblem, words: &Words) -> String {
    let word =
        |prefix: &str, code: &str| words.get(&format!("{prefix}-{}", code.replace('_', "-")));
    words.with(
        "imports-cell",
        &[
            ("row", &cell.row.to_string()),
            ("field", &word("import-field", &cell.field)),
            ("value", &cell.value),
            ("why", &word("imports-cell", &cell.code)),
        ],
    )
}

fn give(table: TableView, plan: ImportPlan, done: Option<ManyDone>, said: &mut Said) {
    let columns = table.columns.into_iter();
    let planned = |id: &str| {
        plan.lines
            .iter()
            .any(|line| line.id == id && line.failure.is_some())
    };
    let failed = done
        .as_ref()
        .map(|done| done.orders.clone())
        .unwrap_or_default();
    let failed = failed
        .into_iter()
        .filter(|one| one.outcome == "failed" && !one.id.starts_with("row-") && !planned(&one.id))
        .collect();
    said.give(&Imported {
        file: table.name,
        sheet: table.sheet,
        columns: columns
            .map(|column| ImportedColumn {
                heading: column.heading,
                field: column.field,
            })
            .collect(),
        dry_run: done.is_none(),
        rows: plan.rows,
        changed: plan.ready,
        unchanged: plan.unchanged,
        left_out: plan.refused,
        orders: plan.lines,
        failed,
    });
}

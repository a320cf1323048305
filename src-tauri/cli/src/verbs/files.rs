//! `summary` and `export`: files for other programs.

use std::path::{Path, absolute};

use turnup_workbench::{Failure, Format, Outcome, codes, views::OrderQuery};

use super::orders::{not_understood, query};
use crate::{
    arguments::{FileFormat, Listed},
    desk::Desk,
    exit::Exit,
    said::{Said, in_words},
    shapes::{Exported, Summaries, SummaryFile},
};

/// Writes the summary of each order into a folder. A number that is not here writes none.
pub async fn summary(
    desk: &Desk,
    said: &mut Said,
    numbers: &[String],
    folder: &Path,
) -> Outcome<()> {
    let words = desk.words();
    let folder = whole(folder);
    let mut ids = Vec::new();
    for number in numbers {
        let id = desk.workbench.order_of_number(number).await?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    std::fs::create_dir_all(&folder).map_err(|problem| {
        Failure::new(codes::FILE_NOT_WRITTEN)
            .with("name", folder.display())
            .with("reason", problem.kind())
    })?;
    let saved = desk
        .workbench
        .save_summaries(ids, desk.language(), &folder)
        .await?;
    let mut files = Vec::new();
    for order in saved.orders {
        if let Some(file) = &order.file {
            said.say(words.with(
                "cli-summary-saved",
                &[("number", &order.number), ("file", file)],
            ));
        }
        if let Some(failure) = &order.failure {
            said.ends(Exit::of(failure));
            let text = in_words(failure, words).join(" ");
            said.note(words.with(
                "cli-summary-failed",
                &[("number", &order.number), ("text", &text)],
            ));
        }
        files.push(SummaryFile {
            number: order.number,
            file: order.file,
            failure: order.failure,
        });
    }
    said.give(&Summaries {
        folder: saved.path,
        files,
    });
    Ok(())
}

/// Writes every order that matches into a file.
pub async fn export(
    desk: &Desk,
    said: &mut Said,
    format: FileFormat,
    listed: &Listed,
    file: &Path,
) -> Outcome<()> {
    let words = desk.words();
    let first = OrderQuery {
        limit: 1,
        ..query(listed)
    };
    let first = desk.workbench.list_orders(first).await?;
    if not_understood(desk, said, &first.misunderstood) {
        return Ok(());
    }
    if first.indexing {
        said.note(words.get("cli-orders-indexing"));
    }
    let format = match format {
        FileFormat::Csv => Format::Csv,
        FileFormat::Xlsx => Format::Xlsx,
        FileFormat::Ics => Format::Calendar,
    };
    let exported = desk
        .workbench
        .export_orders(query(listed), format, desk.language(), &whole(file))
        .await?;
    said.say(words.with(
        "cli-exported",
        &[
            ("count", &exported.rows.to_string()),
            ("path", &exported.path),
        ],
    ));
    if exported.left_out > 0 {
        let count = exported.left_out.to_string();
        said.note(words.with("cli-export-left-out", &[("count", &count)]));
    }
    said.give(&Exported {
        path: exported.path,
        orders: exported.rows,
        left_out: exported.left_out,
    });
    Ok(())
}

/// The path from the root: a result may be read in another folder.
pub(super) fn whole(path: &Path) -> std::path::PathBuf {
    absolute(path).unwrap_or_else(|_| path.to_owned())
}

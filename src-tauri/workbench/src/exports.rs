//! What leaves the program as a file for other programs: the list as a table, deadlines as a
//! calendar. Each is a job: told while it runs, cancelled at any row, and never half there.
//! Summaries are in `summaries.rs`, the journal in `journal.rs`.

mod calendar;
mod cells;
mod columns;
mod csv_sheet;
pub(crate) mod job;
mod table;
#[cfg(test)]
mod tests;
mod words;
mod xlsx;

use std::path::Path;

use turnup_domain::OrderId;
use turnup_store::ListQuery;

use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    files::Unfinished,
    order_page::{rules, stored},
    safe_stem,
    views::{Exported, OrderQuery},
    workbench::now,
};
use calendar::Calendar;
use job::Stop;
use table::Tabled;
use words::CellWords;

/// Rows between two words of progress.
const TOLD_EVERY: u32 = 2_000;

/// What a list is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values in UTF-8.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// A calendar of what is still to close.
    Calendar,
}

impl Format {
    /// The extension of its files.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Calendar => "ics",
        }
    }

    /// Of the word that the interface uses; none of another.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        [Self::Csv, Self::Xlsx, Self::Calendar]
            .into_iter()
            .find(|format| format.word() == word)
    }

    fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Calendar => "calendar",
        }
    }
}

impl Workbench {
    /// A file name for what a list is written as, in the language of the settings.
    #[must_use]
    pub fn export_name(&self, format: Format) -> String {
        let id = match format {
            Format::Csv | Format::Xlsx => "orders-name",
            Format::Calendar => "deadlines-name",
        };
        let day = now().strftime("%Y-%m-%d").to_string();
        let stem = self.words().with(id, &[("day", &day)]);
        format!("{}.{}", safe_stem(&stem), format.extension())
    }

    /// A file name for the deadline of one order. Fails with `no_deadline` when nothing closes it
    /// any more.
    pub async fn deadline_name(&self, id: &str) -> Outcome<String> {
        let order_id = OrderId::from(id);
        let number = self
            .with_store(move |store| {
                let stored = stored(store, &order_id)?;
                calendar::still_closes(&stored.order, now())
                    .map(|_| stored.order.number.to_string())
                    .ok_or_else(no_deadline)
            })
            .await?;
        let stem = self.words().with("deadline-name", &[("number", &number)]);
        Ok(format!("{}.ics", safe_stem(&stem)))
    }

    /// Writes every order that a list shows to `path`, in its sequence, as it stands when this
    /// begins; offset and limit of the query count for nothing.
    pub async fn export_orders(
        &self,
        query: OrderQuery,
        format: Format,
        language: &str,
        path: &Path,
    ) -> Outcome<Exported> {
        let at = now();
        let session = self.session()?;
        let query = self.asked(query, at)?;
        let words = CellWords::of(language);
        let host = host_of(&session.account.address);
        let path = path.to_path_buf();
        let mut job = self.begin_job(format.word(), &path)?;
        self.beside_store(move |store| {
            let written = (|| -> Result<Tabled, Stop> {
                let file = Unfinished::beside(&path)?;
                let mut step = |done, total| job.step_every(TOLD_EVERY, done, total);
                match format {
                    Format::Csv => table::as_csv(store, &query, words, file, &mut step),
                    Format::Xlsx => table::as_xlsx(store, &query, words, file, &mut step),
                    Format::Calendar => {
                        let caps = rules(store).ok();
                        let calendar = Calendar::begin(file, words, &host, at)?;
                        calendar.of_list(store, &query, caps.as_ref(), &mut step)
                    }
                }
            })();
            drop(job);
            exported(written, &path)
        })
        .await
    }

    /// Writes the deadline of one order to `path` as a calendar. Fails with `no_deadline` when
    /// nothing closes it any more.
    pub async fn export_deadline(
        &self,
        id: &str,
        language: &str,
        path: &Path,
    ) -> Outcome<Exported> {
        let at = now();
        let order_id = OrderId::from(id);
        let words = CellWords::of(language);
        let host = host_of(&self.session()?.account.address);
        let path = path.to_path_buf();
        self.beside_store(move |store| {
            let stored = stored(store, &order_id)?;
            let caps = rules(store).ok();
            let written = (|| -> Result<Tabled, Stop> {
                let mut calendar = Calendar::begin(Unfinished::beside(&path)?, words, &host, at)?;
                if !calendar.order(&stored, caps.as_ref())? {
                    return Err(no_deadline().into());
                }
                calendar.keep(0)
            })();
            exported(written, &path)
        })
        .await
    }

    /// Ends the export that runs, if one does; nothing is left of its file.
    pub fn cancel_export(&self) {
        self.inner.exporting.cancel();
    }
}

fn exported(written: Result<Tabled, Stop>, path: &Path) -> Outcome<Exported> {
    let (cancelled, tabled) = match written {
        Ok(tabled) => (false, tabled),
        Err(Stop::Cancelled) => (true, Tabled::default()),
        Err(Stop::Failed(failure)) => return Err(failure),
    };
    Ok(Exported {
        cancelled,
        path: path.display().to_string(),
        rows: tabled.rows,
        left_out: tabled.left_out,
    })
}

fn no_deadline() -> Failure {
    Failure::new(codes::NO_DEADLINE)
}

/// The host of a service, which makes an order's id one of a kind.
fn host_of(address: &str) -> String {
    let url = url::Url::parse(address).ok();
    url.and_then(|url| url.host_str().map(ToOwned::to_owned))
        .unwrap_or_else(|| "turnup".to_owned())
}

/// Writes a list as CSV to `path` without an account; for who measures it.
///
/// # Errors
/// When it cannot be written.
#[doc(hidden)]
pub fn write_csv(
    store: &turnup_store::Store,
    query: &ListQuery,
    language: &str,
    path: &Path,
) -> Outcome<u32> {
    let written = Unfinished::beside(path)
        .map_err(Stop::from)
        .and_then(|file| {
            table::as_csv(store, query, CellWords::of(language), file, &mut |_, _| {
                Ok(())
            })
        });
    exported(written, path).map(|told| told.rows)
}

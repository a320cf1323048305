//! Summaries of many orders: one file each in a folder, or all in one file. Each order stands for
//! itself: one that cannot be told stops none of the others. A folder that takes nothing does.

use std::path::Path;

use turnup_domain::OrderId;
use turnup_store::{Store, StoredOrder};
use turnup_summary::Summary;

use crate::{
    Failure, Workbench,
    errors::internal,
    exports::job::{Job, Stop},
    failure::{Outcome, codes},
    files::{name_of, safe_stem, write_beside_others, write_for_person},
    order_page::stored,
    views::{SummariesSaved, SummaryOutcome},
    workbench::now,
};

/// Most orders at once.
const MOST: usize = 1_000;
/// Most orders in one file, whose pages are held until it is written.
const MOST_JOINED: usize = 200;

impl Workbench {
    /// A file name for many summaries in one, in the language of the settings.
    #[must_use]
    pub fn joined_name(&self) -> String {
        let day = now().strftime("%Y-%m-%d").to_string();
        let stem = self.words().with("joined-name", &[("day", &day)]);
        format!("{}.pdf", safe_stem(&stem))
    }

    /// Writes the summary of each of these orders into `folder`, one file each. No file that is
    /// there is replaced: a name that is taken gets a number. Fails with `too_many_summaries`, and
    /// when the very first file cannot be written.
    pub async fn save_summaries(
        &self,
        ids: Vec<String>,
        language: &str,
        folder: &Path,
    ) -> Outcome<SummariesSaved> {
        within(&ids, MOST)?;
        let maker = self.maker(language).await?;
        let words = self.words();
        let folder = folder.to_path_buf();
        let job = self.begin_job("summaries", &folder)?;
        self.beside_store(move |store| {
            let name = |number: &str| safe_stem(&words.with("summary-name", &[("number", number)]));
            let mut batch = Batch::new(ids, job);
            batch.run(store, |stored| {
                let pdf = maker.pdf(store, stored)?;
                let stem = name(stored.order.number.as_str());
                let path = write_beside_others(&folder, &stem, "pdf", &pdf.bytes)?;
                maker.saved(store, stored);
                Ok(name_of(&path))
            })?;
            Ok(batch.told(&folder))
        })
        .await
    }

    /// Writes the summaries of these orders into one file, with an outline that leads to each.
    /// Fails with `too_many_summaries`.
    pub async fn join_summaries(
        &self,
        ids: Vec<String>,
        language: &str,
        path: &Path,
    ) -> Outcome<SummariesSaved> {
        within(&ids, MOST_JOINED)?;
        let maker = self.maker(language).await?;
        let path = path.to_path_buf();
        let job = self.begin_job("summaries", &path)?;
        self.beside_store(move |store| {
            let mut made: Vec<(Summary, StoredOrder)> = Vec::new();
            let mut batch = Batch::new(ids, job);
            batch.run(store, |stored| {
                made.push((maker.summary(store, stored)?, stored.clone()));
                Ok(name_of(&path))
            })?;
            if !batch.cancelled && !made.is_empty() {
                let (summaries, orders): (Vec<_>, Vec<_>) = made.into_iter().unzip();
                let title = name_of(&path.with_extension(""));
                let pdf = maker
                    .typesetter
                    .joined(&summaries, &title)
                    .map_err(|problem| internal("a summary", problem))?;
                // Setting many pages takes its time, too.
                batch.cancelled = batch.job.is_cancelled();
                if !batch.cancelled {
                    write_for_person(&path, &pdf.bytes)?;
                    orders.iter().for_each(|stored| maker.saved(store, stored));
                }
            }
            if batch.cancelled {
                // Of one file nothing is there when it was ended.
                batch.outcomes.clear();
            }
            Ok(batch.told(&path))
        })
        .await
    }
}

fn within(ids: &[String], most: usize) -> Outcome<()> {
    if ids.len() <= most {
        return Ok(());
    }
    Err(Failure::new(codes::TOO_MANY_SUMMARIES)
        .with("count", ids.len())
        .with("max", most))
}

/// Whether no other file can be written either.
fn ends_all(failure: &Failure) -> bool {
    [codes::DISK_FULL, codes::FILE_NOT_WRITTEN].contains(&failure.code.as_str())
}

/// Orders one after the other, and what came of each.
struct Batch {
    ids: Vec<String>,
    job: Job,
    outcomes: Vec<SummaryOutcome>,
    cancelled: bool,
}

impl Batch {
    fn new(ids: Vec<String>, job: Job) -> Self {
        Self {
            ids,
            job,
            outcomes: Vec::new(),
            cancelled: false,
        }
    }

    /// Does `each` for every order, until somebody ends it or nothing can be written any more.
    /// When not even one could be written, that is the failure of all.
    fn run(
        &mut self,
        store: &Store,
        mut each: impl FnMut(&StoredOrder) -> Outcome<String>,
    ) -> Outcome<()> {
        for (done, id) in (0..).zip(&self.ids) {
            match self.job.step_every(1, done, count(&self.ids)) {
                Ok(()) => {}
                Err(Stop::Cancelled) => {
                    self.cancelled = true;
                    return Ok(());
                }
                Err(Stop::Failed(failure)) => return Err(failure),
            }
            let order = stored(store, &OrderId::from(id.as_str()));
            let file = match &order {
                Ok(order) => each(order),
                Err(failure) => Err(failure.clone()),
            };
            let over = file
                .as_ref()
                .err()
                .filter(|failure| ends_all(failure))
                .cloned();
            let none_yet = self.outcomes.iter().all(|one| one.file.is_none());
            self.outcomes.push(outcome(id, order.ok(), file));
            match over {
                Some(failure) if none_yet => return Err(failure),
                Some(_) => return Ok(()),
                None => {}
            }
        }
        Ok(())
    }

    fn told(self, path: &Path) -> SummariesSaved {
        SummariesSaved {
            cancelled: self.cancelled,
            left: count(&self.ids).saturating_sub(count(&self.outcomes)),
            orders: self.outcomes,
            path: path.display().to_string(),
        }
    }
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

fn outcome(id: &str, order: Option<StoredOrder>, file: Outcome<String>) -> SummaryOutcome {
    let (number, company) = order.map_or_else(Default::default, |stored| {
        let order = stored.order;
        (order.number.to_string(), order.end_customer.company)
    });
    let (file, failure) = match file {
        Ok(file) => (Some(file), None),
        Err(failure) => (None, Some(failure)),
    };
    SummaryOutcome {
        order_id: id.to_owned(),
        number,
        company,
        file,
        failure,
    }
}

//! The activity journal of this computer: who did what when, sent when, answered how. It can be
//! read, filtered and exported, never changed.

use std::path::Path;

use jiff::Timestamp;
use turnup_domain::OrderId;
use turnup_store::{JournalRow, Store};

use crate::{
    Failure, Workbench,
    csv::Csv,
    errors::internal,
    failure::Outcome,
    files::write_for_person,
    views::{JournalEntryView, JournalExported, JournalQuery, JournalView},
    words::Words,
    workbench::now,
};

/// Lines that cross at once.
const WINDOW: u32 = 200;
/// Lines read at once for an export.
const EXPORT_PAGE: u32 = 5_000;
/// Most characters of a search that are read.
const MAX_SEARCH: usize = 200;

impl Workbench {
    /// The newest lines that match.
    pub async fn list_journal(&self, query: JournalQuery) -> Outcome<JournalView> {
        let query = wanted(query)?;
        self.with_store(move |store| {
            let page = store.journal(&query, WINDOW)?;
            Ok(JournalView {
                entries: page.rows.into_iter().map(entry).collect(),
                more: page.more,
            })
        })
        .await
    }

    /// A file name for the exported journal, in the language of the settings.
    #[must_use]
    pub fn journal_name(&self) -> String {
        let day = now().strftime("%Y-%m-%d").to_string();
        let stem = self.words().with("journal-name", &[("day", &day)]);
        format!("{}.csv", crate::safe_stem(&stem))
    }

    /// Writes every line that matches to `path` as CSV: heads in the reader's language, times in
    /// UTC (RFC 3339), codes as they are.
    pub async fn export_journal(
        &self,
        query: JournalQuery,
        language: &str,
        path: &Path,
    ) -> Outcome<JournalExported> {
        let query = wanted(query)?;
        let words = Words::of(language);
        let path = path.to_path_buf();
        self.with_store(move |store| {
            let (bytes, rows) = csv_of(store, query, &words)?;
            write_for_person(&path, &bytes)?;
            Ok(JournalExported {
                path: path.display().to_string(),
                rows,
            })
        })
        .await
    }
}

/// The query as the store reads it.
fn wanted(query: JournalQuery) -> Outcome<turnup_store::JournalQuery> {
    Ok(turnup_store::JournalQuery {
        text: query.text.chars().take(MAX_SEARCH).collect(),
        codes: codes_of(&query.about)
            .iter()
            .map(ToString::to_string)
            .collect(),
        order: query.order_id.map(OrderId::new),
        since: query.since.as_deref().map(time).transpose()?,
        until: query.until.as_deref().map(time).transpose()?,
        before: query
            .before
            .map(|id| {
                id.parse()
                    .map_err(|problem| internal("a journal line", problem))
            })
            .transpose()?,
    })
}

fn time(text: &str) -> Outcome<Timestamp> {
    text.parse()
        .map_err(|problem: jiff::Error| internal("a period of the journal", problem))
}

/// Patterns of the codes of one kind of event; none = all.
fn codes_of(about: &str) -> &'static [&'static str] {
    match about {
        "queue" => &[
            "queued_*",
            "sent_*",
            "unanswered_*",
            "unparked",
            "taken_back",
        ],
        "drafts" => &["draft_*", "*_chosen", "email_opened", "summary_saved"],
        "decisions" => &["parked", "unparked", "taken_back", "draft_dropped"],
        "service" => &["accepted_*", "unanswered_*", "parked"],
        _ => &[],
    }
}

fn entry(row: JournalRow) -> JournalEntryView {
    JournalEntryView {
        id: row.id.to_string(),
        at: row.at.to_string(),
        actor: row.actor,
        code: row.code,
        params: row.params,
        order_id: row.order.map(|id| id.to_string()),
        number: row.number.map(|number| number.to_string()),
        customer: row.customer,
    }
}

fn csv_of(
    store: &Store,
    mut query: turnup_store::JournalQuery,
    words: &Words,
) -> Outcome<(Vec<u8>, u32)> {
    let mut csv = Csv::new();
    csv.row(
        ["time", "order", "customer", "who", "what", "details"]
            .map(|column| words.get(&format!("journal-column-{column}"))),
    )?;
    let mut rows = 0;
    loop {
        let page = store.journal(&query, EXPORT_PAGE)?;
        query.before = page.rows.last().map(|row| row.id);
        for row in page.rows {
            rows += 1;
            let details: Vec<String> = row
                .params
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            csv.row([
                row.at.to_string(),
                row.number
                    .map(|number| number.to_string())
                    .unwrap_or_default(),
                row.customer.unwrap_or_default(),
                row.actor,
                row.code,
                details.join("; "),
            ])?;
        }
        if !page.more {
            return Ok((csv.bytes()?, rows));
        }
    }
}

/// Writes a line about an order into the journal, as the operator who is signed in.
pub(crate) fn record(
    store: &Store,
    id: &OrderId,
    actor: &str,
    code: &str,
    params: &[(&str, &str)],
) -> Outcome<()> {
    let params = params
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    store
        .record(Some(id), actor, code, &params, now())
        .map_err(Failure::from)
}

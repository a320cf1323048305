//! Order summaries as PDF, written where the operator says.

mod many;

use std::{path::Path, sync::Arc};

use jiff::tz::TimeZone;
use turnup_domain::{
    Draft, OrderId, OrganizationChoice, order::MappedOrganization, organization::Role,
};
use turnup_store::{Store, StoredOrder};
use turnup_summary::{
    Fonts, Language, Pdf, Reader, Stamp, Summary, SummaryEvent, Typesetter, summary_of,
};

use crate::{
    Failure, Workbench,
    errors::internal,
    failure::Outcome,
    files::{safe_stem, write_for_person},
    finder::shown,
    journal::record,
    order_page::{rules, stored},
    order_view::stamp,
    views::SummarySaved,
    workbench::now,
};

/// Most entries of the journal in a summary.
const EVENTS: u32 = 500;

impl Workbench {
    /// A file name for the summary of an order, in the language of the settings.
    pub async fn summary_name(&self, id: &str) -> Outcome<String> {
        let order_id = OrderId::from(id);
        let number = self
            .with_store(move |store| Ok(stored(store, &order_id)?.order.number.to_string()))
            .await?;
        let stem = self.words().with("summary-name", &[("number", &number)]);
        Ok(format!("{}.pdf", safe_stem(&stem)))
    }

    /// Writes the summary of an order, as it stands now, to `path`.
    pub async fn save_summary(
        &self,
        id: &str,
        language: &str,
        path: &Path,
    ) -> Outcome<SummarySaved> {
        let maker = self.maker(language).await?;
        let order_id = OrderId::from(id);
        let path = path.to_path_buf();
        self.beside_store(move |store| {
            let stored = stored(store, &order_id)?;
            let pdf = maker.pdf(store, &stored)?;
            write_for_person(&path, &pdf.bytes)?;
            maker.saved(store, &stored);
            Ok(SummarySaved {
                path: path.display().to_string(),
                pages: pdf.pages,
                bytes: u32::try_from(pdf.bytes.len()).unwrap_or(u32::MAX),
            })
        })
        .await
    }

    async fn maker(&self, language: &str) -> Outcome<Maker> {
        Ok(Maker {
            typesetter: self.typesetter().await?,
            reader: Reader {
                language: Language::of_tag(language),
                printed: now(),
                zone: TimeZone::system(),
            },
            operator: self.session()?.operator_email(),
        })
    }

    /// The typesetter; its fonts are read once, when the first summary is made.
    async fn typesetter(&self) -> Outcome<Arc<Typesetter>> {
        let folder = self.inner.options.fonts_dir.clone();
        self.inner
            .typesetter
            .get_or_try_init(|| async move {
                tokio::task::spawn_blocking(move || {
                    Typesetter::new(&Fonts::read(|file| std::fs::read(folder.join(file)))?)
                        .map(Arc::new)
                })
                .await
                .map_err(|problem| internal("a task ended", problem))?
                .map_err(|problem| internal("the fonts", problem))
            })
            .await
            .cloned()
            .map_err(|failure: Failure| failure)
    }
}

/// Makes summaries for one reader.
struct Maker {
    typesetter: Arc<Typesetter>,
    reader: Reader,
    operator: String,
}

impl Maker {
    /// An order in words, as it stands now.
    fn summary(&self, store: &Store, stored: &StoredOrder) -> Outcome<Summary> {
        let caps = rules(store).ok();
        let events: Vec<SummaryEvent> = store
            .timeline(&stored.order.id, EVENTS)?
            .into_iter()
            .map(|row| SummaryEvent {
                at: row.at,
                actor: row.actor,
                code: row.code,
                params: row.params,
            })
            .collect();
        Ok(summary_of(
            &stored.order,
            answers(store, stored)?.as_ref(),
            &events,
            stamp_of(stamp(stored)),
            caps.as_ref(),
            &self.reader,
        ))
    }

    fn pdf(&self, store: &Store, stored: &StoredOrder) -> Outcome<Pdf> {
        let summary = self.summary(store, stored)?;
        self.typesetter
            .pdf(&summary)
            .map_err(|problem| internal("a summary", problem))
    }

    /// Notes that a summary was written.
    fn saved(&self, store: &Store, stored: &StoredOrder) {
        // The file is there, whether or not the journal can be written.
        let _ = record(
            store,
            &stored.order.id,
            &self.operator,
            "summary_saved",
            &[("stamp", stamp(stored))],
        );
    }
}

/// The draft; once the order is mapped and the draft gone, only what the organizations were
/// chosen on, so that the summary can still say why.
fn answers(store: &Store, stored: &StoredOrder) -> Outcome<Option<Draft>> {
    let mapping = match (&stored.draft, &stored.order.mapping) {
        (Some(kept), _) => return Ok(Some(kept.draft.clone())),
        (None, None) => return Ok(None),
        (None, Some(mapping)) => mapping,
    };
    let choice = |role: Role, mapped: &MappedOrganization| {
        let chosen = shown(store, &stored.order.id, &role, &mapped.id, mapping.at)?;
        Ok::<_, Failure>(chosen.map_or(OrganizationChoice::Undecided, |chosen| {
            OrganizationChoice::Existing(Box::new(chosen))
        }))
    };
    let mut draft = Draft::default();
    if let Some(partner) = &mapping.partner {
        draft.partner = choice(Role::Partner, partner)?;
    }
    let role = if mapping.own_company {
        Role::Own
    } else {
        Role::Customer
    };
    draft.customer = choice(role, &mapping.customer)?;
    Ok(Some(draft))
}

fn stamp_of(word: &str) -> Stamp {
    Stamp::ALL
        .into_iter()
        .find(|stamp| stamp.as_str() == word)
        .unwrap_or(Stamp::Draft)
}

//! Notices of the system: what is to be told now, in one piece. The shell asks again and again,
//! shows what it is given and says when it was shown; only then is it told.

mod pacing;
mod plan;
mod said;
mod snooze;

use std::path::PathBuf;

use jiff::tz::TimeZone;
use turnup_domain::OrderId;
use turnup_store::{OrderName, Store, Telling};

pub(crate) use pacing::Pacing;
pub(crate) use snooze::snoozed_until;

use crate::{
    Workbench,
    failure::Outcome,
    home::Settings,
    reminders,
    workbench::{lock, now},
};
use plan::{Known, LAST, Last, Moment, SILENT, SNOOZED, TOLD, Wishes, plan};

/// What a notice may be about, as the settings name it.
pub(crate) const ABOUT: [&str; 7] = [
    "week",
    "three_days",
    "day",
    "overdue",
    "attention",
    "reviews",
    "reminders",
];

/// What the system shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The first line.
    pub title: String,
    /// What stands below it.
    pub text: String,
    /// Words for going to what it is about.
    pub open: String,
    /// Words of the button that has all of it told again tomorrow.
    pub tomorrow: String,
    /// Where a click leads.
    pub leads_to: NoticeTarget,
    telling: Telling,
    database: PathBuf,
}

/// Where a notice leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeTarget {
    /// The one order it is about.
    Order(String),
    /// The view that lists them.
    View(&'static str),
}

impl Notice {
    /// A notice with these words that tells of nothing; for tests of what shows notices.
    #[doc(hidden)]
    #[must_use]
    pub fn of(title: &str, text: &str, leads_to: NoticeTarget) -> Self {
        let words = crate::Words::of("en");
        Self {
            title: title.to_owned(),
            text: text.to_owned(),
            open: words.get("notice-open"),
            tomorrow: words.get("notice-tomorrow"),
            leads_to,
            telling: Telling::default(),
            database: PathBuf::new(),
        }
    }
}

impl Workbench {
    /// What is to be told now; nothing while a sync may still change it, while it is night and
    /// nights are quiet, or so shortly after the last notice that the two should be one.
    pub async fn next_notice(&self) -> Outcome<Option<Notice>> {
        let session = self.session()?;
        let frame = self.frame().await?;
        let at = now();
        if !lock(&self.inner.pacing).may_look(at, frame.sync.is_some()) {
            return Ok(None);
        }
        let wishes = wishes(&self.inner.home.settings());
        let operator = session.operator_email();
        let words = self.words();
        let database = session.store.path().to_owned();
        self.with_store(move |store| {
            let moment = Moment {
                now: at,
                zone: TimeZone::system(),
            };
            let known = known(store, &moment)?;
            let facts = store.notice_facts(&operator, at)?;
            let plan = plan(facts, &known, &wishes, &moment);
            let Some(summary) = plan.summary else {
                if plan.telling != Telling::default() {
                    store.tell(&plan.telling)?;
                }
                return Ok(None);
            };
            Ok(Some(Notice {
                title: said::title(&summary, &words),
                text: said::text(&summary, &words),
                open: words.get("notice-open"),
                tomorrow: words.get("notice-tomorrow"),
                leads_to: summary.leads_to(),
                telling: plan.telling,
                database,
            }))
        })
        .await
    }

    /// The system showed it: nothing of it is told again.
    pub async fn was_told(&self, notice: &Notice) -> Outcome<()> {
        let (telling, database) = (notice.telling.clone(), notice.database.clone());
        self.with_store(move |store| {
            // Another account may have been opened meanwhile.
            if store.path() == database {
                store.tell(&telling)?;
            }
            Ok(())
        })
        .await
    }

    /// How many orders call for a person.
    pub async fn calling(&self) -> Outcome<u32> {
        let operator = self.session()?.operator_email();
        self.with_store(move |store| Ok(store.calling(&operator, now())?))
            .await
    }
}

fn wishes(settings: &Settings) -> Wishes {
    Wishes {
        on: settings.notices,
        about: settings.notices_about.iter().cloned().collect(),
        quiet_at_night: settings.quiet_at_night,
    }
}

/// What was told before, and what is not to be told yet.
fn known(store: &Store, moment: &Moment) -> Outcome<Known> {
    let today = moment.now.to_zoned(moment.zone.clone()).date();
    let silent = store.setting(SILENT)?;
    let last = store.setting(LAST)?;
    Ok(Known {
        told: store.settings_beginning(TOLD)?.into_iter().collect(),
        snoozed: store
            .settings_beginning(SNOOZED)?
            .into_iter()
            .filter_map(|(key, until)| {
                let id = OrderId::from(key.strip_prefix(SNOOZED)?);
                Some((id, until.parse().ok()?))
            })
            .collect(),
        silent_until: silent.and_then(|until| until.parse().ok()),
        last: last.and_then(|last| serde_json::from_str::<Last>(&last).ok()),
        reminders: reminders::due(store, today)?
            .into_iter()
            .map(|one| {
                let order = OrderName {
                    id: OrderId::from(one.order_id.as_str()),
                    number: one.number.as_str().into(),
                    customer: one.customer,
                };
                (order, one.on)
            })
            .collect(),
    })
}

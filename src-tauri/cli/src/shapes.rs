//! The results as programs read them: fields keep their names and meanings, new ones may come.
//! docs/turnupctl.md shows each. Times are RFC 3339 in UTC; codes are those of the protocol.
#![allow(
    missing_docs,
    reason = "every field is named after what it holds; docs/turnupctl.md says the rest"
)]

use serde::Serialize;
use turnup_workbench::{
    Failure,
    views::{
        AccountView, BackupView, BadgeView, ComparisonRow, ConfirmationView, ContactView,
        DeadlineView, EndCustomerView, ImportLine, LineView, ManyOutcome, MappingView,
        OperationView, OrderRow, OrderView, ProblemView, QueueEntryView, ServiceView, StepView,
        SyncedView, TimelineEntry,
    },
};

/// `sync`.
#[derive(Debug, Serialize)]
pub struct Synced {
    pub accepted: u32,
    pub refused: u32,
    pub changed: u64,
    pub organizations: u64,
    pub unknown_numbers: Vec<String>,
    pub waiting: u32,
    pub needs_attention: u32,
    pub last_sync: Option<String>,
}

impl Synced {
    pub fn of(synced: SyncedView, waiting: (u32, u32), last_sync: Option<String>) -> Self {
        Self {
            accepted: synced.accepted,
            refused: synced.parked,
            changed: synced.changed,
            organizations: synced.organizations,
            unknown_numbers: synced.unknown_numbers,
            waiting: waiting.0,
            needs_attention: waiting.1,
            last_sync,
        }
    }
}

/// `orders`.
#[derive(Debug, Serialize)]
pub struct Orders {
    pub orders: Vec<Listed>,
    /// Of how many that match.
    pub total: u32,
    /// The search is not complete yet.
    pub indexing: bool,
}

/// One line of it.
#[derive(Debug, Serialize)]
pub struct Listed {
    pub number: String,
    pub id: String,
    pub customer: String,
    pub city: String,
    pub country: String,
    pub services: Vec<String>,
    pub state: String,
    pub closes_at: Option<String>,
    pub closes_in_days: Option<i32>,
    pub urgency: String,
}

impl Listed {
    pub fn of(row: OrderRow) -> Self {
        Self {
            number: row.number,
            id: row.id,
            customer: row.customer,
            city: row.city,
            country: row.country,
            services: row.services,
            state: row.badge.code,
            closes_at: row.deadline.closes_at,
            closes_in_days: row.deadline.days,
            urgency: row.deadline.urgency,
        }
    }
}

/// `order`.
#[derive(Debug, Serialize)]
pub struct Order {
    pub number: String,
    pub id: String,
    pub subscription: String,
    pub kind: String,
    pub offer: String,
    /// At the service.
    pub status: String,
    /// The one word of the list.
    pub state: String,
    pub closes_at: Option<String>,
    pub closes_in_days: Option<i32>,
    pub requested_start: Option<String>,
    pub contact: ContactView,
    pub end_customer: EndCustomerView,
    pub assignee: Option<String>,
    pub note: String,
    pub lines: Vec<LineView>,
    pub services: Vec<ServiceView>,
    pub mapping: Option<MappingView>,
    pub operation: Option<OperationView>,
    pub draft: Option<Drafted>,
    pub in_conflict: bool,
    pub queue: Vec<QueueEntryView>,
    pub timeline: Vec<TimelineEntry>,
}

/// What was answered and not submitted yet.
#[derive(Debug, Serialize)]
pub struct Drafted {
    pub saved_at: String,
    pub steps: Vec<StepView>,
}

impl Order {
    pub fn of(order: OrderView) -> Self {
        let DeadlineView {
            closes_at, days, ..
        } = order.deadline;
        let BadgeView { code: state, .. } = order.badge;
        let steps = order.wizard.steps;
        Self {
            number: order.number,
            id: order.id,
            subscription: order.subscription,
            kind: order.kind,
            offer: order.offer,
            status: order.status,
            state,
            closes_at,
            closes_in_days: days,
            requested_start: order.requested_start,
            contact: order.contact,
            end_customer: order.end_customer,
            assignee: order.assignee,
            note: order.note,
            lines: order.lines,
            services: order.services,
            mapping: order.mapping,
            operation: order.operation,
            draft: order
                .wizard
                .saved_at
                .map(|saved_at| Drafted { saved_at, steps }),
            in_conflict: order.conflict.is_some(),
            queue: order.queue,
            timeline: order.timeline,
        }
    }
}

/// `check`.
#[derive(Debug, Serialize)]
pub struct Checked {
    pub number: String,
    /// `map_and_set_up`, `map`, `set_up`, `hand_over`.
    pub act: String,
    /// Nothing stands in the way.
    pub ready: bool,
    /// `service` or `local`.
    pub checked_by: &'static str,
    pub set_up_now: Vec<String>,
    pub review_missing: bool,
    pub rows: Vec<ComparisonRow>,
    pub problems: Vec<ProblemView>,
    pub warnings: Vec<ProblemView>,
}

impl Checked {
    pub fn of(page: ConfirmationView) -> Self {
        Self {
            ready: page.problems.is_empty() && !page.review_missing,
            number: page.phrase,
            act: page.act,
            checked_by: if page.checked { "service" } else { "local" },
            set_up_now: page.set_up_now,
            review_missing: page.review_missing,
            rows: page.rows,
            problems: page.problems,
            warnings: page.warnings,
        }
    }
}

/// `submit`.
#[derive(Debug, Serialize)]
pub struct Submitted {
    pub number: String,
    pub act: String,
    /// `sent`, `awaiting_approval` (the mapping was accepted, and the set-up waits for the
    /// customer's administrator), `queued`, `needs_attention`.
    pub outcome: &'static str,
    /// Who sends it: `here`, or `elsewhere` when another program has the account open.
    pub sender: &'static str,
    /// Why it is only queued, when the service could not be reached.
    pub failure: Option<Failure>,
    /// What is still to be accepted.
    pub queue: Vec<QueueEntryView>,
}

/// `submit` that did not happen, and why.
#[derive(Debug, Serialize)]
pub struct NotSubmitted {
    pub failure: Failure,
    pub problems: Vec<ProblemView>,
}

/// `summary`.
#[derive(Debug, Serialize)]
pub struct Summaries {
    pub folder: String,
    pub files: Vec<SummaryFile>,
}

/// One of them.
#[derive(Debug, Serialize)]
pub struct SummaryFile {
    pub number: String,
    pub file: Option<String>,
    pub failure: Option<Failure>,
}

/// `export`.
#[derive(Debug, Serialize)]
pub struct Exported {
    pub path: String,
    pub orders: u32,
    /// Without a deadline ahead; of a calendar only.
    pub left_out: u32,
}

/// `import`, also with `--dry-run`.
#[derive(Debug, Serialize)]
pub struct Imported {
    pub file: String,
    pub sheet: String,
    /// What each column is taken as; empty for nothing.
    pub columns: Vec<ImportedColumn>,
    pub dry_run: bool,
    pub rows: u32,
    /// Orders that changed, or would.
    pub changed: u32,
    pub unchanged: u32,
    pub left_out: u32,
    /// The first 200 of those that change, and of those that are left out.
    pub orders: Vec<ImportLine>,
    /// Those that could not be written after all.
    pub failed: Vec<ManyOutcome>,
}

/// A column of a table.
#[derive(Debug, Serialize)]
pub struct ImportedColumn {
    pub heading: String,
    pub field: String,
}

/// `queue`.
#[derive(Debug, Serialize)]
pub struct Queue {
    pub entries: Vec<QueueEntryView>,
    pub waiting: u32,
    pub needs_attention: u32,
}

/// `backup`.
#[derive(Debug, Serialize)]
pub struct BackedUp {
    /// None when there was nothing to keep.
    pub made: Option<BackupView>,
}

/// `backup --list`.
#[derive(Debug, Serialize)]
pub struct Backups {
    pub backups: Vec<BackupView>,
}

/// `status`.
#[derive(Debug, Serialize)]
pub struct Status {
    pub version: &'static str,
    pub data: String,
    pub account: Option<Account>,
    /// Names of the accounts on this computer, for `--account`.
    pub accounts: Vec<Known>,
    /// `online`, `offline`, `signed_out`, `elsewhere`, `none`.
    pub connection: &'static str,
    pub last_sync: Option<String>,
    pub waiting: u32,
    pub needs_attention: u32,
}

/// The open account.
#[derive(Debug, Serialize)]
pub struct Account {
    /// `service` or `sample`.
    pub kind: String,
    pub address: String,
    pub operator_name: String,
    pub operator_email: String,
    pub signed_in: bool,
    /// `keyring` or `session`.
    pub tokens: String,
    pub keyring_problem: Option<String>,
}

impl Account {
    pub fn of(account: AccountView) -> Self {
        Self {
            kind: account.kind,
            address: account.address,
            operator_name: account.operator_name,
            operator_email: account.operator_email,
            signed_in: account.signed_in,
            tokens: account.tokens,
            keyring_problem: account.keyring_problem,
        }
    }
}

/// An account that has data here.
#[derive(Debug, Serialize)]
pub struct Known {
    pub name: String,
    pub address: String,
    pub operator_email: String,
}

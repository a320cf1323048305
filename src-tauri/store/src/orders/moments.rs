//! When an order's waiting began, when it ends and ended, and why it failed: what the overview
//! counts. Only what the service says counts; when this computer learnt of it does not.

use rusqlite::{Connection, params};
use turnup_domain::{
    Order, Status,
    order::{Operation, StepState},
    state::closing_day,
};

use crate::{Result, column};

/// Columns of an order that tell of times and failures.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Moments {
    /// When the provisioning e-mail went out.
    pub(crate) mailed_at: Option<i64>,
    /// Since when it is in its status.
    pub(crate) waits_since: Option<i64>,
    /// The day it closes on, where its contact is.
    pub(crate) closes_on: Option<String>,
    /// When the service ended the work on it.
    pub(crate) provisioned_at: Option<i64>,
    /// The first step that failed and its problem, a line feed between; empty without.
    pub(crate) failure: String,
}

impl Moments {
    pub(crate) fn of(order: &Order) -> Self {
        let mailed_at = order.mail_sent_at.map(column::time);
        let confirmed_at = order.mapping.as_ref().map(|mapping| mapping.at);
        let operation = order.operation.as_ref();
        let ended_at = operation.and_then(|operation| operation.ended_at);
        let waits_since = match &order.status {
            Status::AwaitingDetails => order.mail_sent_at,
            // When an approval was given, the order itself does not say.
            Status::AwaitingApproval
            | Status::Mapped
            | Status::Deferred
            | Status::CustomerSetsUp => confirmed_at,
            Status::Provisioning => operation.map(|operation| operation.started_at),
            Status::Failed => ended_at,
            Status::Provisioned
            | Status::ProvisionedWithErrors
            | Status::HandedOver
            | Status::Closed
            | Status::Cancelled
            | Status::Unknown(_) => None,
        };
        let is_provisioned = matches!(
            order.status,
            Status::Provisioned | Status::ProvisionedWithErrors
        );
        let has_failed = matches!(order.status, Status::Failed | Status::ProvisionedWithErrors);
        Self {
            mailed_at,
            waits_since: waits_since.map(column::time),
            closes_on: closing_day(order).map(|day| day.to_string()),
            provisioned_at: ended_at.filter(|_| is_provisioned).map(column::time),
            failure: if has_failed {
                failure(order, operation)
            } else {
                String::new()
            },
        }
    }
}

/// The first step that failed; an order without one is told by its first service that did.
fn failure(order: &Order, operation: Option<&Operation>) -> String {
    let step = operation
        .into_iter()
        .flat_map(|operation| &operation.steps)
        .find(|step| step.state == StepState::Failed);
    let service = || {
        let problems = order.services.iter().flat_map(|service| &service.problems);
        problems.map(|problem| problem.code.as_str()).next()
    };
    let code = match step.and_then(|step| step.problems.first()) {
        Some(problem) => Some(problem.code.as_str()),
        None => service(),
    };
    let word = |word: &str| word.replace('\n', " ");
    format!(
        "{}\n{}",
        word(step.map_or("", |step| step.code.as_str())),
        word(code.unwrap_or_default())
    )
}

/// Fills the columns of every order that was here before they were. What cannot be read any more
/// stays without: the next word of the service brings it.
pub(crate) fn fill(connection: &Connection) -> Result<()> {
    let mut documents = connection.prepare("SELECT order_row, document FROM documents")?;
    let mut update = connection.prepare(
        "UPDATE orders SET mailed_at = ?2, waits_since = ?3,
                closes_on = iif(closes_at IS NULL, NULL, ?4), provisioned_at = ?5, failure = ?6
         WHERE row = ?1",
    )?;
    let mut rows = documents.query([])?;
    while let Some(row) = rows.next()? {
        let text = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
        if let Ok(order) = serde_json::from_str::<Order>(text) {
            let moments = Moments::of(&order);
            update.execute(params![
                row.get::<_, i64>(0)?,
                moments.mailed_at,
                moments.waits_since,
                moments.closes_on,
                moments.provisioned_at,
                moments.failure,
            ])?;
        }
    }
    Ok(())
}

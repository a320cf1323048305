//! Table `timers`: what happens to an order by itself, and when. Time passes when somebody
//! looks: there is no clockwork in the background.

use jiff::Timestamp;
use rusqlite::Connection;
use turnup_domain::OrderId;

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimerKind {
    /// The order's deadline.
    Deadline,
    /// The customer answers the question for approval.
    Approval,
    /// The next step of the running operation ends.
    Step,
}

impl TimerKind {
    fn word(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::Approval => "approval",
            Self::Step => "step",
        }
    }

    fn of(word: &str) -> Option<Self> {
        [Self::Deadline, Self::Approval, Self::Step]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// A timer that went off.
pub(crate) struct Due {
    pub order: OrderId,
    pub kind: TimerKind,
    pub at: Timestamp,
}

/// Sets (or moves) a timer.
pub(crate) fn set(
    connection: &Connection,
    order: &OrderId,
    kind: TimerKind,
    at: Timestamp,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO timers (order_id, kind, at) VALUES (?1, ?2, ?3)
             ON CONFLICT (order_id, kind) DO UPDATE SET at = excluded.at",
        )?
        .execute((order.as_str(), kind.word(), at.as_millisecond()))?;
    Ok(())
}

pub(crate) fn clear(
    connection: &Connection,
    order: &OrderId,
    kind: TimerKind,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM timers WHERE order_id = ?1 AND kind = ?2")?
        .execute((order.as_str(), kind.word()))?;
    Ok(())
}

/// The earliest timer that has gone off.
pub(crate) fn next_due(connection: &Connection, now: Timestamp) -> rusqlite::Result<Option<Due>> {
    let mut statement = connection.prepare_cached(
        "SELECT order_id, kind, at FROM timers WHERE at <= ?1 ORDER BY at, order_id LIMIT 1",
    )?;
    let mut rows = statement.query((now.as_millisecond(),))?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let kind: String = row.get(1)?;
    Ok(TimerKind::of(&kind).map(|kind| Due {
        order: OrderId::from(row.get::<_, String>(0).unwrap_or_default()),
        kind,
        at: row
            .get(2)
            .ok()
            .and_then(|at| Timestamp::from_millisecond(at).ok())
            .unwrap_or(Timestamp::UNIX_EPOCH),
    }))
}

//! What the finder showed last, by order and role, so that a choice keeps what it rested on.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use turnup_domain::{MatchAnswer, OrderId, organization::Role};

use crate::{Result, Store, column, connections::Durability, orders};

/// An answer of the finder.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The answer as it was shown.
    pub answer: MatchAnswer,
    /// Whether it came from the cached directory, not from the service.
    pub from_cache: bool,
    /// When it was shown.
    pub at: Timestamp,
}

impl Store {
    /// Keeps the answer that is shown for an order and role; the previous one goes.
    ///
    /// # Errors
    /// [`crate::StoreError::NotFound`] when the order is not cached; or the database cannot be
    /// written.
    pub fn save_finding(
        &self,
        id: &OrderId,
        role: &Role,
        answer: &MatchAnswer,
        from_cache: bool,
        now: Timestamp,
    ) -> Result<()> {
        let answer = serde_json::to_string(answer)?;
        self.write(Durability::Normal, |tx| {
            let row = orders::row_of(tx, id)?;
            tx.prepare_cached(
                "INSERT INTO findings (order_row, role, answer, from_cache, at)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (order_row, role) DO UPDATE
                 SET answer = excluded.answer, from_cache = excluded.from_cache, at = excluded.at",
            )?
            .execute(params![
                row,
                role.as_str(),
                answer,
                from_cache,
                column::time(now)
            ])?;
            Ok(())
        })
    }

    /// The answer shown last for an order and role.
    ///
    /// # Errors
    /// When the database or the stored answer cannot be read.
    pub fn finding(&self, id: &OrderId, role: &Role) -> Result<Option<Finding>> {
        let stored: Option<(String, bool, i64)> = self.read(|tx| {
            Ok(tx
                .prepare_cached(
                    "SELECT f.answer, f.from_cache, f.at FROM findings f
                     JOIN orders o ON o.row = f.order_row WHERE o.id = ?1 AND f.role = ?2",
                )?
                .query_row([id.as_str(), role.as_str()], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })
                .optional()?)
        })?;
        stored
            .map(|(answer, from_cache, at)| {
                let answer = serde_json::from_str(&answer)?;
                Ok(Finding {
                    answer,
                    from_cache,
                    at: column::to_time(at),
                })
            })
            .transpose()
    }
}

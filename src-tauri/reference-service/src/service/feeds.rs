//! The delta feeds and the summary they are checked against.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use rusqlite::Connection;
use turnup_contract::{OrdersSummary, Tombstone, code};
use turnup_domain::{OrderId, OrderNumber};

use super::{Refusal, Service};
use crate::storage::{
    meta,
    orders::{self, FeedRow},
    organizations,
};

/// Most items of a page.
const MOST: u32 = 1_000;
/// Items of a page when the client does not say.
const USUAL: u32 = 200;

/// Most bytes of the documents of a page: clients do not read an answer without end, and drafts
/// under review make orders large.
const LARGEST: usize = 16 * 1024 * 1024;

/// A page, as the JSON that goes out: documents are passed on as they are stored.
pub(crate) struct FeedBody(pub String);

/// Which feed a cursor belongs to.
#[derive(Clone, Copy)]
enum Feed {
    Orders,
    Organizations,
}

impl Service {
    /// `GET /orders?cursor=&limit=`.
    pub fn orders(&self, cursor: Option<&str>, limit: Option<u32>) -> Result<FeedBody, Refusal> {
        self.page(Feed::Orders, cursor, limit)
    }

    /// `GET /organizations/changes?cursor=&limit=`.
    pub fn organizations(
        &self,
        cursor: Option<&str>,
        limit: Option<u32>,
    ) -> Result<FeedBody, Refusal> {
        self.page(Feed::Organizations, cursor, limit)
    }

    /// `GET /orders?number=`: a page of one, or of none.
    pub fn orders_by_number(&self, number: &OrderNumber) -> Result<FeedBody, Refusal> {
        self.pass_time()?;
        self.database.read(|connection| {
            let order = match orders::id_of_number(connection, number)? {
                Some(id) => orders::get(connection, &id)?,
                None => None,
            };
            let as_of = orders::last_sequence(connection)?;
            let total = u64::from(order.is_some());
            let items = match order {
                Some(order) => vec![orders::text(&order)?],
                None => Vec::new(),
            };
            Ok(page_body(&items, "", false, as_of, total))
        })
    }

    /// How far the orders' feed is.
    pub fn last_sequence(&self) -> Result<u64, Refusal> {
        self.pass_time()?;
        self.database
            .read(|connection| Ok(orders::last_sequence(connection)?))
    }

    /// `GET /orders/summary`.
    pub fn summary(&self) -> Result<OrdersSummary, Refusal> {
        self.pass_time()?;
        self.database.read(|connection| {
            Ok(OrdersSummary {
                as_of: orders::last_sequence(connection)?,
                counts: orders::counts(connection)?,
                checksum: orders::checksum(connection)?.hex(),
            })
        })
    }

    fn page(
        &self,
        feed: Feed,
        cursor: Option<&str>,
        limit: Option<u32>,
    ) -> Result<FeedBody, Refusal> {
        let limit = limit.unwrap_or(USUAL);
        if !(1..=MOST).contains(&limit) {
            return Err(Refusal::malformed(format!("limit must be 1 to {MOST}")));
        }
        self.pass_time()?;
        self.database.read(|connection| {
            let after = cursor.map_or(Ok(0), |cursor| read_cursor(connection, feed, cursor))?;
            // One more than asked for tells whether more waits.
            let (mut rows, total) = match feed {
                Feed::Orders => (
                    orders::changed_after(connection, after, limit + 1)?,
                    orders::count(connection)?,
                ),
                Feed::Organizations => (
                    organizations::changed_after(connection, after, limit + 1)?,
                    organizations::count(connection)?,
                ),
            };
            let fitting = fitting(&rows, limit as usize);
            let has_more = rows.len() > fitting;
            rows.truncate(fitting);
            let as_of = rows.last().map_or(after, |row| row.sequence);
            let items: Vec<String> = rows.into_iter().map(item).collect::<Result<_, _>>()?;
            let next = write_cursor(connection, feed, as_of)?;
            Ok(page_body(&items, &next, has_more, as_of, total))
        })
    }

    /// Every cursor given out so far is too old from now on; for tests.
    pub fn expire_cursors(&self) -> Result<(), Refusal> {
        self.database.write(|connection| {
            let later = meta::next_sequence(connection)?;
            let epoch = format!("{}x{later:x}", epoch(connection)?);
            Ok(meta::set(connection, meta::EPOCH, &epoch)?)
        })
    }

    /// `GET /orders/{id}`.
    pub fn order(&self, id: &OrderId) -> Result<turnup_domain::Order, Refusal> {
        self.pass_time()?;
        self.database
            .read(|connection| orders::get(connection, id).map_err(Refusal::from))?
            .ok_or_else(|| Refusal::of(code::NOT_FOUND))
    }
}

/// How many rows a page takes, one at least.
fn fitting(rows: &[FeedRow], limit: usize) -> usize {
    let mut bytes = 0;
    let fits = |row: &&FeedRow| {
        bytes += row.document.len();
        bytes <= LARGEST
    };
    let fitting = rows.iter().take(limit).take_while(fits).count();
    fitting.max(1).min(rows.len())
}

fn item(row: FeedRow) -> rusqlite::Result<String> {
    if row.deleted {
        orders::text(&Tombstone {
            id: row.id,
            deleted: true,
            sequence: row.sequence,
        })
    } else {
        Ok(row.document)
    }
}

fn page_body(items: &[String], next: &str, has_more: bool, as_of: u64, total: u64) -> FeedBody {
    FeedBody(format!(
        r#"{{"items":[{}],"next_cursor":"{next}","has_more":{has_more},"as_of":{as_of},"total":{total}}}"#,
        items.join(",")
    ))
}

fn epoch(connection: &Connection) -> rusqlite::Result<String> {
    Ok(meta::get(connection, meta::EPOCH)?.unwrap_or_default())
}

impl Feed {
    fn letter(self) -> &'static str {
        match self {
            Self::Orders => "o",
            Self::Organizations => "g",
        }
    }
}

fn write_cursor(connection: &Connection, feed: Feed, sequence: u64) -> rusqlite::Result<String> {
    let text = format!("{}.{}.{sequence}", feed.letter(), epoch(connection)?);
    Ok(BASE64_URL_SAFE_NO_PAD.encode(text))
}

fn read_cursor(connection: &Connection, feed: Feed, cursor: &str) -> Result<u64, Refusal> {
    let parts = BASE64_URL_SAFE_NO_PAD.decode(cursor).ok();
    let text = parts.and_then(|bytes| String::from_utf8(bytes).ok());
    let parts = text.as_deref().and_then(|text| {
        let mut parts = text.splitn(3, '.');
        Some((
            parts.next()?,
            parts.next()?,
            parts.next()?.parse::<u64>().ok()?,
        ))
    });
    let Some((letter, of_epoch, sequence)) = parts else {
        return Err(Refusal::malformed("the cursor is none of this service"));
    };
    if letter != feed.letter() {
        return Err(Refusal::malformed("the cursor is one of another feed"));
    }
    if of_epoch != epoch(connection)? {
        return Err(Refusal::of(code::CURSOR_EXPIRED));
    }
    Ok(sequence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_ends_at_its_limit_or_before_it_grows_too_large() {
        let half = LARGEST / 2;
        let table: [(&[usize], usize, usize); 7] = [
            (&[], 3, 0),
            (&[2, 2], 3, 2),
            (&[2, 2, 2, 2], 3, 3),
            (&[half, half, 2], 3, 2),
            (&[half, half + 1, 2], 3, 1),
            (&[LARGEST + 1, 2], 3, 1),
            (&[LARGEST, 2], 1, 1),
        ];
        for (sizes, limit, expected) in table {
            let row = |size: &usize| FeedRow {
                id: String::new(),
                sequence: 0,
                deleted: false,
                document: "x".repeat(*size),
            };
            let rows: Vec<FeedRow> = sizes.iter().map(row).collect();
            assert_eq!(fitting(&rows, limit), expected, "{sizes:?}");
        }
    }
}

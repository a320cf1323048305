//! Every row of a table that can still be reached: upwards by key, and around pages that cannot
//! be read from both of their sides.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

/// So many damaged places of one table are looked around; beyond that it is noise.
const MOST_GAPS: u32 = 500;
/// Keys that are tried one by one behind a damaged place, before steps double.
const ONE_BY_ONE: i64 = 512;

/// What a walk met.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Met {
    /// Rows that were there and could not be understood.
    pub(super) unreadable: u32,
    /// Places where rows may have been that cannot be reached.
    pub(super) gaps: u32,
}

/// Reads rows of `select` in the order of a numeric `key`, which is its first column. `None` from
/// `read` is a row that cannot be understood.
pub(super) fn by_number<T>(
    connection: &Connection,
    select: &str,
    key: &str,
    read: impl Fn(&Row<'_>) -> Option<T>,
    met: &mut Met,
) -> Vec<T> {
    let mut walk = Walk {
        connection,
        select,
        key,
        read,
        found: BTreeMap::new(),
    };
    let before = met.gaps;
    // Every key of this program is above; `tried` is the last one that a look went to.
    let (mut low, mut tried) = (-1_i64, -1_i64);
    while let Some(reached) = walk.up(low) {
        met.gaps += 1;
        let from = reached.max(tried);
        let next = walk.beyond(from);
        walk.down(next.unwrap_or(i64::MAX), from);
        match next {
            Some(next) if met.gaps - before < MOST_GAPS => (low, tried) = (next - 1, next),
            _ => break,
        }
    }
    let mut rows = Vec::new();
    for row in walk.found.into_values().flatten() {
        match row {
            Some(row) => rows.push(row),
            None => met.unreadable += 1,
        }
    }
    rows
}

struct Walk<'a, T, F> {
    connection: &'a Connection,
    select: &'a str,
    key: &'a str,
    read: F,
    /// By key; a key may have several rows, which come together.
    found: BTreeMap<i64, Vec<Option<T>>>,
}

impl<T, F: Fn(&Row<'_>) -> Option<T>> Walk<'_, T, F> {
    /// Reads upwards from `low`, without it. None at the end of the table, else the last key
    /// before a place that cannot be read.
    fn up(&mut self, low: i64) -> Option<i64> {
        let sql = format!(
            "{} WHERE {key} > ?1 ORDER BY {key}",
            self.select,
            key = self.key
        );
        self.read_on(&sql, [low, i64::MAX], low)
    }

    /// Reads downwards from `high`, with it, to `low`, without it.
    fn down(&mut self, high: i64, low: i64) {
        let sql = format!(
            "{} WHERE {key} <= ?1 AND {key} > ?2 ORDER BY {key} DESC",
            self.select,
            key = self.key
        );
        let _ = self.read_on(&sql, [high, low], high);
    }

    fn read_on(&mut self, sql: &str, bounds: [i64; 2], from: i64) -> Option<i64> {
        let mut reached = from;
        let Ok(mut statement) = self.connection.prepare(sql) else {
            return Some(reached);
        };
        let values = &bounds[..statement.parameter_count()];
        let Ok(mut rows) = statement.query(rusqlite::params_from_iter(values)) else {
            return Some(reached);
        };
        let rising = statement_rises(sql);
        let mut last = None;
        loop {
            match rows.next() {
                Ok(Some(row)) => {
                    let Ok(key) = row.get::<_, i64>(0) else {
                        return Some(reached);
                    };
                    // Pages that lead in a circle do not rise for ever.
                    if last.is_some_and(|last| if rising { key < last } else { key > last }) {
                        return Some(reached);
                    }
                    if last != Some(key) {
                        self.found.insert(key, Vec::new());
                    }
                    last = Some(key);
                    reached = key;
                    let read = (self.read)(row);
                    if let Some(rows) = self.found.get_mut(&key) {
                        rows.push(read);
                    }
                }
                Ok(None) => return None,
                Err(_) => return Some(reached),
            }
        }
    }

    /// A key beyond a place that cannot be read.
    fn beyond(&self, reached: i64) -> Option<i64> {
        let sql = format!(
            "SELECT {key} FROM ({select}) WHERE {key} >= ?1 ORDER BY {key} LIMIT 1",
            key = self.key,
            select = self.select
        );
        let mut step = 1_i64;
        while let Some(from) = reached.checked_add(step) {
            let found = self
                .connection
                .prepare_cached(&sql)
                .and_then(|mut statement| statement.query_row([from], |row| row.get::<_, i64>(0)));
            match found {
                Ok(key) if key > reached => return Some(key),
                Ok(_) | Err(rusqlite::Error::QueryReturnedNoRows) => return None,
                Err(_) if step < ONE_BY_ONE => step += 1,
                Err(_) => step = step.checked_mul(2)?,
            }
        }
        None
    }
}

fn statement_rises(sql: &str) -> bool {
    !sql.ends_with("DESC")
}

/// Reads rows of `select` in the order of a `key` that is text: upwards, and downwards from the
/// end when that stops.
pub(super) fn by_text<T>(
    connection: &Connection,
    select: &str,
    key: &str,
    read: impl Fn(&Row<'_>) -> Option<T>,
    met: &mut Met,
) -> Vec<T> {
    let mut found = BTreeMap::new();
    for direction in ["", " DESC"] {
        let sql = format!("{select} ORDER BY {key}{direction}");
        let whole = each(connection, &sql, |row| {
            let Ok(key) = row.get::<_, String>(0) else {
                return true;
            };
            let new = !found.contains_key(&key);
            if new {
                found.insert(key, read(row));
            }
            new
        });
        if whole {
            break;
        }
        met.gaps += u32::from(direction.is_empty());
    }
    let mut rows = Vec::new();
    for row in found.into_values() {
        match row {
            Some(row) => rows.push(row),
            None => met.unreadable += 1,
        }
    }
    rows
}

/// Whether the last row was reached; `next` ends it early with false.
fn each(connection: &Connection, sql: &str, mut next: impl FnMut(&Row<'_>) -> bool) -> bool {
    let Ok(mut statement) = connection.prepare(sql) else {
        return false;
    };
    let Ok(mut rows) = statement.query([]) else {
        return false;
    };
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                if !next(row) {
                    return false;
                }
            }
            Ok(None) => return true,
            Err(_) => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;

    use super::*;

    #[test]
    fn where_keys_lie_far_apart_no_more_than_the_damaged_leaf_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sparse.db");
        let connection = Connection::open(&path).unwrap();
        connection
            .execute_batch("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)")
            .unwrap();
        for n in 1..=300_i64 {
            connection
                .execute(
                    "INSERT INTO t VALUES (?1, ?2)",
                    rusqlite::params![n * 100_000, "x".repeat(900)],
                )
                .unwrap();
        }
        drop(connection);
        let mut bytes = fs::read(&path).unwrap();
        let leaves = bytes.chunks(4096).filter(|page| page[0] == 13).count();
        // Two leaves with a sound one between them.
        for page in [30, 32] {
            bytes[page * 4096..(page + 1) * 4096].fill(0xa5);
        }
        fs::write(&path, &bytes).unwrap();
        let connection = Connection::open(&path).unwrap();
        let mut met = Met::default();
        let read = |row: &Row<'_>| row.get::<_, i64>(0).ok();
        let found = by_number(&connection, "SELECT id, text FROM t", "id", read, &mut met);
        let per_leaf = 300_usize.div_ceil(leaves);
        assert!(
            found.len() >= 300 - 3 * per_leaf && found.len() < 300,
            "{} of 300, {per_leaf} on a leaf",
            found.len()
        );
        assert!(found.is_sorted());
        assert!(met.gaps > 0);
    }
}

//! Whether a database is sound: every page, index, reference and word of the search.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

/// What is wrong with the database as it lies on the disk; nothing when it is sound. A copy is
/// looked at: the next start of the program finds what the last one left.
pub fn damage(database: &Path) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.sqlite");
    for suffix in ["", "-journal", "-wal"] {
        let beside = |path: &Path| format!("{}{suffix}", path.display());
        match fs::copy(beside(database), beside(&copy)) {
            Err(error) if suffix.is_empty() => panic!("{}: {error}", database.display()),
            _ => {}
        }
    }
    let connection = Connection::open(&copy).unwrap();
    let checks: [fn(&Connection) -> rusqlite::Result<String>; 5] =
        [pages, references, search, counters, customers];
    checks
        .into_iter()
        .find_map(|check| match check(&connection) {
            Ok(said) if said == "ok" => None,
            Ok(said) => Some(said),
            Err(error) => Some(error.to_string()),
        })
}

/// The databases of the accounts that are there already.
pub fn databases(data: &Path) -> Vec<PathBuf> {
    let Ok(files) = fs::read_dir(data.join("accounts")) else {
        return Vec::new();
    };
    files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "sqlite"))
        .collect()
}

fn pages(connection: &Connection) -> rusqlite::Result<String> {
    connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))
}

fn references(connection: &Connection) -> rusqlite::Result<String> {
    let orphans = "SELECT count(*) FROM pragma_foreign_key_check()";
    ok_when_none(connection, orphans, "orphaned rows")
}

fn search(connection: &Connection) -> rusqlite::Result<String> {
    // An empty file has no tables yet.
    if count(connection, "SELECT count(*) FROM sqlite_schema")? == 0 {
        return Ok("ok".to_owned());
    }
    connection.execute_batch("INSERT INTO search (search) VALUES ('integrity-check')")?;
    // An order without a fingerprint of its words waits for its place, and must not have it yet.
    let strangers = "SELECT count(*) FROM orders
        WHERE (words <> 0) <> (deadline_key IN (SELECT rowid FROM search))";
    ok_when_none(connection, strangers, "orders that cannot be searched for")
}

fn counters(connection: &Connection) -> rusqlite::Result<String> {
    if count(connection, "SELECT count(*) FROM sqlite_schema")? == 0 {
        return Ok("ok".to_owned());
    }
    let wrong = "SELECT count(*) FROM (
        SELECT status, local_state, assignee, gone, orders FROM tallies
        EXCEPT
        SELECT status, local_state, assignee, gone, count(*) FROM orders GROUP BY 1, 2, 3, 4)";
    ok_when_none(connection, wrong, "wrong counters")
}

fn customers(connection: &Connection) -> rusqlite::Result<String> {
    // An older file has none yet.
    let there = "SELECT count(*) FROM sqlite_schema WHERE name = 'customers'";
    if count(connection, there)? == 0 {
        return Ok("ok".to_owned());
    }
    let wrong = "SELECT count(*) FROM customers c LEFT JOIN (
            SELECT customer_row, count(*) AS orders, sum(stage = 0) AS open,
                   sum(stage = 1) AS provisioned, min(deadline_key) AS next_key
            FROM orders GROUP BY customer_row) o ON o.customer_row = c.row
        WHERE (c.orders, c.open, c.provisioned, c.next_key) IS NOT (
            coalesce(o.orders, 0), coalesce(o.open, 0), coalesce(o.provisioned, 0),
            coalesce(o.next_key, 9223372036854775807))";
    let wrong = ok_when_none(connection, wrong, "customers with wrong counters")?;
    let strangers = "SELECT count(*) FROM orders
        WHERE customer_row IS NULL OR customer_row NOT IN (SELECT row FROM customers)";
    match wrong.as_str() {
        "ok" => ok_when_none(connection, strangers, "orders without a customer"),
        _ => Ok(wrong),
    }
}

fn ok_when_none(connection: &Connection, question: &str, what: &str) -> rusqlite::Result<String> {
    Ok(match count(connection, question)? {
        0 => "ok".to_owned(),
        some => format!("{some} {what}"),
    })
}

fn count(connection: &Connection, question: &str) -> rusqlite::Result<u32> {
    connection.query_row(question, [], |row| row.get(0))
}

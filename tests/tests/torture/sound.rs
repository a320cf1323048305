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
    let checks: [fn(&Connection) -> rusqlite::Result<String>; 4] =
        [pages, references, search, counters];
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

fn ok_when_none(connection: &Connection, question: &str, what: &str) -> rusqlite::Result<String> {
    Ok(match count(connection, question)? {
        0 => "ok".to_owned(),
        some => format!("{some} {what}"),
    })
}

fn count(connection: &Connection, question: &str) -> rusqlite::Result<u32> {
    connection.query_row(question, [], |row| row.get(0))
}

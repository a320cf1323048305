//! One backup on the disk: written beside its place, synced and renamed; read without trusting
//! that it is one.

use std::{
    fs::{self, File, OpenOptions},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags, params, params_from_iter};

use super::{
    BackupName, OwnWork,
    kept::{Kept, Rows},
};
use crate::{Result, StoreError, column, files, migrations, open, search};

/// What other programs see in the header: no cache, although it has the same tables.
const APPLICATION_ID: i32 = 0x5475_7242;
/// Of `schema.sql`.
const VERSION: u32 = 1;

/// How much a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents {
    /// Drafts.
    pub drafts: u32,
    /// Acts that were not accepted yet.
    pub acts: u32,
    /// Lines of the journal.
    pub lines: u32,
    /// Of all that is kept: the same while nothing changes.
    pub(crate) fingerprint: i64,
}

/// A value that changes with what is kept. What the service can tell again has no part in it.
pub(super) fn fingerprint(work: &OwnWork) -> i64 {
    let kept = (
        &work.drafts,
        &work.acts,
        &work.lines,
        &work.settings,
        &work.numbers,
    );
    search::fingerprint(&format!("{kept:?}"))
}

/// Writes a backup; there is all of it in the end or nothing.
pub(super) fn write(path: &Path, work: &OwnWork, name: BackupName) -> Result<()> {
    let part = part_of(path);
    let written = fill(&part, work, name).and_then(|()| {
        OpenOptions::new().write(true).open(&part)?.sync_all()?;
        fs::rename(&part, path)?;
        Ok(())
    });
    if written.is_err() {
        // What is left of it is nobody's; the next backup tries again.
        let _ = fs::remove_file(&part);
    }
    written?;
    sync_folder(path);
    Ok(())
}

/// The name of a backup that is being written.
fn part_of(path: &Path) -> PathBuf {
    files::beside(path, ".part")
}

/// Whether a file is what a crash left of a backup.
pub(super) fn is_part(name: &str) -> bool {
    name.strip_suffix(".part")
        .is_some_and(|name| BackupName::parse(name).is_some())
}

fn sync_folder(path: &Path) {
    // Not every system lets a folder be synced; the file itself already is.
    if let Some(Ok(folder)) = path.parent().map(File::open) {
        let _ = folder.sync_all();
    }
}

fn fill(part: &Path, work: &OwnWork, name: BackupName) -> Result<()> {
    let _ = fs::remove_file(part);
    files::make_private(part)?;
    let mut connection = Connection::open_with_flags(
        part,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    // Half of it is thrown away, and all of it is synced at once.
    connection.pragma_update(None, "journal_mode", "OFF")?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    let tx = connection.transaction()?;
    tx.execute_batch(include_str!("schema.sql"))?;
    tx.pragma_update(None, "user_version", VERSION)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.execute(
        "INSERT INTO backup (id, made_at, why, fingerprint, unreadable) VALUES (1, ?1, ?2, ?3, ?4)",
        params![
            column::time(name.at),
            name.why.as_str(),
            fingerprint(work),
            work.unreadable
        ],
    )?;
    let rows = put_orders(&tx, work)?;
    put(&tx, &work.drafts, &rows)?;
    put(&tx, &work.acts, &rows)?;
    put(&tx, &work.findings, &rows)?;
    put(&tx, &work.lines, &rows)?;
    put(&tx, &work.settings, &rows)?;
    put(&tx, &work.numbers, &rows)?;
    put(&tx, &work.rules, &rows)?;
    tx.commit()?;
    connection.close().map_err(|(_, error)| error.into())
}

fn put_orders(connection: &Connection, work: &OwnWork) -> Result<Rows> {
    let mut rows = Rows::new();
    for (row, order) in (1_i64..).zip(&work.orders) {
        connection
            .prepare_cached("INSERT INTO orders (row, id, number, gone) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![row, order.id.as_str(), order.number, order.gone])?;
        if let Some(document) = &order.document {
            connection
                .prepare_cached("INSERT INTO documents (order_row, document) VALUES (?1, ?2)")?
                .execute(params![row, document])?;
        }
        rows.insert(order.id.clone(), row);
    }
    Ok(rows)
}

fn put<T: Kept>(connection: &Connection, kept: &[T], rows: &Rows) -> Result<()> {
    let marks = vec!["?"; T::COLUMNS.len()].join(", ");
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({marks})",
        T::TABLE,
        T::COLUMNS.join(", ")
    );
    let mut statement = connection.prepare(&sql)?;
    for values in kept.iter().filter_map(|row| row.values(rows)) {
        statement.execute(params_from_iter(values))?;
    }
    Ok(())
}

/// Opens a backup to read: all of its pages are sound.
fn open(path: &Path) -> Result<Connection> {
    let connection = open::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let found = migrations::version(&connection)?;
    if id != APPLICATION_ID || found == 0 {
        return Err(StoreError::Damaged {
            detail: "no backup".to_owned(),
        });
    }
    if found > VERSION {
        return Err(StoreError::Future {
            found,
            supported: VERSION,
        });
    }
    open::check(&connection, "quick_check(1)")?;
    Ok(connection)
}

/// What a backup holds.
pub(super) fn read(path: &Path) -> Result<OwnWork> {
    OwnWork::read(&open(path)?)
}

/// How much a backup holds.
pub(super) fn contents(path: &Path) -> Result<Contents> {
    let contents = open(path)?.query_row(
        "SELECT (SELECT count(*) FROM drafts), (SELECT count(*) FROM outbox),
                (SELECT count(*) FROM journal), fingerprint
         FROM backup WHERE id = 1",
        [],
        |row| {
            Ok(Contents {
                drafts: row.get(0)?,
                acts: row.get(1)?,
                lines: row.get(2)?,
                fingerprint: row.get(3)?,
            })
        },
    )?;
    Ok(contents)
}

//! Backups one after the other: what lies there under a backup's name is a whole one, and those
//! that were told of are there.

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::operator::Operator;
use acceptance::tally::Tally;
use rusqlite::{Connection, OpenFlags};

use super::{Job, all_there, no_litter};
use crate::stock::Stock;

/// Fewer than are kept.
const TIMES: usize = 5;
/// So many that were made by hand are kept.
const KEPT: usize = 10;

pub struct BackUp<'a> {
    stock: &'a Stock,
    _folder: tempfile::TempDir,
    data: PathBuf,
    told: Vec<String>,
}

impl<'a> BackUp<'a> {
    pub fn begin(stock: &'a Stock) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("ana");
        stock.edited(&data);
        Self {
            stock,
            _folder: folder,
            data,
            told: Vec::new(),
        }
    }
}

impl Job for BackUp<'_> {
    fn words(&self) -> Vec<String> {
        let times = TIMES.saturating_sub(self.told.len()).to_string();
        vec!["back-up".to_owned(), self.data.display().to_string(), times]
    }

    fn hear(&mut self, line: &str) {
        if let Some(name) = line.strip_prefix("kept ") {
            self.told.push(name.to_owned());
        }
    }

    fn data(&self) -> &Path {
        &self.data
    }

    async fn left(&mut self) {
        for file in backups(&self.data) {
            let is_part = file.extension().is_some_and(|end| end == "part");
            assert!(is_part || works(&file) > 0, "{}", file.display());
        }
    }

    async fn settle(self) -> Tally {
        let mut tally = all_there(&self.data, self.stock).await;
        let operator = Operator::at(&self.data).await.unwrap();
        let here = operator.workbench.storage().await.unwrap().backups;
        operator.workbench.close().await;
        drop(operator);
        assert!(here.iter().all(|one| one.readable), "{here:?}");
        let by_hand = here.iter().filter(|one| one.why == "by_hand");
        let oldest = by_hand.take(KEPT).last().map(|one| one.name.clone());
        for name in &self.told {
            let rests = oldest.as_ref().is_some_and(|oldest| name < oldest);
            let is_here = here.iter().any(|one| one.name == *name);
            tally.acknowledged += 1;
            tally.lost += u64::from(!rests && !is_here);
        }
        no_litter(&self.data).await;
        tally
    }
}

/// Every file in the folders of backups.
fn backups(data: &Path) -> Vec<PathBuf> {
    let folders = fs::read_dir(data.join("backups")).into_iter().flatten();
    folders
        .flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .collect()
}

/// Drafts and acts of a backup, every page of which is sound.
fn works(backup: &Path) -> u32 {
    let connection = Connection::open_with_flags(backup, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let said: String = connection
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(said, "ok", "{}", backup.display());
    connection
        .query_row(
            "SELECT (SELECT count(*) FROM drafts) + (SELECT count(*) FROM outbox)
             FROM backup WHERE id = 1",
            [],
            |row| row.get(0),
        )
        .unwrap()
}

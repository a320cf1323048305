//! A database of the first schema is opened: it has had the migration or not, and its work is
//! there either way.

use std::path::{Path, PathBuf};

use acceptance::operator::Operator;
use acceptance::tally::Tally;
use rusqlite::Connection;

use super::{Job, all_there, no_litter};
use crate::sound::databases;
use crate::stock::{Stock, copy, grow_old};

pub struct Migration<'a> {
    stock: &'a Stock,
    folder: tempfile::TempDir,
    data: PathBuf,
    is_open: bool,
}

impl<'a> Migration<'a> {
    pub fn begin(stock: &'a Stock) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("ana");
        stock.edited(&data);
        grow_old(&data);
        assert_eq!(version(&data), 1);
        Self {
            stock,
            folder,
            data,
            is_open: false,
        }
    }
}

impl Job for Migration<'_> {
    fn words(&self) -> Vec<String> {
        vec!["open".to_owned(), self.data.display().to_string()]
    }

    fn hear(&mut self, line: &str) {
        self.is_open |= line == "open";
    }

    fn data(&self) -> &Path {
        &self.data
    }

    async fn left(&mut self) {
        let migrated = version(&self.data) > 1;
        assert!(migrated || !self.is_open, "it was open at the old schema");
        // Another program than the one that goes on: it must not do the work of that one.
        let seen = self.folder.path().join("seen");
        copy(&self.data, &seen);
        let tally = all_there(&seen, self.stock).await;
        assert!(tally.is_clean(), "{tally}");
        std::fs::remove_dir_all(seen).unwrap();
    }

    async fn settle(self) -> Tally {
        assert!(self.is_open && version(&self.data) > 1);
        let tally = all_there(&self.data, self.stock).await;
        let operator = Operator::at(&self.data).await.unwrap();
        let backups = operator.workbench.storage().await.unwrap().backups;
        operator.workbench.close().await;
        assert!(backups.iter().all(|one| one.readable), "{backups:?}");
        assert!(
            backups.iter().any(|one| one.why == "before_update"),
            "{backups:?}"
        );
        no_litter(&self.data).await;
        tally
    }
}

/// How many migrations the database has had; all of what they bring is there, or nothing.
fn version(data: &Path) -> u32 {
    let folder = tempfile::tempdir().unwrap();
    copy(data, folder.path());
    let [database] = databases(folder.path()).try_into().unwrap();
    let connection = Connection::open(database).unwrap();
    let version = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    let bases: u32 = connection
        .query_row(
            "SELECT (SELECT count(*) FROM pragma_table_info('drafts') WHERE name = 'base')
                  + (SELECT count(*) FROM pragma_table_info('outbox') WHERE name = 'base')",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(bases, if version == 1 { 0 } else { 2 });
    version
}

//! A backup is brought back over data that has none of its work: all of it comes, once, or
//! nothing did.

use std::path::{Path, PathBuf};

use acceptance::operator::Operator;
use acceptance::tally::Tally;

use super::{Job, all_there, no_litter};
use crate::fates::{Fate, weigh};
use crate::stock::{Desk, Stock, copy};

/// A backup of all the edits.
pub struct Copy {
    folder: tempfile::TempDir,
    name: String,
}

impl Copy {
    pub async fn make(stock: &Stock) -> Self {
        let folder = tempfile::tempdir().unwrap();
        stock.edited(folder.path());
        let operator = Operator::at(folder.path()).await.unwrap();
        let made = operator.workbench.back_up().await.unwrap();
        operator.workbench.close().await;
        let name = made.unwrap().name;
        Self { folder, name }
    }

    /// A copy of the backups.
    pub fn lay(&self, data: &Path) {
        copy(&self.folder.path().join("backups"), &data.join("backups"));
    }

    pub fn name(&self) -> &str {
        &self.name
    }
}

pub struct Restore<'a> {
    stock: &'a Stock,
    name: &'a str,
    folder: tempfile::TempDir,
    data: PathBuf,
    is_told: bool,
}

impl<'a> Restore<'a> {
    pub fn begin(stock: &'a Stock, backup: &'a Copy) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("ana");
        stock.bare(&data);
        backup.lay(&data);
        Self {
            stock,
            name: backup.name(),
            folder,
            data,
            is_told: false,
        }
    }
}

impl Job for Restore<'_> {
    fn words(&self) -> Vec<String> {
        let data = self.data.display().to_string();
        vec!["restore".to_owned(), data, self.name.to_owned()]
    }

    fn hear(&mut self, line: &str) {
        self.is_told |= line == "restored";
    }

    fn data(&self) -> &Path {
        &self.data
    }

    async fn left(&mut self) {
        let seen = self.folder.path().join("seen");
        copy(&self.data, &seen);
        let desk = Desk::look(&seen, &self.stock.known).await.unwrap();
        let as_if = |fate| {
            let fates = self.stock.all(fate);
            weigh(&self.stock.edits, &fates, &desk, &self.stock.known)
        };
        let (came, missing) = (as_if(Fate::Done), as_if(Fate::Ahead));
        let nothing = missing.values().all(Tally::is_clean);
        let everything = came.values().all(Tally::is_clean);
        assert!(
            everything || (nothing && !self.is_told),
            "half of it: {came:?}"
        );
        std::fs::remove_dir_all(seen).unwrap();
    }

    async fn settle(self) -> Tally {
        assert!(self.is_told);
        let tally = all_there(&self.data, self.stock).await;
        no_litter(&self.data).await;
        tally
    }
}

//! The first sync of many orders, while notes are written on those that are here: in the end each
//! order is here once, and each note at the service.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use acceptance::backlog::arrival;
use acceptance::operator::Operator;
use acceptance::tally::Tally;
use turnup_reference_service::Running;

use super::{Job, no_litter};
use crate::edits;
use crate::fates::Fate;
use crate::stock::service;

/// Several pages of them.
const ORDERS: u32 = 600;

pub struct Import {
    service: Running,
    _folder: tempfile::TempDir,
    data: PathBuf,
    notes: BTreeMap<String, Fate>,
    is_over: bool,
}

impl Import {
    pub async fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self {
            service: service(ORDERS).await,
            data: folder.path().join("ana"),
            _folder: folder,
            notes: BTreeMap::new(),
            is_over: false,
        }
    }
}

impl Job for Import {
    fn words(&self) -> Vec<String> {
        let data = self.data.display().to_string();
        vec!["import".to_owned(), data, self.service.address()]
    }

    fn hear(&mut self, line: &str) {
        let fate = match line.split_once(' ') {
            Some(("begin", id)) => (id, Fate::InDoubt),
            Some(("done", id)) => (id, Fate::Done),
            _ => {
                self.is_over |= line == "empty";
                return;
            }
        };
        self.notes.insert(fate.0.to_owned(), fate.1);
    }

    fn data(&self) -> &Path {
        &self.data
    }

    async fn settle(self) -> Tally {
        assert!(self.is_over);
        let operator = Operator::at(&self.data).await.unwrap();
        let known = edits::known(&operator, &self.service).await;
        assert_eq!(known.len(), ORDERS as usize);
        let mut tally = Tally::default();
        for (id, fate) in &self.notes {
            let (number, there) = &known[id];
            let note = arrival(number);
            let here = operator.workbench.open_order(id).await.unwrap();
            assert!(here.queue.is_empty(), "{:?}", here.queue);
            assert_eq!(here.note, *there);
            let times = self.service.count_acts(&id.as_str().into(), "note");
            tally.doubled += times.saturating_sub(1) as u64;
            if *fate == Fate::Done {
                tally.acknowledged += 1;
                tally.lost += u64::from(times == 0 || *there != note);
            }
        }
        operator.workbench.close().await;
        drop(operator);
        no_litter(&self.data).await;
        tally
    }
}

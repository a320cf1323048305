//! A pile of summaries, some over those of an earlier day: each file is the older one or a whole
//! new one.

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::tally::Tally;

use super::{Job, all_there, no_litter};
use crate::stock::{Stock, litter};

/// A summary of an earlier day.
const OLDER: &[u8] = b"%PDF-1.7 the one of an earlier day";

pub struct Summaries<'a> {
    stock: &'a Stock,
    folder: tempfile::TempDir,
    data: PathBuf,
    told: Vec<String>,
}

impl<'a> Summaries<'a> {
    pub fn begin(stock: &'a Stock) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("ana");
        stock.edited(&data);
        let this = Self {
            stock,
            folder,
            data,
            told: Vec::new(),
        };
        fs::create_dir(this.pile()).unwrap();
        // What programs left that were killed before.
        for folder in [&this.data, &this.pile()] {
            fs::write(folder.join(".turnup-Ab12cd.part"), b"%PDF-1.7 half").unwrap();
        }
        for (number, _) in stock.known.values().step_by(2) {
            fs::write(this.file(number), OLDER).unwrap();
        }
        this
    }

    fn pile(&self) -> PathBuf {
        self.folder.path().join("pile")
    }

    fn file(&self, number: &str) -> PathBuf {
        self.pile().join(format!("{number}.pdf"))
    }
}

impl Job for Summaries<'_> {
    fn words(&self) -> Vec<String> {
        let (data, pile) = (self.data.display(), self.pile());
        let pile = pile.display().to_string();
        vec!["summaries".to_owned(), data.to_string(), pile]
    }

    fn hear(&mut self, line: &str) {
        if let Some(number) = line.strip_prefix("saved ") {
            self.told.push(number.to_owned());
        }
    }

    fn data(&self) -> &Path {
        &self.data
    }

    async fn left(&mut self) {
        for (index, (number, _)) in self.stock.known.values().enumerate() {
            let file = fs::read(self.file(number)).ok();
            let told = self.told.contains(number);
            let older = index % 2 == 0;
            let sound = match file {
                Some(bytes) if bytes == OLDER => older && !told,
                Some(bytes) => is_whole(&bytes),
                None => !older && !told,
            };
            assert!(sound, "{number}");
        }
    }

    async fn settle(self) -> Tally {
        let mut tally = all_there(&self.data, self.stock).await;
        for (number, _) in self.stock.known.values() {
            assert!(self.told.contains(number));
            let bytes = fs::read(self.file(number)).unwrap();
            tally.acknowledged += 1;
            tally.lost += u64::from(!is_whole(&bytes));
        }
        no_litter(&self.data).await;
        assert_eq!(litter(&self.pile()), Vec::<PathBuf>::new());
        let files = fs::read_dir(self.pile()).unwrap().count();
        assert_eq!(files, self.stock.known.len());
        tally
    }
}

/// From its first mark to its last, with the table of contents where the end says that it is.
fn is_whole(pdf: &[u8]) -> bool {
    let tail = &pdf[pdf.len().saturating_sub(64)..];
    let tail = String::from_utf8_lossy(tail);
    let begins = tail.rsplit_once("startxref").and_then(|(_, at)| {
        let at: usize = at.trim().strip_suffix("%%EOF")?.trim().parse().ok()?;
        pdf.get(at..)
    });
    let table = |at: &[u8]| at.starts_with(b"xref") || at.windows(4).take(16).any(|w| w == b" obj");
    pdf.starts_with(b"%PDF-") && begins.is_some_and(table)
}

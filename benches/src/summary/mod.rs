//! A thousand different one-page summaries, in processor time, beside ReportLab and typst with the
//! same words in the same font.

mod contents;

use std::path::Path;
use std::process::Command;

use jiff::tz::TimeZone;
use serde::Deserialize;
use turnup_domain::Order;
use turnup_summary::{Fonts, Language, Reader, Stamp, Typesetter, summary_of};

use crate::figure::{Figure, Spread, processor_time};
use crate::orders::{now, order};
use crate::peers::{Peers, Talk};

const DOCUMENTS: u32 = 1_000;
const WARM_UP: usize = 20;
const ROUNDS: usize = 5;
/// Of all the programs that typeset: as it lies in the checkout.
const FONTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/summary/fonts");
const PEERS: [(&str, &str); 2] = [
    ("ReportLab", "with_reportlab.py"),
    ("typst", "with_typst.py"),
];

/// What a peer says.
#[derive(Debug, Deserialize)]
struct Said {
    milliseconds: f64,
    bytes: f64,
}

/// Processor time and size of one.
pub fn measure(peers: &Peers) -> Vec<Figure> {
    let orders: Vec<_> = (1..=DOCUMENTS).map(order).collect();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("contents.jsonl");
    contents::write(&file, &orders).unwrap();
    let typesetter = Typesetter::new(&Fonts::bundled()).unwrap();
    set(&typesetter, &orders[..WARM_UP]);
    let mut times = Vec::new();
    let mut said: [Result<Vec<Said>, String>; 2] = [Ok(Vec::new()), Ok(Vec::new())];
    let mut size = 0.0;
    for round in 0..ROUNDS {
        let (time, bytes) = set(&typesetter, &orders);
        times.push(time);
        size = bytes;
        // Turn by turn; three times are enough for those who take so much longer.
        if round % 2 == 0 {
            for (said, (_, script)) in said.iter_mut().zip(PEERS) {
                let more = peers
                    .find("summary")
                    .and_then(|folder| ask(&folder, script, &file));
                match (more, said.as_mut()) {
                    (Ok(more), Ok(said)) => said.push(more),
                    (Err(why), _) => *said = Err(why),
                    (Ok(_), Err(_)) => {}
                }
            }
        }
    }
    let ours = Spread::of(times);
    let about = "one page from the order to the bytes";
    let mut figure = Figure::median("summary-1000", about, ours, "ms CPU each");
    let mut sizes = Figure::new("summary-size", "its size", size, "kB each");
    let mut quickest: Option<f64> = None;
    let mut all = true;
    for (said, (name, _)) in said.into_iter().zip(PEERS) {
        match said {
            Ok(said) => {
                let times = Spread::of(said.iter().map(|said| said.milliseconds).collect());
                quickest = Some(quickest.map_or(times.median, |q| q.min(times.median)));
                sizes = sizes.beside(name, said[0].bytes / 1e3);
                figure = figure.beside_many(name, times);
            }
            Err(why) => {
                all = false;
                figure = figure.without(name, &why);
                sizes = sizes.without(name, &why);
            }
        }
    }
    let enough = ours.median <= 4.0;
    let met = match quickest {
        Some(peer) if !enough || peer < 2.0 * ours.median => Some(false),
        Some(_) if all => Some(true),
        _ => (!enough).then_some(false),
    };
    vec![figure.bar("≤ 4 ms, ≤ half of each", met), sizes]
}

/// Processor time of each in milliseconds, and their size in kB.
fn set(typesetter: &Typesetter, orders: &[Order]) -> (f64, f64) {
    let reader = Reader {
        language: Language::English,
        printed: now(),
        zone: TimeZone::UTC,
    };
    let begun = processor_time();
    let mut bytes = 0;
    for order in orders {
        let summary = summary_of(order, None, &[], Stamp::Confirmed, None, &reader);
        let pdf = typesetter.pdf(&summary).unwrap();
        assert_eq!(pdf.pages, 1);
        bytes += pdf.bytes.len();
    }
    let count = orders.len() as f64;
    let time = (processor_time() - begun).as_secs_f64() * 1e3 / count;
    (time, bytes as f64 / count / 1e3)
}

/// Runs a peer over all contents. `python` is that of the folder with both.
fn ask(python: &Path, script: &str, contents: &Path) -> Result<Said, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("peers/summary")
        .join(script);
    let mut command = Command::new(python);
    command.arg(script).arg(contents).arg(FONTS);
    Talk::begin(&mut command)?.hear()
}

//! Search as one types: what the list asks the store after each key, beside plain `LIKE` and
//! tantivy over the same texts, turn by turn.

mod like;
mod texts;
mod traces;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;
use serde_json::json;
use turnup_domain::state::View;
use turnup_store::{ListQuery, Sort, Store};

use crate::figure::{Figure, Spread};
use crate::orders::{OPERATOR, now};
use crate::peers::{Peers, Talk};
use like::Like;
use texts::Texts;
pub use traces::traces;
use traces::{SIMILAR, is_plain, prefixes, timed};

const PAGE: u32 = 1_000;
/// `LIKE` reads every row where little matches: some are enough to know it.
const LIKE_EVERY: usize = 10;
/// Asked before the clock runs: pages are read, automata built.
const WARM_UP: usize = 50;

/// Every sequence of the list.
const SORTS: [Sort; 7] = [
    Sort::Deadline,
    Sort::Number,
    Sort::Customer,
    Sort::State,
    Sort::Country,
    Sort::Assignee,
    Sort::Mailed,
];

/// 95th percentile over all keystrokes of the traces, and of what is only similar.
pub fn measure(name: &str, count: u32, store: &Store, peers: &Peers) -> Vec<Figure> {
    let folder = tempfile::tempdir().unwrap();
    let like = Like::at(&folder.path().join("plain.db"));
    for start in (0..count).step_by(PAGE as usize) {
        let page: Vec<Texts> = (start..count.min(start + PAGE)).map(Texts::of).collect();
        like.take(&page);
    }
    let mut tantivy = peers
        .find("tantivy")
        .and_then(|program| Tantivy::over(&program, folder.path(), count));
    let texts: Vec<String> = traces(count)
        .iter()
        .flat_map(|text| prefixes(text))
        .collect();
    for text in texts.iter().step_by(texts.len() / WARM_UP) {
        ask(store, text);
        if let Ok(tantivy) = &mut tantivy {
            tantivy.ask(text).unwrap();
        }
    }
    let (mut ours, mut likes, mut tantivys) = (Vec::new(), Vec::new(), Vec::new());
    for (number, text) in texts.iter().enumerate() {
        ours.push(timed(|| ask(store, text)));
        if !is_plain(text) {
            continue;
        }
        if number % LIKE_EVERY == 0 {
            likes.push(timed(|| like.ask(text)));
        }
        if let Ok(tantivy) = &mut tantivy {
            tantivys.push(tantivy.ask(text).unwrap());
        }
    }
    let ours = Spread::of_times(&ours);
    let figure = Figure::p95(
        name,
        "the first 60 orders by deadline after each key of 200 traces",
        ours,
    )
    .beside_many("LIKE", Spread::of_times(&likes));
    let figure = match tantivy {
        Ok(_) => figure.beside_many("tantivy", Spread::of_times(&tantivys)),
        Err(why) => figure.without("tantivy", &why),
    };
    vec![
        figure.bar("≤ 10 ms", ours.p95 <= 10.0),
        similar(name, store),
        sequences(name, store),
    ]
}

fn similar(name: &str, store: &Store) -> Figure {
    // The vocabulary is read when it is needed first.
    ask(store, SIMILAR[0]);
    let times: Vec<Duration> = SIMILAR
        .iter()
        .map(|text| timed(|| ask(store, text)))
        .collect();
    let spread = Spread::of_times(&times);
    let about = "what stands inside of words or is one slip away";
    Figure::p95(&format!("{name}-similar"), about, spread).bar("≤ 50 ms", spread.p95 <= 50.0)
}

/// The first window of every sequence, either way round, of the largest views. Each is read once:
/// what was read before is kept.
fn sequences(name: &str, store: &Store) -> Figure {
    let mut times = Vec::new();
    for sort in SORTS {
        for view in [View::Inbox, View::Provisioned, View::All] {
            for descending in [false, true] {
                let query = ListQuery {
                    view: view.clone(),
                    sort,
                    descending,
                    ..asked("")
                };
                times.push(timed(|| _ = store.list(&query).unwrap()));
            }
        }
    }
    let spread = Spread::of_times(&times);
    let about = "the first rows of three views in each of seven sequences, both ways";
    Figure::p95(&format!("{name}-sorted"), about, spread).bar("≤ 50 ms", spread.p95 <= 50.0)
}

fn ask(store: &Store, text: &str) {
    store.list(&asked(text)).unwrap();
}

fn asked(text: &str) -> ListQuery {
    ListQuery {
        view: View::All,
        text: text.to_owned(),
        similar: true,
        states: Vec::new(),
        services: Vec::new(),
        sort: Sort::Deadline,
        descending: false,
        offset: 0,
        limit: 60,
        operator_email: OPERATOR.to_owned(),
        now: now(),
    }
}

/// The peer in a process of its own, which looks at its own clock: no pipe is in its figures.
struct Tantivy(Talk);

#[derive(Deserialize)]
struct Answer {
    seconds: f64,
}

impl Tantivy {
    fn over(program: &Path, folder: &Path, count: u32) -> Result<Self, String> {
        let file = folder.join("texts.jsonl");
        texts::write(&file, count).map_err(|error| error.to_string())?;
        let mut talk = Talk::begin(Command::new(program).arg(folder.join("tantivy")))?;
        let index: Answer = talk.ask(&json!({ "index": file }).to_string())?;
        eprintln!("tantivy took {count} orders in {:.1} s", index.seconds);
        Ok(Self(talk))
    }

    fn ask(&mut self, text: &str) -> Result<Duration, String> {
        let answer: Answer = self.0.ask(&json!({ "text": text }).to_string())?;
        Ok(Duration::from_secs_f64(answer.seconds))
    }
}

//! A figure, what it is held against, and how a list of them is printed.

use std::fmt::Write as _;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::machine::Moment;

/// One measured value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Its name; what stands before the first hyphen is its chapter.
    pub name: String,
    /// What was measured, in a few words.
    pub about: String,
    /// What is judged; nothing where it could not be measured, for the reason in `missing`.
    pub value: Option<f64>,
    /// Why there is no value.
    pub missing: Option<String>,
    /// Of what, and which part of several: `ms p95`.
    pub unit: String,
    /// Of the values that `value` was taken from.
    pub spread: Option<Spread>,
    /// In words: the bar.
    pub target: Option<String>,
    /// Whether it is met; nothing where there is no bar, or its peer is missing.
    pub met: Option<bool>,
    /// What stands beside it, of the same run.
    pub peers: Vec<Peer>,
    /// When, and how busy the machine was.
    pub taken: Option<Moment>,
}

/// What a figure is held against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Peer {
    /// Who.
    pub name: String,
    /// In the figure's own unit.
    pub value: Option<f64>,
    /// Of the values that `value` was taken from.
    pub spread: Option<Spread>,
    /// Ours divided by the peer's.
    pub ratio: Option<f64>,
    /// Why there is no value.
    pub missing: Option<String>,
}

/// Many values of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// How many.
    pub count: usize,
    /// In the middle.
    pub median: f64,
    /// 95 of 100 are no larger.
    pub p95: f64,
    /// 99 of 100 are no larger.
    pub p99: f64,
}

impl Spread {
    /// Of these values.
    pub fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        // The nearest rank: of few values the largest is the 95th percentile.
        let at = |percent: usize| values[(values.len() * percent).div_ceil(100) - 1];
        Self {
            count: values.len(),
            median: at(50),
            p95: at(95),
            p99: at(99),
        }
    }

    /// Of these times, in milliseconds.
    pub fn of_times(times: &[Duration]) -> Self {
        Self::of(times.iter().map(|time| time.as_secs_f64() * 1e3).collect())
    }
}

impl Figure {
    /// A value by itself.
    pub fn new(name: &str, about: &str, value: f64, unit: &str) -> Self {
        Self {
            name: name.to_owned(),
            about: about.to_owned(),
            value: Some(value),
            missing: None,
            unit: unit.to_owned(),
            spread: None,
            target: None,
            met: None,
            peers: Vec::new(),
            taken: None,
        }
    }

    /// What could not be measured, and why.
    pub fn unmeasured(name: &str, about: &str, unit: &str, why: &str) -> Self {
        Self {
            value: None,
            missing: Some(why.to_owned()),
            ..Self::new(name, about, 0.0, unit)
        }
    }

    /// Judged by the 95th percentile, in milliseconds.
    pub fn p95(name: &str, about: &str, spread: Spread) -> Self {
        let mut figure = Self::new(name, about, spread.p95, "ms p95");
        figure.spread = Some(spread);
        figure
    }

    /// Judged by the median.
    pub fn median(name: &str, about: &str, spread: Spread, unit: &str) -> Self {
        let mut figure = Self::new(name, about, spread.median, &format!("{unit} median"));
        figure.spread = Some(spread);
        figure
    }

    /// Beside this one of the same run.
    pub fn beside(mut self, name: &str, value: f64) -> Self {
        self.peers.push(Peer {
            name: name.to_owned(),
            value: Some(value),
            spread: None,
            ratio: self.value.filter(|_| value != 0.0).map(|ours| ours / value),
            missing: None,
        });
        self
    }

    /// Beside these of the same run: the same part of them.
    pub fn beside_many(self, name: &str, spread: Spread) -> Self {
        let value = if self.unit.ends_with("p95") {
            spread.p95
        } else {
            spread.median
        };
        let mut figure = self.beside(name, value);
        if let Some(peer) = figure.peers.last_mut() {
            peer.spread = Some(spread);
        }
        figure
    }

    /// Beside nothing, and why.
    pub fn without(mut self, name: &str, why: &str) -> Self {
        self.peers.push(Peer {
            name: name.to_owned(),
            value: None,
            spread: None,
            ratio: None,
            missing: Some(why.to_owned()),
        });
        self
    }

    /// Its value for a table, or why there is none.
    pub fn words(&self) -> String {
        match (self.value, &self.missing) {
            (Some(value), _) => format!("{} {}", number(value), self.unit),
            (None, why) => format!("not measured: {}", why.as_deref().unwrap_or_default()),
        }
    }

    /// The bar, and whether it is met.
    pub fn bar(mut self, target: &str, met: impl Into<Option<bool>>) -> Self {
        self.target = Some(target.to_owned());
        self.met = met.into();
        self
    }
}

impl Peer {
    /// For a table.
    pub fn words(&self, unit: &str) -> String {
        match (self.value, &self.missing) {
            (Some(value), _) => {
                let ratio = self.ratio.map_or(String::new(), |r| format!(" ({r:.2} ×)"));
                format!("{} {} {unit}{ratio}", self.name, number(value))
            }
            (None, Some(why)) => format!("{}: not measured: {why}", self.name),
            (None, None) => self.name.clone(),
        }
    }
}

/// As many places as say something.
pub fn number(value: f64) -> String {
    let places = match value.abs() {
        v if v >= 100.0 || v == 0.0 => 0,
        v if v >= 10.0 => 1,
        v if v >= 0.1 => 2,
        _ => 4,
    };
    format!("{value:.places$}")
}

/// For the terminal.
pub fn table(figures: &[Figure]) -> String {
    let mut text = String::new();
    for figure in figures {
        let met = match figure.met {
            Some(true) => "met",
            Some(false) => "NOT MET",
            None => "",
        };
        let target = figure.target.as_deref().unwrap_or_default();
        let peers: Vec<String> = figure.peers.iter().map(|p| p.words(&figure.unit)).collect();
        let value = figure.words();
        let spread = figure.spread.map_or(String::new(), |s| {
            format!(
                "[median {} p95 {} of {}]",
                number(s.median),
                number(s.p95),
                s.count
            )
        });
        // Writing into a string does not fail.
        let _ = writeln!(
            text,
            "{:<26} {value:>18}  {target:<24} {met:<8} {spread} {}",
            figure.name,
            peers.join("; ")
        );
    }
    text
}

/// Processor time of this process so far: its own and the system's on its behalf.
pub fn processor_time() -> Duration {
    let said = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    ticks_of(&said).map_or(Duration::ZERO, |ticks| Duration::from_millis(ticks * 10))
}

/// User and system time, in hundredths of a second: the 14th and 15th field, counted behind the
/// program's name, which may hold anything. Some of the others are negative.
fn ticks_of(stat: &str) -> Option<u64> {
    let (_, behind) = stat.rsplit_once(')')?;
    let mut fields = behind.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processor_time_is_read_behind_any_name_and_negative_fields() {
        let stat = "7 (a) b) S 1 7 7 0 -1 4194560 9 0 0 0 176 19 3 4 20 0 1 0 99";
        assert_eq!(ticks_of(stat), Some(176 + 19));
        assert_eq!(ticks_of(""), None);
    }

    #[test]
    fn a_peer_is_read_by_the_part_that_is_judged() {
        let spread = Spread::of((1..=100).map(f64::from).collect());
        let figure = Figure::p95("a-b", "", spread).beside_many("peer", spread);
        assert_eq!((spread.median, spread.p95, spread.p99), (50.0, 95.0, 99.0));
        assert_eq!(figure.peers[0].ratio, Some(1.0));
        assert_eq!(figure.peers[0].value, Some(95.0));
    }

    #[test]
    fn a_peer_that_is_missing_says_why() {
        let figure = Figure::new("a", "", 1.0, "s").without("peer", "no network");
        assert!(table(&[figure]).contains("peer: not measured: no network"));
    }
}

//! A figure, what it is held against, and how a list of them is printed.

use std::fmt::Write as _;
use std::time::Duration;

use serde::Serialize;

/// One measured value.
#[derive(Debug, Serialize)]
pub struct Figure {
    name: String,
    value: f64,
    unit: &'static str,
    /// In words: the bar.
    target: Option<String>,
    peer: Option<String>,
    peer_value: Option<f64>,
    /// `value / peer_value`
    ratio: Option<f64>,
    met: Option<bool>,
}

impl Figure {
    /// A value by itself.
    pub fn new(name: &str, value: f64, unit: &'static str) -> Self {
        let name = name.to_owned();
        Self {
            name,
            value,
            unit,
            target: None,
            peer: None,
            peer_value: None,
            ratio: None,
            met: None,
        }
    }

    /// Beside this one of the same run.
    pub fn beside(mut self, peer: &str, value: f64) -> Self {
        self.peer = Some(peer.to_owned());
        self.peer_value = Some(value);
        self.ratio = Some(self.value / value);
        self
    }

    /// The bar, and whether it is met: asked with value and peer's value.
    pub fn bar(mut self, target: &str, met: impl Fn(f64, f64) -> bool) -> Self {
        self.target = Some(target.to_owned());
        self.met = Some(met(self.value, self.peer_value.unwrap_or(f64::NAN)));
        self
    }
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
        let peer = match (&figure.peer, figure.peer_value, figure.ratio) {
            (Some(peer), Some(value), Some(ratio)) => {
                format!("{peer} {value:.2} {}, ratio {ratio:.2}", figure.unit)
            }
            _ => String::new(),
        };
        let value = format!("{:.2} {}", figure.value, figure.unit);
        // Writing into a string does not fail.
        let _ = writeln!(
            text,
            "{:<28} {value:>18}  {target:<22} {met:<8} {peer}",
            figure.name
        );
    }
    text
}

/// The value below which this part of them lies, in milliseconds.
pub fn percentile(times: &mut [Duration], percent: usize) -> f64 {
    times.sort();
    times[(times.len() - 1) * percent / 100].as_secs_f64() * 1e3
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
}

//! What the figures were taken on, and when.

use std::fs;

use serde::{Deserialize, Serialize};

/// The machine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Machine {
    /// Model of the processor.
    pub processor: String,
    /// How many of it may be used.
    pub cores: usize,
    /// In GiB.
    pub memory: f64,
    /// Name and release.
    pub kernel: String,
    /// The distribution.
    pub system: String,
}

/// When a figure was taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Moment {
    /// The day, in UTC.
    pub day: String,
    /// Programs that wanted a processor in the minute before, on average (load average).
    pub load: f64,
}

impl Machine {
    /// This one, as far as it tells.
    pub fn here() -> Self {
        let line = |file: &str, name: &str, mark: char| {
            let text = fs::read_to_string(file).unwrap_or_default();
            let line = text.lines().find(|line| line.starts_with(name));
            line.and_then(|line| line.split_once(mark))
                .map(|(_, value)| value.trim().trim_matches('"').to_owned())
                .unwrap_or_default()
        };
        let kilobytes = line("/proc/meminfo", "MemTotal", ':');
        let kilobytes = kilobytes.split_whitespace().next().unwrap_or_default();
        let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
        // What stands behind the version is a builder's own.
        let version = release.trim().split('-').next().unwrap_or_default();
        Self {
            processor: line("/proc/cpuinfo", "model name", ':'),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            memory: kilobytes.parse::<f64>().unwrap_or_default() / f64::from(1 << 20),
            kernel: format!("{} {}", std::env::consts::OS, version),
            system: line("/etc/os-release", "PRETTY_NAME", '='),
        }
    }
}

impl Moment {
    /// Now.
    pub fn now() -> Self {
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let first = load.split_whitespace().next().unwrap_or_default();
        Self {
            day: jiff::Timestamp::now().strftime("%Y-%m-%d").to_string(),
            load: first.parse().unwrap_or_default(),
        }
    }
}

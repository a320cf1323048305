//! What a torture adds up to: the one line that each of its parts ends with.

use std::fmt;
use std::ops::AddAssign;

/// Counts of one part.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Times that something was begun: a program, an order's way, a desktop.
    pub runs: u64,
    /// Faults that struck.
    pub faults: u64,
    /// Edits that were acknowledged to the operator.
    pub acknowledged: u64,
    /// Acknowledged edits that are neither here nor at the service.
    pub lost: u64,
    /// Edits that the service has more than once.
    pub doubled: u64,
    /// What was replaced, taken back or done, and is there again.
    pub resurrected: u64,
}

impl Tally {
    /// Whether every acknowledged edit is where it should be, once.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.lost + self.doubled + self.resurrected == 0
    }

    /// The line of a part, its runs called by their own word.
    #[must_use]
    pub fn line(&self, part: &str, runs: &str) -> String {
        format!("{part}: {} {runs}, {self}", self.runs)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} faults, {} acknowledged, {} lost, {} doubled, {} resurrected",
            self.faults, self.acknowledged, self.lost, self.doubled, self.resurrected
        )
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.runs += other.runs;
        self.faults += other.faults;
        self.acknowledged += other.acknowledged;
        self.lost += other.lost;
        self.doubled += other.doubled;
        self.resurrected += other.resurrected;
    }
}

//! How many tests passed, read from what the runners themselves print.

use std::ops::AddAssign;

/// Tests that ran.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Green.
    pub passed: u64,
    /// Red, timed out or crashed.
    pub failed: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Who printed the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Runner {
    /// `cargo test`: one line per test binary.
    Cargo,
    /// `cargo nextest run`: one line at the end.
    Nextest,
    /// `vitest run`: one line at the end.
    Vitest,
}

impl Runner {
    /// The count that this line of the runner's output states, if it is such a line.
    pub fn count(self, line: &str) -> Option<Count> {
        let mark = match self {
            Self::Cargo => "test result: ",
            Self::Nextest => "Summary [",
            Self::Vitest => "Tests ",
        };
        let figures = line.trim_start().strip_prefix(mark)?;
        let words: Vec<&str> = figures
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let mut count = Count::default();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<u64>() else {
                continue;
            };
            match pair[1] {
                "passed" => count.passed += number,
                // nextest: "1 timed out", "1 exec failed".
                "failed" | "timed" | "exec" => count.failed += number,
                _ => {}
            }
        }
        Some(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_runner_is_read_in_its_own_words() {
        let cases = [
            (
                Runner::Cargo,
                "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured",
                12,
                0,
            ),
            (
                Runner::Cargo,
                "test result: FAILED. 11 passed; 1 failed; 0 ignored",
                11,
                1,
            ),
            (
                Runner::Nextest,
                "     Summary [   1.204s] 45 tests run: 45 passed, 0 skipped",
                45,
                0,
            ),
            (
                Runner::Nextest,
                "     Summary [  60.1s] 10 tests run: 7 passed (1 slow, 1 flaky), 2 failed, 1 timed out, 0 skipped",
                7,
                3,
            ),
            (
                Runner::Vitest,
                "      Tests  1 failed | 122 passed (123)",
                122,
                1,
            ),
            (Runner::Vitest, "      Tests  123 passed (123)", 123, 0),
        ];
        for (runner, line, passed, failed) in cases {
            assert_eq!(runner.count(line), Some(Count { passed, failed }), "{line}");
        }
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in [
            "running 3 tests",
            " Test Files  2 passed (2)",
            "test it ... ok",
            "",
        ] {
            for runner in [Runner::Cargo, Runner::Nextest, Runner::Vitest] {
                assert_eq!(runner.count(line), None, "{line}");
            }
        }
    }
}

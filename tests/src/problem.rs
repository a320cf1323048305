//! The one error of the harness: a sentence with what went wrong and where.

use std::fmt;

/// Why something could not be done or seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem(String);

/// What the harness answers.
pub type Outcome<T> = Result<T, Problem>;

impl Problem {
    /// A problem in these words.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}

macro_rules! becomes_a_problem {
    ($($error:ty),+ $(,)?) => {
        $(impl From<$error> for Problem {
            fn from(error: $error) -> Self {
                Self(error.to_string())
            }
        })+
    };
}

becomes_a_problem!(
    std::io::Error,
    serde_json::Error,
    reqwest::Error,
    turnup_reference_service::SpawnError,
);

#[cfg(target_os = "linux")]
becomes_a_problem!(
    fantoccini::error::CmdError,
    fantoccini::error::NewSessionError
);

/// Says where an error came from.
pub trait During<T> {
    /// The same, with these words before it.
    ///
    /// # Errors
    /// The error that was there, in more words.
    fn during(self, what: impl fmt::Display) -> Outcome<T>;
}

impl<T, E: Into<Problem>> During<T> for Result<T, E> {
    fn during(self, what: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Problem(format!("{what}: {}", error.into())))
    }
}

//! What was asked for on the command line.

use std::path::PathBuf;

use crate::peers::Peers;

/// What was asked for.
#[derive(Debug, Default)]
pub struct Asked {
    /// Where the figures of this run are written.
    pub json: Option<PathBuf>,
    /// In which folder `results.json`, the plots and the README's tables are renewed.
    pub readme: Option<PathBuf>,
    /// Turnup.
    pub program: Option<PathBuf>,
    /// The Tauri hello world.
    pub hello: Option<PathBuf>,
    /// Those that are no part of the workspace.
    pub peers: Peers,
    names: Vec<String>,
}

impl Asked {
    /// From the command line.
    ///
    /// # Errors
    /// For a word that is none of these.
    pub fn read() -> Result<Self, lexopt::Error> {
        let mut asked = Self::default();
        let mut words = lexopt::Parser::from_env();
        while let Some(word) = words.next()? {
            match word {
                lexopt::Arg::Long("json") => asked.json = Some(words.value()?.into()),
                lexopt::Arg::Long("readme") => asked.readme = Some(words.value()?.into()),
                lexopt::Arg::Long("program") => asked.program = Some(words.value()?.into()),
                lexopt::Arg::Long("hello") => asked.hello = Some(words.value()?.into()),
                lexopt::Arg::Long("peer") => asked.peers.lies(&words.value()?.to_string_lossy()),
                lexopt::Arg::Long("without") => {
                    asked.peers.lacks(&words.value()?.to_string_lossy());
                }
                lexopt::Arg::Value(name) => asked.names.push(lexopt::ValueExt::string(name)?),
                other => return Err(other.unexpected()),
            }
        }
        Ok(asked)
    }

    /// Whether a benchmark is wanted: it may be asked for by the beginning of its name, or by the
    /// name of one of its figures.
    pub fn wants(&self, name: &str) -> bool {
        let asked = |word: &String| name.starts_with(word.as_str()) || word.starts_with(name);
        self.names.is_empty() || self.names.iter().any(asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_benchmark_is_asked_for_by_its_beginning_or_by_its_figure() {
        let asked = |name: &str| Asked {
            names: vec![name.to_owned()],
            ..Asked::default()
        };
        assert!(Asked::default().wants("search-1m"));
        assert!(asked("search").wants("search-1m"));
        assert!(asked("search-1m-sorted").wants("search-1m"));
        assert!(!asked("search-1m").wants("search-100k"));
    }
}

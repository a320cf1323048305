//! The figures as files: `results.json`, the table in `README.md` and the plots beside it. What
//! was not taken this time stays as it was, with the day and the load it was taken at.

mod plot;
mod readme;

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::figure::Figure;
use crate::machine::Machine;

/// All that is known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// Where the figures were taken.
    pub machine: Machine,
    /// In the sequence of the benchmarks.
    pub figures: Vec<Figure>,
}

impl Results {
    /// From a file; nothing when there is none.
    ///
    /// # Errors
    /// When it holds something else.
    pub fn read(path: &Path) -> std::io::Result<Option<Self>> {
        match std::fs::read(path) {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Takes new figures in: each in the place of the one of its name.
    pub fn renew(&mut self, figures: &[Figure]) {
        for figure in figures {
            match self.figures.iter_mut().find(|old| old.name == figure.name) {
                Some(old) => *old = figure.clone(),
                None => self.figures.push(figure.clone()),
            }
        }
        self.figures.sort_by_key(|figure| place(&figure.name));
    }

    /// Writes `results.json`, the plots and the marked part of `README.md` in `folder`.
    ///
    /// # Errors
    /// When a file cannot be written, or the README has no marked part.
    pub fn publish(&self, folder: &Path) -> std::io::Result<()> {
        let mut json = serde_json::to_string_pretty(self)?;
        json.push('\n');
        std::fs::write(folder.join("results.json"), json)?;
        plot::write(&folder.join("plots"), &self.figures)?;
        readme::write(&folder.join("README.md"), self)
    }
}

/// Chapters of the README, by what their figures' names begin with.
pub const CHAPTERS: [(&str, &str); 9] = [
    ("window", "The window"),
    ("search", "Search as one types"),
    ("first", "First sync"),
    ("save", "Saving an edit"),
    ("summary", "Order summary"),
    ("export", "CSV"),
    ("overview", "Overview"),
    ("shipped", "Shipped"),
    ("", "Others"),
];

fn place(name: &str) -> usize {
    let chapter = CHAPTERS
        .iter()
        .position(|(begin, _)| name.starts_with(begin));
    chapter.unwrap_or(CHAPTERS.len())
}

/// The figures of a chapter.
pub fn chapter<'a>(figures: &'a [Figure], begin: &'a str) -> impl Iterator<Item = &'a Figure> {
    let wanted = CHAPTERS.iter().position(|(known, _)| *known == begin);
    figures
        .iter()
        .filter(move |figure| Some(place(&figure.name)) == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_figure_takes_the_place_of_the_old_one() {
        let figure = |name: &str, value| Figure::new(name, "", value, "ms");
        let mut results = Results {
            machine: Machine::here(),
            figures: vec![figure("search-a", 1.0), figure("window-a", 1.0)],
        };
        results.renew(&[figure("search-a", 2.0), figure("save-a", 1.0)]);
        let names: Vec<&str> = results.figures.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(names, ["window-a", "search-a", "save-a"]);
        assert_eq!(results.figures[1].value, Some(2.0));
    }
}

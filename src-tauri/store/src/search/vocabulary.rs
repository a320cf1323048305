//! The words that the index has seen, without those that hold digits. In the database for what
//! begins with a long word; in memory, once somebody needs it, for what resembles one.

use std::sync::Mutex;

use rusqlite::Transaction;

use super::{resembling::Resembling, words};
use crate::Result;

/// Adds what is new.
pub(super) fn learn(tx: &Transaction<'_>, words: &[String]) -> Result<()> {
    let mut statement =
        tx.prepare_cached("INSERT INTO vocabulary (word) VALUES (?1) ON CONFLICT DO NOTHING")?;
    for word in words.iter().filter(|word| words::is_for_vocabulary(word)) {
        statement.execute([word])?;
    }
    Ok(())
}

/// The words that begin so; `None` when there are more than `most`.
pub(super) fn beginning(
    tx: &Transaction<'_>,
    start: &str,
    most: usize,
) -> Result<Option<Vec<String>>> {
    let mut statement = tx.prepare_cached(
        "SELECT word FROM vocabulary WHERE word >= ?1 AND word < ?2 ORDER BY word LIMIT ?3",
    )?;
    // Behind every word that begins so: nothing sorts behind the last character there is.
    let end = format!("{start}\u{10ffff}");
    let limit = i64::try_from(most + 1).unwrap_or(i64::MAX);
    let found = statement
        .query_map((start, end, limit), |row| row.get(0))?
        .collect::<Result<Vec<String>, _>>()?;
    Ok((found.len() <= most).then_some(found))
}

/// The vocabulary in memory: it only ever grows, so what was read stays.
#[derive(Default)]
pub(crate) struct Vocabulary {
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    last_id: i64,
    /// Each word with a line feed behind it.
    text: String,
}

impl Vocabulary {
    /// Words that hold this one or are one slip of the fingers from it, `most` of them.
    pub(super) fn resembling(
        &self,
        tx: &Transaction<'_>,
        word: &str,
        most: usize,
    ) -> Result<Vec<String>> {
        let mut known = self
            .known
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        known.read_on(tx)?;
        let resembling = Resembling::to(word);
        let found = known.text.lines().filter(|line| resembling.holds(line));
        Ok(found.take(most).map(str::to_owned).collect())
    }
}

impl Known {
    fn read_on(&mut self, tx: &Transaction<'_>) -> Result<()> {
        let mut statement =
            tx.prepare_cached("SELECT id, word FROM vocabulary WHERE id > ?1 ORDER BY id")?;
        let mut rows = statement.query([self.last_id])?;
        while let Some(row) = rows.next()? {
            self.last_id = row.get(0)?;
            let word = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            self.text.push_str(word);
            self.text.push('\n');
        }
        Ok(())
    }
}

//! The same texts in a plain table, asked with `LIKE`. It lies in the sequence of the deadlines, so
//! that the first sixty are found without sorting: the best that `LIKE` can do.

use std::path::Path;

use rusqlite::Connection;

use super::texts::Texts;

/// A plain table.
pub struct Like(Connection);

impl Like {
    /// Made at `path`, empty.
    pub fn at(path: &Path) -> Self {
        let connection = Connection::open(path).unwrap();
        connection
            .execute_batch(
                "PRAGMA journal_mode = WAL; PRAGMA mmap_size = 1073741824;
                 CREATE TABLE orders (deadline INTEGER, number TEXT, words TEXT NOT NULL,
                   PRIMARY KEY (deadline, number)) STRICT, WITHOUT ROWID;",
            )
            .unwrap();
        Self(connection)
    }

    /// Takes some in.
    pub fn take(&self, page: &[Texts]) {
        let transaction = self.0.unchecked_transaction().unwrap();
        for order in page {
            self.0
                .prepare_cached("INSERT INTO orders (deadline, number, words) VALUES (?1, ?2, ?3)")
                .unwrap()
                .execute((order.deadline, &order.number, &order.words))
                .unwrap();
        }
        transaction.commit().unwrap();
    }

    /// The first sixty that hold every word.
    pub fn ask(&self, text: &str) {
        let words: Vec<String> = text.split(' ').map(|word| format!("%{word}%")).collect();
        let holds = vec!["words LIKE ?"; words.len()].join(" AND ");
        let sql =
            format!("SELECT number FROM orders WHERE {holds} ORDER BY deadline, number LIMIT 60");
        let mut rows = self.0.prepare_cached(&sql).unwrap();
        rows.query_map(rusqlite::params_from_iter(words), |row| {
            row.get::<_, String>(0)
        })
        .unwrap()
        .for_each(|number| assert!(!number.unwrap().is_empty()));
    }
}

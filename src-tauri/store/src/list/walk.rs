//! Walking a whole list, row by row, on one consistent state of the database: what changes
//! meanwhile neither repeats a row nor leaves one out. Nothing is kept of a row that was told, so
//! that a walk takes the same memory at any length. Windows onto the list are in `mod.rs`.

mod facts;

use std::ops::ControlFlow;

use rusqlite::{OptionalExtension, Transaction, params_from_iter};

use super::{
    ListQuery, ListRow, counts, judge, list_row,
    query::{Question, Selection},
    sequence,
};
use crate::{
    Result, Store, StoreError, StoredOrder,
    orders::{columns::row_of_key, load},
};
pub use facts::{ContactFacts, CustomerFacts, LineFacts, OrderFacts};

/// One order of a walk.
pub struct Walked<'t> {
    tx: &'t Transaction<'t>,
    /// How many orders are walked through in all.
    pub total: u32,
    /// What the list shows of it.
    pub row: ListRow,
    /// What its document says beyond that.
    pub facts: OrderFacts,
}

impl Walked<'_> {
    /// The order with everything this computer knows of it, as it was when the walk began.
    ///
    /// # Errors
    /// When the database or a stored document cannot be read.
    pub fn stored(&self) -> Result<StoredOrder> {
        load(self.tx, &self.row.id)?.ok_or(StoreError::NotFound)
    }
}

impl Store {
    /// Tells every order that a list shows, in its sequence; offset and limit of the query count
    /// for nothing. What `each` answers with an error ends the walk.
    ///
    /// # Errors
    /// When the database cannot be read, and whatever `each` said.
    pub fn walk<E: From<StoreError>>(
        &self,
        query: &ListQuery,
        mut each: impl FnMut(&Walked<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let selection = Selection::of(query);
        let mut ended = Ok(());
        self.read(|tx| {
            let total = self.count(tx, &selection, query)?;
            let mut one = tx.prepare_cached(include_str!("walk/row.sql"))?;
            for question in self.questions(tx, &selection, query)? {
                let flow = each_row(tx, question, query, |row| {
                    let found = one
                        .query_row([row], |row| {
                            let document = row.get_ref(DOCUMENT)?.as_str()?;
                            Ok((list_row(row)?, serde_json::from_str::<OrderFacts>(document)))
                        })
                        .optional()?;
                    let Some((row, facts)) = found else {
                        return Ok(ControlFlow::Continue(()));
                    };
                    let walked = Walked {
                        tx,
                        total,
                        row,
                        facts: facts?,
                    };
                    ended = each(&walked);
                    Ok(match ended {
                        Ok(()) => ControlFlow::Continue(()),
                        Err(_) => ControlFlow::Break(()),
                    })
                })?;
                if flow.is_break() {
                    break;
                }
            }
            Ok(())
        })?;
        ended
    }

    /// The statements that tell the sequence, one after the other: what matches, then what is
    /// similar; of each, what waits for nothing comes last either way round.
    fn questions(
        &self,
        tx: &Transaction<'_>,
        selection: &Selection,
        query: &ListQuery,
    ) -> Result<Vec<Question>> {
        let mut questions = Vec::new();
        for reading in selection.readings() {
            for part in sequence::parts(selection.sort()) {
                let asked = selection.question((tx, self), *reading, "", query.now)?;
                let Some(mut question) = asked else { continue };
                part.narrow(&mut question);
                question.sql += &sequence::order_by(selection.sort(), question.key);
                questions.push(question);
            }
        }
        Ok(questions)
    }

    fn count(&self, tx: &Transaction<'_>, selection: &Selection, query: &ListQuery) -> Result<u32> {
        if selection.is_whole_view() {
            return counts::of_view(tx, &query.view, &query.operator_email, query.now);
        }
        let mut counted = 0;
        for reading in selection.readings() {
            let asked = selection.question((tx, self), *reading, "", query.now)?;
            let Some(question) = asked else { continue };
            let _ = each_row(tx, question, query, |_| {
                counted += 1;
                Ok(ControlFlow::Continue(()))
            })?;
        }
        Ok(counted)
    }
}

/// Column of the document in `row.sql`; before it are those of the list.
const DOCUMENT: usize = 16;

/// Tells the row of each order that a statement finds and the view shows.
fn each_row(
    tx: &Transaction<'_>,
    question: Question,
    query: &ListQuery,
    mut each: impl FnMut(i64) -> Result<ControlFlow<()>>,
) -> Result<ControlFlow<()>> {
    let mut statement = tx.prepare_cached(&question.sql)?;
    let mut rows = statement.query(params_from_iter(question.values))?;
    while let Some(row) = rows.next()? {
        if !judge::all_hold(&question.judges, row, 1, query.now)? {
            continue;
        }
        if each(row_of_key(row.get(0)?))?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

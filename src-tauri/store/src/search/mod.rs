//! The search index over orders: number, subscription, company, people, city.
//!
//! Words are cut and folded in [`words`], never by SQLite, and the index keeps no text: it maps
//! words to deadline keys. What the operator types goes through the same cut and reaches the
//! index as quoted words only ([`mod@question`]), so that no text is ever search syntax.
//!
//! Orders that come by the thousand are indexed behind the import ([`indexing`]).

pub(crate) mod indexing;
mod question;
mod resembling;
mod vocabulary;
mod words;

pub(crate) use question::{Reading, question, unwanted};
use rusqlite::{Transaction, params};
use turnup_domain::Order;
pub(crate) use vocabulary::Vocabulary;
pub(crate) use words::{fold_for_identity, fold_for_sorting};

use crate::Result;

/// Fingerprint of an order that waits for its place in the index.
pub(crate) const WAITS: i64 = 0;

/// Everything of an order that can be searched, as the index takes it.
pub(crate) fn words_of(order: &Order) -> Vec<String> {
    let customer = &order.end_customer;
    words::to_index(&[
        order.number.as_str(),
        &order.subscription,
        &customer.company,
        customer.email.as_deref().unwrap_or_default(),
        &customer.city,
        &order.contact.name,
        &order.contact.email,
    ])
}

/// A fingerprint of a text, to see whether it changed; never [`WAITS`].
pub(crate) fn fingerprint(text: &str) -> i64 {
    // FNV-1a: stable over versions of program and compiler, which std's hasher is not.
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    match i64::from_ne_bytes(hash.to_ne_bytes()) {
        WAITS => 1,
        hash => hash,
    }
}

/// Takes an order's words into the index and the vocabulary; their fingerprint.
pub(crate) fn insert(tx: &Transaction<'_>, key: i64, words: &[String]) -> Result<i64> {
    let joined = words.join(" ");
    tx.prepare_cached("INSERT INTO search (rowid, words) VALUES (?1, ?2)")?
        .execute(params![key, joined])?;
    vocabulary::learn(tx, words)?;
    Ok(fingerprint(&joined))
}

pub(crate) fn delete(tx: &Transaction<'_>, key: i64) -> Result<()> {
    tx.prepare_cached("DELETE FROM search WHERE rowid = ?1")?
        .execute([key])?;
    Ok(())
}

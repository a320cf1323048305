//! The search index over orders: number, subscription, company, people, city.
//!
//! Words are cut and folded in [`words`], never by SQLite, and the index keeps no text: it maps
//! words to deadline keys. What the operator types goes through the same cut and reaches the
//! index as quoted words only, so that no text is ever search syntax.

mod words;

use rusqlite::{Transaction, params};
use turnup_domain::Order;
pub(crate) use words::fold_for_sorting;

use crate::Result;

/// Everything of an order that can be searched, as the index takes it.
pub(crate) fn words_of(order: &Order) -> String {
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

/// A fingerprint of the words, to see whether they changed.
pub(crate) fn fingerprint(words: &str) -> i64 {
    // FNV-1a: stable over versions of program and compiler, which std's hasher is not.
    let hash = words.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    i64::from_ne_bytes(hash.to_ne_bytes())
}

pub(crate) fn insert(tx: &Transaction<'_>, key: i64, words: &str) -> Result<()> {
    tx.prepare_cached("INSERT INTO search (rowid, words) VALUES (?1, ?2)")?
        .execute(params![key, words])?;
    Ok(())
}

pub(crate) fn delete(tx: &Transaction<'_>, key: i64) -> Result<()> {
    tx.prepare_cached("DELETE FROM search WHERE rowid = ?1")?
        .execute([key])?;
    Ok(())
}

/// What the operator typed as a question to the index: every word must begin one of the order's.
/// `None` when there is no letter or digit in it.
pub(crate) fn question(text: &str) -> Option<String> {
    let words = words::to_find(text);
    if words.is_empty() {
        return None;
    }
    // Words hold letters and digits only, hence no quotes.
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
    Some(quoted.join(" AND "))
}

//! What can be searched of an order, for those who are not the store.

use std::io::{BufWriter, Write};
use std::path::Path;

use serde::Serialize;

use crate::orders::order;

/// Of one order.
#[derive(Debug, Serialize)]
pub struct Texts {
    /// Its number.
    pub number: String,
    /// All that the store's own search looks at.
    pub words: String,
    /// What the list is sorted by, in seconds.
    pub deadline: i64,
}

impl Texts {
    /// Of the order of this number.
    pub fn of(number: u32) -> Self {
        let order = order(number);
        let customer = &order.end_customer;
        let words = [
            order.number.as_str(),
            &order.subscription,
            &customer.company,
            customer.email.as_deref().unwrap_or_default(),
            &customer.city,
            &order.contact.name,
            &order.contact.email,
        ];
        Self {
            words: words.join(" "),
            number: order.number.to_string(),
            deadline: order.closes_at.map_or(i64::MAX, |at| at.as_second()),
        }
    }
}

/// So many of them as a file, one a line.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, count: u32) -> std::io::Result<()> {
    let mut file = BufWriter::new(std::fs::File::create(path)?);
    for number in 0..count {
        serde_json::to_writer(&mut file, &Texts::of(number))?;
        file.write_all(b"\n")?;
    }
    file.flush()
}

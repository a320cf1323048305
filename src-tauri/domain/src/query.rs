//! What somebody typed into the search, taken apart: words, quoted words, and operators such as
//! `state:provisioning`, `due:<3d` or `-country:ES`. All of it must hold.
//!
//! Nothing that is typed is an error: what is no operator is words, and an operator whose value
//! is not (yet) one is said in [`Query::misunderstood`] and filters nothing.
//!
//! Not here: how words are cut and folded, and how any of it is found (the store's).

/// Defines a fieldless enum over the words that are typed for it.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every word of it.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

mod days;
mod due;
mod parse;
#[cfg(test)]
mod tests;

pub use days::Days;
pub use due::{Dates, Range};
pub use parse::parse;

use crate::order::ServiceKind;

/// Everything that must hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Query {
    /// In the order typed.
    pub terms: Vec<Term>,
    /// Operators whose value makes no sense, as typed: `due:soonish`.
    pub misunderstood: Vec<String>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// It must not hold (`-` before it).
    pub negated: bool,
    /// What must or must not hold.
    pub what: What,
}

/// What a term asks.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Words that begin something of the order.
    Beginnings(String),
    /// `"zurita foods"`: these words, whole.
    Whole(String),
    /// `state:`: one of these badge codes.
    State(Vec<String>),
    /// `service:`: one of these kinds of service.
    Service(Vec<String>),
    /// `country:`: ISO 3166 code, upper case.
    Country(String),
    /// `customer:`: in the company's name.
    Customer(String),
    /// `assignee:`: who works on it.
    Assignee(Person),
    /// `due:`: when it closes, on the calendar of the contact's zone.
    Due(Due),
    /// `age:`: whole days of 24 hours since its e-mail went out.
    Age(Days),
    /// `is:`
    Is(Is),
    /// `has:`
    Has(Has),
}

/// Who works on an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Person {
    /// Who looks.
    Me,
    /// Nobody does.
    Nobody,
    /// This address, lower case.
    Other(String),
}

/// When an order closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// Its time has passed.
    Overdue,
    /// Nothing waits, or it has no deadline.
    Never,
    /// So many calendar days from today. What is overdue is in fewer than none, hence nowhere that
    /// has a beginning.
    In(Days),
    /// Between these days, both included; what is overdue as with [`Due::In`].
    Between {
        /// First day.
        from: Option<jiff::civil::Date>,
        /// Last day.
        to: Option<jiff::civil::Date>,
    },
}

words! {
    /// What an order is.
    pub enum Is {
        /// Edited here.
        Draft = "draft",
        /// Waits to be sent, or is on its way.
        Queued = "queued",
        /// Still to be worked on.
        Open = "open",
        /// Provisioned, wholly or with errors.
        Provisioned = "provisioned",
        /// Closed or cancelled.
        Over = "over",
        /// The operator's, or nobody's.
        Mine = "mine",
    }
}

words! {
    /// What an order has.
    pub enum Has {
        /// Something was refused, is in conflict, or did not work.
        Problem = "problem",
        /// A deadline that still threatens.
        Deadline = "deadline",
        /// A colleague is asked to look it over.
        Review = "review",
    }
}

/// The operators, as they are typed.
pub const OPERATORS: &[&str] = &[
    "state", "service", "country", "customer", "assignee", "due", "age", "is", "has",
];

/// The badge codes that this version knows, in the order of their rank.
pub fn badge_codes() -> impl Iterator<Item = &'static str> {
    let local = crate::state::LocalState::KNOWN
        .iter()
        .filter(|state| **state != crate::state::LocalState::Clean);
    let statuses = crate::order::Status::KNOWN.iter();
    local
        .map(crate::state::LocalState::as_str)
        .chain(statuses.map(crate::order::Status::as_str))
}

fn service_kinds() -> impl Iterator<Item = &'static str> {
    ServiceKind::KNOWN.iter().map(ServiceKind::as_str)
}

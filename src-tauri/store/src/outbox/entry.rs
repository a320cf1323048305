//! What an outbox entry is.

use jiff::Timestamp;
use serde_json::Value;
use turnup_domain::{IntentId, Order, OrderId, OrderNumber};

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// The word that is stored.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The variant of a stored word.
            #[must_use]
            pub fn of(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

words!(
    /// What is asked of the service.
    OutboxKind {
        /// The point of no return.
        Mapping = "mapping",
        /// Services now or later.
        Setup = "setup",
        /// Somebody else completes the order.
        Handover = "handover",
        /// Send the provisioning e-mail again.
        Resend = "resend",
        /// The shared note.
        Note = "note",
        /// Who in the team works on it.
        Assignee = "assignee",
        /// Retry what failed of an operation.
        Retry = "retry",
        /// A colleague is asked to look at what is proposed.
        Review = "review",
        /// What comes of a colleague's look.
        Verdict = "verdict",
    }
);

impl OutboxKind {
    /// Whether it changes nothing that the wizard's answers are about: the answers stay open
    /// while it waits, and a newer one replaces it as long as it was never attempted.
    #[must_use]
    pub fn is_beside_the_draft(self) -> bool {
        matches!(
            self,
            Self::Note | Self::Assignee | Self::Review | Self::Verdict
        )
    }
}

words!(
    /// How far an entry is.
    EntryState {
        /// Waits for its turn.
        Pending = "pending",
        /// On its way: the attempt was counted before the first byte left.
        Sending = "sending",
        /// Somebody must decide; followers of the same order wait behind it.
        Parked = "parked",
    }
);

words!(
    /// What has to come before an entry is sent.
    WaitsFor {
        /// Nothing but its turn.
        Turn = "turn",
        /// The time of its next attempt.
        Time = "time",
        /// What was asked for the same order before it.
        Predecessor = "predecessor",
        /// The customer's agreement.
        Approval = "approval",
        /// Somebody here: it was refused, or its order is gone.
        Decision = "decision",
        /// The answer to what is on its way.
        Answer = "answer",
    }
);

/// One intended act that the service has not accepted yet.
#[derive(Debug, Clone, PartialEq)]
pub struct OutboxEntry {
    /// Rises in the order in which acts were intended.
    pub id: i64,
    /// The order it is about.
    pub order_id: OrderId,
    /// What is asked.
    pub kind: OutboxKind,
    /// The body to send.
    pub payload: Value,
    /// What the confirmation rested on, when it was given.
    pub evidence: Option<Value>,
    /// The order's revision it was meant for (the predecessor's answer moves it on).
    pub base_revision: u64,
    /// The idempotency key: made once, together with the entry.
    pub intent_id: IntentId,
    /// Attempts begun under this key.
    pub attempts: u32,
    /// When it was intended.
    pub created_at: Timestamp,
    /// Not before; none = at once.
    pub next_attempt_at: Option<Timestamp>,
    /// How far it is.
    pub state: EntryState,
    /// Whether an attempt may have reached the service without an answer coming back.
    pub unknown_outcome: bool,
    /// The last problem, a problem body of the protocol.
    pub problem: Option<Value>,
    /// Who intended it.
    pub actor: String,
    /// The order as it was when it was intended, at `base_revision` then; none when that was
    /// not known.
    pub base: Option<Order>,
}

impl OutboxEntry {
    /// Whether nothing of it can have reached the service: never attempted, or every attempt
    /// was answered with a no.
    #[must_use]
    pub fn can_be_taken_back(&self) -> bool {
        self.state != EntryState::Sending && !self.unknown_outcome
    }
}

/// An entry as the queue shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct QueueRow {
    /// The entry.
    pub entry: OutboxEntry,
    /// Its order's number.
    pub number: OrderNumber,
    /// The end customer's company.
    pub customer: String,
    /// What has to come before it is sent.
    pub waits_for: WaitsFor,
}

/// A window onto the queue.
#[derive(Debug, Clone, PartialEq)]
pub struct QueueWindow {
    /// The rows from the offset on.
    pub rows: Vec<QueueRow>,
    /// Entries in all.
    pub total: u32,
}

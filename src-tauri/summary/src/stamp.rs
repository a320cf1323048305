//! The stamp on a summary: how final what it says is.

/// How final an order's answers are, as the document says in a coloured frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stamp {
    /// Edited here; nothing was asked of the service.
    Draft,
    /// Confirmed by the operator, no answer from the service yet.
    Queued,
    /// Accepted by the service.
    Submitted,
    /// Provisioned.
    Confirmed,
    /// Provisioned in parts.
    ConfirmedWithErrors,
    /// Nothing was provisioned.
    Failed,
}

impl Stamp {
    /// Every stamp.
    pub const ALL: [Stamp; 6] = [
        Stamp::Draft,
        Stamp::Queued,
        Stamp::Submitted,
        Stamp::Confirmed,
        Stamp::ConfirmedWithErrors,
        Stamp::Failed,
    ];

    /// The code, such as `confirmed_with_errors`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Stamp::Draft => "draft",
            Stamp::Queued => "queued",
            Stamp::Submitted => "submitted",
            Stamp::Confirmed => "confirmed",
            Stamp::ConfirmedWithErrors => "confirmed_with_errors",
            Stamp::Failed => "failed",
        }
    }
}

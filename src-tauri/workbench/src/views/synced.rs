//! What came of a sync that somebody waited for. It does not cross to the window.

/// Counted over all runs of the engine until nothing was due any more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SyncedView {
    /// Acts that the service accepted.
    pub accepted: u32,
    /// Acts that it refused and that now need somebody.
    pub parked: u32,
    /// Orders that changed here.
    pub changed: u64,
    /// Organizations that came.
    pub organizations: u64,
    /// Numbers of e-mails that the service does not know.
    pub unknown_numbers: Vec<String>,
}

//! Giving up an answer for what somebody else said.

use super::{
    CallingDraft, ContactCenterDraft, Draft, HandoverDraft, MeetingsDraft, OrganizationChoice,
};

impl Draft {
    /// The same without the answer at `answer`, which clashed with what changed at `about`
    /// (pointers of [`crate::reconcile`]). Of an answer that merely rests on what changed, only
    /// the part that rests on it is given up.
    #[must_use]
    pub fn without(mut self, answer: &str, about: &str) -> Self {
        match answer {
            "/handover" => {
                self.completed_by = None;
                self.handover = HandoverDraft::default();
            }
            "/partner" => self.partner = OrganizationChoice::Undecided,
            "/customer" => self.customer = OrganizationChoice::Undecided,
            "/customer_sets_up" => self.customer_sets_up = false,
            "/services/meetings" if about.starts_with("/lines/") => {
                for site in &mut self.meetings.sites {
                    site.licenses.clear();
                }
            }
            _ => {
                if let Some(kind) = answer.strip_prefix("/services/") {
                    self.when.remove(kind);
                    match kind {
                        "meetings" => self.meetings = MeetingsDraft::default(),
                        "calling" => self.calling = CallingDraft::default(),
                        "contact_center" => self.contact_center = ContactCenterDraft::default(),
                        _ => {}
                    }
                }
            }
        }
        self
    }
}

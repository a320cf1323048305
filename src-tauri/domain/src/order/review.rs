//! What a colleague was asked to look at before the point of no return, and what they said.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Extra, Order};
use crate::{ids::ReviewId, open_enum::open_enum};

open_enum! {
    /// How far a review is. As a verdict: every word but `pending`.
    pub enum ReviewState {
        /// The reviewer has not answered yet.
        Pending = "pending",
        /// The reviewer would do the same.
        Approved = "approved",
        /// The reviewer would not.
        Declined = "declined",
        /// Who asked does not ask any more.
        Withdrawn = "withdrawn",
    }
}

/// The latest review of an order. It binds nobody: the mapping can be made whatever it says, and
/// leaves it as a record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Review {
    /// Its id.
    pub id: ReviewId,
    /// Who is asked (e-mail).
    pub reviewer: String,
    /// Who asks (e-mail).
    pub asked_by: String,
    /// When it was asked.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
    pub asked_at: Timestamp,
    /// What is proposed, in the client's own words: the service carries it and reads nothing of
    /// it. At most 64 KiB of JSON.
    #[serde(default, skip_serializing_if = "serde_json::Value::is_null")]
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub draft: serde_json::Value,
    /// How far it is.
    pub state: ReviewState,
    /// What the reviewer (or, taking it back, who asked) says.
    #[serde(default)]
    pub note: String,
    /// When it was approved, declined or withdrawn.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = DateTime))]
    pub decided_at: Option<Timestamp>,
    /// Fields of a newer service.
    #[serde(flatten)]
    #[cfg_attr(feature = "openapi", schema(ignore))]
    pub extra: Extra,
}

impl Review {
    /// Whether it is this person's to approve or decline.
    #[must_use]
    pub fn is_asked_of(&self, email: &str) -> bool {
        same_person(&self.reviewer, email)
    }

    /// Whether this person asked for it, and may withdraw it.
    #[must_use]
    pub fn is_asked_by(&self, email: &str) -> bool {
        same_person(&self.asked_by, email)
    }
}

impl Order {
    /// The review that a colleague has still to answer; none once the order cannot take one.
    #[must_use]
    pub fn asked_review(&self) -> Option<&Review> {
        self.review.as_ref().filter(|review| {
            review.state == ReviewState::Pending && self.status.takes_review().is_ok()
        })
    }

    /// The review that a colleague approved or declined, as long as the order can take another.
    #[must_use]
    pub fn answered_review(&self) -> Option<&Review> {
        self.review.as_ref().filter(|review| {
            matches!(review.state, ReviewState::Approved | ReviewState::Declined)
                && self.status.takes_review().is_ok()
        })
    }
}

fn same_person(a: &str, b: &str) -> bool {
    crate::validation::same_address(a, b)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;
    use crate::{
        state::{LocalState, View},
        testing::OrderBuilder,
    };

    fn asked() -> serde_json::Value {
        json!({
            "id": "rev_1", "reviewer": "Luis@andaluza.example", "asked_by": "ana@andaluza.example",
            "asked_at": "2026-11-22T12:00:00Z", "draft": {"mapping": {"own_company": true}},
            "state": "pending", "note": "", "decided_at": null
        })
    }

    #[test]
    fn a_review_goes_back_as_it_came_with_what_a_newer_service_says() {
        let mut newer = asked();
        newer["state"] = json!("delegated");
        newer["delegated_to"] = json!({"email": "eva@andaluza.example"});
        for document in [asked(), newer] {
            let mut order = serde_json::to_value(OrderBuilder::new().build()).unwrap();
            order["review"] = document;
            let read: Order = serde_json::from_value(order.clone()).unwrap();
            assert_eq!(serde_json::to_value(read).unwrap(), order);
        }
    }

    #[test]
    fn what_a_service_leaves_out_is_nothing() {
        let mut short = asked();
        for name in ["draft", "note", "decided_at"] {
            short.as_object_mut().unwrap().remove(name);
        }
        let review: Review = serde_json::from_value(short).unwrap();
        assert_eq!((review.note.as_str(), review.decided_at), ("", None));
        assert_eq!(review.draft, serde_json::Value::Null);
    }

    #[test]
    fn case_tells_neither_the_reviewer_nor_who_asks_apart() {
        let review: Review = serde_json::from_value(asked()).unwrap();
        assert!(review.is_asked_of("luis@andaluza.example "));
        assert!(review.is_asked_by("ANA@andaluza.example"));
        assert!(!review.is_asked_of("ana@andaluza.example"));
        assert!(!review.is_asked_by("luis@andaluza.example"));
    }

    #[test]
    fn a_review_is_asked_until_it_is_answered_or_the_organizations_are_final() {
        let me = "ana@andaluza.example";
        let table = [
            ("awaiting_details", "pending", true),
            ("awaiting_details", "approved", false),
            ("awaiting_details", "delegated", false),
            ("mapped", "pending", false),
            ("closed", "pending", false),
        ];
        for (status, state, expected) in table {
            let mut review: Review = serde_json::from_value(asked()).unwrap();
            (review.reviewer, review.state) = (me.to_owned(), state.into());
            let mut order = OrderBuilder::new().build();
            (order.status, order.review) = (status.into(), Some(review));
            assert_eq!(order.asked_review().is_some(), expected, "{status} {state}");
            let shows = |who| {
                let (view, now) = (View::ToReview, jiff::Timestamp::UNIX_EPOCH);
                view.shows(&order, &LocalState::Clean, who, now)
            };
            assert_eq!(shows(me), expected, "{status} {state}");
            assert!(!shows("bo@andaluza.example"));
        }
    }
}

//! The calls of the protocol as a table: one row per method of the trait.

use crate::problem::code;

/// The schema of a request's body.
#[derive(Clone, Copy)]
pub(super) struct Body(pub &'static str);

/// What kind of call it is.
pub(super) enum Form {
    /// Asks, and changes nothing.
    Read,
    /// The same, with an entity tag and 304.
    Conditional,
    /// One order, with its revision as the entity tag.
    Order,
    /// An endless answer of server-sent events.
    Events,
    /// Changes an order.
    Write {
        /// May answer 202 with the operation that began.
        begins_operation: bool,
    },
}

/// One call.
pub(super) struct Call {
    pub method: &'static str,
    /// Below the base.
    pub path: &'static str,
    /// The trait's method.
    pub id: &'static str,
    pub summary: &'static str,
    pub form: Form,
    pub query: &'static [(&'static str, &'static str)],
    pub body: Option<Body>,
    /// Schema of the answer.
    pub answer: &'static str,
    pub answered: &'static str,
    /// Codes beyond those of every call of its form.
    pub refused: &'static [&'static str],
}

const READ: Call = Call {
    method: "GET",
    path: "",
    id: "",
    summary: "",
    form: Form::Read,
    query: &[],
    body: None,
    answer: "",
    answered: "The document.",
    refused: &[],
};

const ASK: Call = Call {
    method: "POST",
    answered: "The answer; nothing was changed.",
    ..READ
};

const WRITE: Call = Call {
    method: "PUT",
    form: Form::Write {
        begins_operation: false,
    },
    answer: "Order",
    answered: "The order after the write.",
    ..READ
};

const CURSOR: (&str, &str) = (
    "cursor",
    "`next_cursor` of the page before; none begins anew.",
);
const LIMIT: (&str, &str) = ("limit", "Most items of the page, 1 to 1000.");

/// Every call, in the order of the protocol.
pub(super) const CALLS: &[Call] = &[
    Call {
        path: "/capabilities",
        id: "capabilities",
        summary: "Rules and enumerations as data",
        form: Form::Conditional,
        answer: "Capabilities",
        ..READ
    },
    Call {
        path: "/me",
        id: "me",
        summary: "Who is signed in",
        answer: "Me",
        ..READ
    },
    Call {
        path: "/orders",
        id: "orders",
        summary: "Delta feed of orders in the service's sequence, or the order of a number",
        query: &[
            CURSOR,
            LIMIT,
            (
                "number",
                "Only the order of this number: a page of one or none.",
            ),
        ],
        answer: "OrdersPage",
        answered: "A page: documents and tombstones.",
        refused: &[code::CURSOR_EXPIRED],
        ..READ
    },
    Call {
        path: "/events",
        id: "events",
        summary: "Nudges to pull: losing one loses nothing",
        form: Form::Events,
        answer: "Nudge",
        answered: "Server-sent events `orders`, the first at once, each with how far the feed is.",
        ..READ
    },
    Call {
        path: "/orders/summary",
        id: "orders_summary",
        summary: "Counts and checksum over all orders; compared at the same `as_of`",
        answer: "OrdersSummary",
        ..READ
    },
    Call {
        path: "/orders/{id}",
        id: "order",
        summary: "One order",
        form: Form::Order,
        answer: "Order",
        refused: &[code::NOT_FOUND],
        ..READ
    },
    Call {
        path: "/orders/{id}/activity",
        id: "activity",
        summary: "Who did what when, oldest first",
        answer: "ActivityEntry",
        refused: &[code::NOT_FOUND],
        ..READ
    },
    Call {
        path: "/organizations/changes",
        id: "organizations",
        summary: "Delta feed of the organizations that this operator may see",
        query: &[CURSOR, LIMIT],
        answer: "OrganizationsPage",
        answered: "A page: documents and tombstones.",
        refused: &[code::CURSOR_EXPIRED],
        ..READ
    },
    Call {
        path: "/organizations/match",
        id: "match_organizations",
        summary: "Which organization is meant: matched, candidates or none",
        body: Some(Body("MatchRequest")),
        answer: "MatchAnswer",
        ..ASK
    },
    Call {
        path: "/organizations/search",
        id: "search_organizations",
        summary: "Global search by domain",
        body: Some(Body("SearchRequest")),
        answer: "MatchAnswer",
        ..ASK
    },
    Call {
        path: "/orders/{id}/checks",
        id: "checks",
        summary: "Dry run of a mapping and a set-up",
        body: Some(Body("ChecksRequest")),
        answer: "ChecksAnswer",
        refused: &[code::NOT_FOUND],
        ..ASK
    },
    Call {
        path: "/orders/{id}/mapping",
        id: "put_mapping",
        summary: "The point of no return: which organizations the order belongs to",
        body: Some(Body("Mapping")),
        refused: &[
            code::AFTER_POINT_OF_NO_RETURN,
            code::AWAITING_APPROVAL,
            code::ORDER_CLOSED,
            code::ORDER_CANCELLED,
            code::ORDER_HANDED_OVER,
            code::ORGANIZATION_CHANGED,
            code::SIMILAR_ORGANIZATION_EXISTS,
            code::VALIDATION_FAILED,
        ],
        ..WRITE
    },
    Call {
        path: "/orders/{id}/setup",
        id: "put_setup",
        summary: "Set up services now or later",
        form: Form::Write {
            begins_operation: true,
        },
        body: Some(Body("Setup")),
        refused: &[
            code::BEFORE_POINT_OF_NO_RETURN,
            code::AFTER_POINT_OF_NO_RETURN,
            code::AWAITING_APPROVAL,
            code::ORDER_CLOSED,
            code::ORDER_CANCELLED,
            code::ORDER_HANDED_OVER,
            code::OPERATION_IN_PROGRESS,
            code::VALIDATION_FAILED,
        ],
        ..WRITE
    },
    Call {
        method: "POST",
        path: "/orders/{id}/handover",
        id: "hand_over",
        summary: "Somebody else completes the order",
        body: Some(Body("Handover")),
        refused: &[
            code::AFTER_POINT_OF_NO_RETURN,
            code::ORDER_CLOSED,
            code::ORDER_CANCELLED,
            code::ORDER_HANDED_OVER,
            code::VALIDATION_FAILED,
        ],
        ..WRITE
    },
    Call {
        method: "POST",
        path: "/orders/{id}/resend",
        id: "resend",
        summary: "Have the provisioning e-mail sent again",
        refused: &[
            code::CANNOT_RESEND,
            code::AFTER_POINT_OF_NO_RETURN,
            code::ORDER_CLOSED,
            code::ORDER_CANCELLED,
            code::ORDER_HANDED_OVER,
        ],
        ..WRITE
    },
    Call {
        method: "POST",
        path: "/orders/{id}/review",
        id: "ask_review",
        summary: "Ask a colleague to look at what is proposed, before the point of no return",
        body: Some(Body("ReviewRequest")),
        refused: &[
            code::AFTER_POINT_OF_NO_RETURN,
            code::ORDER_CLOSED,
            code::ORDER_CANCELLED,
            code::ORDER_HANDED_OVER,
            code::VALIDATION_FAILED,
        ],
        ..WRITE
    },
    Call {
        path: "/orders/{id}/review/{review_id}",
        id: "decide_review",
        summary: "Approve or decline what is proposed, or withdraw the question",
        body: Some(Body("VerdictRequest")),
        refused: &[
            code::NOT_THE_REVIEWER,
            code::REVIEW_DECIDED,
            code::AFTER_POINT_OF_NO_RETURN,
            code::ORDER_CLOSED,
            code::ORDER_CANCELLED,
            code::ORDER_HANDED_OVER,
            code::VALIDATION_FAILED,
        ],
        ..WRITE
    },
    Call {
        path: "/orders/{id}/notes",
        id: "put_note",
        summary: "The note that colleagues share",
        body: Some(Body("NoteRequest")),
        refused: &[code::VALIDATION_FAILED],
        ..WRITE
    },
    Call {
        path: "/orders/{id}/assignee",
        id: "put_assignee",
        summary: "The colleague who works on it; null for nobody in particular",
        body: Some(Body("AssigneeRequest")),
        refused: &[code::VALIDATION_FAILED],
        ..WRITE
    },
    Call {
        path: "/operations/{id}",
        id: "operation",
        summary: "How far an operation is; readable for at least 90 days",
        answer: "Operation",
        refused: &[code::NOT_FOUND],
        ..READ
    },
    Call {
        method: "POST",
        path: "/operations/{id}/retry",
        id: "retry_operation",
        summary: "What failed, once more",
        form: Form::Write {
            begins_operation: true,
        },
        refused: &[code::NOTHING_TO_RETRY, code::OPERATION_IN_PROGRESS],
        ..WRITE
    },
    Call {
        path: "/site-names/check",
        id: "check_site_name",
        summary: "Whether a site name can be had",
        body: Some(Body("NameCheckRequest")),
        answer: "NameCheckAnswer",
        ..ASK
    },
    Call {
        path: "/sip-names/check",
        id: "check_sip_name",
        summary: "Whether a SIP name can be had",
        body: Some(Body("NameCheckRequest")),
        answer: "NameCheckAnswer",
        ..ASK
    },
    Call {
        path: "/transfers/{code}",
        id: "transfer",
        summary: "Sites on a transfer code and the services found there",
        answer: "TransferAnswer",
        refused: &[code::TRANSFER_NOT_FOUND],
        ..READ
    },
];

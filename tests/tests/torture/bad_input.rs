//! Answers that are none, or that say what cannot be: each has its class and its words, takes
//! neither time nor room without bound, and is healed by the next good one.

use acceptance::proxy::{Fault, Place, Trouble};
use serde_json::{Value, json};

use crate::matrix::{CALLS, Call, Caller, Cell, suffer, wanted};

/// What any call may get.
fn anywhere() -> [(&'static str, Trouble); 4] {
    let json = |packed, body: &[u8]| Trouble::Instead {
        kind: "application/json".to_owned(),
        packed,
        body: body.to_vec(),
    };
    [
        ("empty", json(false, b"")),
        ("truncated gzip", json(true, CUT)),
        ("without end", Trouble::Endless),
        ("wrong types", Trouble::Rewritten(wrong_types)),
    ]
}

/// A gzip that says that sixteen bytes follow, and two do.
const CUT: &[u8] = b"\x1f\x8b\x08\0\0\0\0\0\0\x03\0\x10\0\xef\xff{\"";

/// Somewhere only: what, how, where.
type Somewhere = (&'static str, fn(&mut Value), &'static [&'static str]);

const FEED: &str = "GET /v1/orders?limit=";
const DIRECTORY: &str = "GET /v1/organizations/changes";
const ORDER: &str = "GET /v1/orders/ord_*";
const ACTIVITY: &str = "GET /v1/orders/*/activity";
const WRITES: [&str; 6] = [
    "PUT /v1/orders/*/mapping",
    "PUT /v1/orders/*/setup",
    "POST /v1/orders/*/handover",
    "POST /v1/orders/*/resend",
    "PUT /v1/orders/*/notes",
    "POST /v1/operations/*/retry",
];

const DATED: &[&str] = &[
    FEED,
    DIRECTORY,
    ORDER,
    ACTIVITY,
    "POST /v1/organizations/match",
    "PUT /v1/orders/*/mapping",
    "PUT /v1/orders/*/setup",
    "PUT /v1/orders/*/notes",
];

const LISTS: &[&str] = &[
    FEED,
    DIRECTORY,
    ACTIVITY,
    "POST /v1/organizations/match",
    "POST /v1/organizations/search",
];

const SOMEWHERE: [Somewhere; 7] = [
    ("another order", another_order, &WRITES),
    ("another order", another_order, &[ORDER]),
    ("an order of another partner", stranger, &[FEED]),
    ("the year 0", year_0, DATED),
    ("the year 9999", year_9999, DATED),
    ("every item twice", twice, LISTS),
    ("revisions going backwards", backwards, &[FEED, ORDER]),
];

/// Every cell, or a few of them.
pub fn cells(all: bool) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for (row, call) in CALLS.into_iter().enumerate() {
        for (column, (name, trouble)) in anywhere().into_iter().enumerate() {
            if all || row % 8 == 2 * column {
                cells.push(anywhere_cell(name, trouble, call));
            }
        }
    }
    let backwards = WRITES.map(|place| {
        (
            "revisions going backwards",
            backwards as fn(&mut Value),
            place,
        )
    });
    let somewhere = SOMEWHERE
        .into_iter()
        .flat_map(|(name, change, places)| places.iter().map(move |place| (name, change, *place)));
    for (index, (name, change, place)) in somewhere.chain(backwards).enumerate() {
        if all || index % 6 == 0 {
            cells.push(rewritten(name, change, call_of(place)));
        }
    }
    for place in [FEED, DIRECTORY] {
        for cursors in [&["a"][..], &["a", "b", "c"]] {
            if all || cursors.len() > 1 {
                cells.push(turning(place, cursors));
            }
        }
    }
    cells
}

fn anywhere_cell(name: &'static str, trouble: Trouble, call: Call) -> Cell {
    Box::pin(async move {
        let foreign = wanted(call, &Trouble::html());
        let lost = wanted(call, &Trouble::Truncated);
        let wanted = match name {
            // What cannot be unpacked did not arrive.
            "truncated gzip" => lost,
            // Given up by its length or, where it comes slowly, by its time.
            "without end" => [foreign, lost].concat(),
            _ => foreign,
        };
        let fault = call.fault(trouble);
        suffer(name, vec![fault], call, wanted).await
    })
}

fn rewritten(name: &'static str, change: fn(&mut Value), call: Call) -> Cell {
    Box::pin(async move {
        let wanted = (name == "another order" && call.caller == Caller::Write)
            .then_some("frame offline not_this_protocol");
        let fault = call.fault(Trouble::Rewritten(change));
        suffer(name, vec![fault], call, vec![wanted]).await
    })
}

/// Pages without end whose cursors turn in a circle: more of them than a run may ask for.
fn turning(place: &'static str, cursors: &'static [&'static str]) -> Cell {
    const PAGES: usize = 30;
    Box::pin(async move {
        let call = call_of(place);
        let pages = cursors.iter().cycle().take(PAGES).map(|cursor| {
            let page = json!({ "items": [], "next_cursor": cursor, "has_more": true, "as_of": 1 });
            call.fault(Trouble::Instead {
                kind: "application/json".to_owned(),
                packed: false,
                body: page.to_string().into_bytes(),
            })
        });
        let faults: Vec<Fault> = pages.collect();
        let wanted = vec![Some("frame offline not_this_protocol")];
        suffer("a circle of cursors", faults, call, wanted).await
    })
}

fn call_of(place: &'static str) -> Call {
    let known = CALLS.into_iter().find(|call| call.place == Place(place));
    known.unwrap_or_else(|| panic!("the desktop does not call {place}"))
}

fn wrong_types(document: &mut Value) {
    let Value::Object(members) = document else {
        *document = json!({ "not": "a list" });
        return;
    };
    for member in members.values_mut() {
        *member = match member {
            Value::Null => json!({}),
            Value::Bool(_) => json!([]),
            Value::Number(_) => json!("seven"),
            Value::String(_) => json!(7),
            Value::Array(_) => json!({ "0": 1 }),
            Value::Object(_) => json!("an object"),
        };
    }
}

fn another_order(document: &mut Value) {
    document["id"] = json!("ord_0000000001");
}

fn stranger(page: &mut Value) {
    if let Some(item) = page["items"].get_mut(2) {
        item["id"] = json!("ord_of_another_partner");
        item["number"] = json!("9999-000001");
    }
}

fn year_0(document: &mut Value) {
    dated(document, "0000-01-01", "T00:00:00Z");
}

fn year_9999(document: &mut Value) {
    dated(document, "9999-12-30", "T21:59:59Z");
}

/// Every date and every time is that one.
fn dated(value: &mut Value, day: &str, time: &str) {
    match value {
        Value::String(text) => {
            let date = text.len() == 10 && text.bytes().filter(|byte| *byte == b'-').count() == 2;
            let moment = text.len() >= 20 && text.ends_with('Z') && text.as_bytes()[10] == b'T';
            if date {
                day.clone_into(text);
            } else if moment {
                *text = format!("{day}{time}");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| dated(item, day, time)),
        Value::Object(members) => {
            members
                .values_mut()
                .for_each(|member| dated(member, day, time));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn twice(document: &mut Value) {
    let lists: Vec<&mut Vec<Value>> = match document {
        Value::Array(items) => vec![items],
        Value::Object(members) => {
            let lists = ["items", "candidates"];
            let found = members
                .iter_mut()
                .filter(|(name, _)| lists.contains(&name.as_str()));
            found.filter_map(|(_, list)| list.as_array_mut()).collect()
        }
        _ => Vec::new(),
    };
    for items in lists {
        let again = items.clone();
        items.extend(again);
    }
}

fn backwards(document: &mut Value) {
    let back = |order: &mut Value| {
        if order.get("revision").is_some() {
            order["revision"] = json!(1);
            order["sequence"] = json!(1);
        }
    };
    match document["items"].as_array_mut() {
        Some(items) => items.iter_mut().for_each(back),
        None => back(document),
    }
}

//! Edits for every order of a service, in an order of chance.

use std::collections::BTreeMap;

use acceptance::backlog::{Act, Edit};
use acceptance::dice::Dice;
use acceptance::operator::Operator;
use turnup_reference_service::Running;
use turnup_workbench::views::OrderQuery;

/// Number and first note of every order, by its id.
pub type Known = BTreeMap<String, (String, String)>;

/// What a note must survive.
const WORDS: [&str; 5] = ["ñandú", "東京", "🚆", "<b>&amp;</b>", "'; --"];

/// The orders of a service, as somebody sees them who joined it.
pub async fn known(operator: &Operator, service: &Running) -> Known {
    let mut known = Known::new();
    loop {
        let query = OrderQuery {
            view: "all".to_owned(),
            text: String::new(),
            states: Vec::new(),
            services: Vec::new(),
            sort: "number".to_owned(),
            descending: false,
            offset: u32::try_from(known.len()).unwrap(),
            limit: 200,
            details: false,
        };
        let rows = operator.workbench.list_orders(query).await.unwrap().rows;
        if rows.is_empty() {
            return known;
        }
        for row in rows {
            let note = service.order(&row.number).unwrap().note;
            known.insert(row.id, (row.number, note));
        }
    }
}

/// What is done to the orders: to each a note, to some something that ends them.
pub fn of(known: &Known, service: &Running, dice: &mut Dice) -> Vec<Edit> {
    let mut orders: Vec<_> = known.iter().collect();
    for index in (1..orders.len()).rev() {
        orders.swap(index, dice.below(index as u64 + 1) as usize);
    }
    let mut edits = Vec::new();
    for (index, (id, (number, _))) in orders.into_iter().enumerate() {
        let order = service.order(number).unwrap();
        let note = |word: &str| {
            Act::Note(format!(
                "{word} · {number} · {}",
                WORDS[index % WORDS.len()]
            ))
        };
        let waits = order.status.as_str() == "awaiting_details";
        // Of the others nothing is set up, so that confirming them is one act, not two.
        let is_set_up = !order.services_with_input().is_empty();
        let acts = match index % 4 {
            0 if waits && is_set_up => vec![note("nota"), Act::Confirm(format!("Casa {number}"))],
            1 if waits => vec![note("nota"), Act::HandOver("otra@casa.example".to_owned())],
            2 if waits && order.can_resend => vec![note("nota"), Act::Resend],
            0 => vec![note("nota"), note("otra")],
            1 => vec![note("nota"), Act::TakeBack],
            _ => vec![note("nota")],
        };
        edits.extend(acts.into_iter().map(|act| Edit {
            order: id.clone(),
            act,
        }));
    }
    edits
}

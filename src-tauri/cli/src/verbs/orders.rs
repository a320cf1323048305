//! `orders` and `order`: what is here, without asking anybody.

use turnup_workbench::{
    Outcome,
    views::{OrderQuery, OrderView},
};

use crate::{
    arguments,
    desk::Desk,
    exit::Exit,
    said::Said,
    shapes::{Listed, Order, Orders},
};

/// Rows that the workbench gives at once.
const WINDOW: u32 = 200;

/// Lists the orders that match.
pub async fn orders(
    desk: &Desk,
    said: &mut Said,
    listed: &arguments::Listed,
    limit: u32,
) -> Outcome<()> {
    let words = desk.words();
    let mut found = Orders {
        orders: Vec::new(),
        total: 0,
        indexing: false,
    };
    loop {
        let offset = u32::try_from(found.orders.len()).unwrap_or(u32::MAX);
        let window = OrderQuery {
            offset,
            limit: WINDOW.min(limit.saturating_sub(offset)),
            ..query(listed)
        };
        let window = desk.workbench.list_orders(window).await?;
        if not_understood(desk, said, &window.misunderstood) {
            return Ok(());
        }
        found.total = window.total;
        found.indexing |= window.indexing;
        let over = window.rows.is_empty();
        found.orders.extend(window.rows.into_iter().map(Listed::of));
        let shown = u32::try_from(found.orders.len()).unwrap_or(u32::MAX);
        // A long list is counted as it is read on.
        if over || shown >= limit || (shown >= window.total && !window.more) {
            break;
        }
    }
    for order in &found.orders {
        said.say(line(desk, order));
    }
    let (shown, total) = (found.orders.len().to_string(), found.total.to_string());
    said.note(if shown == total {
        words.with("cli-orders-total", &[("count", &total)])
    } else {
        words.with("cli-orders-shown", &[("shown", &shown), ("total", &total)])
    });
    if found.indexing {
        said.note(words.get("cli-orders-indexing"));
    }
    said.give(&found);
    Ok(())
}

/// What is asked of the list.
pub fn query(listed: &arguments::Listed) -> OrderQuery {
    OrderQuery {
        view: listed.view.clone(),
        text: listed.query.clone(),
        states: Vec::new(),
        services: Vec::new(),
        sort: "deadline".to_owned(),
        descending: false,
        offset: 0,
        limit: WINDOW,
        details: false,
    }
}

/// An operator whose value makes no sense filters nothing: a script would take all orders for those
/// that it asked for.
pub fn not_understood(desk: &Desk, said: &mut Said, misunderstood: &[String]) -> bool {
    if misunderstood.is_empty() {
        return false;
    }
    said.ends(Exit::Usage);
    for what in misunderstood {
        said.note(desk.words().with("cli-usage-search", &[("what", what)]));
    }
    said.give(&serde_json::json!({
        "failure": { "code": "search", "params": { "misunderstood": misunderstood.join(" ") } }
    }));
    true
}

fn line(desk: &Desk, order: &Listed) -> String {
    let closes = day(order.closes_at.as_deref());
    let place: Vec<&str> = [order.city.as_str(), order.country.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let state = desk.word("badge", &order.state);
    format!(
        "{:<14}  {:<10}  {:<18}  {} ({})",
        order.number,
        closes.unwrap_or("–"),
        state,
        order.customer,
        place.join(", ")
    )
}

/// The day of a time, in UTC.
fn day(at: Option<&str>) -> Option<&str> {
    at.and_then(|at| at.get(..10))
}

/// Shows one order.
pub async fn order(desk: &Desk, said: &mut Said, number: &str) -> Outcome<()> {
    let id = desk.workbench.order_of_number(number).await?;
    let order = desk.workbench.open_order(&id).await?;
    in_words(desk, said, &order);
    said.give(&Order::of(order));
    Ok(())
}

fn in_words(desk: &Desk, said: &mut Said, order: &OrderView) {
    let words = desk.words();
    said.say(format!(
        "{} · {}",
        order.number,
        desk.word("badge", &order.badge.code)
    ));
    let never = words.get("cli-closes-never");
    let customer = &order.end_customer;
    let services: Vec<String> = order
        .services
        .iter()
        .map(|service| desk.word("service", &service.kind))
        .collect();
    let mut rows = vec![
        (
            "cli-customer",
            format!("{} ({})", customer.company, customer.country),
        ),
        (
            "cli-closes",
            order.deadline.closes_at.clone().unwrap_or(never),
        ),
        ("cli-subscription", order.subscription.clone()),
        ("cli-contact", order.contact.email.clone()),
        ("cli-services", services.join(", ")),
    ];
    if let Some(mapping) = &order.mapping {
        rows.push(("cli-mapped-to", mapping.customer.clone()));
    }
    if let Some(saved) = &order.wizard.saved_at {
        rows.push(("cli-draft-saved", saved.clone()));
    }
    for entry in &order.queue {
        let waits = desk.word("cli-waits", &entry.waits_for);
        let act = desk.word("cli-kind", &entry.kind);
        rows.push(("cli-queued-acts", format!("{act}, {waits}")));
    }
    for (name, value) in rows {
        said.say(format!("  {}: {value}", words.get(name)));
    }
}

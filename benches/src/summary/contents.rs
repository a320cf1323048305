//! The words of a summary, for those who cannot read an order: the same labels and values, in the
//! same sections, as ours has them.

use std::io::{BufWriter, Write};
use std::path::Path;

use jiff::Timestamp;
use serde_json::{Value, json};
use turnup_domain::Order;

/// Writes them, one order a line.
///
/// # Errors
/// When the file cannot be written.
pub fn write(path: &Path, orders: &[Order]) -> std::io::Result<()> {
    let mut file = BufWriter::new(std::fs::File::create(path)?);
    for order in orders {
        writeln!(file, "{}", contents(order))?;
    }
    file.flush()
}

fn contents(order: &Order) -> Value {
    let (number, customer) = (order.number.as_str(), &order.end_customer.company);
    json!({
        "title": format!("Order {number}, {customer}"),
        "subject": format!("Summary of the Webex order {number}"),
        "kind": "Order summary",
        "number": number,
        "customer": customer,
        "stamp": "Confirmed",
        "stamp_text": "Everything that was asked for is provisioned.",
        "printed": "Printed 22 November 2026, 09:40 (UTC); times without a zone are in this one",
        "running": format!("Order {number}"),
        "page": "Page 1 of 1",
        "sections": [
            section("The order", about(order), json!([]), json!([])),
            section("People", people(order), json!([]), json!([])),
            section("Organizations", organizations(), json!([]), json!([])),
            lines(order),
        ],
    })
}

fn section(title: &str, facts: Vec<Value>, heads: Value, rows: Value) -> Value {
    json!({ "title": title, "facts": facts, "heads": heads, "rows": rows })
}

fn fact(label: &str, lines: &[&str]) -> Value {
    json!({ "label": label, "lines": lines })
}

fn about(order: &Order) -> Vec<Value> {
    let start = order.requested_start.map(|day| day.to_string());
    vec![
        fact("State", &[order.status.as_str()]),
        fact(
            "Closes",
            &[&moment(order.closes_at), "Europe/Madrid, UTC+1"],
        ),
        fact("Subscription", &[&order.subscription]),
        fact("Kind", &["New order"]),
        fact("Offer", &[&order.offer]),
        fact("Requested start", &[&start.unwrap_or_default()]),
        fact("Provisioning e-mail sent", &[&moment(order.mail_sent_at)]),
        fact("Colleague on it", &["nobody"]),
    ]
}

fn moment(at: Option<Timestamp>) -> String {
    at.map_or(String::new(), |at| {
        at.strftime("%-d %B %Y, %H:%M").to_string()
    })
}

fn people(order: &Order) -> Vec<Value> {
    let (contact, customer) = (&order.contact, &order.end_customer);
    let email = customer.email.as_deref().unwrap_or_default();
    vec![
        fact(
            "Provisioning contact",
            &[&contact.name, &contact.email, "Time zone Europe/Madrid"],
        ),
        fact("Seller", &["Lucía Ferrer", "pedidos@andaluza.example"]),
        fact(
            "End customer",
            &[&customer.company, email, &customer.city, "Spain"],
        ),
    ]
}

fn organizations() -> Vec<Value> {
    vec![
        fact("Partner organization", &["Not chosen yet."]),
        fact("Customer organization", &["Not chosen yet."]),
    ]
}

fn lines(order: &Order) -> Value {
    let rows = order.lines.iter().map(|line| {
        json!([
            line.id.as_str(),
            line.service.as_str(),
            line.name,
            line.quantity.to_string(),
            "36 months",
            "not set up",
        ])
    });
    let heads = json!(["Line", "Service", "Name", "Quantity", "Term", "State"]);
    section("Subscription lines", Vec::new(), heads, rows.collect())
}

//! What lies on the transfer codes: derived from the orders that carry sites over, so that it is
//! the same every time and nothing has to be kept. Most of it agrees with the order, some of it
//! does not: a comparison has something to show.

use sha2::{Digest, Sha256};
use turnup_contract::{TransferAnswer, TransferService, TransferSite};
use turnup_domain::{
    Order, OrderNumber, ServiceKind,
    capabilities::NameRule,
    order::{Line, OrderKind},
    validation::suggest_name,
};

/// What every code begins with.
const PREFIX: &str = "TR-";
/// Digits of an order's number before its hyphen, and all of them.
const DIGITS: (usize, usize) = (4, 10);
/// Orders with fewer licences than this have one site.
const SMALL: u32 = 25;

/// The code of an order that carries sites over: `TR-` and the digits of its number.
pub(crate) fn code_of(order: &Order) -> Option<String> {
    let digits = || order.number.as_str().replace('-', "");
    (order.kind == OrderKind::Transfer).then(|| format!("{PREFIX}{}", digits()))
}

/// The number of the order that a code would belong to.
pub(crate) fn number_of(code: &str) -> Option<OrderNumber> {
    let code = code.trim().to_ascii_uppercase();
    let digits = code.strip_prefix(PREFIX)?;
    let (front, all) = DIGITS;
    if digits.len() != all || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (front, back) = digits.split_at(front);
    Some(OrderNumber::new(format!("{front}-{back}")))
}

/// The sites on an order's code; none for an order that carries nothing over.
pub(crate) fn of_order(order: &Order, rule: &NameRule) -> Option<TransferAnswer> {
    let code = code_of(order)?;
    let mut services: Vec<TransferService> = order.lines.iter().map(found).collect();
    let drawn = Sha256::digest(order.number.as_str());
    differ(&mut services, drawn[0]);
    let hosts = hosts(order, rule, drawn[1]);
    let sites = spread(&services, hosts);
    Some(TransferAnswer { code, sites })
}

fn found(line: &Line) -> TransferService {
    TransferService {
        kind: line.service.clone(),
        name: line.name.clone(),
        quantity: line.quantity,
    }
}

/// What differs from the order: nothing in three of five cases, else a quantity, a service that
/// is missing, or one that was not ordered.
fn differ(services: &mut Vec<TransferService>, drawn: u8) {
    match drawn % 10 {
        6 => {
            if let Some(first) = services.first_mut() {
                first.quantity += first.quantity / 10 + 1;
            }
        }
        7 if services.len() > 1 => {
            services.pop();
        }
        7 | 8 => {
            if let Some(last) = services.last_mut() {
                last.quantity = (last.quantity - last.quantity / 5).saturating_sub(1).max(1);
            }
        }
        9 => services.push(TransferService {
            kind: ServiceKind::Devices,
            name: "Desk phone registration".to_owned(),
            quantity: 12,
        }),
        _ => {}
    }
}

/// One to three hosts, named after the company.
fn hosts(order: &Order, rule: &NameRule, drawn: u8) -> Vec<String> {
    let mut base = suggest_name(&order.end_customer.company, rule);
    if base.is_empty() {
        let digits = order.number.as_str().replace('-', "");
        base = format!("site{digits}");
    }
    let small = order.lines.iter().all(|line| line.quantity < SMALL);
    let count = if small { 1 } else { usize::from(drawn % 3) + 1 };
    let host = |ending: &str| {
        // Whole characters only: names are plain ASCII.
        let longest = (rule.max as usize).saturating_sub(ending.len());
        let front = base.get(..longest).unwrap_or(&base).trim_end_matches('-');
        format!("{front}{ending}{}", rule.suffix)
    };
    ["", "-training", "-support"][..count]
        .iter()
        .map(|ending| host(ending))
        .collect()
}

/// A fifth of everything lies on each further site, the rest on the first.
fn spread(services: &[TransferService], hosts: Vec<String>) -> Vec<TransferSite> {
    let further = u32::try_from(hosts.len().saturating_sub(1)).unwrap_or(0);
    let on_site = |index: usize| {
        services
            .iter()
            .map(move |service| {
                let share = service.quantity / 5;
                let quantity = match index {
                    0 => service.quantity - share * further,
                    _ => share,
                };
                TransferService {
                    quantity,
                    ..service.clone()
                }
            })
            .filter(|service| service.quantity > 0)
            .collect()
    };
    hosts
        .into_iter()
        .enumerate()
        .map(|(index, name)| TransferSite {
            name,
            services: on_site(index),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_back_to_the_number_it_was_made_from() {
        let table = [
            ("TR-4410228290", Some("4410-228290")),
            (" tr-4410228290\n", Some("4410-228290")),
            ("TR-441022829", None),
            ("TR-44102282900", None),
            ("TR-4410-22829", None),
            ("TR-٤٤١٠٢", None),
            ("4410228290", None),
            ("TR-", None),
            ("", None),
        ];
        for (code, expected) in table {
            let number = number_of(code);
            let number = number.as_ref().map(OrderNumber::as_str);
            assert_eq!(number, expected, "{code:?}");
        }
    }
}

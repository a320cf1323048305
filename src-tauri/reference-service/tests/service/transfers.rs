//! Transfer codes: what lies on them, and what a set-up makes of them.

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Value, json};
use turnup_contract::{ProvisioningService, TransferAnswer};
use turnup_domain::{Order, ServiceKind};
use turnup_reference_service::Config;

use crate::client::{Client, Got, config, refused};

async fn many() -> Client {
    Client::with(Config {
        orders: 1_000,
        ..config()
    })
    .await
}

/// The orders that carry sites over, with their codes.
async fn transfers(client: &Client) -> Vec<(Order, String)> {
    let page = client.get("/v1/orders?limit=1000").await.body;
    let orders: Vec<Order> = serde_json::from_value(page["items"].clone()).unwrap();
    orders
        .into_iter()
        .filter(|order| order.kind.as_str() == "transfer")
        .map(|order| {
            let code = format!("TR-{}", order.number.as_str().replace('-', ""));
            (order, code)
        })
        .collect()
}

async fn on_code(client: &Client, code: &str) -> TransferAnswer {
    let got = client.get(&format!("/v1/transfers/{code}")).await;
    assert_eq!(got.status, 200, "{}", got.text);
    serde_json::from_value(got.body).unwrap()
}

/// Licences by name, over everything.
fn quantities<'a>(services: impl Iterator<Item = (&'a str, u32)>) -> BTreeMap<&'a str, u32> {
    let mut found = BTreeMap::new();
    for (name, quantity) in services {
        *found.entry(name).or_default() += quantity;
    }
    found
}

#[tokio::test]
async fn every_order_that_carries_sites_over_says_a_code_that_works() {
    let client = many().await;
    let all = transfers(&client).await;
    assert!(all.len() > 30, "{}", all.len());
    for (order, code) in &all {
        let said = [
            format!("Transfer code: {code}"),
            format!("Code de transfert\u{a0}: {code}"),
        ];
        let note = order.note.lines().last().unwrap_or_default();
        assert!(said.contains(&note.to_owned()), "{note}");
        let letter = client.service.email(order.number.as_str()).unwrap();
        assert!(String::from_utf8(letter).unwrap().contains(code));
        let answer = on_code(&client, code).await;
        assert_eq!(answer.code, *code);
        assert!((1..=3).contains(&answer.sites.len()));
        for site in &answer.sites {
            let label = site.name.strip_suffix(".webex.com").unwrap();
            assert!(!label.is_empty() && label.len() <= 63, "{label}");
            assert!(site.services.iter().all(|service| service.quantity > 0));
        }
        assert!(!answer.sites[0].services.is_empty());
        assert_eq!(on_code(&client, &code.to_lowercase()).await, answer);
    }
}

#[tokio::test]
async fn most_sites_agree_with_their_order_and_some_do_not() {
    let client = many().await;
    let all = transfers(&client).await;
    let (mut alike, mut missing, mut spare, mut other) = (0, 0, 0, 0);
    for (order, code) in &all {
        let answer = on_code(&client, code).await;
        let services = answer.sites.iter().flat_map(|site| &site.services);
        let there = quantities(services.map(|one| (one.name.as_str(), one.quantity)));
        let ordered = order.lines.iter();
        let ordered = quantities(ordered.map(|line| (line.name.as_str(), line.quantity)));
        let count = match () {
            () if there == ordered => &mut alike,
            () if there.len() < ordered.len() => &mut missing,
            () if there.len() > ordered.len() => &mut spare,
            () => &mut other,
        };
        *count += 1;
    }
    assert!(alike * 2 > all.len(), "{alike} of {}", all.len());
    assert!(
        missing > 0 && spare > 0 && other > 0,
        "{missing} {spare} {other}"
    );
}

#[tokio::test]
async fn a_code_that_is_none_is_not_found() {
    let client = Client::start().await;
    let codes = [
        "TR-4410228290",
        "TR-4410-228290",
        "TR-9999999999",
        "TR-",
        "nonsense",
        "%2E%2E%2Forders",
        "TR-1%2F2%3F3",
        "%F0%9F%99%82",
    ];
    for code in codes {
        let got = client.get(&format!("/v1/transfers/{code}")).await;
        assert_eq!(got.refusal(), refused(404, "transfer_not_found"), "{code}");
    }
    let desk = client.service.desk();
    assert_eq!(desk.transfer("TR-4410228290").await.unwrap(), None);
}

async fn set_up(client: &Client, order: &Order, code: &str, site: &str) -> Got {
    let path = format!("/v1/orders/{}/setup", order.id);
    let body = setup(code, site);
    client.write(Method::PUT, &path, order.revision, body).await
}

fn setup(code: &str, site: &str) -> Value {
    json!({
        "services": [{"kind": "meetings", "when": "now", "sites": []}],
        "transfer": {"code": code, "current_site": site},
    })
}

#[tokio::test]
async fn only_a_site_on_a_known_code_is_carried_over() {
    let client = many().await;
    let all = transfers(&client).await;
    let (order, code) = all
        .iter()
        .find(|(order, _)| {
            order.status.as_str() == "awaiting_details"
                && order.services_with_input() == [ServiceKind::Meetings]
        })
        .unwrap();
    let site = on_code(&client, code).await.sites[0].name.clone();
    let order = client.mapped(order.number.as_str()).await;
    let table = [
        ("TR-9999999999", site.as_str(), "code", "transfer_not_found"),
        ("TR-4410228290", &site, "code", "transfer_not_found"),
        (
            code,
            "elsewhere.webex.com",
            "current_site",
            "site_not_on_transfer",
        ),
        (code, "", "current_site", "required"),
        ("", &site, "code", "required"),
    ];
    for (code, site, field, problem) in table {
        let expected = [(format!("/transfer/{field}"), problem.to_owned())];
        let got = set_up(&client, &order, code, site).await;
        assert_eq!(got.fields(), expected, "{code:?} {site:?}");
        let path = format!("/v1/orders/{}/checks", order.id);
        let dry = client.ask(&path, json!({"setup": setup(code, site)})).await;
        let pointer = format!("/setup/transfer/{field}");
        assert_eq!(dry.body["problems"][0]["pointer"], pointer.as_str());
        assert_eq!(dry.body["problems"][0]["code"], problem);
    }
    let name = site.split('.').next().unwrap().to_uppercase();
    let got = set_up(&client, &order, &code.to_lowercase(), &name).await;
    assert_eq!(got.status, 202, "{}", got.text);
    let operation = client.get(got.header("location")).await.body;
    assert_eq!(operation["steps"][0]["code"], "transfer_site");
    assert_eq!(operation["steps"].as_array().unwrap().len(), 1);
    client.pass(8);
    let order = client.order(order.number.as_str());
    assert_eq!(order.status.as_str(), "provisioned");
}

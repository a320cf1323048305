//! The e-mails of the process.

use std::{fs, path::Path};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use reqwest::Method;
use serde_json::json;
use turnup_reference_service::Config;

use crate::client::{Client, config, create};

fn letters(folder: &Path, about: &str) -> Vec<String> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with(about)
        })
        .collect();
    found.sort();
    found
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

#[tokio::test]
async fn an_order_that_waits_has_a_letter_that_leads_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let client = Client::with(Config {
        mail_dir: Some(folder.path().to_owned()),
        ..config()
    })
    .await;
    let found = letters(folder.path(), "4410-228290-provisioning");
    let [letter] = found.as_slice() else {
        panic!("{} letters", found.len())
    };
    assert!(
        letter.contains("Subject: Provisioning information required for order 4410-228290\r\n")
    );
    assert!(letter.contains("To: Ana Ruiz <ana@andaluza.example>\r\n"));
    assert!(letter.contains("Content-Type: multipart/alternative"));
    assert!(letter.contains("Sub-ES77190"));
    assert!(letter.contains("https://turnup.example/orders/4410-228290"));
    assert_eq!(
        letter.as_bytes(),
        client.service.email("4410-228290").unwrap()
    );
    let html = letter
        .split("base64\r\n\r\n")
        .nth(1)
        .unwrap()
        .split("\r\n--")
        .next()
        .unwrap();
    let html = BASE64_STANDARD.decode(html.replace("\r\n", "")).unwrap();
    assert!(
        String::from_utf8(html)
            .unwrap()
            .contains("Zurita y Compañía, S.L.")
    );
}

#[tokio::test]
async fn a_branch_in_france_gets_french_letters() {
    let folder = tempfile::tempdir().unwrap();
    let mail_dir = Some(folder.path().to_owned());
    Client::with(Config {
        mail_dir,
        orders: 200,
        ..config()
    })
    .await;
    let all = letters(folder.path(), "4410-");
    let french: Vec<_> = all
        .iter()
        .filter(|l| l.contains("Content-Language: fr\r\n"))
        .collect();
    assert!(!french.is_empty() && french.len() < all.len());
    for letter in french {
        let subject = letter
            .lines()
            .find(|line| line.starts_with("Subject: "))
            .unwrap();
        assert!(subject.starts_with("Subject: Informations requises pour activer la commande"));
        let body = letter.replace("=\r\n", "");
        assert!(body.contains("attend les informations requises"));
    }
}

#[tokio::test]
async fn acts_write_their_letters() {
    let folder = tempfile::tempdir().unwrap();
    let client = Client::with(Config {
        mail_dir: Some(folder.path().to_owned()),
        ..config()
    })
    .await;
    let order = client.order("4410-228290");
    let path = format!("/v1/orders/{}/resend", order.id);
    client
        .write(Method::POST, &path, order.revision, json!({}))
        .await
        .order();
    assert_eq!(letters(folder.path(), "4410-228290-provisioning").len(), 2);
    let path = format!("/v1/orders/{}/handover", order.id);
    let body = json!({"email": "luis@andaluza.example", "note": "Hola <b>Luis</b>"});
    client
        .write(Method::POST, &path, order.revision, body)
        .await
        .order();
    let found = letters(folder.path(), "4410-228290-handed-over");
    assert!(found[0].contains("To: luis@andaluza.example\r\n"));
    let order = client.order("4410-228301");
    let mut body = create("4410-228301");
    body["customer_sets_up"] = json!(true);
    let path = format!("/v1/orders/{}/mapping", order.id);
    client
        .write(Method::PUT, &path, order.revision, body)
        .await
        .order();
    let found = letters(folder.path(), "4410-228301-customer-sets-up");
    assert!(found[0].contains("To: direccion@talleres-guadaira.example\r\n"));
}

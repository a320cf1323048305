//! Match, search, names.

use serde_json::{Value, json};

use crate::client::{Client, refused};

fn names(answer: &Value) -> Vec<String> {
    let candidates = answer["candidates"].as_array().unwrap();
    candidates
        .iter()
        .map(|c| c["organization"]["name"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn the_operators_own_address_settles_the_partner() {
    let client = Client::start().await;
    let body = json!({"role": "partner", "email": "ana@andaluza.example",
                      "company": "Andaluza de Comunicaciones", "country": "ES"});
    let answer = client.ask("/v1/organizations/match", body).await.body;
    assert_eq!(answer["outcome"], "matched");
    assert_eq!(names(&answer), ["Andaluza de Comunicaciones"]);
}

#[tokio::test]
async fn a_new_address_of_a_known_domain_has_candidates() {
    let client = Client::start().await;
    let body = json!({"role": "customer", "email": "maria.zurita@zurita.example",
                      "company": "Zurita y Compañía, S.L.", "country": "ES",
                      "partner": "org_andaluza"});
    let answer = client.ask("/v1/organizations/match", body).await.body;
    assert_eq!(answer["outcome"], "candidates");
    assert_eq!(
        names(&answer),
        [
            "Zurita y Compañía",
            "Zurita y Cia (prueba)",
            "Zurita Foods Inc."
        ]
    );
    let candidates = answer["candidates"].as_array().unwrap();
    assert_eq!(candidates[0]["recommended"], true);
    assert_eq!(candidates[0]["approval"], "required");
    assert!(
        candidates[0]["score"].as_u64().unwrap() >= 90,
        "{}",
        candidates[0]["score"]
    );
    let flags = |index: usize| -> Vec<String> {
        let flags = candidates[index]["flags"].as_array().unwrap();
        flags
            .iter()
            .map(|flag| flag["code"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(
        flags(1).contains(&"stale_unverified".to_owned()),
        "{:?}",
        flags(1)
    );
    assert!(
        flags(2).contains(&"other_country".to_owned()),
        "{:?}",
        flags(2)
    );
    assert!(
        flags(2).contains(&"managed_by_other".to_owned()),
        "{:?}",
        flags(2)
    );
    let (weak, weakest) = (&candidates[1]["score"], &candidates[2]["score"]);
    assert!(
        weak.as_u64() >= weakest.as_u64() && weak.as_u64() < Some(40),
        "{weak} {weakest}"
    );
}

#[tokio::test]
async fn a_company_nobody_knows_has_none() {
    let client = Client::start().await;
    let body = json!({"role": "customer", "email": "direccion@talleres-guadaira.example",
                      "company": "Talleres Guadaíra, S.L.", "country": "ES"});
    let answer = client.ask("/v1/organizations/match", body).await.body;
    assert_eq!(
        (&answer["outcome"], names(&answer)),
        (&json!("none"), vec![])
    );
}

#[tokio::test]
async fn the_search_goes_over_all_domains_in_pages() {
    let client = Client::start().await;
    let answer = client
        .ask("/v1/organizations/search", json!({"domain": "zurita"}))
        .await
        .body;
    let found = names(&answer);
    assert!(found.contains(&"Zurita y Compañía".to_owned()), "{found:?}");
    assert!(found.contains(&"Zurita Foods Inc.".to_owned()), "{found:?}");
    let none = client
        .ask(
            "/v1/organizations/search",
            json!({"domain": "nobody.example"}),
        )
        .await;
    assert_eq!(none.body["outcome"], "none");
    let short = client
        .ask("/v1/organizations/search", json!({"domain": ""}))
        .await;
    assert_eq!(short.refusal(), refused(400, "malformed_request"));
}

#[tokio::test]
async fn names_are_available_taken_or_invalid() {
    let client = Client::start().await;
    let table = [
        ("/v1/site-names/check", "zurita", "available"),
        ("/v1/site-names/check", "taken", "taken"),
        ("/v1/site-names/check", "-no-", "invalid"),
        ("/v1/site-names/check", "", "invalid"),
        ("/v1/sip-names/check", "zurita", "available"),
        ("/v1/sip-names/check", "demo", "taken"),
        ("/v1/sip-names/check", "with space", "invalid"),
    ];
    for (path, name, result) in table {
        let answer = client.ask(path, json!({"name": name})).await.body;
        assert_eq!(answer["result"], result, "{path} {name}");
        let suggestions = answer["suggestions"].as_array().unwrap();
        assert_eq!(
            suggestions.is_empty(),
            result == "available" || name.is_empty(),
            "{answer}"
        );
    }
    let taken = client
        .ask("/v1/site-names/check", json!({"name": "taken"}))
        .await
        .body;
    for suggestion in taken["suggestions"].as_array().unwrap() {
        let again = client
            .ask("/v1/site-names/check", json!({"name": suggestion}))
            .await
            .body;
        assert_eq!(again["result"], "available", "{suggestion}");
    }
}

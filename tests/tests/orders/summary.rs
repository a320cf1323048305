//! One order from its e-mail to the summary of what was provisioned.

use std::fs;

use acceptance::operator::{Operator, Who};
use turnup_reference_service::ZURITA_ORDER;

use crate::pdf::{is_sound, text_of};
use crate::support::service;

#[tokio::test(flavor = "multi_thread")]
async fn an_order_goes_from_its_email_to_its_summary() {
    let folder = tempfile::tempdir().unwrap();
    let service = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&service.address(), Who::Ana).await.unwrap();

    let email = folder.path().join("order.eml");
    fs::write(&email, service.email(ZURITA_ORDER).unwrap()).unwrap();
    let opened = operator.open_email(&email).await.unwrap();
    assert_eq!(
        (opened.outcome.as_str(), opened.number.as_str()),
        ("opened", ZURITA_ORDER)
    );
    let id = opened.order_id.unwrap();

    operator.answer(&id).await.unwrap();
    operator.confirm(&id).await.unwrap();
    let order = operator
        .wait_for(&id, "it is provisioned", |o| o.status == "provisioned")
        .await
        .unwrap();
    assert_eq!(
        (order.local_state.as_str(), order.stamp.as_str()),
        ("clean", "confirmed")
    );

    // What the organizations were chosen on is told after the answers are gone, too.
    for (language, evidence) in [
        ("en", "Evidence from the service as of"),
        ("fr", "Indices du service en date du"),
    ] {
        let pdf = folder.path().join(format!("{language}.pdf"));
        operator
            .workbench
            .save_summary(&id, language, &pdf)
            .await
            .unwrap();
        let text = text_of(&pdf);
        holds_every_value(&text, language);
        assert_eq!(text.matches(evidence).count(), 2, "{language}: {text}");
        is_sound(&pdf);
    }
}

/// All that the order and its answers say.
const VALUES: &[&str] = &[
    ZURITA_ORDER,
    "Sub-ES77190",
    "Zurita y Compañía, S.L.",
    "maria.zurita@zurita.example",
    "ana@andaluza.example",
    "Andaluza de Comunicaciones",
    "A-FLEX",
    "Webex Meetings, named user",
    "Webex Messaging, named user",
    "Webex Calling, Professional",
    "Webex Calling, Workspace",
    "250",
    "180",
    "24",
    "zurita.webex.com",
    "zurita-ventas.webex.com",
    "200",
    "50",
    "Sede central",
    "Calle Sierpes 12",
    "2.º izquierda",
    "Sevilla",
    "41004",
    "zurita.calls.webex.com",
];

fn holds_every_value(text: &str, language: &str) {
    let missing: Vec<_> = VALUES
        .iter()
        .filter(|value| !text.contains(**value))
        .collect();
    assert!(
        missing.is_empty(),
        "not in the {language} summary: {missing:?}\n{text}"
    );
}

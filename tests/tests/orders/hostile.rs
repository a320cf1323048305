//! Whatever a person types is data: it is kept as typed, told by its field when it cannot be
//! sent, and harms neither the cache, the search, nor the summary.

use acceptance::operator::{Operator, Who};
use turnup_reference_service::ZURITA_ORDER;
use turnup_workbench::views::{ChoiceView, OrderQuery};

use crate::pdf::{is_sound, text_of};
use crate::support::service;
use crate::typed::{
    BIDI, CREATED, EMOJI, HANDED_OVER, HERE, Kind, MARKUP, RTL, SYNTAX, UNASKED, WORDS, create,
    texts,
};

fn wrong(fields: impl Iterator<Item = (&'static str, Kind)>, text: &str) -> Vec<(String, String)> {
    let mut wrong: Vec<_> = fields
        .filter_map(|(pointer, kind)| Some((pointer.to_owned(), kind.refuses(text)?.to_owned())))
        .collect();
    wrong.sort();
    wrong
}

async fn problems(operator: &Operator, id: &str) -> Vec<(String, String)> {
    let page = operator.workbench.prepare_confirmation(id).await.unwrap();
    let mut found: Vec<_> = page
        .problems
        .into_iter()
        .map(|problem| (problem.pointer, problem.code))
        .collect();
    found.sort();
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_typed_is_kept_and_what_cannot_be_sent_is_told_by_its_field() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ana");
    let running = service(folder.path(), 0).await;
    let mut operator = Operator::at(&data).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    operator.answer(&id).await.unwrap();
    let answered = operator
        .workbench
        .open_order(&id)
        .await
        .unwrap()
        .wizard
        .form;
    running.stop().await;

    for (name, text) in texts() {
        // Everything at once, where this order asks for it.
        let mut form = answered.clone();
        for (_, _, field) in HERE.iter().chain(&HANDED_OVER).chain(&UNASKED) {
            text.clone_into(field(&mut form));
        }
        operator
            .workbench
            .choose_organization(&id, "customer", create(&text))
            .await
            .unwrap();
        operator
            .workbench
            .save_draft(&id, form.clone(), None)
            .await
            .unwrap();
        operator.workbench.close().await;
        operator = Operator::at(&data).await.unwrap();

        let wizard = operator.workbench.open_order(&id).await.unwrap().wizard;
        assert_eq!(wizard.form, form, "{name}");
        let kept = ChoiceView::Create {
            name: text.clone(),
            vertical: text.clone(),
            country: text.clone(),
            admin_email: text.clone(),
            create_anyway: true,
        };
        assert_eq!(wizard.customer, kept, "{name}");

        let here = HERE.iter().map(|(pointer, kind, _)| (*pointer, *kind));
        let expected = wrong(here.chain(CREATED), &text);
        assert_eq!(problems(&operator, &id).await, expected, "{name}");
        let failure = operator.workbench.confirm(&id, ZURITA_ORDER).await;
        let failure = failure.unwrap_err();
        assert_eq!(failure.code, "not_ready", "{name}");
        assert_eq!(
            failure.params["count"],
            expected.len().to_string(),
            "{name}"
        );

        // The same for a hand-over.
        form.completed_by = Some("someone_else".to_owned());
        operator
            .workbench
            .save_draft(&id, form, None)
            .await
            .unwrap();
        let handed_over = HANDED_OVER
            .iter()
            .map(|(pointer, kind, _)| (*pointer, *kind));
        let expected = wrong(handed_over, &text);
        let found = problems(&operator, &id).await;
        let of_the_handover: Vec<_> = found
            .into_iter()
            .filter(|(pointer, _)| pointer.starts_with("/handover"))
            .collect();
        assert_eq!(of_the_handover, expected, "{name}");
        let failure = operator.workbench.hand_over(&id).await.unwrap_err();
        assert_eq!(failure.code, "not_ready", "{name}");

        // And where a word of a list is expected.
        for (pointer, change) in WORDS {
            let mut form = answered.clone();
            change(&mut form, &text);
            operator
                .workbench
                .save_draft(&id, form.clone(), None)
                .await
                .unwrap();
            let wizard = operator.workbench.open_order(&id).await.unwrap().wizard;
            assert_eq!(wizard.form, form, "{name}: {pointer}");
            let found = problems(&operator, &id).await;
            let told = found.contains(&(pointer.to_owned(), "unknown_value".to_owned()));
            assert!(told, "{name}: {pointer}: {found:?}");
        }
        let order = operator.workbench.open_order(&id).await.unwrap();
        assert!(order.queue.is_empty(), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_of_a_megabyte_are_refused_and_the_ones_before_stay() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    operator.answer(&id).await.unwrap();
    let before = operator.workbench.open_order(&id).await.unwrap().wizard;

    let mut form = before.form.clone();
    form.handover.note = "x".repeat(1024 * 1024);
    let failure = operator
        .workbench
        .save_draft(&id, form, None)
        .await
        .unwrap_err();
    assert_eq!(failure.code, "too_long");
    assert!(failure.params.contains_key("max"));
    let after = operator.workbench.open_order(&id).await.unwrap().wizard;
    assert_eq!(after, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_summary_of_whatever_is_typed_is_a_sound_document() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    operator.answer(&id).await.unwrap();
    running.stop().await;

    for (name, text) in texts() {
        operator
            .workbench
            .choose_organization(&id, "customer", create(&text))
            .await
            .unwrap();
        operator
            .edit(&id, |form| {
                for (_, _, field) in HERE.iter().chain(&HANDED_OVER).chain(&UNASKED) {
                    text.clone_into(field(form));
                }
            })
            .await
            .unwrap();
        for language in ["en", "fr"] {
            let pdf = folder.path().join("summary.pdf");
            operator
                .workbench
                .save_summary(&id, language, &pdf)
                .await
                .unwrap_or_else(|failure| panic!("{name}: {failure:?}"));
            is_sound(&pdf);
            let said = text_of(&pdf);
            assert!(said.contains(ZURITA_ORDER), "{name}");
            // Marks of direction are not seen and emoji have no letters; the rest is printed.
            if [MARKUP, SYNTAX].contains(&text.as_str()) {
                assert!(said.contains(&text), "{name}: {said}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn text_within_its_limits_arrives_at_the_service_as_typed() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    operator.answer(&id).await.unwrap();
    operator
        .edit(&id, |form| {
            let address = &mut form.calling.address;
            MARKUP.clone_into(&mut form.calling.location_name);
            SYNTAX.clone_into(&mut address.street1);
            EMOJI.clone_into(&mut address.street2);
            RTL.clone_into(&mut address.city);
            BIDI.clone_into(&mut address.state);
        })
        .await
        .unwrap();
    operator.confirm(&id).await.unwrap();
    operator
        .wait_for(&id, "it is provisioned", |o| o.status == "provisioned")
        .await
        .unwrap();

    let order = running.order(ZURITA_ORDER).unwrap();
    let location = order
        .services
        .iter()
        .find_map(|service| service.setup.as_ref()?.location.as_ref())
        .unwrap();
    let address = &location.address;
    assert_eq!(
        [
            &location.name,
            &address.street1,
            &address.street2,
            &address.city,
            &address.state
        ],
        [MARKUP, SYNTAX, EMOJI, RTL, BIDI]
    );
    let pdf = folder.path().join("summary.pdf");
    operator
        .workbench
        .save_summary(&id, "en", &pdf)
        .await
        .unwrap();
    is_sound(&pdf);
    let said = text_of(&pdf);
    // The address is set in lines of its column.
    let words = SYNTAX.split(' ').all(|word| said.contains(word));
    assert!(said.contains(MARKUP) && words, "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_shared_as_typed_or_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();

    let mut before = String::new();
    for (name, text) in texts() {
        let refused = match Kind::Text.refuses(&text) {
            Some("control_characters") => Some("not_plain_text"),
            other => other,
        };
        let saved = operator.workbench.save_note(&id, &text).await;
        match refused {
            Some(code) => {
                assert_eq!(saved.unwrap_err().code, code, "{name}");
                let order = operator.workbench.open_order(&id).await.unwrap();
                assert_eq!(order.note, before, "{name}");
                assert!(order.queue.is_empty(), "{name}: {:?}", order.queue);
            }
            None => {
                saved.unwrap();
                operator
                    .wait_for(&id, "the note is shared", |order| order.queue.is_empty())
                    .await
                    .unwrap();
                assert_eq!(running.order(ZURITA_ORDER).unwrap().note, text, "{name}");
                before = text;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_searched_for_is_looked_for_and_never_carried_out() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    let all = found(&operator, "").await;

    let syntax = [
        "*",
        "\"",
        "zurita OR",
        "number:1",
        "NEAR(a b)",
        "-",
        "(",
        "%",
    ];
    let syntax = syntax.map(|text| (text, text.to_owned()));
    for (name, text) in texts().into_iter().chain(syntax) {
        found(&operator, &text).await;
        let searched = operator
            .workbench
            .search_organizations(&id, "customer", &text, None)
            .await;
        if let Err(failure) = searched {
            assert_eq!(failure.code, "service_refused", "{name}: {failure:?}");
        }
    }
    assert_eq!(found(&operator, "").await, all);
    assert_eq!(found(&operator, ZURITA_ORDER).await, 1);
}

/// How many orders a search finds.
async fn found(operator: &Operator, text: &str) -> u32 {
    let query = OrderQuery {
        view: "all".to_owned(),
        text: text.to_owned(),
        states: Vec::new(),
        services: Vec::new(),
        sort: "deadline".to_owned(),
        descending: false,
        offset: 0,
        limit: 10,
        details: false,
    };
    let window = operator.workbench.list_orders(query).await;
    window
        .unwrap_or_else(|failure| panic!("{text:.40}: {failure:?}"))
        .total
}

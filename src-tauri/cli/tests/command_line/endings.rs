//! Each exit code, by what leads to it.

use turnup_reference_service::{Fault, FaultKind, ZURITA_ORDER};

use crate::{room::Room, session::inside};

/// Call, exit code, and the failure in JSON when there is one.
type Case<'a> = (&'a [&'a str], i32, Option<&'a str>);

fn all_end_so(room: &Room, cases: &[Case<'_>]) {
    for (words, code, failure) in cases {
        let ended = room.ctl(&[*words, &["--json"]].concat());
        assert_eq!(ended.code, *code, "{words:?}: {ended:?}");
        let told = ended.json();
        assert_eq!(
            told["failure"]["code"].as_str(),
            *failure,
            "{words:?}: {told}"
        );
        // Words go to people, whatever programs read.
        assert_eq!(
            ended.aside.is_empty(),
            failure.is_none(),
            "{words:?}: {ended:?}"
        );
    }
}

#[test]
fn without_an_account_there_is_nothing_to_work_with() {
    inside(
        "endings::without_an_account_there_is_nothing_to_work_with",
        async || {
            let room = Room::empty().await;
            all_end_so(
                &room,
                &[
                    (&["status"], 0, None),
                    (&["orders"], 3, Some("no_account")),
                    (&["sync"], 3, Some("no_account")),
                    (&["synk"], 2, Some("usage")),
                    (&["order"], 2, Some("usage")),
                    (
                        &["sign-in", "--service", "no address"],
                        2,
                        Some("address_invalid"),
                    ),
                    (
                        &["sign-in", "--service", "http://service.example"],
                        2,
                        Some("address_not_https"),
                    ),
                    (
                        &["sign-in", "--service", "http://127.0.0.1:9"],
                        4,
                        Some("unreachable"),
                    ),
                ],
            );
        },
    );
}

#[test]
fn what_the_rules_refuse_is_refused_and_nothing_is_sent() {
    inside(
        "endings::what_the_rules_refuse_is_refused_and_nothing_is_sent",
        async || {
            let room = Room::synced().await;
            let nowhere = "/proc/turnup";
            all_end_so(
                &room,
                &[
                    (&["sync"], 0, None),
                    (&["order", "4410-none"], 8, Some("order_not_found")),
                    (&["orders", "--query", "due:soonish"], 2, Some("search")),
                    (
                        &["export", "csv", "--query", "due:soonish", "-o", nowhere],
                        2,
                        Some("search"),
                    ),
                    (
                        &["export", "csv", "-o", nowhere],
                        1,
                        Some("file_not_written"),
                    ),
                    (
                        &["summary", ZURITA_ORDER, "4410-none", "-o", nowhere],
                        8,
                        Some("order_not_found"),
                    ),
                    (
                        &["summary", ZURITA_ORDER, "-o", nowhere],
                        1,
                        Some("file_not_written"),
                    ),
                    (&["submit", ZURITA_ORDER], 5, Some("confirmation_mismatch")),
                    (
                        &["submit", ZURITA_ORDER, "--confirm", "4410-1"],
                        5,
                        Some("confirmation_mismatch"),
                    ),
                    // Nothing of it is answered yet.
                    (
                        &["submit", ZURITA_ORDER, "--confirm", ZURITA_ORDER],
                        5,
                        Some("not_ready"),
                    ),
                ],
            );
            let checked = room.ctl(&["check", ZURITA_ORDER, "--json"]);
            assert_eq!(checked.code, 5, "{checked:?}");
            assert_eq!(checked.json()["ready"], false);
            let order = room.service().order(ZURITA_ORDER).unwrap();
            assert!(order.mapping.is_none());
            assert_eq!(room.service().acts(&order.id).len(), 0);
        },
    );
}

#[test]
fn offline_everything_is_enqueued_and_goes_out_later() {
    inside(
        "endings::offline_everything_is_enqueued_and_goes_out_later",
        async || {
            let mut room = Room::drafted().await;
            room.stop_service().await;
            let sync = room.ctl(&["sync", "--json"]);
            assert_eq!(sync.code, 4, "{sync:?}");
            assert_eq!(sync.json()["failure"]["code"], "offline");
            assert_eq!(
                room.ctl(&["status", "--json"]).done()["connection"],
                "offline"
            );
            let checked = room.ctl(&["check", ZURITA_ORDER, "--json"]).done();
            assert_eq!(checked["checked_by"], "local");
            let submit = ["submit", ZURITA_ORDER, "--confirm", ZURITA_ORDER, "--json"];
            let submitted = room.ctl(&submit).done();
            assert_eq!(submitted["outcome"], "queued");
            assert_eq!(submitted["failure"]["code"], "offline");
            let queue = room.ctl(&["queue", "--json"]).done();
            assert_eq!(queue["entries"][0]["kind"], "mapping");
            let again = room.ctl(&submit);
            assert_eq!(again.code, 5, "{again:?}");

            room.start_service().await;
            let synced = room.ctl(&["sync", "--json"]).done();
            assert_eq!(synced["accepted"], 1, "{synced}");
            let queue = room.ctl(&["queue", "--json"]).done();
            assert_eq!(queue["entries"][0]["kind"], "setup");
            assert_eq!(queue["entries"][0]["waits_for"], "approval");
            let order = room.service().order(ZURITA_ORDER).unwrap();
            assert_eq!(room.service().count_acts(&order.id, "mapping"), 1);
        },
    );
}

#[test]
fn what_the_service_refuses_needs_attention() {
    inside(
        "endings::what_the_service_refuses_needs_attention",
        async || {
            let mut room = Room::drafted().await;
            room.stop_service().await;
            let submit = ["submit", ZURITA_ORDER, "--confirm", ZURITA_ORDER, "--json"];
            assert_eq!(room.ctl(&submit).done()["outcome"], "queued");
            room.start_service().await;
            room.service()
                .inject(Fault::new(FaultKind::RefuseFields).ending("/mapping"));
            let synced = room.ctl(&["sync", "--json"]);
            assert_eq!(synced.code, 6, "{synced:?}");
            assert_eq!(synced.json()["refused"], 1);
            // It was said once; the next sync refuses nothing.
            let synced = room.ctl(&["sync", "--json"]).done();
            assert!(synced["needs_attention"].as_u64().unwrap() > 0);
        },
    );
}

#[test]
fn a_sign_in_that_ended_is_told() {
    inside("endings::a_sign_in_that_ended_is_told", async || {
        let room = Room::synced().await;
        assert!(room.service().end_sign_ins());
        all_end_so(&room, &[(&["sync"], 3, Some("signed_out"))]);
        let status = room.ctl(&["status", "--json"]).done();
        assert_eq!(status["connection"], "signed_out");
        assert_eq!(status["account"]["signed_in"], false);
        // What is here can be read on.
        room.ctl(&["order", ZURITA_ORDER, "--json"]).done();
    });
}

//! Each verb does what it says, seen from both sides.

use std::time::{Duration, Instant};

use turnup_reference_service::ZURITA_ORDER;

use crate::{room::Room, session::inside};

/// What has not happened by then does not happen.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn the_search_and_the_views_are_those_of_the_window() {
    inside(
        "verbs::the_search_and_the_views_are_those_of_the_window",
        async || {
            let room = Room::drafted().await;
            let all = room.ctl(&["orders", "--json", "--limit", "1000"]).done();
            let total = all["total"].as_u64().unwrap();
            assert!(total >= 60, "{total}");
            assert_eq!(all["orders"].as_array().unwrap().len() as u64, total);
            let few = room.ctl(&["orders", "--json", "--limit", "7"]).done();
            assert_eq!(few["orders"].as_array().unwrap().len(), 7);
            assert_eq!(few["total"], total);

            let found = room
                .ctl(&["orders", "--query", "is:draft", "--json"])
                .done();
            assert_eq!(found["orders"][0]["number"], ZURITA_ORDER);
            assert_eq!(found["total"], 1);
            let viewed = room.ctl(&["orders", "--view", "drafts", "--json"]).done();
            assert_eq!(viewed["orders"], found["orders"]);
            // What only resembles it is for people to judge.
            let none = room.ctl(&["orders", "--query", "zuritta", "--json"]).done();
            assert_eq!(none["total"], 0, "{none}");
            // Words go to people: the list to the output, its count aside.
            let told = room.ctl(&["orders", "--query", "is:draft"]);
            assert!(told.out.contains(ZURITA_ORDER) && told.out.contains("Draft"));
            assert_eq!(told.aside, "turnupctl: 1 order.\n");
            let told = room.ctl(&["orders", "--query", "is:draft", "--lang", "fr"]);
            assert!(told.out.contains("Brouillon"), "{told:?}");
            assert_eq!(told.aside, "turnupctl: 1 commande.\n");
        },
    );
}

#[test]
fn an_order_is_checked_by_the_service_submitted_once_and_gone_from_the_queue() {
    inside(
        "verbs::an_order_is_checked_by_the_service_submitted_once_and_gone_from_the_queue",
        async || {
            let room = Room::drafted().await;
            let checked = room.ctl(&["check", ZURITA_ORDER, "--json"]).done();
            assert_eq!(checked["checked_by"], "service");
            assert_eq!(checked["ready"], true);
            let submit = ["submit", ZURITA_ORDER, "--confirm", ZURITA_ORDER, "--json"];
            let submitted = room.ctl(&submit).done();
            assert_eq!(submitted["outcome"], "awaiting_approval", "{submitted}");
            assert_eq!(submitted["sender"], "here");
            let order = room.service().order(ZURITA_ORDER).unwrap();
            assert!(order.mapping.is_some());
            assert_eq!(room.service().count_acts(&order.id, "mapping"), 1);
            // The set-up follows once the customer has approved.
            let begun = Instant::now();
            while room.service().count_acts(&order.id, "setup") == 0 {
                assert!(begun.elapsed() < PATIENCE, "the set-up was not sent");
                room.ctl(&["sync", "--json"]).done();
            }
            let queue = room.ctl(&["queue", "--json"]).done();
            assert_eq!(queue["entries"].as_array().unwrap().len(), 0);
            // The second time there is nothing to submit any more.
            let again = room.ctl(&submit);
            assert_eq!(again.code, 5, "{again:?}");
            assert_eq!(again.json()["failure"]["code"], "not_editable");
            assert_eq!(room.service().count_acts(&order.id, "mapping"), 1);
        },
    );
}

#[test]
fn files_are_written_where_they_are_wanted() {
    inside(
        "verbs::files_are_written_where_they_are_wanted",
        async || {
            let room = Room::synced().await;
            let folder = room.path("summaries/today");
            let saved = room
                .ctl(&[
                    "summary",
                    ZURITA_ORDER,
                    ZURITA_ORDER,
                    "--json",
                    "-o",
                    folder.to_str().unwrap(),
                ])
                .done();
            let files = saved["files"].as_array().unwrap();
            assert_eq!(files.len(), 1, "the same order twice is one file");
            let file = folder.join(files[0]["file"].as_str().unwrap());
            assert!(std::fs::read(file).unwrap().starts_with(b"%PDF"));

            let total = room.ctl(&["orders", "--json"]).done()["total"].clone();
            for (format, begins) in [
                ("csv", &b"\xef\xbb\xbf"[..]),
                ("xlsx", &b"PK"[..]),
                ("ics", &b"BEGIN:VCALENDAR"[..]),
            ] {
                let file = room.path(&format!("orders.{format}"));
                let written = room
                    .ctl(&["export", format, "--json", "-o", file.to_str().unwrap()])
                    .done();
                let left_out = written["left_out"].as_u64().unwrap();
                assert_eq!(
                    written["orders"].as_u64().unwrap() + left_out,
                    total.as_u64().unwrap()
                );
                let bytes = std::fs::read(file).unwrap();
                assert!(bytes.starts_with(begins) || format == "csv", "{format}");
            }
        },
    );
}

#[test]
fn an_account_is_named_by_its_own_name_or_its_operator() {
    inside(
        "verbs::an_account_is_named_by_its_own_name_or_its_operator",
        async || {
            let room = Room::synced().await;
            let status = room.ctl(&["status", "--json"]).done();
            let known = &status["accounts"][0];
            for name in [&known["name"], &known["operator_email"]] {
                let name = name.as_str().unwrap();
                let same = room.ctl(&["status", "--json", "--account", name]).done();
                assert_eq!(same["account"], status["account"], "{name}");
            }
            let other = room.ctl(&["status", "--json", "--account", "nobody@example.com"]);
            assert_eq!(other.code, 3, "{other:?}");
            assert_eq!(other.json()["failure"]["code"], "no_account");
        },
    );
}

#[test]
fn it_needs_no_display_and_none_of_its_libraries() {
    let program = env!("CARGO_BIN_EXE_turnupctl");
    let linked = std::process::Command::new("ldd")
        .arg(program)
        .output()
        .unwrap();
    let linked = String::from_utf8(linked.stdout).unwrap();
    assert!(linked.contains("libc.so"), "{linked}");
    for library in ["gtk", "webkit", "gdk", "libX11", "wayland"] {
        assert!(!linked.contains(library), "{linked}");
    }
}

#[test]
fn values_of_a_table_are_told_before_and_taken_as_the_columns_say() {
    inside(
        "verbs::values_of_a_table_are_told_before_and_taken_as_the_columns_say",
        async || {
            let room = Room::drafted().await;
            let table = room.path("sites.csv");
            let text = format!("Auftrag;Konferenz\n{ZURITA_ORDER};zurita-table\n4410-0;nobody\n");
            std::fs::write(&table, text).unwrap();
            let file = table.to_str().unwrap();
            let import = |words: &[&str]| {
                let named = [
                    "--column",
                    "Auftrag=number",
                    "--column",
                    "Konferenz=site_name",
                ];
                room.ctl(&[&["import", file], &named[..], words].concat())
            };
            let unnamed = room.ctl(&["import", file, "--json"]);
            assert_eq!(unnamed.code, 2, "{unnamed:?}");
            assert_eq!(unnamed.json()["failure"]["code"], "no_number_column");
            let unknown = room.ctl(&["import", file, "--column", "Auftrag=shoe_size"]);
            assert_eq!(unknown.code, 2, "{unknown:?}");

            let dry = import(&["--dry-run", "--json"]);
            assert_eq!(dry.code, 5, "{dry:?}");
            let told = dry.json();
            assert_eq!(
                (&told["changed"], &told["left_out"]),
                (&1.into(), &1.into())
            );
            // Looking changes nothing: it would change just as much again.
            let taken = import(&["--json"]).json();
            assert_eq!(taken["orders"][0]["changes"], told["orders"][0]["changes"]);
            let again = import(&["--lang", "fr"]);
            assert_eq!(again.code, 5, "{again:?}");
            assert!(again.out.contains("Déjà ainsi\u{a0}: 1"), "{again:?}");
            assert!(again.aside.contains("4410-0"), "{again:?}");
        },
    );
}

//! Two programs over one account: exactly one sends.

use std::{
    io::{BufRead, BufReader, Write},
    path::PathBuf,
    process::{Command, Stdio},
};

use turnup_reference_service::{Fault, FaultKind, ZURITA_ORDER};

use crate::{
    room::{Mortal, Room, window},
    session::inside,
};

#[test]
fn what_is_submitted_beside_an_open_window_is_sent_by_the_window() {
    inside(
        "turns::what_is_submitted_beside_an_open_window_is_sent_by_the_window",
        async || {
            let room = Room::drafted().await;
            let ana = room.window().await;
            ana.until("it is online", async |workbench| {
                let frame = workbench.frame().await?;
                Ok((frame.connection == "online" && frame.sync.is_none()).then_some(()))
            })
            .await
            .unwrap();

            let sync = room.ctl(&["sync", "--json"]);
            assert_eq!(sync.code, 7, "{sync:?}");
            assert_eq!(sync.json()["failure"]["code"], "elsewhere");
            assert!(sync.aside.contains("Another Turnup"), "{sync:?}");
            assert_eq!(
                room.ctl(&["status", "--json"]).done()["connection"],
                "elsewhere"
            );
            let checked = room.ctl(&["check", ZURITA_ORDER, "--json"]).done();
            assert_eq!(checked["checked_by"], "local");

            let submit = ["submit", ZURITA_ORDER, "--confirm", ZURITA_ORDER, "--json"];
            let submitted = room.ctl(&submit).done();
            assert_eq!(submitted["sender"], "elsewhere", "{submitted}");
            let id = ana.id_of(ZURITA_ORDER).await.unwrap();
            ana.wait_for(&id, "the window sent it", |order| order.mapping.is_some())
                .await
                .unwrap();
            let order = room.service().order(ZURITA_ORDER).unwrap();
            assert_eq!(room.service().count_acts(&order.id, "mapping"), 1);
            // Neither took the sign-in away from the other.
            assert_eq!(ana.workbench.frame().await.unwrap().connection, "online");
            ana.workbench.close().await;
            room.ctl(&["sync", "--json"]).done();
        },
    );
}

/// Where the data of the window lies that is to be killed.
const DATA: &str = "TURNUP_TEST_DATA";

#[test]
fn a_window_that_was_killed_leaves_the_turn_to_others() {
    const NAME: &str = "turns::a_window_that_was_killed_leaves_the_turn_to_others";
    inside(NAME, async || {
        if let Some(data) = std::env::var_os(DATA) {
            let ana = window(&PathBuf::from(data)).await;
            println!("open");
            std::io::stdout().flush().unwrap();
            let _open = ana;
            return std::future::pending().await;
        }
        let room = Room::synced().await;
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", NAME, "--nocapture"])
            .env(DATA, room.data())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        let other = Mortal(child);
        assert!(
            said.lines()
                .map_while(Result::ok)
                .any(|line| line == "open")
        );
        assert_eq!(room.ctl(&["sync", "--json"]).code, 7);
        other.kill();
        room.ctl(&["sync", "--json"]).done();
    });
}

#[test]
fn a_window_takes_over_from_a_command_that_was_killed() {
    inside(
        "turns::a_window_takes_over_from_a_command_that_was_killed",
        async || {
            let room = Room::synced().await;
            room.service().inject(
                Fault::new(FaultKind::Latency)
                    .under("/v1/orders")
                    .with(300_000),
            );
            let asked_before = room.service().requests_seen().len();
            let command = room
                .command(&["sync", "--json"])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let command = Mortal(command);
            // It asks nothing before it has the turn.
            while room.service().requests_seen().len() == asked_before {
                tokio::task::yield_now().await;
            }
            let ana = room.window().await;
            ana.until(
                "the window says that another one sends",
                async |workbench| {
                    let frame = workbench.frame().await?;
                    Ok((frame.connection == "elsewhere").then_some(()))
                },
            )
            .await
            .unwrap();
            // Reading and drafting go on meanwhile.
            let id = ana.id_of(ZURITA_ORDER).await.unwrap();
            ana.edit(&id, |form| {
                form.completed_by = Some("for_customer".to_owned())
            })
            .await
            .unwrap();
            command.kill();
            room.service().clear_faults();
            ana.until("the window sends itself", async |workbench| {
                let frame = workbench.frame().await?;
                Ok((frame.connection == "online").then_some(()))
            })
            .await
            .unwrap();
            ana.workbench.close().await;
        },
    );
}

//! What programs read keeps its shape: each result is pinned, without what changes from run to run.

use serde_json::Value;
use turnup_reference_service::ZURITA_ORDER;

use crate::{
    room::{Ended, Room},
    session::inside,
};

/// A result with its times, places and sizes taken out.
fn shape(room: &Room, ended: &Ended) -> String {
    let mut value = ended.json();
    still(&mut value, room);
    serde_json::to_string_pretty(&value).unwrap()
}

fn still(value: &mut Value, room: &Room) {
    match value {
        Value::String(text) => *text = still_text(text, room),
        Value::Array(list) => list.iter_mut().for_each(|one| still(one, room)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match name.as_str() {
                    "closes_in_days" | "kib" | "changed" | "organizations" if field.is_number() => {
                        *field = format!("[{name}]").into();
                    }
                    "urgency" => *field = "[urgency]".into(),
                    "name" if field.as_str().is_some_and(|text| text.ends_with(".sqlite")) => {
                        *field = "[backup]".into();
                    }
                    _ => still(field, room),
                }
            }
        }
        _ => {}
    }
}

fn still_text(text: &str, room: &Room) -> String {
    let is_time = text.len() >= 20
        && text.ends_with('Z')
        && text.starts_with("20")
        && text.as_bytes().get(10) == Some(&b'T');
    if is_time {
        return "[time]".to_owned();
    }
    let address = room.service().address();
    let host = address.replace("http://", "").replace(':', "-");
    text.replace(&room.path("").display().to_string(), "[folder]/")
        .replace(&address, "[address]")
        .replace(&host, "[account]")
}

#[test]
fn every_result_keeps_its_shape() {
    inside("shapes::every_result_keeps_its_shape", async || {
        let room = Room::drafted().await;
        let pinned = |name: &str, words: &[&str], code: i32| {
            let ended = room.ctl(&[words, &["--json"]].concat());
            assert_eq!(ended.code, code, "{name}: {ended:?}");
            insta::assert_snapshot!(name, shape(&room, &ended));
        };
        let folder = room.path("out");
        let table = room.path("out/orders.csv");
        let (folder, table) = (folder.to_str().unwrap(), table.to_str().unwrap());
        pinned("status", &["status"], 0);
        pinned("orders", &["orders", "--query", ZURITA_ORDER], 0);
        pinned("order", &["order", ZURITA_ORDER], 0);
        pinned("check", &["check", ZURITA_ORDER], 0);
        pinned("backup", &["backup"], 0);
        pinned("backup_list", &["backup", "--list"], 0);
        pinned("summary", &["summary", ZURITA_ORDER, "-o", folder], 0);
        pinned(
            "export",
            &["export", "csv", "--query", ZURITA_ORDER, "-o", table],
            0,
        );
        let sites = room.path("sites.csv");
        let text = format!("Order number,Site time zone\n{ZURITA_ORDER},Middle Earth\n");
        std::fs::write(&sites, text).unwrap();
        let sites = sites.to_str().unwrap();
        pinned("import", &["import", sites, "--dry-run"], 5);
        pinned("submit_not_confirmed", &["submit", ZURITA_ORDER], 5);
        // What it is refused for is the service's to say.
        room.service().inject(
            turnup_reference_service::Fault::new(turnup_reference_service::FaultKind::RefuseFields)
                .ending("/mapping"),
        );
        let submit = ["submit", ZURITA_ORDER, "--confirm", ZURITA_ORDER];
        pinned("submit_refused", &submit, 6);
        pinned("queue", &["queue"], 0);
        pinned("sync", &["sync"], 0);
    });
}

//! Who may depend on whom: each room's `Cargo.toml` against its list of permissions, and each
//! dependency against the reasons in DECISIONS.md.

use serde_json::Value;

use super::{Complaint, Source};

/// A package and all that it may use at run time.
struct Room {
    name: &'static str,
    /// Rooms of the house, with spaces between.
    ours: &'static str,
    /// Crates of others, the same.
    others: &'static str,
}

const ROOMS: &[Room] = &[
    Room {
        name: "turnup-domain",
        ours: "",
        others: "deunicode email_address idna jiff psl regex-lite serde serde_json strsim \
              thiserror unicode-normalization utoipa",
    },
    Room {
        name: "turnup-contract",
        ours: "turnup-domain",
        others: "jiff serde serde_json sha2 thiserror utoipa uuid",
    },
    Room {
        name: "turnup-store",
        ours: "turnup-domain",
        others: "deunicode jiff rusqlite serde serde_json thiserror tracing \
              unicode-normalization uuid",
    },
    Room {
        name: "turnup-sync",
        ours: "turnup-contract turnup-domain turnup-store",
        others: "fluent-bundle hyper-util jiff oauth2 rand reqwest rustls serde serde_json subtle \
              thiserror tokio tracing url uuid",
    },
    Room {
        name: "turnup-credentials",
        ours: "",
        others: "apple-native-keyring-store keyring keyring-core thiserror tracing \
              windows-native-keyring-store zbus-secret-service-keyring-store",
    },
    Room {
        name: "turnup-summary",
        ours: "turnup-domain",
        others: "flate2 fluent-bundle jiff lopdf printpdf rustybuzz sha2 subsetter thiserror \
              unic-langid unicode-bidi unicode-linebreak",
    },
    Room {
        name: "turnup-reference-service",
        ours: "turnup-contract turnup-domain",
        others: "axum base64 fluent-bundle futures-util jiff lexopt rand rand_chacha rusqlite serde \
              serde_json sha2 thiserror tokio tower-http tracing tracing-subscriber \
              unic-langid url uuid",
    },
    Room {
        name: "turnup-workbench",
        ours: "turnup-contract turnup-credentials turnup-domain turnup-store turnup-summary \
              turnup-sync",
        others: "calamine chrono csv dirs encoding_rs encoding_rs_io fluent-bundle icalendar jiff mail-parser rand regex-lite serde serde_json \
              sha2 specta sys-locale tempfile thiserror tokio tracing tracing-appender \
              tracing-subscriber url uuid zip",
    },
    Room {
        name: "turnup",
        ours: "turnup-reference-service turnup-workbench",
        others: "auto-launch notify-rust serde serde_json specta tauri tauri-plugin-dialog tauri-plugin-opener \
              tauri-plugin-single-instance tauri-plugin-window-state tauri-specta tokio \
              tracing tray-icon zbus",
    },
    Room {
        name: "turnup-cli",
        ours: "turnup-workbench",
        others: "clap serde serde_json tokio",
    },
];

/// Reads `cargo metadata` and the reasons.
pub fn check(metadata: &Value, sources: &[Source]) -> Vec<Complaint> {
    let reasons = sources
        .iter()
        .find(|source| source.path == "DECISIONS.md")
        .map(|source| source.text.as_str())
        .unwrap_or_default();
    let mut complaints = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let used = dependency["name"].as_str().unwrap_or_default();
            // `kind` is null for what is used at run time.
            if dependency["kind"].is_null() {
                complaints.extend(permission(name, used));
            }
            complaints.extend(reason(name, used, reasons));
        }
    }
    complaints
}

fn permission(package: &str, used: &str) -> Option<Complaint> {
    let Some(room) = ROOMS.iter().find(|room| room.name == package) else {
        return outside(package, used);
    };
    let mut allowed = room
        .ours
        .split_whitespace()
        .chain(room.others.split_whitespace());
    if allowed.any(|name| name == used) {
        return None;
    }
    let remedy = if is_ours(used) {
        "pass values through a trait or a parameter; ARCHITECTURE.md says who may see whom"
    } else {
        "do without, or put it on the room's list in xtask/src/tidy/rooms.rs with its reason in \
         DECISIONS.md"
    };
    Some(format!("{package} may not use {used}: {remedy}"))
}

/// Tests, benches and the workshop may use the rooms from outside, but no room uses them.
fn outside(package: &str, used: &str) -> Option<Complaint> {
    let known = ["acceptance", "turnup-bench", "xtask"].contains(&package);
    if !known {
        return Some(format!(
            "{package} is a room without permissions: add it to xtask/src/tidy/rooms.rs"
        ));
    }
    (package == "xtask" && is_ours(used)).then(|| {
        format!(
            "xtask may not use {used}: it must build in seconds on a bare machine; call a program"
        )
    })
}

fn reason(package: &str, used: &str, reasons: &str) -> Option<Complaint> {
    let named = is_ours(used) || reasons.contains(&format!("`{used}`"));
    (!named).then(|| {
        format!(
            "{package} uses {used} without a reason: give it a line in DECISIONS.md, as `{used}`"
        )
    })
}

fn is_ours(package: &str) -> bool {
    ["turnup", "acceptance"].contains(&package) || package.starts_with("turnup-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_sees_only_what_its_list_allows() {
        let cases = [
            ("turnup-store", "rusqlite", true),
            ("turnup-store", "turnup-contract", false),
            ("turnup-domain", "tokio", false),
            ("turnup", "turnup-store", false),
            ("turnup", "turnup-workbench", true),
            ("turnup-cli", "turnup-store", false),
            ("turnup-workbench", "tauri", false),
            ("acceptance", "turnup-workbench", true),
            ("xtask", "turnup-store", false),
            ("a-new-room", "serde", false),
        ];
        for (package, used, allowed) in cases {
            assert_eq!(
                permission(package, used).is_none(),
                allowed,
                "{package} → {used}"
            );
        }
    }

    #[test]
    fn a_dependency_needs_its_reason() {
        let reasons = "- `serde` — the documents are JSON.";
        assert_eq!(reason("turnup-store", "serde", reasons), None);
        assert_eq!(reason("turnup-store", "turnup-domain", reasons), None);
        assert!(reason("turnup-store", "serde_json", reasons).is_some());
    }
}

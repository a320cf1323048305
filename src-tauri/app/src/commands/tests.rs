//! The bindings of the interface are those that are generated here.
#![allow(clippy::unwrap_used)]

use std::{env, fs, path::Path};

use specta_typescript::Typescript;

use super::bindings;
use crate::command_names::COMMAND_NAMES;

const BINDINGS: &str = "ui/src/host/generated/bindings.ts";

/// The bindings as they would be written now.
fn fresh_bindings() -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bindings.ts");
    bindings().export(Typescript::default(), &path).unwrap();
    fs::read_to_string(path).unwrap()
}

#[test]
fn the_typescript_bindings_are_up_to_date() {
    let fresh = fresh_bindings();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(BINDINGS);
    if env::var_os("TURNUP_RENEW").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &fresh).unwrap();
    }
    let kept = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(
        kept == fresh,
        "{BINDINGS} is out of date: run `cargo xtask bindings`"
    );
}

#[test]
fn every_command_has_its_name_in_the_list_of_permissions() {
    let fresh = fresh_bindings();
    for name in COMMAND_NAMES {
        assert!(
            fresh.contains(&format!("\"{name}\"")),
            "{name} is no command"
        );
    }
}

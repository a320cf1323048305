//! The vault over a real Secret Service: gnome-keyring in a D-Bus session and a home of its own.
//! The tests start themselves again inside of it. What they need is in the packages `dbus` (or
//! `dbus-daemon`), `gnome-keyring` and `bash`; when one is missing they fail and name it.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use std::process::{Command, Output};

use turnup_credentials::{Kept, KeyringProblem, Secret, Vault};

/// Says to a test that was started again what to do.
const STAGE: &str = "TURNUP_TEST_STAGE";
const NAME: &str = "account-test";

/// Starts the daemon with its keyring unlocked, then each stage in a process of its own.
const SESSION: &str = r#"
printf 'password\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
# The daemon goes to work before others can find it; one that the bus starts meanwhile would read
# a keyring that is half written.
for _ in $(seq 500); do
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null |
        grep -q true && break
done
test_program="$0"; test_name="$1"; shift
for stage in "$@"; do
    TURNUP_TEST_STAGE="$stage" "$test_program" --exact "$test_name" --nocapture || exit 1
done
"#;

fn stage() -> Option<String> {
    std::env::var(STAGE).ok()
}

fn need(tool: &str) {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&paths).any(|folder| folder.join(tool).is_file());
    assert!(
        found,
        "{tool} is missing: install the packages dbus, gnome-keyring and bash"
    );
}

fn in_a_session(test: &str, stages: &[&str]) -> Output {
    for tool in [
        "dbus-run-session",
        "dbus-send",
        "gnome-keyring-daemon",
        "bash",
    ] {
        need(tool);
    }
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(home.path().join(".local/share/keyrings")).unwrap();
    std::fs::create_dir_all(home.path().join(".cache")).unwrap();
    Command::new("dbus-run-session")
        .args(["--", "bash", "-c", SESSION])
        .arg(std::env::current_exe().unwrap())
        .arg(test)
        .args(stages)
        .env("HOME", home.path())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("XDG_DATA_HOME")
        .env_remove("XDG_RUNTIME_DIR")
        .output()
        .unwrap()
}

fn assert_ran(output: &Output, stages: &[&str]) {
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{complained}");
    for stage in stages {
        assert!(
            said.contains(&format!("stage {stage} done")),
            "{said}\n{complained}"
        );
    }
}

#[test]
fn a_secret_outlives_the_program_in_a_real_secret_service() {
    let stages = ["put", "get", "delete"];
    let Some(stage) = stage() else {
        let test = "a_secret_outlives_the_program_in_a_real_secret_service";
        return assert_ran(&in_a_session(test, &stages), &stages);
    };
    let vault = Vault::of_this_computer();
    let found = || {
        vault
            .get(NAME)
            .unwrap()
            .map(|secret| secret.expose().clone())
    };
    match stage.as_str() {
        "put" => {
            assert_eq!(found(), None);
            vault.put(NAME, &Secret::new("grüße-✓".to_owned())).unwrap();
        }
        "get" => {
            assert_eq!(found().as_deref(), Some("grüße-✓"));
            vault.put(NAME, &Secret::new("y".repeat(2399))).unwrap();
        }
        _ => {
            assert_eq!(found(), Some("y".repeat(2399)));
            vault.delete(NAME).unwrap();
            assert_eq!(found(), None);
        }
    }
    assert_eq!(vault.kept(), Kept::Keyring);
    println!("stage {stage} done");
}

#[test]
fn without_a_bus_secrets_live_for_this_run() {
    let Some(stage) = stage() else {
        let output = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "without_a_bus_secrets_live_for_this_run",
                "--nocapture",
            ])
            .env(STAGE, "alone")
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
            .output()
            .unwrap();
        return assert_ran(&output, &["alone"]);
    };
    let vault = Vault::of_this_computer();
    let put = vault.put(NAME, &Secret::new("first".to_owned()));
    assert_eq!(put, Err(KeyringProblem::Missing));
    assert_eq!(vault.kept(), Kept::Session(Some(KeyringProblem::Missing)));
    let found = vault
        .get(NAME)
        .unwrap()
        .map(|secret| secret.expose().clone());
    assert_eq!(found.as_deref(), Some("first"));
    println!("stage {stage} done");
}

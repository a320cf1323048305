//! A session with a Secret Service whose keyring is open.

use std::process::Command;

/// Set inside of it.
const INSIDE: &str = "TURNUP_TEST_STAGE";

const SESSION: &str = r#"
printf 'password\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
# The daemon goes to work before others can find it; one that the bus starts meanwhile would read
# a keyring that is half written.
for _ in $(seq 500); do
    dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null |
        grep -q true && break
done
exec "$@"
"#;

/// Runs a test, known by its whole name, in a session of its own.
pub fn inside<F: Future<Output = ()>>(test: &str, body: impl FnOnce() -> F) {
    if std::env::var_os(INSIDE).is_some() {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(body());
        println!("{test} is done");
        return;
    }
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
    let output = Command::new("dbus-run-session")
        .args(["--", "bash", "-c", SESSION, "session"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INSIDE, "inside")
        .env("HOME", home.path())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("XDG_DATA_HOME")
        .env_remove("XDG_RUNTIME_DIR")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains(&format!("{test} is done")),
        "{said}\n{complained}"
    );
}

fn need(tool: &str) {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&paths).any(|folder| folder.join(tool).is_file());
    assert!(
        found,
        "{tool} is missing: install the packages dbus, gnome-keyring and bash"
    );
}

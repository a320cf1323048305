//! Disks of a test's own.

use std::process::Command;

/// A program that runs another one where it may mount things that nobody else sees.
///
/// # Panics
/// When nothing may be mounted here.
#[must_use]
pub fn mounting() -> Command {
    let ways: [&[&str]; 3] = [
        &["unshare", "--user", "--map-root-user", "--mount"],
        &["unshare", "--mount"],
        &["sudo", "-n", "unshare", "--mount"],
    ];
    let way = ways
        .iter()
        .find(|way| {
            let trial = Command::new(way[0])
                .args(&way[1..])
                .args(["mount", "-t", "tmpfs", "none", "/mnt"])
                .output();
            trial.is_ok_and(|trial| trial.status.success())
        })
        .expect("a way to mount a small disk: user namespaces, root, or sudo without a password");
    let mut command = Command::new(way[0]);
    command.args(&way[1..]);
    command
}

//! The program of its own.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_turnup-service"))
}

#[test]
fn it_prints_the_document_of_the_protocol() {
    let output = program().arg("openapi").output().unwrap();
    assert!(output.status.success());
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["openapi"], "3.1.0");
}

#[test]
fn what_it_does_not_understand_ends_it_with_two() {
    let table: [&[&str]; 4] = [
        &["--port", "many"],
        &["--nonsense"],
        &["serve"],
        &["--provisioning-seconds", "-1"],
    ];
    for arguments in table {
        let output = program().args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            said.starts_with("turnup-service: ") && said.lines().count() == 1,
            "{said}"
        );
    }
}

#[cfg(unix)]
#[test]
fn it_says_where_it_listens_and_ends_when_it_is_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = program()
        .args([
            "--orders",
            "5",
            "--organizations",
            "5",
            "--admin-port",
            "--data",
        ])
        .arg(folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    let port = first
        .strip_prefix("listening on http://127.0.0.1:")
        .unwrap();
    assert!(port.parse::<u16>().unwrap() > 0);
    assert!(
        lines
            .next()
            .unwrap()
            .unwrap()
            .starts_with("faults on http://127.0.0.1:")
    );
    let told = Command::new("kill")
        .arg(child.id().to_string())
        .status()
        .unwrap();
    assert!(told.success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

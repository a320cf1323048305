//! The other systems: `cargo check` for Windows and macOS from here, so that code behind
//! `cfg(windows)` cannot rot. Nothing is linked, so C code is "compiled" by a stub.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::command::{Outcome, Trouble, ask, run};
use crate::place::Place;

const TARGETS: &[&str] = &["x86_64-pc-windows-msvc", "aarch64-apple-darwin"];

/// Checks every target whose standard library can be had; says which cannot.
pub fn check(place: &Place) -> Outcome<()> {
    let host = ask("rustc", &["--print", "host-tuple"]).unwrap_or_default();
    let mut failed = Vec::new();
    for target in TARGETS.iter().filter(|target| **target != host) {
        if !add(target) {
            println!("not checked here: {target} (rustup cannot add the target)");
            continue;
        }
        if let Err(trouble) = check_target(place, target) {
            eprintln!("{trouble}");
            failed.push(*target);
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(format!(
        "the code does not compile for {}",
        failed.join(" and ")
    )))
}

fn add(target: &str) -> bool {
    Command::new("rustup")
        .args(["target", "add", target])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn check_target(place: &Place, target: &str) -> Outcome<()> {
    let stub = stub(&place.target.join("xtask"))?;
    let name = target.replace('-', "_");
    let mut command = place.cargo(&["check", "--workspace", "--exclude", "xtask"]);
    command.args(["--lib", "--bins", "--target", target]);
    // RC: the compiler of Windows' resources, the program's icon among them.
    for tool in ["CC", "CXX", "AR", "RANLIB", "RC"] {
        command.env(format!("{tool}_{name}"), &stub);
    }
    run(&mut command)
}

/// A program that pretends to be a C compiler or an archiver: it makes the file it is asked for.
fn stub(folder: &Path) -> Outcome<PathBuf> {
    let path = folder.join("stub-cc");
    let script = "#!/bin/sh\n\
                  # Stands in for a C compiler: nothing is linked in a check.\n\
                  # Asked who it is, it is a compiler of Windows' resources.\n\
                  case \"$*\" in *'/?'*) echo 'GNU windres'; exit ;; esac\n\
                  while [ $# -gt 0 ]; do\n  \
                  case \"$1\" in\n    \
                  -o|--output) shift; : > \"$1\" ;;\n    \
                  -Fo*) : > \"${1#-Fo}\" ;;\n    \
                  -out:*|-OUT:*) : > \"${1#-*:}\" ;;\n    \
                  *.a|*.lib) : > \"$1\" ;;\n  \
                  esac\n  \
                  shift\n\
                  done\n";
    let trouble = |error: std::io::Error| Trouble::new(format!("{}: {error}", path.display()));
    fs::create_dir_all(folder).map_err(trouble)?;
    if fs::read_to_string(&path).is_ok_and(|there| there == script) {
        return Ok(path);
    }
    fs::write(&path, script).map_err(trouble)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).map_err(trouble)?;
    }
    Ok(path)
}

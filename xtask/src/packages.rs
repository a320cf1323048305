//! System packages: what Turnup needs beside Rust and Node. On Debian and Ubuntu they are
//! installed (and said so before `sudo` is called); elsewhere what is missing is named.

use std::io::IsTerminal;
use std::process::Command;

use crate::command::{Outcome, Trouble, ask, on_path, run};

/// What a job is going to do with the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Compile the desktop and show it.
    Build,
    /// Drive the real window on a virtual display, too, look into PDF files, and record what
    /// programs ask of the disk.
    Window,
}

const BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libxdo-dev",
    "libssl-dev",
];

const WINDOW: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "openbox",
    "xdotool",
    "dbus-x11",
    "gnome-keyring",
    "libsecret-tools",
    "poppler-utils",
    "qpdf",
    "strace",
    "fonts-dejavu-core",
    "fonts-droid-fallback",
    "fonts-noto-core",
];

/// Programs that stand for [`WINDOW`] where there is no dpkg to ask.
const WINDOW_PROGRAMS: &[&str] = &[
    "WebKitWebDriver",
    "Xvfb",
    "openbox",
    "xdotool",
    "dbus-run-session",
    "gnome-keyring-daemon",
    "pdftotext",
    "qpdf",
    "strace",
];

/// Sees to it that what `need` takes is installed.
pub fn ensure(need: Need) -> Outcome<()> {
    if !cfg!(target_os = "linux") {
        return ensure_toolchain();
    }
    if is_debian(&std::fs::read_to_string("/etc/os-release").unwrap_or_default()) {
        let missing: Vec<&str> = wanted(need)
            .into_iter()
            .filter(|name| !installed(name))
            .collect();
        return if missing.is_empty() {
            Ok(())
        } else {
            install(&missing)
        };
    }
    let missing = missing_elsewhere(need);
    if missing.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(format!(
        "Turnup needs the following, which this system lacks: {}. Install them with the system's \
         package manager (on Debian they are: {}) and call this again.",
        missing.join(", "),
        wanted(need).join(" ")
    )))
}

/// Sees to it that these of Debian's packages are installed.
pub fn ensure_these(names: &[&str]) -> Outcome<()> {
    if !is_debian(&std::fs::read_to_string("/etc/os-release").unwrap_or_default()) {
        let words = format!("this system lacks what Debian calls {}", names.join(", "));
        return Err(Trouble::new(words));
    }
    let missing: Vec<&str> = names
        .iter()
        .copied()
        .filter(|name| !installed(name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    install(&missing)
}

fn wanted(need: Need) -> Vec<&'static str> {
    match need {
        Need::Build => BUILD.to_vec(),
        Need::Window => BUILD.iter().chain(WINDOW).copied().collect(),
    }
}

fn is_debian(os_release: &str) -> bool {
    os_release
        .lines()
        .filter_map(|line| {
            line.strip_prefix("ID=")
                .or_else(|| line.strip_prefix("ID_LIKE="))
        })
        .flat_map(|value| value.trim_matches('"').split_whitespace())
        .any(|id| id == "debian" || id == "ubuntu")
}

fn installed(package: &str) -> bool {
    ask("dpkg-query", &["-W", "-f=${db:Status-Status}", package]).as_deref() == Some("installed")
}

fn install(packages: &[&str]) -> Outcome<()> {
    println!(
        "Turnup needs these packages of the system: {}",
        packages.join(" ")
    );
    let root = ask("id", &["-u"]).as_deref() == Some("0");
    if !root && !on_path("sudo") {
        return Err(Trouble::new(format!(
            "there is no sudo here. As root: apt-get install {}",
            packages.join(" ")
        )));
    }
    println!(
        "They are installed now with apt-get{}.",
        if root { "" } else { ", through sudo" }
    );
    let mut update = apt(root);
    update.arg("update");
    // A repository out of reach need not hold the packages that are missing: installing tells.
    if let Err(trouble) = run(&mut update) {
        eprintln!("{trouble}; going on with the package lists that are here");
    }
    let mut install = apt(root);
    install
        .args(["install", "-y", "--no-install-recommends"])
        .args(packages);
    run(&mut install)
}

fn apt(root: bool) -> Command {
    if root {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        return command;
    }
    let mut command = Command::new("sudo");
    if !std::io::stdin().is_terminal() {
        // Nobody is there to type a password: fail instead of waiting for one.
        command.arg("-n");
    }
    command.args(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command
}

fn missing_elsewhere(need: Need) -> Vec<&'static str> {
    let mut missing = Vec::new();
    for (library, name) in [
        ("webkit2gtk-4.1", "WebKitGTK 4.1 (development files)"),
        ("librsvg-2.0", "librsvg"),
    ] {
        if ask("pkg-config", &["--exists", library]).is_none() {
            missing.push(name);
        }
    }
    if !on_path("cc") && !on_path("gcc") && !on_path("clang") {
        missing.push("a C compiler");
    }
    if need == Need::Window {
        missing.extend(WINDOW_PROGRAMS.iter().filter(|program| !on_path(program)));
    }
    missing
}

fn ensure_toolchain() -> Outcome<()> {
    if cfg!(target_os = "macos") && ask("xcode-select", &["-p"]).is_none() {
        return Err(Trouble::new(
            "Turnup needs Apple's command line tools: call `xcode-select --install` first.",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debian_and_what_derives_from_it_are_known() {
        let cases = [
            ("ID=debian\nVERSION_ID=\"12\"\n", true),
            ("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n", true),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", true),
            ("ID=fedora\n", false),
            ("ID=arch\nNAME=\"not debian\"\n", false),
            ("", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_debian(text), expected, "{text}");
        }
    }

    #[test]
    fn the_window_needs_all_that_the_build_needs() {
        let window = wanted(Need::Window);
        assert!(
            wanted(Need::Build)
                .iter()
                .all(|package| window.contains(package))
        );
    }
}

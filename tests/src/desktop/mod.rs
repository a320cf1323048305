//! A desktop of its own for one test: virtual display, window manager, session bus, an empty
//! home and a driver. Everything lives in one process group and dies with it, also when the test
//! itself is killed.

mod axe;
mod beside;
mod dialog;
mod group;
mod home;
mod processes;
mod window;

pub use axe::Violation;
pub use beside::Held;
pub use home::Home;
pub use window::{Window, keys};

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::problem::{During, Outcome, Problem};
use group::Group;

/// How long anything may take before it counts as missing.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A virtual desktop.
pub struct Desktop {
    // Dropped first: it ends all the processes below.
    group: Group,
    home: Home,
    display: String,
    bus: String,
    driver: u16,
    /// Set for every program, beside what a desktop sets.
    variables: Vec<(&'static str, &'static str)>,
}

impl Desktop {
    /// Starts display, bus, window manager and driver.
    ///
    /// # Errors
    /// In words, when a program is missing or does not come up.
    pub async fn start() -> Outcome<Self> {
        Self::start_with(&[]).await
    }

    /// The same, with these variables in the environment of every program.
    ///
    /// # Errors
    /// In words, when a program is missing or does not come up.
    pub async fn start_with(variables: &[(&'static str, &'static str)]) -> Outcome<Self> {
        let mut group = Group::new()?;
        let home = Home::new()?;
        let display = start_display(&mut group)?;
        let bus = start_bus(&mut group, &home)?;
        let mut desktop = Self {
            group,
            home,
            display: format!(":{display}"),
            bus,
            driver: 0,
            variables: variables.to_vec(),
        };
        let mut manager = desktop.command(Path::new("openbox"));
        desktop.home.log_of(&mut manager)?;
        desktop.group.spawn(&mut manager)?;
        desktop.start_driver().await?;
        Ok(desktop)
    }

    /// A program of this desktop, with its display, bus and home.
    #[must_use]
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .env_remove("WAYLAND_DISPLAY")
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("NO_AT_BRIDGE", "1")
            .env("GSETTINGS_BACKEND", "memory")
            .env("LANG", "C.UTF-8")
            .envs(self.variables.iter().copied())
            .stdout(Stdio::null())
            .stdin(Stdio::null());
        self.home.set(&mut command);
        command
    }

    /// Starts a program of this desktop that lives as long as it does.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn spawn(&mut self, command: &mut Command) -> Outcome<()> {
        self.group.spawn(command).map(|_| ())
    }

    /// Opens the window of `program` and takes hold of it.
    ///
    /// # Errors
    /// When no window comes up.
    pub async fn open(&self, program: &Path, arguments: &[&str]) -> Outcome<Window> {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let options = json!({ "binary": program, "args": arguments });
        let mut capabilities = fantoccini::wd::Capabilities::new();
        capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
        let address = self.driver_address();
        let mut builder = ClientBuilder::new(connector);
        let opening = builder.capabilities(capabilities).connect(&address);
        // The driver waits for ever for a program that ended before it had a window.
        let client = tokio::time::timeout(2 * PATIENCE, opening)
            .await
            .map_err(|_| Problem::new(format!("no window came up:\n{}", self.log())))?
            .during(program.display())?;
        let class = program
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Window::held(client, self.display.clone(), class).await
    }

    /// What the programs of this desktop said on their error streams.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(self.home.path().join("desktop.log")).unwrap_or_default()
    }

    /// The folders of this desktop's person.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    fn driver_address(&self) -> String {
        format!("http://127.0.0.1:{}", self.driver)
    }

    async fn start_driver(&mut self) -> Outcome<()> {
        self.driver = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = self.command(Path::new("WebKitWebDriver"));
        command
            .arg("--host=127.0.0.1")
            .arg(format!("--port={}", self.driver));
        self.home.log_of(&mut command)?;
        self.group.spawn(&mut command)?;
        wait_until("the driver listens", async || {
            Ok(TcpStream::connect(("127.0.0.1", self.driver)).is_ok())
        })
        .await
    }
}

/// Xvfb chooses a free display and says which.
fn start_display(group: &mut Group) -> Outcome<String> {
    let mut command = Command::new("Xvfb");
    command
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1440x960x24",
            "-nolisten",
            "tcp",
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    first_line(group.spawn(&mut command)?).during("Xvfb")
}

fn start_bus(group: &mut Group, home: &Home) -> Outcome<String> {
    let mut command = Command::new("dbus-daemon");
    command
        .args(["--session", "--nofork", "--print-address=1"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    home.set(&mut command);
    home.log_of(&mut command)?;
    first_line(group.spawn(&mut command)?).during("dbus-daemon")
}

fn first_line(child: &mut Child) -> Outcome<String> {
    let stream = child
        .stdout
        .take()
        .ok_or_else(|| Problem::new("has no output"))?;
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    let line = line.trim();
    if line.is_empty() {
        Err(Problem::new("ended without a word"))
    } else {
        Ok(line.to_owned())
    }
}

/// Asks again and again until the answer is yes.
///
/// # Errors
/// When [`PATIENCE`] is over; errors of the question itself are passed on.
pub async fn wait_until(what: &str, mut holds: impl AsyncFnMut() -> Outcome<bool>) -> Outcome<()> {
    let deadline = Instant::now() + PATIENCE;
    let mut pause = Duration::from_millis(10);
    while !holds().await? {
        if Instant::now() >= deadline {
            return Err(Problem::new(format!("waited in vain until {what}")));
        }
        // Quick at first, for what is almost there; then without burning the processor.
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(Duration::from_millis(160));
    }
    Ok(())
}

/// A program of the workspace, which lies beside the tests that cargo built.
///
/// # Errors
/// When it was not built.
pub fn program(name: &str) -> Outcome<PathBuf> {
    let own = std::env::current_exe()?;
    let folders = own.ancestors().skip(1).take(2);
    folders
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
        .ok_or_else(|| {
            Problem::new(format!(
                "{name} is not built; `cargo xtask test rust` builds it first"
            ))
        })
}

//! A service, a data folder, and the program called over them.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use acceptance::{
    browser::Page,
    operator::{Operator, Who, options},
};
use serde_json::Value;
use turnup_reference_service::{Config, Running, ZURITA_ORDER, spawn};
use turnup_workbench::{Options, Purpose, Workbench};

/// How a call ended.
#[derive(Debug)]
pub struct Ended {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub aside: String,
}

impl Ended {
    /// The standard output, which has to be one JSON document and nothing else.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|problem| panic!("{problem}: {self:?}"))
    }

    /// The same, of a call that has to end well.
    pub fn done(&self) -> Value {
        assert_eq!(self.code, 0, "{self:?}");
        self.json()
    }
}

/// A service and a data folder.
pub struct Room {
    folder: tempfile::TempDir,
    service: Option<Running>,
    port: u16,
}

impl Room {
    /// A service, and nobody who knows it yet.
    pub async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let service = start(folder.path(), 0).await;
        Self {
            port: service.port(),
            service: Some(service),
            folder,
        }
    }

    /// Ana is signed in, and all orders are here.
    pub async fn synced() -> Self {
        let room = Self::empty().await;
        room.sign_in().await;
        room.ctl(&["sync", "--json"]).done();
        room
    }

    /// The same, and the order with everything answered waits to be submitted.
    pub async fn drafted() -> Self {
        let room = Self::synced().await;
        let ana = room.window().await;
        ana.until("it is online", async |workbench| {
            let frame = workbench.frame().await?;
            Ok((frame.connection == "online" && frame.sync.is_none()).then_some(()))
        })
        .await
        .unwrap();
        let id = ana.id_of(ZURITA_ORDER).await.unwrap();
        ana.answer(&id).await.unwrap();
        ana.workbench.close().await;
        room
    }

    pub fn service(&self) -> &Running {
        self.service.as_ref().unwrap()
    }

    /// Takes the service off the network; its data stays.
    pub async fn stop_service(&mut self) {
        self.service.take().unwrap().stop().await;
    }

    /// Brings it back where it was.
    pub async fn start_service(&mut self) {
        self.service = Some(start(self.folder.path(), self.port).await);
    }

    /// A place for files.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_turnupctl"));
        command
            .args(words)
            .arg("--data")
            .arg(self.data())
            .env("LANG", "en_US.UTF-8")
            .env_remove("LC_ALL")
            .env_remove("LANGUAGE");
        command
    }

    /// Calls the program over the data, and waits for its end.
    pub fn ctl(&self, words: &[&str]) -> Ended {
        ended(self.command(words))
    }

    /// Signs in with a code, as on a server.
    pub async fn sign_in(&self) {
        let address = self.service().address();
        let mut child = self
            .command(&["sign-in", "--service", &address, "--json"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let words: Vec<&str> = line.split_whitespace().collect();
        let (url, code) = (words[2], words[words.len() - 1]);
        let page = Page::open(url).await.unwrap();
        page.decide_code(code, Who::Ana, "allow").await.unwrap();
        let output = child.wait_with_output().unwrap();
        let mut aside = String::new();
        std::io::Read::read_to_string(&mut said, &mut aside).unwrap();
        assert!(output.status.success(), "{aside}");
        let account: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(account["signed_in"], true, "{account}");
    }

    /// The desktop without its window, over the same data and the same keyring.
    pub async fn window(&self) -> Operator {
        window(&self.data()).await
    }
}

/// The desktop without its window over some data.
pub async fn window(data: &Path) -> Operator {
    let workbench = Workbench::new(Options {
        keyring: true,
        purpose: Purpose::Window,
        ..options(data)
    });
    workbench.open_folder().unwrap();
    workbench.reopen().await.unwrap();
    Operator {
        workbench,
        patience: Duration::from_secs(60),
    }
}

pub fn ended(mut command: Command) -> Ended {
    let output = command.output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        aside: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A program that is killed when the test is over.
pub struct Mortal(pub Child);

impl Mortal {
    pub fn kill(mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Mortal {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

async fn start(folder: &Path, port: u16) -> Running {
    let config = Config {
        port,
        data: Some(folder.join("service")),
        mail_dir: Some(folder.join("mail")),
        seed: 4,
        orders: 60,
        organizations: 80,
        provisioning_time: Duration::from_millis(300),
        ..Config::default()
    };
    spawn(config).await.unwrap()
}

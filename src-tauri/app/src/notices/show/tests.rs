//! A real notice over D-Bus: the test starts itself again on a bus of its own, is the desktop that
//! shows notices there, and clicks them.
#![allow(clippy::unwrap_used)]

use std::{
    collections::HashMap,
    process::Command,
    sync::mpsc::{self, Receiver, Sender},
    time::Duration,
};

use turnup_workbench::{Notice, NoticeTarget};
use zbus::{blocking::connection, interface, object_server::SignalEmitter, zvariant::OwnedValue};

use super::{Answer, show};

/// Set when the test runs on a bus of its own.
const INSIDE: &str = "TURNUP_TEST_NOTICES";
const TEST: &str = "notices::show::tests::a_notice_is_shown_once_with_its_words_and_leads_on";
/// Longer than any desktop takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a program asked to be shown.
#[derive(Debug)]
struct Shown {
    program: String,
    title: String,
    text: String,
    actions: Vec<String>,
    replaces: u32,
}

/// A desktop that shows notices, and reads markup in them.
struct Desktop {
    shown: Sender<Shown>,
    count: u32,
}

#[interface(name = "org.freedesktop.Notifications")]
impl Desktop {
    #[allow(clippy::too_many_arguments)]
    fn notify(
        &mut self,
        app_name: String,
        replaces_id: u32,
        _app_icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _expire_timeout: i32,
    ) -> u32 {
        self.count += 1;
        let shown = Shown {
            program: app_name,
            title: summary,
            text: body,
            actions,
            replaces: replaces_id,
        };
        self.shown.send(shown).unwrap();
        self.count
    }

    fn get_capabilities(&self) -> Vec<String> {
        ["body", "body-markup", "actions"]
            .map(str::to_owned)
            .to_vec()
    }

    #[zbus(signal)]
    async fn action_invoked(
        emitter: &SignalEmitter<'_>,
        id: u32,
        action_key: &str,
    ) -> zbus::Result<()>;
}

fn notice() -> Notice {
    Notice::of(
        "12 orders need you",
        "2 overdue. First: 4410-228290, Müller & <b>Söhne</b>",
        NoticeTarget::View("inbox"),
    )
}

#[test]
fn a_notice_is_shown_once_with_its_words_and_leads_on() {
    if std::env::var_os(INSIDE).is_none() {
        let output = Command::new("dbus-run-session")
            .arg("--")
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", TEST, "--nocapture"])
            .env(INSIDE, "1")
            .output()
            .expect("install the package dbus (or dbus-daemon)");
        let said = String::from_utf8_lossy(&output.stdout);
        let complained = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}\n{complained}");
        assert!(said.contains("notices done"), "{said}\n{complained}");
        return;
    }
    let nobody = show(&notice(), |_| panic!("nobody showed it"));
    assert!(nobody.is_err(), "without a desktop it is not shown");

    let (sender, shown) = mpsc::channel();
    let desktop = Desktop {
        shown: sender,
        count: 0,
    };
    let bus = connection::Builder::session()
        .unwrap()
        .serve_at("/org/freedesktop/Notifications", desktop)
        .unwrap()
        .name("org.freedesktop.Notifications")
        .unwrap()
        .build()
        .unwrap();
    for (number, (key, expected)) in [("default", Answer::Open), ("tomorrow", Answer::Tomorrow)]
        .into_iter()
        .enumerate()
    {
        let (sender, answers) = mpsc::channel();
        show(&notice(), move |answer| sender.send(answer).unwrap()).unwrap();
        let one = shown.recv_timeout(PATIENCE).unwrap();
        assert_eq!(one.program, "Turnup");
        assert_eq!(one.title, "12 orders need you");
        assert_eq!(
            one.text,
            "2 overdue. First: 4410-228290, Müller &amp; &lt;b&gt;Söhne&lt;/b&gt;"
        );
        assert_eq!(
            one.actions,
            ["default", "Open", "tomorrow", "Again tomorrow"]
        );
        assert_eq!(one.replaces, 0);
        assert!(shown.try_recv().is_err(), "exactly one");
        let id = u32::try_from(number).unwrap() + 1;
        assert_eq!(clicked(&bus, id, key, &answers), expected);
    }
    println!("notices done");
}

/// Clicks until the program listens: it begins to after the notice is shown.
fn clicked(
    bus: &zbus::blocking::Connection,
    id: u32,
    key: &str,
    answers: &Receiver<Answer>,
) -> Answer {
    let path = "/org/freedesktop/Notifications";
    let desktop = bus.object_server().interface::<_, Desktop>(path).unwrap();
    for _ in 0..200 {
        let emitter = desktop.signal_emitter();
        zbus::block_on(Desktop::action_invoked(emitter, id, key)).unwrap();
        if let Ok(answer) = answers.recv_timeout(PATIENCE / 200) {
            return answer;
        }
    }
    panic!("the click was not heard");
}

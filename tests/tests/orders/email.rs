//! Files that are opened as provisioning e-mails and are none, and orders that are not here yet.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use acceptance::operator::{Operator, Who};
use turnup_reference_service::{CREATE_ORDER, Fault, FaultKind, Running, ZURITA_ORDER};
use turnup_workbench::Event;

use crate::support::service;

/// A number that no order has.
const UNKNOWN: &str = "9999-999999";

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_provisioning_email_is_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();

    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let huge = folder.path().join("huge.eml");
    File::create(&huge)
        .unwrap()
        .set_len(50 * 1024 * 1024)
        .unwrap();
    let real = String::from_utf8(running.email(ZURITA_ORDER).unwrap()).unwrap();
    let unknown = real.replace(ZURITA_ORDER, UNKNOWN);
    let other = "From: a@b.example\r\nSubject: Lunch at 4410-228290?\r\n\r\nHi\r\n";
    let picture = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0xfe; 4000]].concat();

    for (path, code, params) in [
        (
            huge,
            "email_too_large",
            vec![("max_mb", "25"), ("name", "huge.eml")],
        ),
        (write("empty.eml", b""), "email_unreadable", vec![]),
        (write("picture.eml", &picture), "email_unreadable", vec![]),
        (
            write("noise.eml", &[0xff; 4000]),
            "email_unreadable",
            vec![],
        ),
        (
            write("prose.eml", b"Just words"),
            "email_unreadable",
            vec![],
        ),
        (
            folder.path().join("service"),
            "folder_without_emails",
            vec![("name", "service")],
        ),
        (
            folder.path().join("gone.eml"),
            "file_unreadable",
            vec![("name", "gone.eml"), ("reason", "not_found")],
        ),
        (
            write("nested.eml", nested(&real, 60).as_bytes()),
            "email_no_order",
            vec![
                (
                    "looked_for",
                    "Provisioning information required for order …",
                ),
                ("subject", "Fwd 60"),
            ],
        ),
        (
            write("other.eml", other.as_bytes()),
            "email_no_order",
            vec![
                (
                    "looked_for",
                    "Provisioning information required for order …",
                ),
                ("subject", "Lunch at 4410-228290?"),
            ],
        ),
        (
            write("unknown.eml", unknown.as_bytes()),
            "order_not_found",
            vec![("number", UNKNOWN)],
        ),
    ] {
        let failure = operator.open_email(&path).await.unwrap_err();
        let found: Vec<(&str, &str)> = failure
            .params
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!((failure.code.as_str(), found), (code, params), "{path:?}");
    }

    // As deep as people forward is read.
    let path = write("forwarded.eml", nested(&real, 15).as_bytes());
    let opened = operator.open_email(&path).await.unwrap();
    assert_eq!(
        (opened.outcome.as_str(), opened.number.as_str()),
        ("opened", ZURITA_ORDER)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_of_emails_leads_to_each_of_their_orders_once() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    let mails = folder.path().join("mails");
    fs::create_dir_all(mails.join("older")).unwrap();
    let write = |name: &str, text: &str| fs::write(mails.join(name), text).unwrap();
    let real = String::from_utf8(running.email(ZURITA_ORDER).unwrap()).unwrap();
    let other = CREATE_ORDER;
    write("a.eml", &real);
    write("b.EML", &nested(&real, 2));
    write("c.eml", &real.replace(ZURITA_ORDER, UNKNOWN));
    write("d.eml", "From: a@b.example\r\nSubject: Lunch\r\n\r\nHi\r\n");
    write("older/e.eml", &real.replace(ZURITA_ORDER, other));
    write("notes.txt", "no e-mail");

    let told = operator.workbench.open_emails(vec![mails]).await.unwrap();

    assert_eq!((told.files, told.again), (4, 1));
    let orders = told.orders.iter().map(|one| {
        let here = one.order_id.is_some() && !one.company.is_empty();
        (
            one.number.as_str(),
            one.outcome.as_str(),
            one.file.as_str(),
            here,
        )
    });
    assert_eq!(
        orders.collect::<Vec<_>>(),
        [
            (ZURITA_ORDER, "opened", "a.eml", true),
            (UNKNOWN, "unknown", "c.eml", false),
            (other, "opened", "e.eml", true),
        ]
    );
    let failures = told.failures.iter();
    let failures = failures.map(|one| (one.file.as_str(), one.failure.code.as_str()));
    assert_eq!(failures.collect::<Vec<_>>(), [("d.eml", "email_no_order")]);
    let hosts: Vec<_> = told
        .links
        .iter()
        .map(|link| (link.host.as_str(), &link.shown))
        .collect();
    assert_eq!(hosts, [("turnup.example", &None)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_emails_out_of_reach_wait_for_one_answer_and_are_all_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let (running, operator) = without_orders(folder.path()).await;
    let real = String::from_utf8(running.email(ZURITA_ORDER).unwrap()).unwrap();
    let numbers: Vec<String> = (0..8).map(|n| format!("4410-00000{n}")).collect();
    let files: Vec<PathBuf> = numbers
        .iter()
        .map(|number| {
            let path = folder.path().join(format!("{number}.eml"));
            fs::write(&path, real.replace(ZURITA_ORDER, number)).unwrap();
            path
        })
        .collect();
    running.inject(
        Fault::new(FaultKind::Status)
            .under("/v1/orders")
            .asking("number=")
            .with(503),
    );
    let told = operator.workbench.open_emails(files).await.unwrap();
    let remembered: Vec<_> = told
        .orders
        .iter()
        .filter(|one| one.outcome == "remembered")
        .map(|one| one.number.clone())
        .collect();
    assert_eq!(remembered, numbers);
    // Asked again, the service would have said that it knows none of them.
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_no_path_is_told_as_that() {
    let folder = tempfile::tempdir().unwrap();
    let (_running, operator) = without_orders(folder.path()).await;
    let failure = operator
        .workbench
        .open_emails(Vec::new())
        .await
        .unwrap_err();
    assert_eq!(failure.code, "email_not_a_file");
}

/// A message in a message, so many times.
fn nested(innermost: &str, depth: u32) -> String {
    (1..=depth).fold(innermost.to_owned(), |message, level| {
        format!(
            "From: a@b.example\r\nSubject: Fwd {level}\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/mixed; boundary=\"b{level}\"\r\n\r\n--b{level}\r\n\
             Content-Type: message/rfc822\r\n\r\n{message}\r\n--b{level}--\r\n"
        )
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_not_here_yet_is_asked_for_by_its_number() {
    let folder = tempfile::tempdir().unwrap();
    let (running, operator) = without_orders(folder.path()).await;
    let email = email(folder.path(), &running);
    assert!(operator.id_of(ZURITA_ORDER).await.is_err());

    let opened = operator.open_email(&email).await.unwrap();
    assert_eq!(
        (opened.outcome.as_str(), opened.number.as_str()),
        ("opened", ZURITA_ORDER)
    );
    let id = opened.order_id.unwrap();
    let order = operator.workbench.open_order(&id).await.unwrap();
    assert_eq!(order.number, ZURITA_ORDER);
}

#[tokio::test(flavor = "multi_thread")]
async fn out_of_reach_a_number_is_remembered_and_its_order_comes_with_the_sync() {
    let folder = tempfile::tempdir().unwrap();
    let (running, operator) = without_orders(folder.path()).await;
    let email = email(folder.path(), &running);
    let port = running.port();
    running.stop().await;

    for _ in 0..2 {
        let opened = operator.open_email(&email).await.unwrap();
        assert_eq!(
            (opened.outcome.as_str(), opened.number.as_str()),
            ("remembered", ZURITA_ORDER)
        );
        assert_eq!(opened.order_id, None);
    }

    let _running = service(folder.path(), port).await;
    operator.workbench.sync_now().await.unwrap();
    let id = operator
        .until("its order is here", async |_| {
            Ok(operator.id_of(ZURITA_ORDER).await.ok())
        })
        .await
        .unwrap();
    let opened = operator.open_email(&email).await.unwrap();
    assert_eq!(
        (opened.outcome.as_str(), opened.order_id),
        ("opened", Some(id))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_remembered_number_that_the_service_does_not_know_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (running, operator) = without_orders(folder.path()).await;
    let email = email(folder.path(), &running);
    let text = fs::read_to_string(&email).unwrap();
    fs::write(&email, text.replace(ZURITA_ORDER, UNKNOWN)).unwrap();
    let port = running.port();
    running.stop().await;
    let opened = operator.open_email(&email).await.unwrap();
    assert_eq!(
        (opened.outcome.as_str(), opened.number.as_str()),
        ("remembered", UNKNOWN)
    );

    let mut events = operator.workbench.events();
    let _running = service(folder.path(), port).await;
    operator.workbench.sync_now().await.unwrap();
    let told = async {
        loop {
            if let Event::NumberUnknown(number) = events.recv().await.unwrap() {
                return number;
            }
        }
    };
    let told = tokio::time::timeout(operator.patience, told).await;
    assert_eq!(told.unwrap(), UNKNOWN);
}

/// An operator who signed in and got the rules, while the feed of the orders gives nothing.
async fn without_orders(folder: &Path) -> (Running, Operator) {
    let running = service(folder, 0).await;
    running.inject(
        Fault::new(FaultKind::Status)
            .under("/v1/orders")
            .asking("limit=")
            .with(503)
            .times(u32::MAX),
    );
    let operator = Operator::at(&folder.join("ana")).await.unwrap();
    operator
        .workbench
        .connect(&running.address())
        .await
        .unwrap();
    operator.enter(Who::Ana).await.unwrap();
    operator
        .until("the rules are here", async |workbench| {
            Ok(workbench.choices().await.ok())
        })
        .await
        .unwrap();
    (running, operator)
}

fn email(folder: &Path, running: &Running) -> PathBuf {
    let path = folder.join("order.eml");
    fs::write(&path, running.email(ZURITA_ORDER).unwrap()).unwrap();
    path
}

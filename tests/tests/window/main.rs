//! The real window on a virtual desktop.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

mod beside;
mod story;

use acceptance::{
    desktop::{self, Desktop},
    tour::{self, Gallery, Walk, open_order},
};
use turnup_reference_service::{Config, ZURITA_ORDER, spawn};

#[tokio::test(flavor = "multi_thread")]
async fn the_main_job_is_done_in_the_real_window_and_every_screen_is_accessible() {
    let out = tempfile::tempdir().unwrap();
    let options = tour::Options {
        program: desktop::program("turnup").unwrap(),
        out: out.path().into(),
        whole: false,
    };
    let report = tour::go(&options).await.unwrap();

    assert_eq!(report.violations, Vec::<String>::new());
    for look in ["light-en", "dark-en", "light-fr", "dark-fr"] {
        let pictures = report
            .pictures
            .iter()
            .filter(|name| name.contains(look))
            .count();
        assert!(pictures >= 15, "{pictures} pictures in {look}");
    }
    assert!(report.pdf.is_file());
    for (told, steps, most) in [
        ("the main job", &report.steps, 40),
        ("for the first time", &report.first_time, 14),
        ("with a preset", &report.with_preset, 8),
    ] {
        let all: u32 = steps.iter().map(|step| step.interactions).sum();
        println!("{told}: {all} interactions");
        assert!((5..=most).contains(&all), "{told}: {all}: {steps:?}");
    }
    let written = std::fs::read_to_string(out.path().join("tour.json")).unwrap();
    let written: serde_json::Value = serde_json::from_str(&written).unwrap();
    for member in ["order", "steps", "pdf", "duration_ms", "pictures"] {
        assert!(written.get(member).is_some(), "tour.json without {member}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_killed_after_queued_asks_for_each_act_once_when_it_is_opened_again() {
    let program = desktop::program("turnup").unwrap();
    let mut desktop = Desktop::start().await.unwrap();
    let window = desktop.open(&program, &[]).await.unwrap();
    queue_offline(&desktop, &program, window).await;
    desktop.kill(&program).await.unwrap();

    let mut window = desktop.open(&program, &[]).await.unwrap();
    window.resize(1360, 860).await.unwrap();
    window.find("orders").await.unwrap();
    open_order(&mut window, ZURITA_ORDER).await.unwrap();
    // Away before, away now: starting again brings no network back.
    window.click("sample-switch").await.unwrap();
    window
        .wait_attribute("badge", "data-code", "provisioned")
        .await
        .unwrap();
    window.close().await.unwrap();
    desktop.wait_gone(&program).await.unwrap();

    let data = desktop
        .home()
        .data()
        .join("org.turnup.desktop/sample-service");
    let config = Config {
        data: Some(data),
        ..Config::default()
    };
    let service = spawn(config).await.unwrap();
    let order = service.order(ZURITA_ORDER).unwrap();
    assert_eq!(order.status.as_str(), "provisioned");
    assert_eq!(service.count_acts(&order.id, "mapping"), 1);
    assert_eq!(service.count_acts(&order.id, "setup"), 1);
}

/// The main job up to "queued", with the service switched off.
async fn queue_offline(desktop: &Desktop, program: &std::path::Path, mut window: desktop::Window) {
    window.resize(1360, 860).await.unwrap();
    let mut unseen = Gallery::closed();
    let mut walk = Walk::new(desktop, program, ZURITA_ORDER);
    let walked = async {
        walk.begin(&mut window, &mut unseen).await?;
        walk.open_the_email(&mut window, &mut unseen).await?;
        walk.answer(&mut window, &mut unseen).await?;
        walk.confirm_offline(&mut window, &mut unseen).await
    };
    if let Err(problem) = walked.await {
        panic!("{problem}\n{}", desktop.log());
    }
}

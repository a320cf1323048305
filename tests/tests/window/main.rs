//! The real window on a virtual desktop.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use acceptance::{desktop, tour};

#[tokio::test(flavor = "multi_thread")]
async fn the_main_job_is_done_in_the_real_window_and_every_screen_is_accessible() {
    let out = tempfile::tempdir().unwrap();
    let options = tour::Options {
        program: desktop::program("turnup").unwrap(),
        out: out.path().into(),
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
    let clicks: u32 = report.steps.iter().map(|step| step.interactions).sum();
    assert!(
        (20..80).contains(&clicks),
        "{clicks} interactions: {:?}",
        report.steps
    );
    let written = std::fs::read_to_string(out.path().join("tour.json")).unwrap();
    let written: serde_json::Value = serde_json::from_str(&written).unwrap();
    for member in ["order", "steps", "pdf", "duration_ms", "pictures"] {
        assert!(written.get(member).is_some(), "tour.json without {member}");
    }
}

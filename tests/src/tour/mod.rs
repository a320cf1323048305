//! The tour: the main job in the real window, as an operator does it, with a picture of every
//! screen in both appearances and both languages.
//!
//! The order of the walk is in [`walk`], what is looked at on the way in [`gallery`], what is
//! seldom seen in [`corners`], what is counted in [`counted`], the other kinds of order in
//! [`kinds`], those that come back in [`returns`], many at once in [`many`] and [`tables`], a
//! window of its own in [`beside`]; the second story is [`crate::story`]. Whether what was seen is
//! good enough is judged by the tests and by whoever
//! looks at the pictures.

mod beside;
mod corners;
mod counted;
mod gallery;
mod kinds;
mod many;
mod report;
mod returns;
mod tables;
mod walk;

pub use report::{Report, Step};

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use turnup_reference_service::ZURITA_ORDER;

use crate::desktop::{Desktop, Window};
use crate::problem::{During, Outcome};
use crate::story::Story;
pub use beside::Beside;
use counted::Counted;
pub use gallery::{Gallery, visit};
pub use walk::{Walk, open_order};

/// Where to go and with which program.
#[derive(Debug, Clone)]
pub struct Options {
    /// The desktop program.
    pub program: PathBuf,
    /// Where pictures, PDF and `tour.json` go; it is emptied of earlier pictures.
    pub out: PathBuf,
    /// With the second story and what is seldom seen; else the main job alone.
    pub whole: bool,
}

/// Goes round and writes `tour.json`.
///
/// # Errors
/// At the first thing that is not where it should be; a last picture then shows what was there.
pub async fn go(options: &Options) -> Outcome<Report> {
    clear(&options.out)?;
    let began = Instant::now();
    let desktop = Desktop::start().await?;
    let mut window = desktop.open(&options.program, &[]).await?;
    window.resize(1360, 860).await?;
    let mut gallery = Gallery::new(&options.out);
    let mut walk = Walk::new(&desktop, &options.program, ZURITA_ORDER);
    let pdf = options.out.join("summary.pdf");
    let (mut first_time, mut with_preset) = (Vec::new(), Vec::new());
    let walked: Outcome<()> = async {
        all(&mut walk, &mut gallery, &mut window, &pdf).await?;
        first_time = Counted::first_time(&desktop, &options.program, &mut window).await?;
        with_preset = Counted::with_preset(&desktop, &options.program, &mut window).await?;
        if options.whole {
            kinds::all(&mut gallery, &mut window).await?;
            returns::all(&mut gallery, &mut window).await?;
            many::all(&mut gallery, &mut window).await?;
            tables::all(&desktop, &options.program, &mut gallery, &mut window).await?;
            beside::pictures(&mut gallery, &mut window).await?;
            corners::all(&desktop, &options.program, &mut gallery, &mut window).await?;
        }
        Ok(())
    }
    .await;
    if let Err(problem) = walked {
        gallery.stuck(&window).await;
        eprintln!("{}", desktop.log());
        return Err(problem);
    }
    window.close().await?;
    let steps = walk.steps;
    drop(desktop);
    let mut told = Vec::new();
    if options.whole {
        let mut story = Story::begin(&options.program).await?;
        story.tell(&mut gallery).await?;
        told.clone_from(&story.steps);
        story.end().await?;
    }
    let report = Report {
        order: ZURITA_ORDER.to_owned(),
        steps,
        story: told,
        first_time,
        with_preset,
        pdf,
        duration_ms: u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
        pictures: gallery.pictures,
        violations: gallery.violations,
    };
    let json = serde_json::to_string_pretty(&report)?;
    fs::write(options.out.join("tour.json"), json).during("tour.json")?;
    Ok(report)
}

async fn all(
    walk: &mut Walk<'_>,
    gallery: &mut Gallery,
    window: &mut Window,
    pdf: &std::path::Path,
) -> Outcome<()> {
    walk.begin(window, gallery).await?;
    walk.open_the_email(window, gallery).await?;
    walk.answer(window, gallery).await?;
    gallery.wizard(window).await?;
    walk.confirm_offline(window, gallery).await?;
    walk.come_back_online(window, gallery).await?;
    walk.save_the_summary(window, pdf).await?;
    gallery.rest(window, ZURITA_ORDER).await
}

fn clear(out: &PathBuf) -> Outcome<()> {
    fs::create_dir_all(out).during(out.display())?;
    for entry in fs::read_dir(out).during(out.display())?.flatten() {
        let path = entry.path();
        if path
            .extension()
            .is_some_and(|kind| kind == "png" || kind == "pdf" || kind == "json")
        {
            fs::remove_file(&path).during(path.display())?;
        }
    }
    Ok(())
}

//! Values of many orders from a table that a second start hands over: told row by row, taken and
//! undone.

use std::fs;
use std::path::{Path, PathBuf};

use super::gallery::Gallery;
use crate::desktop::{Desktop, Window};
use crate::problem::{During, Outcome, Problem};

/// The numbers that the list shows.
const NUMBERS: &str = "return Array.from(
    document.querySelectorAll('[data-testid^=\"choose-4\"]'), (box) => box.dataset.testid.slice(7))";

/// Begins and ends on a list of the sample data.
pub async fn all(
    desktop: &Desktop,
    program: &Path,
    gallery: &mut Gallery,
    window: &mut Window,
) -> Outcome<()> {
    window.fill("search", "state:awaiting_details").await?;
    window
        .wait_css("[role=row][data-order] [data-code=awaiting_details]")
        .await?;
    let table = write(desktop, window).await?;
    gallery
        .in_every_look(window, async |gallery, window| {
            let started = desktop.command(program).arg(&table).status();
            if !started.during("turnup")?.success() {
                return Err(Problem::new("the second start failed"));
            }
            window.find("import-ready").await?;
            gallery.take(window, "table").await?;
            window.click("import-run").await?;
            window.find("import-close").await?;
            gallery.take(window, "table-taken").await?;
            window.click("import-undo").await?;
            window.wait_no_css("dialog[open]").await?;
            gallery.hear(window).await
        })
        .await?;
    window.fill("search", "").await
}

/// A table of which some rows cannot be taken.
async fn write(desktop: &Desktop, window: &Window) -> Outcome<PathBuf> {
    let shown = window.script(NUMBERS).await?;
    let numbers: Vec<&str> = shown
        .as_array()
        .map(|shown| shown.iter().filter_map(|one| one.as_str()).collect())
        .unwrap_or_default();
    let [first, second, third, ..] = numbers[..] else {
        return Err(Problem::new(format!("too few orders are listed: {shown}")));
    };
    let text = format!(
        "Order number;Company;Site name;Site time zone;SIP name;Remarks\r\n\
         {first};Zurita;north-meet;Paris;northcalls;call Ana first\r\n\
         {first};;south-meet;Europe/Madrid;;\r\n\
         {second};Bóveda;east-meet;Asia/Tokyo;eastcalls;\r\n\
         {third};\u{202e}hostile;west-meet;Middle Earth;westcalls;\r\n\
         9999-000000;Nobody;nobody-meet;Paris;;\r\n\
         ;Nameless;nameless-meet;;;\r\n"
    );
    let path = desktop.home().path().join("Sites of November.csv");
    fs::write(&path, text).during(path.display())?;
    Ok(path)
}

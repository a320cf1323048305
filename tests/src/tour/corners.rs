//! What an operator seldom sees, and must understand all the more: what went wrong, signing in,
//! data that cannot be opened. Each is come to as it comes to people.

use std::fs;
use std::path::{Path, PathBuf};

use turnup_reference_service::{Config, spawn};

use super::gallery::{Gallery, TOLD};
use super::walk::{leave_order, letters_folder};
use crate::desktop::{Desktop, Window};
use crate::problem::{During, Outcome, Problem};

/// All of them; begins and ends on a list of the sample data.
pub async fn all(
    desktop: &Desktop,
    program: &Path,
    gallery: &mut Gallery,
    window: &mut Window,
) -> Outcome<()> {
    gallery.begin(window).await?;
    error(desktop, program, gallery, window).await?;
    emails(desktop, program, gallery, window).await?;
    drop_here(desktop, gallery, window).await?;
    sign_in(gallery, window).await?;
    damaged(desktop, program, gallery, window).await
}

/// A second start hands over an e-mail that is not there.
async fn error(
    desktop: &Desktop,
    program: &Path,
    gallery: &mut Gallery,
    window: &mut Window,
) -> Outcome<()> {
    let gone = desktop.home().path().join("order.eml");
    gallery
        .in_every_look(window, async |gallery, window| {
            let started = desktop.command(program).arg(&gone).status();
            if !started.during("turnup")?.success() {
                return Err(Problem::new("the second start failed"));
            }
            window
                .wait_css(&format!("{TOLD}[data-severity=error]"))
                .await?;
            gallery.take(window, "error").await?;
            gallery.hear(window).await
        })
        .await
}

/// A second start hands over a folder of e-mails, of which some lead nowhere.
async fn emails(
    desktop: &Desktop,
    program: &Path,
    gallery: &mut Gallery,
    window: &mut Window,
) -> Outcome<()> {
    let folder = desktop.home().path().join("E-mails");
    fs::create_dir_all(&folder).during(folder.display())?;
    let letters = letters(desktop)?;
    for letter in letters.iter().take(4) {
        let name = letter.file_name().unwrap_or_default();
        fs::copy(letter, folder.join(name)).during(folder.display())?;
    }
    for (name, text) in [
        ("again.eml", fs::read_to_string(&letters[0])?),
        (
            "lunch.eml",
            "From: a@b.example\nSubject: Lunch?\n\nHi\n".to_owned(),
        ),
        (
            "a stranger’s.eml",
            "From: a@b.example\n\
             Subject: Provisioning information required for order 9999-000000\n\
             Content-Type: text/html\n\n\
             <a href=\"https://webex.attacker.example\">https://admin.webex.com</a>\n"
                .to_owned(),
        ),
    ] {
        fs::write(folder.join(name), text).during(name)?;
    }
    gallery
        .in_every_look(window, async |gallery, window| {
            let started = desktop.command(program).arg(&folder).status();
            if !started.during("turnup")?.success() {
                return Err(Problem::new("the second start failed"));
            }
            window.find("emails-orders").await?;
            gallery.take(window, "emails").await?;
            window.click("emails-list").await?;
            window.wait_no_css("dialog[open]").await
        })
        .await
}

/// What the service has written to its operators.
fn letters(desktop: &Desktop) -> Outcome<Vec<PathBuf>> {
    let folder = letters_folder(desktop);
    let files = fs::read_dir(&folder).during(folder.display())?.flatten();
    let mut letters: Vec<PathBuf> = files.map(|file| file.path()).collect();
    letters.sort();
    if letters.is_empty() {
        return Err(Problem::new("the service has written no letters"));
    }
    Ok(letters)
}

/// One of the service's letters is dragged out of the system's own dialog, held over the window
/// and dropped: its order opens.
async fn drop_here(desktop: &Desktop, gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    let lies = desktop.home().path().join("Desktop");
    fs::create_dir_all(&lies)?;
    fs::copy(&letters(desktop)?[0], lies.join("order.eml")).during(lies.display())?;
    window.click("open-email").await?;
    let dialog = window.hold_file_over("drop-here").await?;
    gallery.take(window, "drop-here").await?;
    window.drop_file(&dialog).await?;
    window.wait_gone("drop-here").await?;
    leave_order(window).await
}

/// The first page with a service that is real, and the dialog that waits for its browser.
async fn sign_in(gallery: &mut Gallery, window: &mut Window) -> Outcome<()> {
    let config = Config {
        orders: 4,
        organizations: 10,
        ..Config::default()
    };
    let service = spawn(config).await.during("a service")?;
    let address = service.address();
    gallery
        .in_two_looks(window, async |gallery, window| {
            window.click("settings").await?;
            window.click("leave-sample").await?;
            window.click("leave-yes").await?;
            window.fill("address", &address).await?;
            window.click("connect").await?;
            window.find("sign-in-url").await?;
            gallery.take(window, "sign-in").await?;
            window.click("sign-in-cancel").await?;
            window.wait_no_css("dialog[open]").await?;
            gallery.take(window, "connected").await?;
            window.click("explore").await?;
            window.find("orders").await?;
            Ok(())
        })
        .await?;
    service.stop().await;
    Ok(())
}

/// The data are damaged while Turnup is closed; then it begins afresh beside them.
async fn damaged(
    desktop: &Desktop,
    program: &Path,
    gallery: &mut Gallery,
    window: &mut Window,
) -> Outcome<()> {
    let database = desktop
        .home()
        .data()
        .join("org.turnup.desktop/accounts/sample.sqlite");
    gallery
        .in_two_looks(window, async |gallery, window| {
            window.close().await?;
            desktop.wait_gone(program).await?;
            damage(&database)?;
            *window = desktop.open(program, &[]).await?;
            window.resize(1360, 860).await?;
            window.find("start-failed").await?;
            gallery.take(window, "start-failed").await?;
            window.click("start-aside").await?;
            window.find("orders").await?;
            window.wait_css(TOLD).await?;
            gallery.take(window, "start-rescued").await?;
            gallery.hear(window).await
        })
        .await
}

/// Makes a page of nonsense of the first one, which the log beside it could bring back.
fn damage(database: &Path) -> Outcome<()> {
    let mut bytes = fs::read(database).during(database.display())?;
    bytes.iter_mut().take(4096).for_each(|byte| *byte = b'x');
    fs::write(database, bytes).during(database.display())?;
    let log = database.with_extension("sqlite-wal");
    if log.exists() {
        fs::remove_file(&log).during(log.display())?;
    }
    Ok(())
}

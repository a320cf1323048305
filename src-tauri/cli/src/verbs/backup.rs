//! `backup`: what cannot be downloaded again, kept beside the database.

use turnup_workbench::{Outcome, views::BackupView};

use crate::{
    desk::Desk,
    said::Said,
    shapes::{BackedUp, Backups},
};

/// Makes one now.
pub async fn make(desk: &Desk, said: &mut Said) -> Outcome<()> {
    let words = desk.words();
    let made = desk.workbench.back_up().await?;
    said.say(match &made {
        Some(backup) => words.with("cli-backup-made", &[("name", &backup.name)]),
        None => words.get("cli-backup-nothing"),
    });
    said.give(&BackedUp { made });
    Ok(())
}

/// Lists those that are there, the newest first.
pub async fn list(desk: &Desk, said: &mut Said) -> Outcome<()> {
    let backups = desk.workbench.storage().await?.backups;
    if backups.is_empty() {
        said.say(desk.words().get("cli-backup-none"));
    }
    for backup in &backups {
        said.say(line(desk, backup));
    }
    said.give(&Backups { backups });
    Ok(())
}

fn line(desk: &Desk, backup: &BackupView) -> String {
    format!(
        "{}  {} KiB  {}  ({})",
        backup.made_at,
        backup.kib,
        desk.word("cli-backup-why", &backup.why),
        backup.name
    )
}

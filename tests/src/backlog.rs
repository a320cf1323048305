//! Edits of many orders, one after the other: what an operator does before the train leaves, and
//! goes on doing in it. Parent and headless desktop share them as a file.

use std::path::Path;

use serde::{Deserialize, Serialize};
use turnup_workbench::views::Choose;
use turnup_workbench::{Failure, codes};

use crate::operator::Operator;
use crate::problem::{Outcome, Problem};

/// What is done to an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// This becomes the shared note.
    Note(String),
    /// The note that waits is taken back.
    TakeBack,
    /// It is mapped to a new organization of this name, its services are put off.
    Confirm(String),
    /// It is handed over to this address.
    HandOver(String),
    /// Its e-mail is asked for again.
    Resend,
}

/// One edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Id of the order.
    pub order: String,
    /// What is done to it.
    pub act: Act,
}

impl Edit {
    /// Whether it may come too late: what is on its way cannot be taken back.
    #[must_use]
    pub fn may_be_refused(&self) -> bool {
        self.act == Act::TakeBack
    }

    /// Whether its draft goes with the last answer.
    #[must_use]
    pub fn ends_a_draft(&self) -> bool {
        matches!(self.act, Act::Confirm(_) | Act::HandOver(_))
    }
}

/// Writes edits for a desktop to read.
///
/// # Errors
/// When the file cannot be written.
pub fn write(file: &Path, edits: &[Edit]) -> Outcome<()> {
    std::fs::write(file, serde_json::to_vec(edits)?)?;
    Ok(())
}

/// Reads them.
///
/// # Errors
/// When there are none.
pub fn read(file: &Path) -> Outcome<Vec<Edit>> {
    Ok(serde_json::from_slice(&std::fs::read(file)?)?)
}

/// Does one edit; back when it is acknowledged.
///
/// # Errors
/// The code with which the workbench refused it, or what else went wrong.
pub async fn carry_out(operator: &Operator, edit: &Edit) -> Result<(), Failure> {
    let (workbench, id) = (&operator.workbench, edit.order.as_str());
    match &edit.act {
        Act::Note(text) => workbench.save_note(id, text).await.map(drop),
        Act::TakeBack => {
            let queue = workbench.open_order(id).await?.queue;
            let note = queue.iter().rfind(|entry| entry.kind == "note");
            let note = note.ok_or_else(|| Failure::new(codes::CANNOT_TAKE_BACK))?;
            workbench.take_back(&note.id).await.map(drop)
        }
        Act::Confirm(name) => confirm(operator, id, name).await,
        Act::HandOver(email) => {
            let mut form = workbench.open_order(id).await?.wizard.form;
            form.completed_by = Some("someone_else".to_owned());
            form.handover.email.clone_from(email);
            workbench.save_draft(id, form, None).await?;
            workbench.hand_over(id).await.map(drop)
        }
        Act::Resend => workbench.resend_email(id).await.map(drop),
    }
}

async fn confirm(operator: &Operator, id: &str, name: &str) -> Result<(), Failure> {
    let workbench = &operator.workbench;
    let order = workbench.open_order(id).await?;
    let mut form = order.wizard.form;
    form.completed_by = Some("own_company".to_owned());
    for service in order.services.iter().filter(|one| one.needs_input) {
        form.when.insert(service.kind.clone(), "later".to_owned());
    }
    workbench.save_draft(id, form, None).await?;
    let verticals = workbench.choices().await?.verticals;
    let choose = Choose::Create {
        name: name.to_owned(),
        vertical: verticals.into_iter().next().unwrap_or_default(),
        country: "ES".to_owned(),
        admin_email: String::new(),
        create_anyway: true,
    };
    workbench.choose_organization(id, "own", choose).await?;
    workbench.confirm(id, &order.number).await.map(drop)
}

/// The note that an order gets as soon as it is here.
#[must_use]
pub fn arrival(number: &str) -> String {
    format!("Al llegar · {number}")
}

/// Says something so that whoever listens has it, whatever happens next.
///
/// # Errors
/// When nobody listens any more.
pub fn say(line: &str) -> Outcome<()> {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")
        .and_then(|()| out.flush())
        .map_err(Problem::from)
}

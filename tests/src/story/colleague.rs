//! A colleague at the same service, which goes on while this computer is cut off: a workbench of
//! their own, signed in through the service's page, over the same data.

use std::path::PathBuf;

use turnup_reference_service::{Config, Running, spawn};
use turnup_workbench::views::OrderQuery;

use crate::operator::{Operator, Who};
use crate::problem::{During, Outcome, Problem};

/// Luis, at a computer that is not cut off.
pub struct Colleague {
    operator: Operator,
    /// Of the sample service.
    data: PathBuf,
    /// Where he found it, and finds it again.
    port: u16,
    // His own.
    _folder: tempfile::TempDir,
}

impl Colleague {
    /// Signs in and has all orders. The sample service itself must be switched off.
    pub async fn arrive(data: PathBuf) -> Outcome<Self> {
        let service = serve(data.clone(), 0).await?;
        let folder = tempfile::tempdir()?;
        let operator = Operator::at(folder.path()).await?;
        operator.join(&service.address(), Who::Luis).await?;
        let port = service.port();
        service.stop().await;
        Ok(Self {
            operator,
            data,
            port,
            _folder: folder,
        })
    }

    /// Numbers of new orders that wait for their details and close late, but not these.
    pub async fn waiting_orders(&self, count: usize, but: &[&str]) -> Outcome<Vec<String>> {
        let query = OrderQuery {
            view: "all".to_owned(),
            text: String::new(),
            states: vec!["awaiting_details".to_owned()],
            services: Vec::new(),
            sort: "deadline".to_owned(),
            descending: true,
            offset: 0,
            limit: 100,
            details: false,
        };
        let rows = self.operator.workbench.list_orders(query).await?.rows;
        let mut found = Vec::new();
        for row in rows {
            let order = self.operator.workbench.open_order(&row.id).await?;
            if order.kind == "new" && order.note.is_empty() && !but.contains(&row.number.as_str()) {
                found.push(row.number);
            }
            if found.len() == count {
                break;
            }
        }
        Ok(found)
    }

    /// Writes notes on orders, and asks a colleague to look at what he proposes for one; all of
    /// it is at the service when this ends.
    pub async fn write(
        &mut self,
        notes: &[(&String, &str)],
        (number, reviewer): (&str, &str),
    ) -> Outcome<()> {
        let service = serve(self.data.clone(), self.port).await?;
        self.propose(number, reviewer).await?;
        for (number, note) in notes {
            let id = self.operator.id_of(number).await?;
            self.operator.workbench.save_note(&id, note).await?;
            self.operator
                .wait_for(&id, "the colleague's note is sent", |order| {
                    order.queue.is_empty() && order.note == *note
                })
                .await?;
        }
        self.operator.workbench.close().await;
        service.stop().await;
        Ok(())
    }
}

impl Colleague {
    /// Chooses the likeliest organizations, and asks before they become final.
    async fn propose(&self, number: &str, reviewer: &str) -> Outcome<()> {
        let workbench = &self.operator.workbench;
        let id = self.operator.id_of(number).await?;
        self.operator
            .until("the service answers", async |workbench| {
                let online = workbench.frame().await?.connection == "online";
                Ok(online.then_some(()))
            })
            .await?;
        self.operator
            .edit(&id, |form| {
                form.completed_by = Some("for_customer".to_owned())
            })
            .await?;
        for role in ["partner", "customer"] {
            let found = workbench.find_organizations(&id, role).await?;
            let likeliest = found.candidates.first();
            let none = || Problem::new(format!("{number} has no {role}"));
            let likeliest = &likeliest.ok_or_else(none)?.organization_id;
            self.operator.choose(&id, role, likeliest).await?;
        }
        workbench.ask_review(&id, reviewer).await?;
        self.operator
            .wait_for(&id, "the review is asked", |order| {
                order.review.as_ref().is_some_and(|review| !review.queued)
            })
            .await?;
        Ok(())
    }
}

async fn serve(data: PathBuf, port: u16) -> Outcome<Running> {
    let config = Config {
        port,
        data: Some(data),
        ..Config::default()
    };
    spawn(config).await.during("the service for others")
}

//! The whole way of two orders, walked by somebody who does not give up: whatever fails is tried
//! again, and what the workbench says meanwhile is written down.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use acceptance::operator::{Operator, Who, options};
use acceptance::proxy::Proxy;
use acceptance::tally::Tally;
use acceptance::{Outcome, Problem};
use tokio::task::JoinHandle;
use turnup_reference_service::{CREATE_ORDER, Config, Running, ZURITA_ORDER, spawn};
use turnup_workbench::views::{Choose, FrameView, OrderQuery, SiteForm};
use turnup_workbench::{Event, Failure, Limits, Workbench};

/// An answer takes no longer than this, or it counts as none.
pub const ANSWER: Duration = Duration::from_millis(1_000);
/// An answer is no larger than this, or it is none.
pub const LARGEST: usize = 1024 * 1024;
/// Much longer than any way takes after its fault: what takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(60);
/// The operators' own partner.
const PARTNER: &str = "org_andaluza";
/// A number that no order has.
const STRANGER: &str = "4410-999999";
/// Orders of the service.
const ORDERS: u32 = 4;
/// Edits that are acknowledged on the way.
const EDITS: u64 = 7;

/// Somebody at a workbench, a network, a service behind it.
pub struct Journey {
    service: Running,
    pub proxy: Proxy,
    operator: Operator,
    folder: tempfile::TempDir,
    told: Told,
    listening: JoinHandle<()>,
    /// Whether anybody ever signed in; somebody who was signed out does so again.
    is_in: Cell<bool>,
}

/// What the workbench said: codes of failures, and `frame CONNECTION PROBLEM`.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<BTreeSet<String>>>);

impl Told {
    fn note(&self, word: impl Into<String>) {
        self.0.lock().unwrap().insert(word.into());
    }

    fn hear(&self, event: Event) {
        match event {
            Event::FrameChanged(frame) => self.note(said(&frame)),
            Event::NumberUnknown(_) => self.note("number_unknown"),
            Event::OrdersChanged { .. } | Event::AccountChanged(_) | Event::ExportMoved(_) => {}
        }
    }
}

fn said(frame: &FrameView) -> String {
    let problem = frame.problem.as_ref().map(|problem| problem.code.as_str());
    format!("frame {} {}", frame.connection, problem.unwrap_or_default())
}

fn everything() -> OrderQuery {
    OrderQuery {
        view: "all".to_owned(),
        text: String::new(),
        states: Vec::new(),
        services: Vec::new(),
        sort: "number".to_owned(),
        descending: false,
        offset: 0,
        limit: 100,
        details: false,
    }
}

impl Journey {
    pub async fn begin() -> Self {
        let config = Config {
            seed: 4,
            orders: ORDERS,
            organizations: 10,
            provisioning_time: Duration::from_millis(20),
            ..Config::default()
        };
        let service = spawn(config).await.unwrap();
        let proxy = Proxy::before(service.port()).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let limits = Limits {
            answer: ANSWER,
            bytes: LARGEST,
            ..Limits::default()
        };
        let workbench = Workbench::new(turnup_workbench::Options {
            limits,
            ..options(&folder.path().join("ana"))
        });
        workbench.open_folder().unwrap();
        let told = Told::default();
        let (mut events, ear) = (workbench.events(), told.clone());
        let listening = tokio::spawn(async move {
            use tokio::sync::broadcast::error::RecvError;
            loop {
                match events.recv().await {
                    Ok(event) => ear.hear(event),
                    Err(RecvError::Lagged(_)) => {}
                    Err(RecvError::Closed) => return,
                }
            }
        });
        let operator = Operator {
            workbench,
            patience: PATIENCE,
        };
        Self {
            service,
            proxy,
            operator,
            folder,
            told,
            listening,
            is_in: Cell::new(false),
        }
    }

    /// Everything that the workbench said until now.
    pub fn told(&self) -> BTreeSet<String> {
        self.told.0.lock().unwrap().clone()
    }

    /// The whole way; what came of it.
    pub async fn walk(&self) -> Outcome<Tally> {
        self.sign_in().await?;
        // Whatever came until now is read once more.
        self.service.expire_cursors();
        self.synced().await?;
        self.open_an_email().await?;
        let (first, second) = (self.id(CREATE_ORDER).await?, self.id(ZURITA_ORDER).await?);
        self.answer(&first).await?;
        // The token is worth nothing from now on; the next sync buys another one.
        self.service.expire_access_tokens();
        self.synced().await?;
        let note = "Llamar por la mañana";
        self.operator.workbench.save_note(&first, note).await?;
        self.confirm(&first).await?;
        self.operator.workbench.save_note(&second, note).await?;
        self.operator.workbench.resend_email(&second).await?;
        // An order whose acts wait takes no other answers.
        self.sent().await?;
        self.hand_over(&second).await?;
        self.sent().await?;
        self.retry(&first).await?;
        self.sent().await?;
        self.well().await?;
        self.mirrored().await?;
        let orders = [
            (first.as_str(), CREATE_ORDER),
            (second.as_str(), ZURITA_ORDER),
        ];
        let tally = self.settle(&orders, note).await?;
        self.operator.workbench.sign_out(false).await?;
        self.operator.workbench.close().await;
        Ok(tally)
    }

    async fn sign_in(&self) -> Outcome<()> {
        let address = self.proxy.address();
        self.persist("it is connected", async |workbench| {
            workbench.connect(address).await.map(Some)
        })
        .await?;
        self.enter().await?;
        self.synced().await
    }

    /// Signs in again and again until that is done.
    async fn enter(&self) -> Outcome<()> {
        let entered = self.operator.until("it is signed in", async |_| {
            match self.operator.enter(Who::Ana).await {
                Ok(()) => {
                    self.is_in.set(true);
                    Ok(Some(()))
                }
                Err(problem) => {
                    let words = problem.to_string();
                    self.told.note(words.split(' ').next().unwrap_or_default());
                    Ok(None)
                }
            }
        });
        entered.await
    }

    /// A sync begins after now and comes to its end.
    async fn synced(&self) -> Outcome<()> {
        let before = self.operator.workbench.frame().await?.last_sync;
        self.persist("a sync is done", async |workbench| {
            workbench.sync_now().await?;
            let frame = workbench.frame().await?;
            let synced = frame.last_sync.is_some() && frame.last_sync != before;
            Ok(synced.then_some(()))
        })
        .await
    }

    async fn open_an_email(&self) -> Outcome<()> {
        let email = self.service.email(ZURITA_ORDER).unwrap_or_default();
        let email = String::from_utf8_lossy(&email).replace(ZURITA_ORDER, STRANGER);
        let file = self.folder.path().join("order.eml");
        std::fs::write(&file, email)?;
        match self.operator.open_email(&file).await {
            Err(failure) if failure.code == "order_not_found" => Ok(()),
            Err(failure) => Err(failure.into()),
            Ok(opened) => {
                self.told.note(opened.outcome);
                self.persist("the number is looked up", async |workbench| {
                    workbench.sync_now().await?;
                    Ok(self.told().contains("number_unknown").then_some(()))
                })
                .await
            }
        }
    }

    async fn id(&self, number: &str) -> Outcome<String> {
        self.operator.id_of(number).await
    }

    /// Everything that the first order asks.
    async fn answer(&self, id: &str) -> Outcome<()> {
        let chosen = |form: &mut turnup_workbench::views::DraftForm| {
            form.completed_by = Some("for_customer".to_owned());
        };
        self.operator.edit(id, chosen).await?;
        self.found(id, "partner").await?;
        self.operator.choose(id, "partner", PARTNER).await?;
        self.found(id, "customer").await?;
        self.persist("a domain is looked for", async |workbench| {
            let domain = "talleres-guadaira.example";
            let found = workbench.search_organizations(id, "customer", domain, None);
            found.await.map(Some)
        })
        .await?;
        let workbench = &self.operator.workbench;
        let create = Choose::Create {
            name: "Talleres Guadaíra".to_owned(),
            vertical: workbench.choices().await?.verticals[0].clone(),
            country: "ES".to_owned(),
            admin_email: "direccion@talleres-guadaira.example".to_owned(),
            create_anyway: false,
        };
        workbench
            .choose_organization(id, "customer", create)
            .await?;
        self.named(async |workbench| workbench.check_site_name("guadaira-fail").await)
            .await?;
        self.named(async |workbench| workbench.check_sip_name("guadaira").await)
            .await?;
        self.operator
            .edit(id, |form| {
                form.when.insert("meetings".to_owned(), "now".to_owned());
                form.meetings.sites = vec![SiteForm {
                    // Fails at the first attempt, so that there is something to retry.
                    name: "guadaira-fail".to_owned(),
                    time_zone: "Europe/Madrid".to_owned(),
                    early_release: Some(false),
                    managed_in: "control_hub".to_owned(),
                    licenses: [("1".to_owned(), 25)].into(),
                }];
            })
            .await
    }

    /// The finder answers from the service.
    async fn found(&self, id: &str, role: &str) -> Outcome<()> {
        self.persist("the finder has asked the service", async |workbench| {
            let found = workbench.find_organizations(id, role).await?;
            if found.from_cache {
                self.told.note("from_cache");
            }
            Ok((!found.from_cache).then_some(()))
        })
        .await
    }

    async fn named(
        &self,
        check: impl AsyncFn(&Workbench) -> Result<turnup_workbench::views::NameAnswer, Failure>,
    ) -> Outcome<()> {
        self.persist("a name is judged", async |workbench| {
            let answer = check(workbench).await?;
            self.told.note(answer.result.as_str());
            Ok((answer.result != "unknown").then_some(()))
        })
        .await
    }

    async fn confirm(&self, id: &str) -> Outcome<()> {
        self.persist("the dry run is made", async |workbench| {
            let page = workbench.prepare_confirmation(id).await?;
            assert!(page.problems.is_empty(), "{:?}", page.problems);
            if !page.checked {
                self.told.note("unchecked");
            }
            Ok(page.checked.then_some(()))
        })
        .await?;
        let workbench = &self.operator.workbench;
        workbench.confirm(id, CREATE_ORDER).await?;
        Ok(())
    }

    async fn hand_over(&self, id: &str) -> Outcome<()> {
        self.operator
            .edit(id, |form| {
                form.completed_by = Some("someone_else".to_owned());
                form.handover.email = "otra@casa.example".to_owned();
            })
            .await?;
        self.operator.workbench.hand_over(id).await?;
        Ok(())
    }

    /// Nothing waits any more.
    async fn sent(&self) -> Outcome<()> {
        self.persist("everything is sent", async |workbench| {
            workbench.sync_now().await?;
            let frame = workbench.frame().await?;
            Ok((frame.waiting + frame.needs_attention == 0).then_some(()))
        })
        .await
    }

    /// What failed is tried once more, and succeeds.
    async fn retry(&self, id: &str) -> Outcome<()> {
        self.persist("it has failed", async |workbench| {
            workbench.sync_now().await?;
            let order = workbench.open_order(id).await?;
            Ok(order
                .operation
                .is_some_and(|one| one.can_retry)
                .then_some(()))
        })
        .await?;
        self.operator.workbench.retry_operation(id).await?;
        self.persist("it is provisioned", async |workbench| {
            workbench.sync_now().await?;
            let order = workbench.open_order(id).await?;
            Ok((order.status == "provisioned").then_some(()))
        })
        .await
    }

    /// The workbench says that all is well.
    async fn well(&self) -> Outcome<()> {
        self.persist("all is well", async |workbench| {
            workbench.sync_now().await?;
            Ok((said(&workbench.frame().await?) == "frame online ").then_some(()))
        })
        .await
    }

    /// Here are the orders that are there, and no others.
    async fn mirrored(&self) -> Outcome<()> {
        self.persist("the same orders are here and there", async |workbench| {
            workbench.sync_now().await?;
            let mut equal = 0;
            let window = workbench.list_orders(everything()).await?;
            for row in &window.rows {
                equal += u32::from(self.service.order(&row.number).is_some());
            }
            Ok((window.total == ORDERS && equal == ORDERS).then_some(()))
        })
        .await
    }

    /// Tries until there is an answer; notes every refusal, and signs in again when asked to.
    async fn persist<T>(
        &self,
        what: &str,
        mut attempt: impl AsyncFnMut(&Workbench) -> Result<Option<T>, Failure>,
    ) -> Outcome<T> {
        let tried = self.operator.until(what, async |workbench| {
            match workbench.account().await {
                Ok(account) if !account.signed_in && self.is_in.get() => self.enter().await?,
                Ok(_) if workbench.frame().await?.connection == "offline" => {
                    workbench.sync_now().await?;
                }
                _ => {}
            }
            match attempt(workbench).await {
                Ok(answer) => Ok(answer),
                Err(failure) => {
                    self.told.note(failure.code);
                    Ok(None)
                }
            }
        });
        match tried.await {
            Ok(answer) => Ok(answer),
            Err(problem) => {
                let workbench = &self.operator.workbench;
                let (frame, queue) = (workbench.frame().await?, workbench.list_queue(0).await?);
                Err(Problem::new(format!("{problem}; {frame:?}; {queue:?}")))
            }
        }
    }

    /// What there is here and at the service.
    async fn settle(&self, orders: &[(&str, &str)], note: &str) -> Outcome<Tally> {
        let acts: [&[&str]; 2] = [
            &["note", "mapping", "setup", "retry"],
            &["note", "resend", "handover"],
        ];
        let mut tally = Tally {
            runs: 1,
            acknowledged: EDITS,
            ..Tally::default()
        };
        for ((id, number), acts) in orders.iter().zip(acts) {
            for act in acts {
                let times = self.service.count_acts(&(*id).into(), act);
                tally.lost += u64::from(times == 0);
                tally.doubled += times.saturating_sub(1) as u64;
            }
            let there = self.service.order(number);
            let here = self.operator.workbench.open_order(id).await?;
            let stands = there.is_some_and(|order| order.note == note) && here.note == note;
            tally.lost += u64::from(!stands);
            let left = !here.queue.is_empty() || here.wizard.saved_at.is_some();
            tally.resurrected += u64::from(left);
        }
        Ok(tally)
    }
}

impl Drop for Journey {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

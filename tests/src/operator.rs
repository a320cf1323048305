//! An operator at the workbench, without a window: signs in through the service's own page,
//! answers the wizard's questions, waits for what comes of it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use turnup_workbench::views::{
    AddressForm, CallingForm, Choose, DraftForm, EmailOpened, OrderQuery, OrderView, SiteForm,
};
use turnup_workbench::{Failure, Limits, Options, Purpose, Workbench};

use crate::browser::{Decision, Page};
use crate::problem::{During, Outcome, Problem};

/// What [`Operator::patience`] begins with.
const PATIENCE: Duration = Duration::from_secs(90);

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self::new(format!("{} {:?}", failure.code, failure.params))
    }
}

/// Which of the service's operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The contact of the tour's order.
    Ana,
    /// Her colleague.
    Luis,
}

/// A workbench with somebody at it.
pub struct Operator {
    /// All use cases.
    pub workbench: Workbench,
    /// How long anything may take before it counts as missing.
    pub patience: Duration,
}

impl Operator {
    /// Opens the data in `folder`, and the account that was open there before.
    ///
    /// # Errors
    /// When the folder or its database cannot be opened.
    pub async fn at(folder: &Path) -> Outcome<Self> {
        let workbench = Workbench::new(options(folder));
        workbench.open_folder()?;
        workbench.reopen().await?;
        Ok(Self {
            workbench,
            patience: PATIENCE,
        })
    }

    /// Connects to a service, signs in and waits until all orders are here.
    ///
    /// # Errors
    /// When the service refuses or does not answer.
    pub async fn join(&self, address: &str, who: Who) -> Outcome<()> {
        self.workbench.connect(address).await?;
        self.sign_in(who).await
    }

    /// Signs in as the browser would and waits for the first sync after it.
    ///
    /// # Errors
    /// When the service refuses or does not answer.
    pub async fn sign_in(&self, who: Who) -> Outcome<()> {
        let before = self.workbench.frame().await?.last_sync;
        self.enter(who).await?;
        self.until("a sync is done", async |workbench| {
            let frame = workbench.frame().await?;
            let synced = frame.last_sync.is_some() && frame.last_sync != before;
            Ok((synced && frame.sync.is_none()).then_some(()))
        })
        .await
    }

    /// Signs in as the browser would; what comes of it is not waited for.
    ///
    /// # Errors
    /// When the service refuses or does not answer.
    pub async fn enter(&self, who: Who) -> Outcome<()> {
        let page = Page::open(&self.workbench.begin_sign_in().await?.url).await?;
        let (account, decided) = tokio::join!(
            self.workbench.finish_sign_in(),
            page.decide(who, Decision::Allow)
        );
        decided?;
        account?;
        Ok(())
    }

    /// Id of an order that is here.
    ///
    /// # Errors
    /// When it is not.
    pub async fn id_of(&self, number: &str) -> Outcome<String> {
        let query = OrderQuery {
            view: "all".to_owned(),
            text: number.to_owned(),
            states: Vec::new(),
            services: Vec::new(),
            sort: "deadline".to_owned(),
            descending: false,
            offset: 0,
            limit: 10,
            details: false,
        };
        let rows = self.workbench.list_orders(query).await?.rows;
        let row = rows.into_iter().find(|row| row.number == number);
        row.map(|row| row.id)
            .ok_or_else(|| Problem::new(format!("{number} is not here")))
    }

    /// Opens the e-mail of one order.
    ///
    /// # Errors
    /// When it leads to none, with what the workbench says about it.
    pub async fn open_email(&self, file: &Path) -> Result<EmailOpened, Failure> {
        let mut told = self.workbench.open_emails(vec![file.to_owned()]).await?;
        Ok(told.orders.remove(0))
    }

    /// Chooses one of the organizations that the finder shows.
    ///
    /// # Errors
    /// When the finder does not show it.
    pub async fn choose(&self, id: &str, role: &str, organization: &str) -> Outcome<()> {
        let found = self.workbench.find_organizations(id, role).await?;
        if !found
            .candidates
            .iter()
            .any(|one| one.organization_id == organization)
        {
            return Err(Problem::new(format!(
                "{organization} is no candidate: {found:?}"
            )));
        }
        let choose = Choose::Existing {
            organization_id: organization.to_owned(),
        };
        self.workbench.choose_organization(id, role, choose).await?;
        Ok(())
    }

    /// Answers everything that the tour's order asks, up to the confirmation.
    ///
    /// # Errors
    /// When an answer is not taken.
    pub async fn answer(&self, id: &str) -> Outcome<()> {
        self.edit(id, |form| {
            form.completed_by = Some("for_customer".to_owned())
        })
        .await?;
        self.choose(id, "partner", PARTNER).await?;
        self.choose(id, "customer", "org_zurita").await?;
        self.edit(id, |form| {
            for service in ["meetings", "calling"] {
                form.when.insert(service.to_owned(), "now".to_owned());
            }
            form.meetings.sites = vec![site("zurita", 200), site("zurita-ventas", 50)];
            form.calling = calling(form.calling.clone());
        })
        .await
    }

    /// Changes the draft and saves it.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub async fn edit(&self, id: &str, change: impl FnOnce(&mut DraftForm)) -> Outcome<()> {
        let mut form = self.workbench.open_order(id).await?.wizard.form;
        change(&mut form);
        self.workbench.save_draft(id, form, None).await?;
        Ok(())
    }

    /// Types the number and confirms.
    ///
    /// # Errors
    /// When something still stands in the way.
    pub async fn confirm(&self, id: &str) -> Outcome<OrderView> {
        let page = self.workbench.prepare_confirmation(id).await?;
        if !page.problems.is_empty() {
            return Err(Problem::new(format!("in the way: {:?}", page.problems)));
        }
        Ok(self.workbench.confirm(id, &page.phrase).await?)
    }

    /// Waits until an order is as wanted.
    ///
    /// # Errors
    /// When it does not become so; says how it was last.
    pub async fn wait_for(
        &self,
        id: &str,
        what: &str,
        wanted: impl Fn(&OrderView) -> bool,
    ) -> Outcome<OrderView> {
        let seen = self
            .until(what, async |workbench| {
                let order = workbench.open_order(id).await?;
                Ok(wanted(&order).then_some(order))
            })
            .await;
        match seen {
            Ok(order) => Ok(order),
            Err(problem) => {
                let order = self.workbench.open_order(id).await?;
                Err(problem).during(format!(
                    "{}, {}, queue {:?}",
                    order.status, order.local_state, order.queue
                ))
            }
        }
    }

    /// Asks again at every event, and once in a while, until there is an answer.
    ///
    /// # Errors
    /// When there is none in time, or asking fails.
    pub async fn until<T>(
        &self,
        what: &str,
        mut answer: impl AsyncFnMut(&Workbench) -> Outcome<Option<T>>,
    ) -> Outcome<T> {
        let deadline = Instant::now() + self.patience;
        let mut events = self.workbench.events();
        loop {
            if let Some(answer) = answer(&self.workbench).await? {
                return Ok(answer);
            }
            if Instant::now() >= deadline {
                return Err(Problem::new(format!("waited in vain until {what}")));
            }
            // Whatever happened, or nothing for a while: the question is asked anew.
            let _ = tokio::time::timeout(Duration::from_millis(200), events.recv()).await;
        }
    }
}

/// The operators' own partner in the seeded data.
const PARTNER: &str = "org_andaluza";

fn site(name: &str, licenses: u32) -> SiteForm {
    SiteForm {
        name: name.to_owned(),
        time_zone: "Europe/Madrid".to_owned(),
        early_release: Some(false),
        managed_in: "control_hub".to_owned(),
        licenses: [("1".to_owned(), licenses)].into(),
    }
}

/// The suggested answers, with an address.
fn calling(suggested: CallingForm) -> CallingForm {
    CallingForm {
        location_name: "Sede central".to_owned(),
        country: "ES".to_owned(),
        address: AddressForm {
            street1: "Calle Sierpes 12".to_owned(),
            street2: "2.º izquierda".to_owned(),
            city: "Sevilla".to_owned(),
            state: "Sevilla".to_owned(),
            postal_code: "41004".to_owned(),
        },
        time_zone: "Europe/Madrid".to_owned(),
        sip_name: "zurita".to_owned(),
        ..suggested
    }
}

/// What a workbench over the data in `folder` begins with; no keyring.
#[must_use]
pub fn options(folder: &Path) -> Options {
    Options {
        data_dir: folder.into(),
        fonts_dir: fonts(),
        keyring: false,
        limits: Limits::default(),
        purpose: Purpose::Window,
        language: None,
    }
}

/// Fonts of the summary, from the checkout.
fn fonts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/summary/fonts")
}

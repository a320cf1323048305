//! The second story beside the tour: somebody cuts the network, edits five orders, is killed in
//! the middle, starts again, edits one of them once more, meets a colleague's word on it, and says
//! what it thinks of a colleague's proposal.
//! Pictures show what is where at each moment; whether it is there is waited for.
//!
//! The edits are in [`edits`], the colleague in [`colleague`], what is looked at in [`scenes`].
//! That the service has each of them once is judged by the tests.

mod colleague;
mod edits;
mod scenes;

use std::path::{Path, PathBuf};

use turnup_reference_service::{ANA, CREATE_ORDER, Config, Running, ZURITA_ORDER, spawn};

use crate::desktop::{Desktop, Window};
use crate::problem::{During, Outcome, Problem};
use crate::tour::{Gallery, Step};
use colleague::Colleague;
use scenes::{Acts, acts, details, show};

/// The order of the sample data about which the colleague asks: its customer is known.
pub const ASKED_ORDER: &str = "4410-377425";

/// Numbers of the five orders, by what becomes of them.
#[derive(Debug, Clone, Default)]
pub struct Orders {
    /// Its note is written by two people.
    pub clashing: String,
    /// Its note is written here alone.
    pub noted: String,
    /// Answers were begun; a colleague writes a note meanwhile.
    pub drafted: String,
    /// Somebody else is named to complete it; nothing is sent.
    pub named: String,
    /// Confirmed for good; a colleague writes a note meanwhile.
    pub confirmed: String,
}

/// What is written on the orders.
pub mod words {
    /// The note that is replaced before anything is sent.
    pub const FIRST: &str = "Call Inés about the site name.";
    /// The note that both write: as it is here.
    pub const MINE: &str = "Inés wants “ventas” as the second site name.";
    /// The same as the colleague has it.
    pub const THEIRS: &str = "The customer moved the start to Monday.";
    /// The note that is written here alone.
    pub const ALONE: &str = "Ask the seller for the transfer code.";
    /// What the colleague writes where nobody else does.
    pub const BESIDE: &str = "I spoke to the seller: all is well. Luis";
    /// What is said about the colleague's proposal.
    pub const AGREED: &str = "The same domain, and they are at work there.";
    /// Who is to complete an order.
    pub const HEIR: &str = "compras@talleres.example";
}

/// The story on a desktop of its own.
pub struct Story {
    program: PathBuf,
    desktop: Desktop,
    window: Window,
    /// The five.
    pub orders: Orders,
    /// What was done, in order.
    pub steps: Vec<Step>,
}

/// What is left when the story is told.
pub struct Told {
    /// The sample service as it was left.
    pub service: Running,
    /// The five.
    pub orders: Orders,
    // Its folders are the service's.
    _desktop: Desktop,
}

impl Story {
    /// A desktop of somebody who has never started Turnup, with the window open.
    ///
    /// # Errors
    /// When it does not come up.
    pub async fn begin(program: &Path) -> Outcome<Self> {
        let desktop = Desktop::start().await?;
        let window = desktop.open(program, &[]).await?;
        Ok(Self {
            program: program.into(),
            desktop,
            window,
            orders: Orders::default(),
            steps: Vec::new(),
        })
    }

    /// Tells it.
    ///
    /// # Errors
    /// At the first thing that is not where it should be; a last picture then shows what was
    /// there.
    pub async fn tell(&mut self, gallery: &mut Gallery) -> Outcome<()> {
        let told = self.all(gallery).await;
        if told.is_err() {
            gallery.stuck(&self.window).await;
            eprintln!("{}", self.desktop.log());
        }
        told
    }

    async fn all(&mut self, gallery: &mut Gallery) -> Outcome<()> {
        self.explore(gallery).await?;
        let mut colleague = self.cut_the_network().await?;
        self.edit_five_orders().await?;
        self.look_at_what_waits(gallery).await?;
        self.be_killed(gallery).await?;
        self.edit_one_again(gallery).await?;
        colleague
            .write(
                &[
                    (&self.orders.clashing, words::THEIRS),
                    (&self.orders.drafted, words::BESIDE),
                    (&self.orders.confirmed, words::BESIDE),
                ],
                (ASKED_ORDER, ANA),
            )
            .await?;
        self.come_back(gallery).await?;
        self.settle(gallery).await?;
        self.answer_the_colleague(gallery).await
    }

    /// Closes the window and opens the service's data.
    ///
    /// # Errors
    /// When the window stays or the data cannot be opened.
    pub async fn end(self) -> Outcome<Told> {
        self.window.close().await?;
        self.desktop.wait_gone(&self.program).await?;
        let config = Config {
            data: Some(service_data(&self.desktop)),
            ..Config::default()
        };
        let service = spawn(config).await.during("the service")?;
        Ok(Told {
            service,
            orders: self.orders,
            _desktop: self.desktop,
        })
    }

    /// All orders and the directory are here.
    async fn explore(&mut self, gallery: &mut Gallery) -> Outcome<()> {
        let window = &mut self.window;
        window.resize(1360, 860).await?;
        window.click("explore").await?;
        window.find("detail").await?;
        gallery.begin(window).await?;
        window
            .wait_attribute("connection", "data-state", "online")
            .await?;
        window.wait_gone("sync").await?;
        window.take_interactions();
        Ok(())
    }

    /// The service goes on without this computer: a colleague is there.
    async fn cut_the_network(&mut self) -> Outcome<Colleague> {
        scenes::switch(&mut self.window, false).await?;
        self.done("cut the network");
        let colleague = Colleague::arrive(service_data(&self.desktop)).await?;
        let mut others = colleague
            .waiting_orders(3, &[ZURITA_ORDER, CREATE_ORDER])
            .await?
            .into_iter();
        let mut next = || {
            let none = || Problem::new("too few orders wait for their details");
            others.next().ok_or_else(none)
        };
        self.orders = Orders {
            clashing: next()?,
            noted: next()?,
            drafted: CREATE_ORDER.to_owned(),
            named: next()?,
            confirmed: ZURITA_ORDER.to_owned(),
        };
        Ok(colleague)
    }

    async fn edit_five_orders(&mut self) -> Outcome<()> {
        let (window, orders) = (&mut self.window, &self.orders);
        edits::note(window, &orders.clashing, words::FIRST).await?;
        edits::note(window, &orders.noted, words::ALONE).await?;
        edits::draft(window, &orders.drafted).await?;
        edits::name(window, &orders.named, words::HEIR).await?;
        edits::confirm(window, &orders.confirmed).await?;
        self.done("edit five orders");
        Ok(())
    }

    async fn look_at_what_waits(&mut self, gallery: &mut Gallery) -> Outcome<()> {
        gallery
            .in_every_look(&mut self.window, async |gallery, window| {
                show(window, "queue").await?;
                gallery.take(window, "story-offline-queue").await?;
                show(window, "drafts").await?;
                gallery.take(window, "story-offline-drafts").await
            })
            .await
    }

    /// Everything is where it was.
    async fn be_killed(&mut self, gallery: &mut Gallery) -> Outcome<()> {
        let before = Here::seen(&mut self.window).await?;
        self.desktop.kill(&self.program).await?;
        self.window = self.desktop.open(&self.program, &[]).await?;
        let window = &mut self.window;
        window.resize(1360, 860).await?;
        window.find("orders").await?;
        scenes::offline(window).await?;
        gallery.take(window, "story-restarted").await?;
        let after = Here::seen(window).await?;
        if after != before {
            return Err(Problem::new(format!("{before:?} became {after:?}")));
        }
        show(window, "queue").await?;
        gallery.take(window, "story-restarted-queue").await?;
        details(window, &self.orders.clashing).await?;
        window.find("note-queued").await?;
        let note = window.value("note").await?;
        if note != words::FIRST {
            return Err(Problem::new(format!("the note became {note:?}")));
        }
        gallery.take(window, "story-restarted-order").await?;
        self.done("start again after being killed");
        Ok(())
    }

    async fn edit_one_again(&mut self, gallery: &mut Gallery) -> Outcome<()> {
        edits::note(&mut self.window, &self.orders.clashing, words::MINE).await?;
        gallery.take(&self.window, "story-edited-again").await?;
        self.done("edit one of them again");
        Ok(())
    }

    /// What merges goes out; what clashes needs somebody.
    async fn come_back(&mut self, gallery: &mut Gallery) -> Outcome<()> {
        scenes::switch(&mut self.window, true).await?;
        let window = &mut self.window;
        window.find("attention").await?;
        details(window, &self.orders.confirmed).await?;
        window
            .wait_attribute("badge", "data-code", "deferred")
            .await?;
        window.wait_css("[data-code=merged]").await?;
        self.done("come back online");
        let clashing = &self.orders.clashing;
        gallery
            .in_every_look(&mut self.window, async |gallery, window| {
                show(window, "needs_attention").await?;
                gallery.take(window, "story-attention").await?;
                show(window, "queue").await?;
                scenes::wait_for_acts(window, &["decision"]).await?;
                gallery.take(window, "story-attention-queue").await?;
                details(window, clashing).await?;
                window.find("conflict").await?;
                gallery.take(window, "story-conflict").await
            })
            .await
    }

    async fn settle(&mut self, gallery: &mut Gallery) -> Outcome<()> {
        let window = &mut self.window;
        details(window, &self.orders.clashing).await?;
        window.take_interactions();
        window.pick("clash-note-mine").await?;
        window.click("settle").await?;
        window.wait_gone("conflict").await?;
        window.wait_gone("attention").await?;
        window.wait_gone("note-queued").await?;
        window.wait_css("[data-code=kept_mine]").await?;
        self.done("settle the conflict");
        let orders = self.orders.clone();
        gallery
            .in_every_look(&mut self.window, async |gallery, window| {
                details(window, &orders.clashing).await?;
                gallery.take(window, "story-settled").await?;
                details(window, &orders.confirmed).await?;
                gallery.take(window, "story-merged").await?;
                details(window, &orders.drafted).await?;
                gallery.take(window, "story-drafted").await?;
                show(window, "queue").await?;
                window.find("queue-activity").await?;
                gallery.take(window, "story-queue-empty").await?;
                show(window, "activity").await?;
                window
                    .find_css("[data-testid=activity] [data-line]")
                    .await?;
                gallery.take(window, "story-journal").await
            })
            .await
    }

    /// What a colleague proposes is looked at and approved.
    async fn answer_the_colleague(&mut self, gallery: &mut Gallery) -> Outcome<()> {
        gallery
            .in_every_look(&mut self.window, async |gallery, window| {
                show(window, "to_review").await?;
                scenes::orders(window, 1).await?;
                gallery.take(window, "story-asked-list").await?;
                details(window, ASKED_ORDER).await?;
                window.find("review-card").await?;
                gallery.take(window, "story-asked").await
            })
            .await?;
        let window = &mut self.window;
        details(window, ASKED_ORDER).await?;
        window.take_interactions();
        window.fill("review-note", words::AGREED).await?;
        window.click("review-approve").await?;
        window.wait_css("[data-code=review_approved]").await?;
        self.done("approve what a colleague proposes");
        gallery.take(&self.window, "story-answered").await
    }

    fn done(&mut self, name: &str) {
        self.steps.push(Step {
            name: name.to_owned(),
            interactions: self.window.take_interactions(),
        });
    }
}

/// What the window says is on this computer.
#[derive(Debug, PartialEq)]
struct Here {
    waiting: String,
    acts: Acts,
    drafts: Vec<String>,
}

impl Here {
    async fn seen(window: &mut Window) -> Outcome<Self> {
        show(window, "drafts").await?;
        let drafts = scenes::orders(window, 2).await?;
        show(window, "queue").await?;
        // Two notes, and a confirmation of two acts.
        scenes::wait_for_acts(window, &["turn", "turn", "turn", "predecessor"]).await?;
        Ok(Self {
            waiting: window.text("waiting").await?,
            acts: acts(window).await?,
            drafts,
        })
    }
}

/// Where the sample service keeps its data.
fn service_data(desktop: &Desktop) -> PathBuf {
    desktop
        .home()
        .data()
        .join("org.turnup.desktop/sample-service")
}

//! What an operator does at a desktop: the same calls of the cache as the workbench makes, under
//! the same conditions, and the ledger is told what was kept.

mod beside;

use serde_json::{Value, json, to_value};
use turnup_contract::{AssigneeRequest, NoteRequest, ReviewRequest};
use turnup_domain::{
    Draft, Handover, Mapping, Order, OrderId, Organization, OrganizationChoice, Outcome, Setup,
    Status,
    draft::{ChosenOrganization, CompletedBy},
    intent::{NewOrganization, OrganizationTarget, When},
};
use turnup_store::{EntryState, OutboxEntry, StoreError, StoredOrder};
use turnup_sync::Evidence;

use crate::{
    checks::{self, Finding},
    desk::Desk,
    dice::Dice,
    documents,
    ledger::{AskedAct, Ledger, Standing},
    service::{Body, Service, candidate},
    trace::Trace,
};

pub struct Operator<'a> {
    pub desk: &'a Desk,
    pub ledger: &'a mut Ledger,
    pub service: &'a Service,
    pub trace: &'a Trace,
    pub dice: &'a mut Dice,
}

#[derive(Debug, Clone, Copy)]
enum Wish {
    Type,
    DropDraft,
    Confirm,
    Note,
    Assign,
    HandOver,
    Resend,
    RetryOperation,
    AskReview,
    Answer,
    TakeBack,
    RetryEntry,
    EditEntry,
    Look,
    ReadEmail,
}

const WISHES: &[(u64, Wish)] = &[
    (16, Wish::Type),
    (3, Wish::DropDraft),
    (22, Wish::Confirm),
    (16, Wish::Note),
    (5, Wish::Assign),
    (5, Wish::HandOver),
    (8, Wish::Resend),
    (6, Wish::RetryOperation),
    (6, Wish::AskReview),
    (8, Wish::Answer),
    (7, Wish::TakeBack),
    (10, Wish::RetryEntry),
    (8, Wish::EditEntry),
    (3, Wish::Look),
    (2, Wish::ReadEmail),
];

impl Operator<'_> {
    /// Does something, when there is an order to do it with and it is possible there. Returns
    /// what should not have been found.
    pub fn act(&mut self) -> Option<Finding> {
        let ids = self.service.ids();
        let id = self.dice.pick(&ids).clone();
        let wish = self.dice.weighted(WISHES);
        let stored = self.desk.store().order(&id).unwrap()?;
        match wish {
            Wish::Type => return self.type_draft(&stored),
            Wish::DropDraft => self.drop_draft(&stored),
            Wish::Confirm => self.confirm(&stored),
            Wish::Note => self.note(&stored),
            Wish::Assign => self.assign(&stored),
            Wish::HandOver => self.hand_over(&stored),
            Wish::Resend => self.resend(&stored),
            Wish::RetryOperation => self.retry_operation(&stored),
            Wish::AskReview => self.ask_review(&stored),
            Wish::Answer => self.answer(&stored),
            Wish::TakeBack => self.take_back(&stored),
            Wish::RetryEntry => self.unpark(&stored, false),
            Wish::EditEntry => self.unpark(&stored, true),
            Wish::Look => self.desk.engine().follow(&id),
            Wish::ReadEmail => self.read_email(),
        }
        None
    }

    fn type_draft(&mut self, stored: &StoredOrder) -> Option<Finding> {
        if !is_editable(stored) {
            return None;
        }
        let here = stored.draft.as_ref().map(|one| &one.draft);
        let place = (self.desk.number, &stored.order.id);
        let found = checks::draft(self.ledger, self.service, place, here);
        let draft = self.draft(stored);
        let base = stored
            .draft
            .as_ref()
            .map_or(stored.order.revision, |one| one.base_revision);
        let now = self.desk.clock.read();
        let id = &stored.order.id;
        let saved = self
            .desk
            .store()
            .save_draft(id, &draft, base, Some((1, 8)), now);
        saved.unwrap();
        let typed = self.ledger.typed(self.desk.number, id);
        typed.draft = Some(draft);
        typed.acts.clear();
        self.kept(id, "types");
        found
    }

    fn draft(&mut self, stored: &StoredOrder) -> Draft {
        let number = self.dice.below(1_000_000);
        let before = stored.draft.as_ref().map(|one| one.draft.clone());
        let mut draft = before.unwrap_or_default();
        draft.completed_by = Some(CompletedBy::ForCustomer);
        draft.handover.email = format!("person{}@andaluza.example", number % 3);
        draft.handover.note = format!("typed {number}");
        draft.partner = self.choose("org_p");
        draft.customer = if self.dice.chance(150) {
            OrganizationChoice::Create {
                organization: NewOrganization {
                    name: format!("New {number}"),
                    ..NewOrganization::default()
                },
                create_anyway: self.dice.chance(500),
            }
        } else {
            let id = *self.dice.pick(&["org_c1", "org_c2", "org_c3"]);
            self.choose(id)
        };
        draft.customer_sets_up = self.dice.chance(100);
        draft
    }

    fn choose(&mut self, id: &str) -> OrganizationChoice {
        let found: &Organization = &self.service.organizations[&id.into()];
        let at = self.desk.clock.read();
        OrganizationChoice::Existing(Box::new(ChosenOrganization {
            candidate: candidate(found.clone()),
            outcome: Outcome::Candidates,
            as_of: at,
            from_cache: self.dice.chance(300),
            chosen_at: at,
        }))
    }

    fn drop_draft(&mut self, stored: &StoredOrder) {
        let id = &stored.order.id;
        if !is_editable(stored) || stored.draft.is_none() {
            return;
        }
        let now = self.desk.clock.read();
        self.desk.store().drop_draft(id, now).unwrap();
        let typed = self.ledger.typed(self.desk.number, id);
        typed.draft = None;
        typed.dropped += 1;
        self.kept(id, "drops the draft");
    }

    fn confirm(&mut self, stored: &StoredOrder) {
        let Some(draft) = stored.draft.as_ref().filter(|_| is_editable(stored)) else {
            return;
        };
        let (order, draft) = (&stored.order, &draft.draft);
        let mut bodies = Vec::new();
        if order.mapping.is_none() {
            bodies.push(Body::Mapping(mapping(order, draft)));
        }
        if !draft.customer_sets_up && !order.services_with_input().is_empty() {
            bodies.push(Body::Setup(self.setup()));
        }
        let evidence = to_value(Evidence::of(draft)).unwrap();
        self.enqueue(stored, bodies, Some(&evidence), "confirms");
    }

    fn setup(&mut self) -> Setup {
        let mut setup = documents::setup();
        let number = self.dice.below(4);
        for service in &mut setup.services {
            if self.dice.chance(200) {
                service.when = When::Later;
                service.sites.clear();
            }
            for site in &mut service.sites {
                site.name = format!("site{number}");
            }
        }
        setup
    }

    fn hand_over(&mut self, stored: &StoredOrder) {
        let Some(draft) = stored.draft.as_ref().filter(|_| is_editable(stored)) else {
            return;
        };
        if stored.order.status == Status::AwaitingDetails {
            let handover = Handover {
                email: draft.draft.handover.email.clone(),
                note: String::new(),
            };
            self.enqueue(stored, vec![Body::Handover(handover)], None, "hands over");
        }
    }

    fn enqueue(
        &mut self,
        stored: &StoredOrder,
        bodies: Vec<Body>,
        evidence: Option<&Value>,
        verb: &str,
    ) {
        let order = &stored.order;
        let acts: Vec<_> = bodies
            .iter()
            .map(|body| (body.kind(), body.payload()))
            .collect();
        let now = self.desk.clock.read();
        let store = self.desk.store();
        let queued = match store.enqueue(order, &acts, evidence, "", now) {
            Ok(queued) => queued,
            Err(StoreError::AlreadyQueued) => return,
            Err(error) => panic!("{error}"),
        };
        let left = store.order(&order.id).unwrap().unwrap().outbox;
        for gone in stored
            .outbox
            .iter()
            .filter(|one| !left.iter().any(|e| e.id == one.id))
        {
            if let Some(act) = self.ledger.act_of(self.desk.number, gone.id) {
                act.standing = Standing::Replaced;
            }
        }
        for (entry, body) in queued.iter().zip(bodies) {
            self.asked(stored, entry, body);
            let what = format!("{verb}: {} is {}", entry.kind.as_str(), self.name(entry));
            self.kept(&order.id, &what);
        }
    }

    fn asked(&mut self, stored: &StoredOrder, entry: &OutboxEntry, body: Body) {
        let place = self.ledger.acts.len();
        if matches!(body, Body::Mapping(_) | Body::Setup(_) | Body::Handover(_)) {
            let typed = self.ledger.typed(self.desk.number, &stored.order.id);
            typed.acts.push(place);
        }
        self.ledger.acts.push(AskedAct {
            desk: self.desk.number,
            order: stored.order.id.clone(),
            body,
            entry: entry.id,
            keys: vec![(entry.intent_id.clone(), stored.order.clone())],
            standing: Standing::Asked,
        });
    }

    fn take_back(&mut self, stored: &StoredOrder) {
        let id = &stored.order.id;
        if stored.outbox.is_empty() {
            return;
        }
        let chosen = self.dice.pick(&stored.outbox);
        let taken = self
            .desk
            .store()
            .take_back(chosen.id, self.desk.clock.read());
        match taken {
            Ok(()) => {}
            Err(StoreError::NotFound | StoreError::MayHaveArrived) => return,
            Err(error) => panic!("{error}"),
        }
        let at = self.trace.lines_told();
        let left = self.desk.store().order(id).unwrap();
        let left = left.map(|stored| stored.outbox).unwrap_or_default();
        let gone = |entry: &&OutboxEntry| left.iter().all(|other| other.id != entry.id);
        for entry in stored.outbox.iter().filter(gone) {
            if let Some(act) = self.ledger.act_of(self.desk.number, entry.id) {
                act.standing = Standing::TakenBack(at);
            }
        }
        self.ledger.typed(self.desk.number, id).taken_back += 1;
        self.kept(id, "takes back");
    }

    fn unpark(&mut self, stored: &StoredOrder, edited: bool) {
        let order = &stored.order;
        let parked = |entry: &&OutboxEntry| entry.state == EntryState::Parked;
        let Some(entry) = stored.outbox.iter().find(parked) else {
            return;
        };
        let number = self.desk.number;
        let body = self.ledger.act_of(number, entry.id).unwrap().body.clone();
        let body = if edited { self.edit(body) } else { body };
        let (payload, now) = (body.payload(), self.desk.clock.read());
        let new = edited.then_some(&payload);
        let again = self.desk.store().unpark(entry.id, new, order.revision, now);
        let again = match again {
            Ok(again) => again,
            // What may have arrived is looked for before anything else is asked.
            Err(StoreError::MayHaveArrived) => return,
            Err(error) => panic!("{error}"),
        };
        let act = self.ledger.act_of(number, entry.id).unwrap();
        act.body = body;
        act.keys.push((again.intent_id.clone(), order.clone()));
        let what = format!("tries {} again as {}", self.name(entry), self.name(&again));
        self.kept(&order.id, &what);
    }

    fn edit(&mut self, body: Body) -> Body {
        let number = self.dice.below(1_000_000);
        match body {
            Body::Note(_) => Body::Note(NoteRequest {
                note: format!("edited {number}"),
            }),
            Body::Assignee(_) => Body::Assignee(AssigneeRequest {
                assignee: Some(format!("person{number}@andaluza.example")),
            }),
            Body::Setup(_) => Body::Setup(self.setup()),
            Body::Handover(handover) => Body::Handover(Handover {
                email: format!("person{number}@andaluza.example"),
                ..handover
            }),
            Body::Mapping(mapping) => Body::Mapping(self.judge_again(mapping)),
            Body::Review(asked) => Body::Review(ReviewRequest {
                draft: json!(number),
                ..asked
            }),
            other @ (Body::Resend | Body::Retry(_) | Body::Verdict(..)) => other,
        }
    }

    fn judge_again(&self, mut mapping: Mapping) -> Mapping {
        for target in mapping.partner.iter_mut().chain([&mut mapping.customer]) {
            if let OrganizationTarget::Existing {
                organization_id,
                expected_revision,
            } = target
            {
                *expected_revision = self.service.organizations[organization_id].revision;
            }
        }
        mapping
    }

    fn read_email(&mut self) {
        let known = self.service.ids().len() as u64;
        let number = format!("4410-ord_{}", self.dice.between(1, known + 1));
        let now = self.desk.clock.read();
        self.desk
            .store()
            .remember_number(&number.as_str().into(), now)
            .unwrap();
    }

    fn name(&self, entry: &OutboxEntry) -> String {
        self.trace.name(&entry.intent_id)
    }

    /// The operator was told that it is kept.
    fn kept(&mut self, id: &OrderId, what: &str) {
        self.ledger.acknowledged += 1;
        let desk = self.desk.number;
        self.trace.tell(format_args!("desk {desk}: {id}: {what}"));
    }
}

fn is_editable(stored: &StoredOrder) -> bool {
    let frozen = stored
        .outbox
        .iter()
        .any(|entry| !entry.kind.is_beside_the_draft());
    let open = matches!(
        stored.order.status,
        Status::AwaitingDetails | Status::Mapped | Status::Deferred
    );
    open && !frozen && !stored.gone
}

fn mapping(order: &Order, draft: &Draft) -> Mapping {
    Mapping {
        partner: Some(target(&draft.partner)),
        customer: target(&draft.customer),
        customer_sets_up: draft.customer_sets_up,
        ..documents::mapping(order)
    }
}

fn target(choice: &OrganizationChoice) -> OrganizationTarget {
    match choice {
        OrganizationChoice::Existing(chosen) => OrganizationTarget::Existing {
            organization_id: chosen.candidate.organization.id.clone(),
            expected_revision: chosen.candidate.organization.revision,
        },
        OrganizationChoice::Create {
            organization,
            create_anyway,
        } => OrganizationTarget::Create {
            create: organization.clone(),
            create_anyway: *create_anyway,
        },
        OrganizationChoice::Undecided => unreachable!("every draft has chosen"),
    }
}

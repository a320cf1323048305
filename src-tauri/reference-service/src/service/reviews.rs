//! Reviews: a colleague is asked to look at what is proposed, and says what they think of it.
//! What is proposed is carried unread; a verdict binds nobody.

use std::collections::BTreeMap;

use turnup_contract::{ReviewRequest, VerdictRequest, code};
use turnup_domain::{
    Order, OrderId, ReviewId,
    order::{Review, ReviewState},
    problem::Params,
    validation,
};

use super::{
    Operator, Refusal, Service,
    write::{Acting, Effect, WriteAnswer, WriteCall},
};
use crate::{
    mail::{Letter, LetterKind},
    storage::orders::{self, Change},
};

impl Service {
    /// `POST /orders/{id}/review`.
    pub fn ask_review(
        &self,
        operator: &Operator,
        id: &OrderId,
        call: &WriteCall,
    ) -> Result<WriteAnswer, Refusal> {
        let request: ReviewRequest = call.body()?;
        let path = format!("POST /orders/{id}/review");
        self.write(operator, ("review", &path), id, call, |acting, order| {
            acting.ask_review(order, request)
        })
    }

    /// `PUT /orders/{id}/review/{review_id}`.
    pub fn decide_review(
        &self,
        operator: &Operator,
        (id, review_id): (&OrderId, &ReviewId),
        call: &WriteCall,
    ) -> Result<WriteAnswer, Refusal> {
        let verdict: VerdictRequest = call.body()?;
        let path = format!("PUT /orders/{id}/review/{review_id}");
        self.write(operator, ("verdict", &path), id, call, |acting, order| {
            acting.decide_review(order, review_id, verdict)
        })
    }
}

impl Acting<'_> {
    fn ask_review(&self, mut order: Order, request: ReviewRequest) -> Result<Effect, Refusal> {
        order.status.takes_review().map_err(Refusal::of)?;
        let ReviewRequest { reviewer, draft } = request;
        let wrong = validation::validate_review(&reviewer, &draft, self.operator.email);
        if !wrong.is_empty() {
            return Err(Refusal::fields(wrong));
        }
        // What nobody answers any more is told as withdrawn; a verdict was told when it came.
        let earlier = order.review.take();
        if let Some(earlier) = earlier.filter(|earlier| earlier.state == ReviewState::Pending) {
            self.tell(&order, "review_withdrawn", &earlier.reviewer)?;
        }
        let to = reviewer.trim().to_owned();
        self.tell(&order, "review_asked", &to)?;
        order.review = Some(Review {
            // One intent asks for one review, so that its key names it well.
            id: ReviewId::new(format!("rev_{}", self.intent)),
            reviewer: to.clone(),
            asked_by: self.operator.email.to_owned(),
            asked_at: self.now,
            draft,
            state: ReviewState::Pending,
            note: String::new(),
            decided_at: None,
            extra: BTreeMap::new(),
        });
        orders::save(self.connection, &mut order, Change::Business)?;
        let letter =
            Letter::about(&order, LetterKind::Review, &to).on_behalf_of(self.operator.name, "");
        Ok(Effect {
            letters: vec![letter],
            ..Effect::of(order)
        })
    }

    fn decide_review(
        &self,
        mut order: Order,
        id: &ReviewId,
        request: VerdictRequest,
    ) -> Result<Effect, Refusal> {
        order.status.takes_review().map_err(Refusal::of)?;
        let review = order.review.as_mut().filter(|review| review.id == *id);
        let Some(review) = review else {
            return Err(Refusal::of(code::NOT_FOUND));
        };
        let VerdictRequest { verdict, note } = request;
        let wrong = validation::validate_verdict(&verdict, &note);
        if !wrong.is_empty() {
            return Err(Refusal::fields(wrong));
        }
        self.may_decide(review, &verdict)?;
        if review.state != ReviewState::Pending {
            return Err(Refusal::of(code::REVIEW_DECIDED));
        }
        let what = format!("review_{verdict}");
        let reviewer = review.reviewer.clone();
        review.state = verdict;
        review.note = note;
        review.decided_at = Some(self.now);
        self.tell(&order, &what, &reviewer)?;
        orders::save(self.connection, &mut order, Change::Business)?;
        Ok(Effect::of(order))
    }

    /// A verdict is the reviewer's; who asked may only withdraw, and nobody else may.
    fn may_decide(&self, review: &Review, verdict: &ReviewState) -> Result<(), Refusal> {
        let who = self.operator.email;
        match verdict {
            ReviewState::Withdrawn if review.is_asked_by(who) => Ok(()),
            ReviewState::Withdrawn => Err(Refusal::of(code::FORBIDDEN)),
            _ if review.is_asked_of(who) => Ok(()),
            _ => Err(Refusal::of(code::NOT_THE_REVIEWER)),
        }
    }

    fn tell(&self, order: &Order, code: &str, reviewer: &str) -> rusqlite::Result<()> {
        let about = Params::from([("reviewer".to_owned(), reviewer.to_owned())]);
        self.note(&order.id, code, about)
    }
}

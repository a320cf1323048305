//! The small acts: handing an order over, having its e-mail sent again, the shared note, and who in
//! the team works on it.

use turnup_contract::{AssigneeRequest, NoteRequest, code};
use turnup_domain::{Handover, Order, OrderId, Status, problem::Params, state::Act, validation};

use super::{
    Operator, Refusal, Service,
    write::{Acting, Effect, WriteAnswer, WriteCall},
};
use crate::{
    mail::{Letter, LetterKind},
    storage::orders::{self, Change},
};

impl Service {
    /// `POST /orders/{id}/handover`.
    pub fn hand_over(
        &self,
        operator: &Operator,
        id: &OrderId,
        call: &WriteCall,
    ) -> Result<WriteAnswer, Refusal> {
        let handover: Handover = call.body()?;
        let path = format!("POST /orders/{id}/handover");
        self.write(operator, ("handover", &path), id, call, |acting, order| {
            acting.hand_over(order, &handover)
        })
    }

    /// `POST /orders/{id}/resend`.
    pub fn resend(
        &self,
        operator: &Operator,
        id: &OrderId,
        call: &WriteCall,
    ) -> Result<WriteAnswer, Refusal> {
        let path = format!("POST /orders/{id}/resend");
        self.write(operator, ("resend", &path), id, call, |acting, order| {
            acting.resend(order)
        })
    }

    /// `PUT /orders/{id}/notes`.
    pub fn put_note(
        &self,
        operator: &Operator,
        id: &OrderId,
        call: &WriteCall,
    ) -> Result<WriteAnswer, Refusal> {
        let note: NoteRequest = call.body()?;
        let path = format!("PUT /orders/{id}/notes");
        self.write(operator, ("note", &path), id, call, |acting, order| {
            acting.keep_note(order, &note)
        })
    }

    /// `PUT /orders/{id}/assignee`.
    pub fn put_assignee(
        &self,
        operator: &Operator,
        id: &OrderId,
        call: &WriteCall,
    ) -> Result<WriteAnswer, Refusal> {
        let request: AssigneeRequest = call.body()?;
        let path = format!("PUT /orders/{id}/assignee");
        self.write(operator, ("assignee", &path), id, call, |acting, order| {
            acting.assign(order, request.assignee.as_deref())
        })
    }
}

impl Acting<'_> {
    fn hand_over(&self, mut order: Order, handover: &Handover) -> Result<Effect, Refusal> {
        let next = order.status.after(&Act::HandOver).map_err(Refusal::of)?;
        let wrong = validation::validate_handover(&order, handover);
        if !wrong.is_empty() {
            return Err(Refusal::fields(wrong));
        }
        let to = handover.email.trim().to_owned();
        order.status = next;
        order.contact.email.clone_from(&to);
        order.contact.name.clear();
        self.note(
            &order.id,
            "handed_over",
            Params::from([("email".to_owned(), to.clone())]),
        )?;
        orders::save(self.connection, &mut order, Change::Business)?;
        let letter = Letter::about(&order, LetterKind::HandedOver, &to)
            .on_behalf_of(self.operator.name, &handover.note);
        Ok(Effect {
            letters: vec![letter],
            ..Effect::of(order)
        })
    }

    fn resend(&self, mut order: Order) -> Result<Effect, Refusal> {
        if order.status != Status::AwaitingDetails {
            let why = order.status.after(&Act::HandOver).err();
            return Err(Refusal::of(why.unwrap_or(code::CANNOT_RESEND)));
        }
        if !order.can_resend {
            return Err(Refusal::of(code::CANNOT_RESEND));
        }
        let to = order.contact.email.clone();
        self.note(
            &order.id,
            "mail_resent",
            Params::from([("email".to_owned(), to.clone())]),
        )?;
        // A letter more is no change of business; the feed still tells of the new activity.
        orders::save(self.connection, &mut order, Change::Progress)?;
        let letter = Letter::about(&order, LetterKind::Provisioning, &to);
        Ok(Effect {
            letters: vec![letter],
            ..Effect::of(order)
        })
    }

    fn assign(&self, mut order: Order, assignee: Option<&str>) -> Result<Effect, Refusal> {
        let wrong = validation::validate_assignee(assignee);
        if !wrong.is_empty() {
            return Err(Refusal::fields(wrong));
        }
        order.assignee = assignee.map(|email| email.trim().to_owned());
        let named = order.assignee.clone().unwrap_or_default();
        self.note(
            &order.id,
            "assignee_changed",
            Params::from([("assignee".to_owned(), named)]),
        )?;
        orders::save(self.connection, &mut order, Change::Business)?;
        Ok(Effect::of(order))
    }

    fn keep_note(&self, mut order: Order, note: &NoteRequest) -> Result<Effect, Refusal> {
        let wrong = validation::validate_note(&note.note);
        if !wrong.is_empty() {
            return Err(Refusal::fields(wrong));
        }
        order.note.clone_from(&note.note);
        self.note(&order.id, "note_changed", Params::new())?;
        orders::save(self.connection, &mut order, Change::Business)?;
        Ok(Effect::of(order))
    }
}

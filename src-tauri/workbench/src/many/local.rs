//! What each act does to one order. Everything is the same act that the order's own page has.

use std::collections::HashMap;

use serde_json::json;
use turnup_domain::{
    Capabilities, Draft, OrderId, OrderNumber,
    draft::{CompletedBy, HandoverDraft, Question},
    preset::Preset,
};
use turnup_store::{OutboxEntry, OutboxKind, Store, StoredOrder};

use super::undoing::Step;
use crate::{
    Failure,
    acts::{can_confirm, can_resend, confirm_for_good, hand_over_draft, not_ready},
    drafting::{can_drop, editable, keep},
    failure::{Outcome, codes},
    importing::{Answer, apply},
    order_page::{rules, stored},
    order_view::{draft_of, frozen_because},
    presets::{change_views, preset_of},
    reminders,
    views::{ChangeView, ManyAct},
    workbench::now,
};

/// What an act would do to one order.
pub(super) enum Would {
    /// Something.
    Do {
        /// Answers that change.
        changes: Vec<ChangeView>,
        /// Once its number is typed.
        confirm: bool,
    },
    /// It stands so already.
    Nothing,
}

/// What an act did to one order.
pub(super) enum Done {
    /// Something, which can be taken back so.
    Changed(Box<Step>),
    /// It stood so already.
    Nothing,
}

/// An act with everything that it needs.
pub(crate) struct Doer {
    act: Act,
    caps: Capabilities,
    operator: String,
    needs_review: bool,
}

enum Act {
    Preset(Box<Preset>),
    Answer(Question, String),
    /// What a table says of each.
    Values(HashMap<OrderId, Vec<Answer>>),
    Check,
    Submit(Vec<(OrderId, OrderNumber)>),
    HandOver(HandoverDraft),
    Resend,
    Remind(Option<jiff::civil::Date>),
    DropDraft,
}

impl Doer {
    /// Reads what the act rests on, and refuses what makes no sense for any order.
    pub(super) fn new(
        store: &Store,
        act: ManyAct,
        operator: String,
        needs_review: bool,
    ) -> Outcome<Self> {
        let act = match act {
            ManyAct::Preset { preset } => Act::Preset(Box::new(preset_of(store, &preset)?)),
            ManyAct::Answer { question, value } => {
                Act::Answer(Question::from(question.as_str()), value)
            }
            ManyAct::Check {} => Act::Check,
            ManyAct::Submit { typed } => Act::Submit(
                typed
                    .into_iter()
                    .map(|(id, typed)| {
                        (OrderId::from(id.as_str()), OrderNumber::from(typed.trim()))
                    })
                    .collect(),
            ),
            ManyAct::HandOver { email, note } => Act::HandOver(HandoverDraft { email, note }),
            ManyAct::Resend {} => Act::Resend,
            ManyAct::Remind { on } => {
                Act::Remind(on.as_deref().map(reminders::coming_day).transpose()?)
            }
            ManyAct::DropDraft {} => Act::DropDraft,
        };
        Ok(Self {
            act,
            caps: rules(store)?,
            operator,
            needs_review,
        })
    }

    /// Gives each order what a table says of it.
    pub(crate) fn of_values(
        store: &Store,
        values: HashMap<OrderId, Vec<Answer>>,
        operator: String,
        needs_review: bool,
    ) -> Outcome<Self> {
        Ok(Self {
            act: Act::Values(values),
            caps: rules(store)?,
            operator,
            needs_review,
        })
    }

    /// The rules that it goes by.
    pub(crate) fn rules(&self) -> &Capabilities {
        &self.caps
    }

    /// What it would do, without doing it.
    pub(super) fn would(&self, store: &Store, stored: &StoredOrder) -> Outcome<Would> {
        let simply = |confirm| Would::Do {
            changes: Vec::new(),
            confirm,
        };
        match &self.act {
            Act::Preset(_) | Act::Answer(..) | Act::Values(_) => {
                let (before, after) = self.answers(stored)?;
                let changes = change_views(&before, &after);
                Ok(if changes.is_empty() {
                    Would::Nothing
                } else {
                    Would::Do {
                        changes,
                        confirm: false,
                    }
                })
            }
            Act::Check => Ok(simply(false)),
            Act::Submit(_) => {
                changeable(stored)?;
                let draft = draft_of(stored, &self.caps);
                can_confirm(&stored.order, &draft, &self.caps, self.needs_review)?;
                Ok(simply(stored.order.mapping.is_none()))
            }
            Act::HandOver(to) => {
                changeable(stored)?;
                let draft = handed_over(draft_of(stored, &self.caps), to);
                draft.handover(&stored.order).map_err(not_ready)?;
                Ok(simply(false))
            }
            Act::Resend => can_resend(stored).map(|()| simply(false)),
            Act::Remind(day) => {
                let before = reminders::reminder(store, &stored.order.id)?;
                Ok(if before == day.map(|day| day.to_string()) {
                    Would::Nothing
                } else {
                    simply(false)
                })
            }
            Act::DropDraft if stored.draft.is_none() => Ok(Would::Nothing),
            Act::DropDraft => can_drop(stored).map(|()| simply(false)),
        }
    }

    /// Does it, durably.
    pub(super) fn run(&self, store: &Store, stored: &StoredOrder) -> Outcome<Done> {
        let id = &stored.order.id;
        match &self.act {
            Act::Preset(_) | Act::Answer(..) | Act::Values(_) => {
                let (before, after) = self.answers(stored)?;
                if before == after {
                    return Ok(Done::Nothing);
                }
                self.kept(store, stored, &after)
            }
            // What only looks is not done here.
            Act::Check => Ok(Done::Nothing),
            Act::Submit(typed) => {
                let typed = typed.iter().find(|(known, _)| known == id);
                let typed = typed.map(|(_, number)| number);
                let queued = confirm_for_good(store, &self.operator, id, typed, self.needs_review)?;
                Ok(waiting(&queued))
            }
            Act::HandOver(to) => {
                let (stored, caps) = editable(store, id)?;
                let draft = handed_over(draft_of(&stored, &caps), to);
                // What cannot be handed over stays as it was answered.
                draft.handover(&stored.order).map_err(not_ready)?;
                let before = stored.draft.as_ref().map(|kept| kept.draft.clone());
                keep(store, &stored, &draft, &caps, &self.operator)?;
                let queued = hand_over_draft(store, &self.operator, &stored, &draft)?;
                Ok(Done::Changed(Box::new(Step::TakeBack {
                    entry: queued.first().map(|entry| entry.id),
                    draft: Some(before),
                })))
            }
            Act::Resend => {
                can_resend(stored)?;
                let acts = [(OutboxKind::Resend, json!({}))];
                let queued = store.enqueue(&stored.order, &acts, None, &self.operator, now())?;
                Ok(waiting(&queued))
            }
            Act::Remind(day) => {
                let before = reminders::put(store, id, *day, &self.operator)?;
                Ok(if before == day.map(|day| day.to_string()) {
                    Done::Nothing
                } else {
                    Done::Changed(Box::new(Step::Remind(before)))
                })
            }
            Act::DropDraft => {
                let Some(kept) = &stored.draft else {
                    return Ok(Done::Nothing);
                };
                can_drop(stored)?;
                store.drop_draft(id, now())?;
                Ok(Done::Changed(Box::new(Step::Answers {
                    before: Some(kept.draft.clone()),
                    after: None,
                })))
            }
        }
    }

    /// The answers before and after.
    pub(crate) fn answers(&self, stored: &StoredOrder) -> Outcome<(Draft, Draft)> {
        changeable(stored)?;
        let order = &stored.order;
        let before = draft_of(stored, &self.caps);
        let after = match &self.act {
            Act::Preset(preset) if preset.scope.covers(order) => {
                preset.answers.apply(&before, order, &self.caps)
            }
            Act::Preset(_) => return Err(Failure::new(codes::NOT_FOR_THIS_ORDER)),
            Act::Answer(question, value) => before.with_answer(question, value, order, &self.caps),
            Act::Values(values) => {
                let answers = values.get(&order.id).map_or(&[][..], Vec::as_slice);
                apply(answers, &before, order, &self.caps)
            }
            _ => before.clone(),
        };
        Ok((before, after))
    }

    fn kept(&self, store: &Store, seen: &StoredOrder, after: &Draft) -> Outcome<Done> {
        let id = &seen.order.id;
        keep(store, seen, after, &self.caps, &self.operator)?;
        Ok(Done::Changed(Box::new(Step::Answers {
            before: seen.draft.as_ref().map(|kept| kept.draft.clone()),
            after: stored(store, id)?.draft.map(|kept| kept.saved_at),
        })))
    }
}

fn changeable(stored: &StoredOrder) -> Outcome<()> {
    match frozen_because(stored) {
        Some(reason) => Err(Failure::new(codes::NOT_EDITABLE).with("reason", reason)),
        None => Ok(()),
    }
}

fn handed_over(mut draft: Draft, to: &HandoverDraft) -> Draft {
    draft.completed_by = Some(CompletedBy::SomeoneElse);
    draft.handover = to.clone();
    draft
}

fn waiting(queued: &[OutboxEntry]) -> Done {
    Done::Changed(Box::new(Step::TakeBack {
        entry: queued.first().map(|entry| entry.id),
        draft: None,
    }))
}

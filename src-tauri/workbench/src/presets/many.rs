//! One preset for many orders: which of them it would change, and how. Giving it to them is an act
//! for many ([`crate::many`]).

use jiff::Timestamp;
use turnup_domain::{Capabilities, Draft, OrderId, preset::Preset, preset::Scope, state::View};
use turnup_store::{ListQuery, ListRow, Sort, Store, StoredOrder};

use super::{change_views, kept};
use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    order_page::{rules, stored},
    order_view::{draft_of, frozen_because},
    views::{PresetTarget, PresetTargets},
    workbench::now,
};

/// Most orders that are offered at once.
const MOST: usize = 100;
/// Most rows of the inbox that are looked through, the nearest deadline first.
const LOOKED_THROUGH: u32 = 5_000;
/// Rows that are read at once.
const WINDOW: u32 = 200;

impl Workbench {
    /// The open orders that a preset covers and would change, the nearest deadline first.
    pub async fn preset_targets(&self, preset: &str) -> Outcome<PresetTargets> {
        let operator = self.session()?.operator_email();
        let preset = preset.to_owned();
        self.with_store(move |store| {
            let preset = preset_of(store, &preset)?;
            targets(store, &preset, operator, now())
        })
        .await
    }
}

/// One that is kept; fails with `preset_unreadable` when it is not.
pub(crate) fn preset_of(store: &Store, id: &str) -> Outcome<Preset> {
    let mut presets = kept(store)?.into_iter();
    presets
        .find(|preset| preset.id == id)
        .ok_or_else(|| Failure::new(codes::PRESET_UNREADABLE))
}

fn targets(
    store: &Store,
    preset: &Preset,
    operator: String,
    at: Timestamp,
) -> Outcome<PresetTargets> {
    let mut query = ListQuery {
        view: View::Inbox,
        text: match &preset.scope {
            Scope::Customer { domain } => domain.clone(),
            Scope::Everywhere | Scope::Country { .. } => String::new(),
        },
        similar: true,
        states: Vec::new(),
        services: Vec::new(),
        sort: Sort::Deadline,
        descending: false,
        offset: 0,
        limit: WINDOW,
        operator_email: operator,
        now: at,
    };
    let caps = rules(store)?;
    let mut found = Vec::new();
    loop {
        let rows = store.list(&query)?.rows;
        for row in rows.iter().filter(|row| may_cover(&preset.scope, row)) {
            let Some(target) = target(store, preset, &caps, &row.id)? else {
                continue;
            };
            if found.len() == MOST {
                return Ok(PresetTargets {
                    orders: found,
                    more: true,
                });
            }
            found.push(target);
        }
        query.offset += WINDOW;
        let last = rows.len() < WINDOW as usize;
        if last || query.offset >= LOOKED_THROUGH {
            return Ok(PresetTargets {
                orders: found,
                more: !last,
            });
        }
    }
}

/// Whether an order's document need be read at all.
fn may_cover(scope: &Scope, row: &ListRow) -> bool {
    match scope {
        Scope::Country { country } => *country == row.country,
        Scope::Everywhere | Scope::Customer { .. } => true,
    }
}

/// None when the order is not covered, cannot be changed now, or has these answers already.
fn target(
    store: &Store,
    preset: &Preset,
    caps: &Capabilities,
    id: &OrderId,
) -> Outcome<Option<PresetTarget>> {
    let stored = stored(store, id)?;
    if frozen_because(&stored).is_some() || !preset.scope.covers(&stored.order) {
        return Ok(None);
    }
    let (before, after) = answered(preset, &stored, caps);
    let changes = change_views(&before, &after);
    Ok((!changes.is_empty()).then(|| PresetTarget {
        id: id.to_string(),
        number: stored.order.number.to_string(),
        company: stored.order.end_customer.company.clone(),
        changes,
    }))
}

fn answered(preset: &Preset, stored: &StoredOrder, caps: &Capabilities) -> (Draft, Draft) {
    let before = draft_of(stored, caps);
    let after = preset.answers.apply(&before, &stored.order, caps);
    (before, after)
}

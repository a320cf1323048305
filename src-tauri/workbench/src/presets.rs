//! Presets: answers of the wizard under a name, offered for other orders. Giving them to an order
//! is the interface's: it edits the draft with what is offered here, and can undo it.

mod many;

pub(crate) use many::preset_of;

use std::path::Path;

use serde::{Deserialize, Serialize};
use turnup_domain::{
    Draft, OrderId,
    preset::{Answers, MAX_NAME, Preset, Scope, layered},
};
use turnup_store::{Store, StoredOrder};
use uuid::Uuid;

use crate::{
    Failure, Workbench,
    drafting::editable,
    errors::internal,
    failure::{Outcome, codes},
    files::{read_at_most, write_for_person},
    form::form_of,
    order_view::draft_of,
    views::{ChangeView, PresetOffer, PresetView, PresetsView, ScopeView},
};

/// Where the cache keeps them: one document, so that it is written whole.
const KEY: &str = "presets";
/// Most presets that are kept.
const MOST: usize = 500;
/// Largest file that is read, in bytes.
const MAX_FILE: u64 = 4 * 1024 * 1024;
/// What a file of presets says it is.
const FORMAT: &str = "turnup-presets-1";

/// A file of presets, for a colleague or another computer.
#[derive(Serialize, Deserialize)]
struct Exchange {
    format: String,
    presets: Vec<Preset>,
}

impl Workbench {
    /// What presets would answer of an order, the nearest first, and what of it can be saved.
    pub async fn list_presets(&self, id: &str) -> Outcome<PresetsView> {
        let order_id = OrderId::from(id);
        self.with_store(move |store| view(store, &order_id)).await
    }

    /// Every preset, by name.
    pub async fn all_presets(&self) -> Outcome<Vec<PresetView>> {
        self.with_store(|store| {
            let mut presets: Vec<PresetView> = kept(store)?.iter().map(preset_view).collect();
            presets.sort_by(|one, other| one.name.cmp(&other.name));
            Ok(presets)
        })
        .await
    }

    /// Saves the answers of an order under a name; one of the same name and scope is replaced.
    pub async fn save_preset(
        &self,
        id: &str,
        name: &str,
        scope: ScopeView,
    ) -> Outcome<PresetsView> {
        let order_id = OrderId::from(id);
        let name = named(name)?;
        self.with_store(move |store| {
            let (stored, caps) = editable(store, &order_id)?;
            let scope = Scope::of(&stored.order, &caps)
                .into_iter()
                .find(|one| scope_view(one) == scope)
                .ok_or_else(|| Failure::new(codes::PRESET_UNREADABLE))?;
            let draft = draft_of(&stored, &caps);
            let preset = Preset {
                id: Uuid::now_v7().to_string(),
                name,
                scope,
                answers: Answers::of(&draft, &stored.order, &caps),
                extra: Default::default(),
            };
            let mut presets = kept(store)?;
            put(&mut presets, preset)?;
            keep(store, &presets)?;
            view(store, &order_id)
        })
        .await
    }

    /// Deletes a preset; returns its document, with which [`Workbench::put_preset`] brings it back.
    pub async fn delete_preset(&self, preset: &str) -> Outcome<Option<String>> {
        let preset = preset.to_owned();
        self.with_store(move |store| {
            let mut presets = kept(store)?;
            let Some(at) = presets.iter().position(|one| one.id == preset) else {
                return Ok(None);
            };
            let gone = presets.remove(at);
            keep(store, &presets)?;
            Ok(Some(
                serde_json::to_string(&gone).map_err(|error| internal("presets", error))?,
            ))
        })
        .await
    }

    /// Brings a deleted preset back.
    pub async fn put_preset(&self, document: &str) -> Outcome<()> {
        let preset: Preset =
            serde_json::from_str(document).map_err(|_| Failure::new(codes::PRESET_UNREADABLE))?;
        self.with_store(move |store| {
            let mut presets = kept(store)?;
            put(&mut presets, preset)?;
            keep(store, &presets)
        })
        .await
    }

    /// Writes all presets to a file; how many.
    pub async fn export_presets(&self, path: &Path) -> Outcome<u32> {
        let path = path.to_owned();
        self.with_store(move |store| {
            let presets = kept(store)?;
            let count = count(&presets);
            let exchange = Exchange {
                format: FORMAT.to_owned(),
                presets,
            };
            let text =
                serde_json::to_vec_pretty(&exchange).map_err(|error| internal("presets", error))?;
            write_for_person(&path, &text)?;
            Ok(count)
        })
        .await
    }

    /// Takes the presets of a file in, in place of those of the same name and scope; how many.
    pub async fn import_presets(&self, path: &Path) -> Outcome<u32> {
        let path = path.to_owned();
        self.with_store(move |store| {
            let read = read_file(&path)?;
            let mut presets = kept(store)?;
            for preset in &read {
                put(&mut presets, preset.clone())?;
            }
            keep(store, &presets)?;
            Ok(count(&read))
        })
        .await
    }
}

fn read_file(path: &Path) -> Outcome<Vec<Preset>> {
    let bytes =
        read_at_most(path, MAX_FILE)?.ok_or_else(|| Failure::new(codes::PRESET_UNREADABLE))?;
    let exchange: Exchange =
        serde_json::from_slice(&bytes).map_err(|_| Failure::new(codes::PRESET_UNREADABLE))?;
    if exchange.format != FORMAT {
        return Err(Failure::new(codes::PRESET_UNREADABLE));
    }
    for preset in &exchange.presets {
        named(&preset.name)?;
    }
    Ok(exchange.presets)
}

/// A name as it is kept, if it is one.
fn named(name: &str) -> Outcome<String> {
    let name = name.trim();
    let length = name.chars().count();
    if length == 0 || length > MAX_NAME || name.chars().any(char::is_control) {
        return Err(Failure::new(codes::PRESET_NAME));
    }
    Ok(name.to_owned())
}

fn kept(store: &Store) -> Outcome<Vec<Preset>> {
    let Some(text) = store.setting(KEY)? else {
        return Ok(Vec::new());
    };
    serde_json::from_str(&text).map_err(|error| internal("presets", error))
}

fn keep(store: &Store, presets: &[Preset]) -> Outcome<()> {
    let text = serde_json::to_string(presets).map_err(|error| internal("presets", error))?;
    Ok(store.set_setting(KEY, Some(&text))?)
}

fn put(presets: &mut Vec<Preset>, preset: Preset) -> Outcome<()> {
    presets.retain(|one| {
        one.id != preset.id && (&one.name, &one.scope) != (&preset.name, &preset.scope)
    });
    if presets.len() == MOST {
        return Err(Failure::new(codes::TOO_MANY_PRESETS));
    }
    presets.push(preset);
    Ok(())
}

fn count(presets: &[Preset]) -> u32 {
    u32::try_from(presets.len()).unwrap_or(u32::MAX)
}

fn view(store: &Store, id: &OrderId) -> Outcome<PresetsView> {
    let (stored, caps) = editable(store, id)?;
    let StoredOrder { order, .. } = &stored;
    let draft = draft_of(&stored, &caps);
    let presets = kept(store)?;
    let layers = layered(&presets, order);
    let offer = |preset: Option<&Preset>, given: &[&Preset]| {
        let after = given.iter().fold(draft.clone(), |draft, layer| {
            layer.answers.apply(&draft, order, &caps)
        });
        let mut steps: Vec<String> = given
            .iter()
            .flat_map(|layer| layer.answers.steps(order, &caps))
            .map(|step| step.to_string())
            .collect();
        steps.sort();
        steps.dedup();
        PresetOffer {
            steps,
            preset: preset.map(preset_view),
            changes: change_views(&draft, &after),
            form: form_of(&after),
        }
    };
    let mut offers: Vec<PresetOffer> = layers
        .iter()
        .rev()
        .map(|preset| offer(Some(preset), &[preset]))
        .collect();
    if layers.len() > 1 {
        offers.insert(0, offer(None, &layers));
    }
    let mut others: Vec<PresetView> = presets
        .iter()
        .filter(|preset| !preset.scope.covers(order))
        .map(preset_view)
        .collect();
    others.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(PresetsView {
        offers,
        others,
        scopes: Scope::of(order, &caps).iter().map(scope_view).collect(),
        can_save: !Answers::of(&draft, order, &caps).is_empty(),
    })
}

/// The presets that orders of a customer can be within, the nearest first.
pub(crate) fn for_customer(
    store: &Store,
    country: &str,
    domains: &[String],
) -> Outcome<Vec<PresetView>> {
    let mut presets = kept(store)?;
    presets.retain(|preset| match &preset.scope {
        Scope::Everywhere => true,
        Scope::Country { country: of } => of == country,
        Scope::Customer { domain } => domains.contains(domain),
    });
    presets.sort_by(|one, other| (&other.scope, &one.name).cmp(&(&one.scope, &other.name)));
    Ok(presets.iter().map(preset_view).collect())
}

pub(crate) fn change_views(before: &Draft, after: &Draft) -> Vec<ChangeView> {
    let changes = turnup_domain::preset::changes(before, after).into_iter();
    changes
        .map(|change| ChangeView {
            pointer: change.pointer,
            before: change.before,
            after: change.after,
        })
        .collect()
}

fn preset_view(preset: &Preset) -> PresetView {
    PresetView {
        id: preset.id.clone(),
        name: preset.name.clone(),
        scope: scope_view(&preset.scope),
    }
}

fn scope_view(scope: &Scope) -> ScopeView {
    let (scope, of) = match scope {
        Scope::Everywhere => ("everywhere", ""),
        Scope::Country { country } => ("country", country.as_str()),
        Scope::Customer { domain } => ("customer", domain.as_str()),
    };
    ScopeView {
        scope: scope.to_owned(),
        of: of.to_owned(),
    }
}

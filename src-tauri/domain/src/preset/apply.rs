//! Giving a preset's answers to a draft, and what differs then.

use serde::Serialize;
use serde_json::Value;

use super::{Answers, CallingAnswers, Distribution, SiteAnswers, fill};
use crate::{
    capabilities::Capabilities,
    draft::{CallingDraft, Draft, SiteDraft},
    order::{Order, ServiceKind},
};

/// One answer before and after, as they stand in the draft's document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// JSON pointer into the draft.
    pub pointer: String,
    /// Empty when nothing was answered.
    pub before: String,
    /// Empty when the answer goes.
    pub after: String,
}

impl Answers {
    /// The draft with these answers, for the services that the order has.
    #[must_use]
    pub fn apply(&self, draft: &Draft, order: &Order, caps: &Capabilities) -> Draft {
        let mut after = draft.clone();
        if self.completed_by.is_some() && !order.is_mapped() {
            after.completed_by.clone_from(&self.completed_by);
        }
        let services = order.services_to_set_up(caps);
        let has = |kind: &ServiceKind| services.contains(kind);
        for (kind, when) in &self.when {
            if services.iter().any(|service| service.as_str() == kind) {
                after.when.insert(kind.clone(), when.clone());
            }
        }
        if has(&ServiceKind::Meetings) && !self.sites.is_empty() {
            self.give_sites(&mut after.meetings.sites, order, caps);
        }
        if has(&ServiceKind::Calling) {
            give_calling(&self.calling, &mut after.calling, order, caps);
        }
        if has(&ServiceKind::ContactCenter)
            && let Some(country) = &self.contact_center_country
        {
            after.contact_center.country.clone_from(country);
        }
        after
    }

    fn give_sites(&self, sites: &mut Vec<SiteDraft>, order: &Order, caps: &Capabilities) {
        let same_count = sites.len() == self.sites.len();
        sites.resize_with(self.sites.len(), SiteDraft::default);
        for (site, answers) in sites.iter_mut().zip(&self.sites) {
            give_site(answers, site, order, caps);
        }
        if !same_count {
            // What was given out over other sites says nothing about these.
            for site in sites.iter_mut() {
                site.licenses.clear();
            }
        }
        if let (Some(distribution), 2..) = (&self.distribution, sites.len()) {
            share_out(distribution, sites, order);
        }
    }
}

fn give_site(answers: &SiteAnswers, site: &mut SiteDraft, order: &Order, caps: &Capabilities) {
    if let Some(pattern) = &answers.name {
        site.name = fill(pattern, order, &caps.site_name);
    }
    give(&answers.time_zone, &mut site.time_zone);
    if answers.early_release.is_some() {
        site.early_release = answers.early_release;
    }
    give(&answers.managed_in, &mut site.managed_in);
}

fn give_calling(
    answers: &CallingAnswers,
    calling: &mut CallingDraft,
    order: &Order,
    caps: &Capabilities,
) {
    give(&answers.location_name, &mut calling.location_name);
    if let Some(place) = &answers.place {
        calling.country.clone_from(&place.country);
        calling.address.clone_from(&place.address);
    }
    give(&answers.time_zone, &mut calling.time_zone);
    give(
        &answers.announcement_language,
        &mut calling.announcement_language,
    );
    give(&answers.email_language, &mut calling.email_language);
    if let Some(pattern) = &answers.sip_name {
        calling.sip_name = fill(pattern, order, &caps.sip_name);
    }
}

fn give<T: Clone>(answer: &Option<T>, to: &mut T) {
    if let Some(answer) = answer {
        to.clone_from(answer);
    }
}

fn share_out(distribution: &Distribution, sites: &mut [SiteDraft], order: &Order) {
    let count = to_u32(sites.len());
    let part = |quantity: u32, index: u32| match distribution {
        Distribution::Equal => Some(quantity / count + u32::from(index < quantity % count)),
        Distribution::First => Some(if index == 0 { quantity } else { 0 }),
        Distribution::Unknown(_) => None,
    };
    let lines = order.lines.iter();
    for line in lines.filter(|line| line.service == ServiceKind::Meetings) {
        for (index, site) in sites.iter_mut().enumerate() {
            if let Some(licenses) = part(line.licenses(), to_u32(index)) {
                site.licenses.insert(line.id.clone(), licenses);
            }
        }
    }
}

/// The distribution that a draft's licences follow, if they follow one.
pub(super) fn distribution_of(sites: &[SiteDraft], order: &Order) -> Option<Distribution> {
    let follows = |distribution: &Distribution| {
        let mut given = sites.to_vec();
        share_out(distribution, &mut given, order);
        given == sites
    };
    let mut known = [Distribution::Equal, Distribution::First].into_iter();
    known.find(|distribution| sites.len() > 1 && follows(distribution))
}

fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What differs between two drafts, answer by answer.
#[must_use]
pub fn changes(before: &Draft, after: &Draft) -> Vec<Change> {
    let document = |draft: &Draft| serde_json::to_value(draft).unwrap_or_default();
    let mut found = Vec::new();
    compare("", &document(before), &document(after), &mut found);
    found
}

fn compare(pointer: &str, before: &Value, after: &Value, found: &mut Vec<Change>) {
    if before == after {
        return;
    }
    let deeper = |key: &str| format!("{pointer}/{key}");
    match (before, after) {
        (Value::Object(one), Value::Object(other)) => {
            for key in one
                .keys()
                .chain(other.keys().filter(|key| !one.contains_key(*key)))
            {
                let nothing = &Value::Null;
                let of = |side: &serde_json::Map<String, Value>| {
                    side.get(key).unwrap_or(nothing).clone()
                };
                compare(&deeper(key), &of(one), &of(other), found);
            }
        }
        (Value::Array(one), Value::Array(other)) => {
            for index in 0..one.len().max(other.len()) {
                let of = |side: &[Value]| side.get(index).cloned().unwrap_or(Value::Null);
                compare(&deeper(&index.to_string()), &of(one), &of(other), found);
            }
        }
        (Value::Null, Value::Object(other)) => {
            for (key, value) in other {
                compare(&deeper(key), &Value::Null, value, found);
            }
        }
        (Value::Object(one), Value::Null) => {
            for (key, value) in one {
                compare(&deeper(key), value, &Value::Null, found);
            }
        }
        _ => {
            let (before, after) = (shown(before), shown(after));
            if before != after {
                found.push(Change {
                    pointer: pointer.to_owned(),
                    before,
                    after,
                });
            }
        }
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

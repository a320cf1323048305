//! What was answered for one service: the accepted set-up when the service has one, else the
//! draft. Both are brought to one shape here, so that a section is written once.

use std::collections::BTreeMap;

use turnup_domain::{
    LineId, ServiceKind,
    draft::{CallingDraft, SiteDraft},
    intent::{Address, ServiceSetup, When},
    order::ServiceState,
};

use super::Desk;

/// A site as accepted or as far as typed.
pub(super) struct SiteAnswer {
    pub name: String,
    pub time_zone: String,
    pub early_release: Option<bool>,
    pub managed_in: String,
    pub licenses: BTreeMap<LineId, u32>,
}

/// The head office as accepted or as far as typed.
pub(super) struct LocationAnswer {
    pub name: String,
    pub country: String,
    pub address: Address,
    pub time_zone: String,
    pub announcement_language: String,
    pub email_language: String,
    pub sip_name: String,
}

impl Desk<'_> {
    /// The accepted set-up of a service.
    pub(super) fn accepted(&self, kind: &ServiceKind) -> Option<&ServiceSetup> {
        let service = self
            .order
            .services
            .iter()
            .find(|service| service.kind == *kind)?;
        service
            .setup
            .as_ref()
            .filter(|setup| setup.when != When::Later)
    }

    /// Whether the draft sets a service up now.
    fn drafted_now(&self, kind: &ServiceKind) -> bool {
        let sets_up_here = self.draft.is_some_and(|draft| {
            !draft.customer_sets_up && draft.when_of(kind) == Some(&When::Now)
        });
        sets_up_here && self.order.services_with_input().contains(kind)
    }

    /// Whether a service was put off, at the service or in the draft.
    pub(super) fn put_off(&self, kind: &ServiceKind) -> bool {
        let progress = self
            .order
            .services
            .iter()
            .find(|service| service.kind == *kind);
        let recorded = progress.is_some_and(|service| {
            service.state == ServiceState::Deferred
                || service
                    .setup
                    .as_ref()
                    .is_some_and(|setup| setup.when == When::Later)
        });
        let drafted = self.draft.and_then(|draft| draft.when_of(kind));
        match drafted {
            Some(When::Now) if self.accepted(kind).is_none() => false,
            Some(When::Later) if self.accepted(kind).is_none() => true,
            _ => recorded,
        }
    }

    /// The sites, when Meetings is set up or about to be.
    pub(super) fn sites(&self) -> Vec<SiteAnswer> {
        if let Some(setup) = self.accepted(&ServiceKind::Meetings) {
            return setup.sites.iter().map(accepted_site).collect();
        }
        match self.draft {
            Some(draft) if self.drafted_now(&ServiceKind::Meetings) => {
                let only = draft.meetings.sites.len() == 1;
                draft
                    .meetings
                    .sites
                    .iter()
                    .map(|site| self.drafted_site(site, only))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    fn drafted_site(&self, site: &SiteDraft, only: bool) -> SiteAnswer {
        let mut licenses = site.licenses.clone();
        if only {
            // The only site gets everything that is not said otherwise.
            for line in self.order.lines_of(&ServiceKind::Meetings) {
                licenses.entry(line.id.clone()).or_insert(line.licenses());
            }
        }
        SiteAnswer {
            name: site.name.clone(),
            time_zone: site.time_zone.clone(),
            early_release: site.early_release,
            managed_in: site.managed_in.as_str().to_owned(),
            licenses,
        }
    }

    /// The head office, when Calling is set up or about to be.
    pub(super) fn location(&self) -> Option<LocationAnswer> {
        if let Some(setup) = self.accepted(&ServiceKind::Calling) {
            let location = setup.location.as_ref()?;
            return Some(LocationAnswer {
                name: location.name.clone(),
                country: location.country.clone(),
                address: location.address.clone(),
                time_zone: location.time_zone.clone(),
                announcement_language: location.announcement_language.clone(),
                email_language: location.email_language.clone(),
                sip_name: setup.sip_name.clone().unwrap_or_default(),
            });
        }
        let draft = self
            .draft
            .filter(|_| self.drafted_now(&ServiceKind::Calling))?;
        Some(drafted_location(&draft.calling))
    }

    /// The country of operation, when Contact Center is set up or about to be.
    pub(super) fn contact_center(&self) -> Option<String> {
        if let Some(setup) = self.accepted(&ServiceKind::ContactCenter) {
            return Some(setup.country.clone().unwrap_or_default());
        }
        let draft = self
            .draft
            .filter(|_| self.drafted_now(&ServiceKind::ContactCenter))?;
        Some(draft.contact_center.country.clone())
    }
}

fn accepted_site(site: &turnup_domain::intent::Site) -> SiteAnswer {
    SiteAnswer {
        name: site.name.clone(),
        time_zone: site.time_zone.clone(),
        early_release: Some(site.early_release),
        managed_in: site.managed_in.as_str().to_owned(),
        licenses: site.licenses.clone(),
    }
}

fn drafted_location(calling: &CallingDraft) -> LocationAnswer {
    LocationAnswer {
        name: calling.location_name.clone(),
        country: calling.country.clone(),
        address: calling.address.clone(),
        time_zone: calling.time_zone.clone(),
        announcement_language: calling.announcement_language.clone(),
        email_language: calling.email_language.clone(),
        sip_name: calling.sip_name.clone(),
    }
}

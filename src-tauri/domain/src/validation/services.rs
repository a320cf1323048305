//! The set-up of each service. Pointers are the draft's.

use std::collections::BTreeSet;

use crate::{
    capabilities::Capabilities,
    draft::{CallingDraft, ContactCenterDraft, MeetingsDraft, SiteDraft, TransferDraft},
    intent::ManagedIn,
    order::Order,
    problem::Problem,
    validation::{
        addresses::check_address,
        licenses::check_licenses,
        names::check_name,
        organizations::check_country,
        text::{TextRule, check_choice},
    },
};

/// Most characters of a transfer code and of the address of a current site.
const MAX_TRANSFER_TEXT: u32 = 256;

/// What is wrong with Meetings. A transferred site may be the only one.
pub(super) fn check_meetings(
    meetings: &MeetingsDraft,
    transfers: bool,
    order: &Order,
    caps: &Capabilities,
) -> Vec<Problem> {
    let sites = &meetings.sites;
    if sites.is_empty() {
        return if transfers {
            Vec::new()
        } else {
            vec![Problem::new("/meetings/sites", "required")]
        };
    }
    if sites.len() > caps.max_sites as usize {
        return vec![Problem::new("/meetings/sites", "too_many_sites").with("max", caps.max_sites)];
    }
    let mut taken = BTreeSet::new();
    let mut problems = Vec::new();
    for (index, site) in sites.iter().enumerate() {
        problems.extend(check_site(
            site,
            &mut taken,
            caps,
            &format!("/meetings/sites/{index}"),
        ));
    }
    problems.extend(check_licenses(sites, order, "/meetings/licenses"));
    problems
}

fn check_site(
    site: &SiteDraft,
    taken: &mut BTreeSet<String>,
    caps: &Capabilities,
    base: &str,
) -> Vec<Problem> {
    let at = |field: &str| format!("{base}/{field}");
    let name = site.name.trim();
    let mut problems = Vec::new();
    if let Some(problem) = check_name(name, &caps.site_name, &at("name")) {
        problems.push(problem);
    } else if !taken.insert(name.to_owned()) {
        problems.push(Problem::new(at("name"), "duplicate_site"));
    }
    problems.extend(check_zone(&site.time_zone, caps, &at("time_zone")));
    if site.early_release.is_none() {
        problems.push(Problem::new(at("early_release"), "required"));
    }
    if let ManagedIn::Unknown(word) = &site.managed_in {
        problems.push(Problem::new(at("managed_in"), "unknown_value").with("value", word));
    }
    problems
}

/// What is wrong with Calling.
pub(super) fn check_calling(calling: &CallingDraft, caps: &Capabilities) -> Vec<Problem> {
    let mut problems = Vec::new();
    problems.extend(
        TextRule::required(caps.max_location_name)
            .check(&calling.location_name, "/calling/location_name"),
    );
    problems.extend(check_country(&calling.country, caps, "/calling/country"));
    problems.extend(check_address(
        &calling.address,
        &calling.country,
        caps,
        "/calling/address",
    ));
    problems.extend(check_zone(&calling.time_zone, caps, "/calling/time_zone"));
    for (language, pointer) in [
        (
            &calling.announcement_language,
            "/calling/announcement_language",
        ),
        (&calling.email_language, "/calling/email_language"),
    ] {
        problems.extend(check_choice(
            language,
            caps.languages.iter().map(String::as_str),
            pointer,
        ));
    }
    problems.extend(check_name(
        calling.sip_name.trim(),
        &caps.sip_name,
        "/calling/sip_name",
    ));
    problems
}

/// What is wrong with Contact Center.
pub(super) fn check_contact_center(
    contact_center: &ContactCenterDraft,
    caps: &Capabilities,
) -> Vec<Problem> {
    check_country(&contact_center.country, caps, "/contact_center/country")
        .into_iter()
        .collect()
}

/// What is wrong with what a transfer order carries over.
pub(super) fn check_transfer(transfer: &TransferDraft) -> Vec<Problem> {
    let text = TextRule::required(MAX_TRANSFER_TEXT);
    [
        text.check(&transfer.code, "/transfer/code"),
        text.check(&transfer.current_site, "/transfer/current_site"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn check_zone(zone: &str, caps: &Capabilities, pointer: &str) -> Option<Problem> {
    check_choice(zone, caps.time_zones.iter().map(String::as_str), pointer)
}

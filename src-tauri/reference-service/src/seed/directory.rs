//! The organizations: partners first, then one for most companies, and near-duplicates of some.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use rusqlite::Connection;
use turnup_domain::{
    Organization, OrganizationId,
    organization::{DomainState, ManagedBy, OrganizationDomain, Trial},
};

use super::{
    Ledger, World,
    companies::{Company, company, person},
    demo,
    dice::Dice,
};
use crate::{
    service::{PARTNER_ID, PARTNER_NAME},
    storage::{
        names::{self, NameKind},
        organizations::{self, Member},
    },
};

/// Every tenth organization is a near-duplicate of the one before it.
const DUPLICATE_EVERY: u32 = 10;

/// Whether company `index` has an organization in this world.
pub(super) fn has_organization(world: &World<'_>, index: u32) -> bool {
    index < world.organizations && index % DUPLICATE_EVERY != DUPLICATE_EVERY - 1
}

/// The id of the organization of company `index`.
pub(super) fn organization_id(index: u32) -> OrganizationId {
    OrganizationId::new(format!("org_{index:08}"))
}

/// An organization with the people in it.
pub(super) struct Entry {
    pub organization: Organization,
    pub members: Vec<Member>,
    pub visible: bool,
}

pub(super) fn fill(
    connection: &Connection,
    world: &World<'_>,
    ledger: &mut Ledger,
) -> rusqlite::Result<()> {
    let today = world.now.to_zoned(TimeZone::UTC).date();
    let fixed = demo::organizations(today);
    let drawn = (0..world.organizations).map(|index| entry(world, today, index));
    for entry in fixed.into_iter().chain(drawn) {
        let sequence = ledger.next();
        let organization = &entry.organization;
        organizations::insert(
            connection,
            organization,
            &entry.members,
            entry.visible,
            sequence,
        )?;
        if sequence.is_multiple_of(2) && !demo::is_fixed(organization) {
            take_site_names(connection, organization)?;
        }
    }
    demo::take_names(connection)
}

/// An organization that has a site of its domain's name already.
fn take_site_names(connection: &Connection, organization: &Organization) -> rusqlite::Result<()> {
    organization.domains.iter().try_for_each(|domain| {
        let stem = domain.name.split('.').next().unwrap_or_default();
        names::take(connection, NameKind::Site, stem, "")
    })
}

fn entry(world: &World<'_>, today: Date, index: u32) -> Entry {
    if index % DUPLICATE_EVERY == DUPLICATE_EVERY - 1 {
        duplicate(world, today, index)
    } else {
        original(world, today, index)
    }
}

/// How an organization stands.
#[derive(Clone, Copy)]
enum Standing {
    Claimed,
    Verified,
    UsersOnly,
    Stale,
    Consumer,
}

fn original(world: &World<'_>, today: Date, index: u32) -> Entry {
    let company = company(world.seed, index);
    let mut dice = Dice::new(world.seed, &[3, u64::from(index)]);
    let standing = dice.weighted(&[
        (52, Standing::Claimed),
        (18, Standing::Verified),
        (14, Standing::UsersOnly),
        (10, Standing::Stale),
        (6, Standing::Consumer),
    ]);
    let stale = matches!(standing, Standing::Stale);
    let users = match standing {
        Standing::Stale | Standing::Consumer => dice.between(1, 6),
        _ => dice.weighted(&[(5, 40), (3, 180), (1, 2_400)]) + dice.below(90),
    };
    let idle = if stale {
        dice.between(380, 1_400)
    } else {
        dice.below(25)
    };
    let organization = Organization {
        domains: domains(standing, &company, &mut dice),
        active_users: if stale {
            0
        } else {
            users - users * dice.below(40) / 100
        },
        last_activity: Some(days_before(today, idle)),
        subscriptions: if stale { 0 } else { dice.between(0, 3) },
        licenses: if stale { 0 } else { users + dice.below(50) },
        trial: match standing {
            Standing::Stale => Trial::Expired,
            _ if dice.chance(8) => Trial::Active,
            _ => Trial::None,
        },
        consumer: matches!(standing, Standing::Consumer),
        managed_by: managed_by(&mut dice),
        ..blank(organization_id(index), &company, today, &mut dice)
    };
    let mut members = Vec::new();
    if !stale {
        for number in 0..3 {
            let local = person(world.seed, &company, number).local;
            members.push(Member {
                email: format!("{local}@{}", company.domain),
                administrator: number == 0,
            });
        }
    }
    Entry {
        organization: Organization {
            users,
            ..organization
        },
        members,
        visible: !company.hidden,
    }
}

fn domains(standing: Standing, company: &Company, dice: &mut Dice) -> Vec<OrganizationDomain> {
    let domain = |name: &str, state| OrganizationDomain {
        name: name.to_owned(),
        state,
    };
    let mut domains = match standing {
        Standing::Claimed => vec![domain(&company.domain, DomainState::Claimed)],
        Standing::Verified => vec![domain(&company.domain, DomainState::Verified)],
        _ => Vec::new(),
    };
    if !domains.is_empty() && dice.chance(20) {
        let group = company.domain.replace(".example", "-group.example");
        domains.push(domain(&group, DomainState::Verified));
    }
    domains
}

/// The same company once more: a trial somebody forgot, or an older spelling.
fn duplicate(world: &World<'_>, today: Date, index: u32) -> Entry {
    let company = company(world.seed, index - 1);
    let mut dice = Dice::new(world.seed, &[4, u64::from(index)]);
    let ending = dice.pick(&[" (test)", " 2", " – old", " (trial)"]);
    let idle = dice.between(30, 900);
    let users = dice.between(0, 5);
    let organization = Organization {
        name: format!("{}{ending}", company.name),
        users,
        last_activity: Some(days_before(today, idle)),
        trial: Trial::Expired,
        ..blank(organization_id(index), &company, today, &mut dice)
    };
    Entry {
        organization,
        members: Vec::new(),
        visible: true,
    }
}

fn blank(id: OrganizationId, company: &Company, today: Date, dice: &mut Dice) -> Organization {
    Organization {
        id,
        revision: u64::from(dice.between(1, 20)),
        name: company.name.clone(),
        country: company.place.country.to_owned(),
        city: company.city.to_owned(),
        created: Some(days_before(today, dice.between(1_450, 4_000))),
        domains: Vec::new(),
        users: 0,
        active_users: 0,
        last_activity: None,
        subscriptions: 0,
        licenses: 0,
        trial: Trial::None,
        consumer: false,
        managed_by: None,
        extra: BTreeMap::new(),
    }
}

fn managed_by(dice: &mut Dice) -> Option<ManagedBy> {
    let (id, name) = match dice.below(100) {
        0..=34 => (PARTNER_ID, PARTNER_NAME),
        35..=49 => dice.pick(demo::OTHER_PARTNERS),
        _ => return None,
    };
    Some(ManagedBy {
        id: OrganizationId::from(id),
        name: name.to_owned(),
    })
}

/// So many days before a date.
pub(super) fn days_before(date: Date, days: u32) -> Date {
    date.saturating_sub(i64::from(days).days())
}

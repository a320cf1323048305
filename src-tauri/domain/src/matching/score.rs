//! Evidence to points. Each ground gives its weight once, with its reason; grounds that say the
//! same thing twice (administrator and user, claimed and verified) give the better one only, so
//! that more evidence never lowers a score.

use jiff::civil::Date;

use super::{
    KnownOrganization, Question,
    domains::{comparable_address, domain_key, email_domain, is_free_mail, is_within},
    names::Comparable,
};
use crate::{
    capabilities::{Capabilities, MatchingRule},
    organization::{DomainState, Organization, Reason},
    problem::Params,
};

/// Characters of a name's beginning that count when they are equal.
const PREFIX: usize = 5;

/// A question prepared for many organizations.
pub(super) struct Asked<'a> {
    email: Option<String>,
    domain: Domain,
    company: &'a str,
    name: Comparable,
}

/// What the address's domain can say.
enum Domain {
    None,
    Free(String),
    /// The registrable domain.
    Own(String),
}

impl<'a> Asked<'a> {
    pub(super) fn of(question: &Question<'a>, caps: &Capabilities) -> Self {
        let domain = match question.email.and_then(email_domain) {
            None => Domain::None,
            Some(domain) if is_free_mail(&domain, caps) => Domain::Free(domain),
            Some(domain) => Domain::Own(domain_key(&domain)),
        };
        Self {
            email: question.email.and_then(comparable_address),
            domain,
            company: question.company,
            name: Comparable::of(question.company),
        }
    }

    /// Whether the address is a user's or administrator's of the organization.
    pub(super) fn is_somebody_of(&self, known: &KnownOrganization) -> bool {
        self.is_among(&known.admin_emails) || self.is_among(&known.user_emails)
    }

    /// Points, which may be more than a score shows, and their reasons; nothing when nothing
    /// speaks for the organization.
    pub(super) fn score(
        &self,
        known: &KnownOrganization,
        rule: &MatchingRule,
        today: Date,
    ) -> Option<(u32, Vec<Reason>)> {
        let [similar_name, same_prefix] = self.names(&known.organization, rule);
        let mut reasons: Vec<Reason> = [
            self.address(known, rule),
            self.own_domain(&known.organization, rule),
            self.users_in_domain(known, rule),
            similar_name,
            same_prefix,
        ]
        .into_iter()
        .flatten()
        .filter(|reason| reason.points > 0)
        .collect();
        if reasons.is_empty() {
            return None;
        }
        // Being in use speaks for an organization only when something else points to it.
        reasons.extend(recent_activity(&known.organization, rule, today));
        let points = reasons
            .iter()
            .fold(0, |sum: u32, reason| sum.saturating_add(reason.points));
        if let Domain::Free(domain) = &self.domain {
            reasons.push(reason("free_mail_domain", 0, &[("domain", domain)]));
        }
        Some((points, reasons))
    }

    fn address(&self, known: &KnownOrganization, rule: &MatchingRule) -> Option<Reason> {
        better(
            self.is_among(&known.admin_emails)
                .then(|| reason("admin_email_equals", rule.admin_email_equals, &[])),
            self.is_among(&known.user_emails)
                .then(|| reason("user_email_equals", rule.user_email_equals, &[])),
        )
    }

    fn own_domain(&self, organization: &Organization, rule: &MatchingRule) -> Option<Reason> {
        let Domain::Own(key) = &self.domain else {
            return None;
        };
        organization
            .domains
            .iter()
            .filter(|domain| is_within(&domain.name, key))
            .fold(None, |best, domain| {
                let params = [("domain", domain.name.as_str())];
                let found = match domain.state {
                    DomainState::Claimed => Some(reason(
                        "claimed_domain_equals",
                        rule.claimed_domain_equals,
                        &params,
                    )),
                    DomainState::Verified => Some(reason(
                        "verified_domain_equals",
                        rule.verified_domain_equals,
                        &params,
                    )),
                    DomainState::Unknown(_) => None,
                };
                better(best, found)
            })
    }

    fn users_in_domain(&self, known: &KnownOrganization, rule: &MatchingRule) -> Option<Reason> {
        let Domain::Own(key) = &self.domain else {
            return None;
        };
        let in_domain = |email: &&String| {
            email
                .rsplit_once('@')
                .is_some_and(|(_, domain)| is_within(domain.trim(), key))
        };
        let users = known.user_emails.iter().filter(in_domain).count();
        let any = users > 0 || known.admin_emails.iter().any(|email| in_domain(&email));
        any.then(|| {
            let params = [
                ("domain", key.as_str()),
                ("users", &users.max(1).to_string()),
            ];
            reason("users_in_domain", rule.users_in_domain, &params)
        })
    }

    fn names(&self, organization: &Organization, rule: &MatchingRule) -> [Option<Reason>; 2] {
        if self.company.is_empty() {
            return [None, None];
        }
        let name = Comparable::of(&organization.name);
        let percent = self
            .name
            .similarity_from(&name, rule.similar_name_from.min(100));
        let similar = (percent > 0).then(|| {
            let points = rule.similar_name.saturating_mul(percent) / 100;
            let params = [
                ("name", organization.name.as_str()),
                ("percent", &percent.to_string()),
            ];
            reason("similar_name", points, &params)
        });
        let prefix = self.name.compact().get(..PREFIX);
        let same_prefix = prefix
            .filter(|prefix| name.compact().starts_with(prefix))
            .map(|prefix| reason("same_prefix", rule.same_prefix, &[("prefix", prefix)]));
        [similar, same_prefix]
    }

    fn is_among(&self, emails: &[String]) -> bool {
        let Some(asked) = &self.email else {
            return false;
        };
        emails.iter().any(|email| {
            asked.eq_ignore_ascii_case(email)
                || (!email.is_ascii() && comparable_address(email).as_ref() == Some(asked))
        })
    }
}

fn recent_activity(
    organization: &Organization,
    rule: &MatchingRule,
    today: Date,
) -> Option<Reason> {
    let last = organization.last_activity?;
    let days = days_since(last, today);
    let params = [("date", last.to_string()), ("days", days.to_string())];
    let params = params
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    (rule.recent_activity > 0 && days <= i64::from(rule.recent_days))
        .then(|| reason("recent_activity", rule.recent_activity, &params))
}

/// Whole days between two dates; none for a date that is still to come.
pub(super) fn days_since(date: Date, today: Date) -> i64 {
    date.until(today)
        .map_or(0, |span| i64::from(span.get_days()))
        .max(0)
}

/// The ground with more points; the first when they are equal.
fn better(a: Option<Reason>, b: Option<Reason>) -> Option<Reason> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.points > a.points { b } else { a }),
        (a, b) => a.or(b),
    }
}

fn reason(code: &str, points: u32, params: &[(&str, &str)]) -> Reason {
    let params: Params = params
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    Reason {
        code: code.to_owned(),
        points,
        params,
    }
}

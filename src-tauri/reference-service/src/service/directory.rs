//! Finding organizations: the match for a role, and the search over all domains. How candidates
//! are judged is the trade's business.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use jiff::{civil::Date, tz::TimeZone};
use turnup_contract::{MatchRequest, SearchRequest};
use turnup_domain::{
    Candidate, MatchAnswer, OrganizationId, Outcome,
    matching::{self, Question},
    organization::Role,
};

use super::{PARTNER_ID, Refusal, Service};
use crate::storage::organizations;

/// Most organizations that are looked at for one question.
const LOOKED_AT: usize = 300;
/// Candidates of a page of a search.
const PAGE: u32 = 20;

impl Service {
    /// `POST /organizations/match`.
    pub fn match_organizations(&self, request: &MatchRequest) -> Result<MatchAnswer, Refusal> {
        let email = request
            .email
            .as_deref()
            .map(str::trim)
            .filter(|email| !email.is_empty());
        let domain = email
            .and_then(matching::email_domain)
            .filter(|domain| !matching::is_free_mail(domain, &self.capabilities));
        let known = self.database.read(|connection| {
            let company = &request.company;
            organizations::possible(connection, email, domain.as_deref(), company, LOOKED_AT)
                .map_err(Refusal::from)
        })?;
        let own = OrganizationId::from(PARTNER_ID);
        let question = Question {
            role: &request.role,
            email,
            company: &request.company,
            country: &request.country,
            own_partner: Some(&own),
            chosen_partner: request.partner.as_ref(),
        };
        let (outcome, candidates) =
            matching::outcome(&question, &known, &self.capabilities, self.today());
        Ok(MatchAnswer {
            outcome,
            as_of: self.now(),
            candidates,
            next_cursor: None,
        })
    }

    /// `POST /organizations/search`: every organization with a domain that begins so.
    pub fn search_organizations(&self, request: &SearchRequest) -> Result<MatchAnswer, Refusal> {
        let wanted = request.domain.trim().trim_start_matches('@').to_lowercase();
        let wanted = matching::email_domain(&format!("x@{wanted}")).unwrap_or(wanted);
        if wanted.len() < 2 {
            return Err(Refusal::malformed(
                "a domain, or at least two letters of one",
            ));
        }
        let after = request.cursor.as_deref().map(read_cursor).transpose()?;
        let after = after.as_ref().map_or(("", ""), |(domain, id)| (domain, id));
        let own = OrganizationId::from(PARTNER_ID);
        self.database.read(|connection| {
            let mut found = organizations::with_domain(connection, &wanted, after, PAGE + 1)?;
            let more = found.len() > PAGE as usize;
            found.truncate(PAGE as usize);
            let next_cursor = found.last().filter(|_| more).map(write_cursor);
            let mut candidates: Vec<Candidate> = Vec::new();
            for (domain, id) in &found {
                let Some(known) = organizations::known(connection, id)? else {
                    continue;
                };
                let email = format!("postmaster@{domain}");
                let question = Question {
                    role: &Role::Customer,
                    email: Some(&email),
                    company: "",
                    country: "",
                    own_partner: Some(&own),
                    chosen_partner: None,
                };
                let judged = matching::rank(&question, &[known], &self.capabilities, self.today());
                candidates.extend(judged);
            }
            candidates
                .iter_mut()
                .for_each(|candidate| candidate.recommended = false);
            candidates.dedup_by(|a, b| a.organization.id == b.organization.id);
            let outcome = if candidates.is_empty() {
                Outcome::None
            } else {
                Outcome::Candidates
            };
            Ok(MatchAnswer {
                outcome,
                as_of: self.now(),
                candidates,
                next_cursor,
            })
        })
    }

    pub(super) fn today(&self) -> Date {
        self.now().to_zoned(TimeZone::UTC).date()
    }
}

fn write_cursor((domain, id): &(String, String)) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(format!("{domain} {id}"))
}

fn read_cursor(cursor: &str) -> Result<(String, String), Refusal> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(cursor).ok();
    bytes
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .and_then(|text| {
            text.split_once(' ')
                .map(|(domain, id)| (domain.to_owned(), id.to_owned()))
        })
        .ok_or_else(|| Refusal::malformed("the cursor is none of this service"))
}

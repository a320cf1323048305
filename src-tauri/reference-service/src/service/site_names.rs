//! Whether a site or SIP name can be had, and which one can instead.

use rusqlite::Connection;
use turnup_contract::{NameCheckAnswer, NameCheckRequest};
use turnup_domain::{capabilities::NameRule, validation};

use super::{Refusal, Service};
use crate::storage::names::{self, NameKind};

/// Names offered instead.
const SUGGESTIONS: usize = 3;

impl Service {
    /// `POST /site-names/check`.
    pub fn check_site_name(&self, request: &NameCheckRequest) -> Result<NameCheckAnswer, Refusal> {
        self.check_name(NameKind::Site, &self.capabilities.site_name, request)
    }

    /// `POST /sip-names/check`.
    pub fn check_sip_name(&self, request: &NameCheckRequest) -> Result<NameCheckAnswer, Refusal> {
        self.check_name(NameKind::Sip, &self.capabilities.sip_name, request)
    }

    fn check_name(
        &self,
        kind: NameKind,
        rule: &NameRule,
        request: &NameCheckRequest,
    ) -> Result<NameCheckAnswer, Refusal> {
        let name = request.name.clone();
        self.database.read(|connection| {
            let invalid = validation::check_name(&name, rule, "/name").is_some();
            let result = if invalid {
                "invalid"
            } else if names::is_taken(connection, kind, &name, None)? {
                "taken"
            } else {
                "available"
            };
            let suggestions = match result {
                "available" => Vec::new(),
                _ => suggestions(connection, kind, rule, &name)?,
            };
            Ok(NameCheckAnswer {
                name,
                result: result.to_owned(),
                suggestions,
            })
        })
    }
}

fn suggestions(
    connection: &Connection,
    kind: NameKind,
    rule: &NameRule,
    name: &str,
) -> rusqlite::Result<Vec<String>> {
    let base = validation::suggest_name(name, rule);
    if base.is_empty() {
        return Ok(Vec::new());
    }
    let joint = if rule.inner_hyphens { "-" } else { "" };
    let endings = ["meet", "online", "eu", "hq"].map(|ending| format!("{base}{joint}{ending}"));
    let numbered = (2..20).map(|number| format!("{base}{joint}{number}"));
    let mut free = Vec::new();
    for candidate in std::iter::once(base.clone()).chain(endings).chain(numbered) {
        let fits = validation::check_name(&candidate, rule, "/name").is_none();
        if free.len() < SUGGESTIONS && fits && !names::is_taken(connection, kind, &candidate, None)?
        {
            free.push(candidate);
        }
    }
    Ok(free)
}

//! The rules and enumerations that a provisioning service sends as data. Nothing in here has a
//! constant elsewhere: a rule that a service may change is read from a `Capabilities`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::order::{Extra, ServiceKind};

/// What a service supports and the rules it will apply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Capabilities {
    /// Protocol version, `1`.
    pub version: u32,
    /// Kinds of service and whether they ask for input.
    pub services: Vec<ServiceRule>,
    /// Acts supported beyond the basic ones: `handover`, `resend`, `retry`, `review`, `search`,
    /// `transfer`.
    #[serde(default)]
    pub acts: Vec<String>,
    /// Rule of site names.
    pub site_name: NameRule,
    /// Rule of SIP names.
    pub sip_name: NameRule,
    /// Codes of business verticals.
    pub verticals: Vec<String>,
    /// Countries in alphabetical order of their code, with their address rules.
    pub countries: Vec<CountryRule>,
    /// IANA zones that can be chosen.
    pub time_zones: Vec<String>,
    /// Announcement and e-mail languages, such as `en_us`.
    pub languages: Vec<String>,
    /// Days to close per offer code; `""` is every other offer.
    pub days_to_close: BTreeMap<String, u32>,
    /// How candidates are scored.
    pub matching: MatchingRule,
    /// How a provisioning e-mail is known.
    pub email_patterns: Vec<EmailPattern>,
    /// Domains whose addresses say nothing about a company (free and disposable mail).
    pub free_mail_domains: Vec<String>,
    /// Most sites that are advised.
    pub max_sites: u32,
    /// Most characters of an address line.
    pub max_address_line: u32,
    /// Most characters of a location name.
    pub max_location_name: u32,
    /// Most characters of a company name.
    pub max_company_name: u32,
    /// Fields of a newer service.
    #[serde(flatten)]
    #[cfg_attr(feature = "openapi", schema(ignore))]
    pub extra: Extra,
}

/// A kind of service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServiceRule {
    /// Which.
    pub kind: ServiceKind,
    /// Whether the operator has something to fill in.
    pub needs_input: bool,
}

/// What a name may look like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NameRule {
    /// Fewest characters.
    pub min: u32,
    /// Most characters.
    pub max: u32,
    /// Whether hyphens may stand inside (never at an end).
    pub inner_hyphens: bool,
    /// What follows the name, such as `.webex.com`.
    pub suffix: String,
    /// Names nobody can have.
    #[serde(default)]
    pub reserved: Vec<String>,
}

/// A country and what an address there needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CountryRule {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// Fields that an address needs: of `street1`, `city`, `state`, `postal_code`.
    pub required: Vec<String>,
    /// Order of the fields in the form.
    pub order: Vec<String>,
    /// Label code of the state field: `state`, `province`, `prefecture`, `county`, `emirate`, …
    #[serde(default)]
    pub state_label: String,
    /// Label code of the postal code: `postal`, `zip`, `eircode`, `pin`.
    #[serde(default)]
    pub postal_label: String,
    /// States to choose from; empty = free text.
    #[serde(default)]
    pub states: Vec<String>,
    /// Regular expression of a whole postal code (ASCII, anchored by the reader), or empty.
    #[serde(default)]
    pub postal_pattern: String,
    /// An example of a postal code.
    #[serde(default)]
    pub postal_example: String,
    /// Zones of the country, the most likely first.
    #[serde(default)]
    pub time_zones: Vec<String>,
    /// Languages of the country, the most likely first, such as `fr_fr`.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Where data of a new organization lives, such as `eu`, `us`; empty = unknown.
    #[serde(default)]
    pub data_region: String,
}

/// Points for each ground and the thresholds of the flags.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MatchingRule {
    /// The address is an administrator's.
    pub admin_email_equals: u32,
    /// The address is a user's.
    pub user_email_equals: u32,
    /// The domain is claimed.
    pub claimed_domain_equals: u32,
    /// The domain is verified.
    pub verified_domain_equals: u32,
    /// Users have addresses of the domain.
    pub users_in_domain: u32,
    /// Activity within `recent_days`.
    pub recent_activity: u32,
    /// Full points for an equal normalised name, in proportion from `similar_name_from` %.
    pub similar_name: u32,
    /// The first five characters are equal.
    pub same_prefix: u32,
    /// Days that count as recent.
    pub recent_days: u32,
    /// Similarity in % from which a name counts.
    pub similar_name_from: u32,
    /// Two candidates this near (points) are a near tie.
    pub near_tie_points: u32,
    /// Score from which the best is recommended.
    pub recommend_from: u32,
    /// Days without activity after which an unverified organization is stale.
    pub stale_days: u32,
    /// Users from which approval is asked.
    pub approval_users: u32,
}

/// How a provisioning e-mail is known: literal text around the order number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EmailPattern {
    /// BCP 47.
    pub language: String,
    /// Subject with `{number}` where the order number stands.
    pub subject: String,
    /// Regular expression of an order number.
    pub number: String,
}

impl Capabilities {
    /// The rule of one country, if the service knows it.
    #[must_use]
    pub fn country(&self, code: &str) -> Option<&CountryRule> {
        self.countries.iter().find(|rule| rule.code == code)
    }

    /// Days that an order of this offer stays open.
    #[must_use]
    pub fn days_to_close(&self, offer: &str) -> Option<u32> {
        self.days_to_close
            .get(offer)
            .or_else(|| self.days_to_close.get(""))
            .copied()
    }

    /// Whether the operator has something to fill in for this kind of service, as far as the
    /// service says; a kind without a rule is asked for.
    #[must_use]
    pub fn asks_for_input(&self, kind: &ServiceKind) -> bool {
        self.services
            .iter()
            .find(|rule| rule.kind == *kind)
            .is_none_or(|rule| rule.needs_input)
    }

    /// Whether the service supports an act beyond the basic ones.
    #[must_use]
    pub fn supports(&self, act: &str) -> bool {
        self.acts.iter().any(|supported| supported == act)
    }
}

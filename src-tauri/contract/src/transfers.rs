//! What lies on a transfer code: the sites that move, and the services found there.

use serde::{Deserialize, Serialize};
use turnup_domain::ServiceKind;
use utoipa::ToSchema;

/// `GET /transfers/{code}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TransferAnswer {
    /// The code, as the service writes it.
    pub code: String,
    /// Every site that moves with the code.
    pub sites: Vec<TransferSite>,
}

/// A site that moves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TransferSite {
    /// The whole host, such as `zurita.webex.com`.
    pub name: String,
    /// The services found there.
    #[serde(default)]
    pub services: Vec<TransferService>,
}

/// A service found on a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TransferService {
    /// Which service it is.
    pub kind: ServiceKind,
    /// Name as on a quote, such as `Webex Meetings, named user`.
    pub name: String,
    /// Licences in use there.
    pub quantity: u32,
}

impl TransferAnswer {
    /// The site that a person means: by its whole host, or by the name before the first dot, in
    /// any case.
    #[must_use]
    pub fn site(&self, typed: &str) -> Option<&TransferSite> {
        let typed = typed.trim();
        self.sites.iter().find(|site| {
            let label = site.name.split('.').next().unwrap_or_default();
            !typed.is_empty()
                && (site.name.eq_ignore_ascii_case(typed) || label.eq_ignore_ascii_case(typed))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_meant_by_its_host_or_its_name() {
        let site = |name: &str| TransferSite {
            name: name.to_owned(),
            services: Vec::new(),
        };
        let answer = TransferAnswer {
            code: "TR-1".to_owned(),
            sites: vec![site("zurita.webex.com"), site("zurita-eu.webex.com")],
        };
        let table = [
            ("zurita.webex.com", Some("zurita.webex.com")),
            (" Zurita-EU.webex.com ", Some("zurita-eu.webex.com")),
            ("zurita", Some("zurita.webex.com")),
            ("zurita.webex", None),
            ("zurita.webex.example", None),
            ("andaluza", None),
            ("", None),
            (".", None),
        ];
        for (typed, expected) in table {
            let found = answer.site(typed).map(|site| site.name.as_str());
            assert_eq!(found, expected, "{typed:?}");
        }
    }
}

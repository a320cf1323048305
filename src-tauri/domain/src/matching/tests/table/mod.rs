//! One table of what an operator is told: an order, the organizations that are known, and for
//! every candidate, best first, what speaks for it and what to mind. How many points a ground
//! gives is not said here; that a score suffices shows in what is recommended.

mod choices;
mod domains;
mod flags;
mod forms;
mod names;
mod scripts;

use jiff::civil::Date;

use super::*;

/// The operator's own partner organization.
const OWN: &str = "own";

/// An order and what is known; `expected` has one line for each candidate:
/// `id[, recommended]: reasons[ | flags]`. A name that is equal once normalised is `same_name`.
struct Case {
    says: &'static str,
    role: Role,
    company: &'static str,
    email: Option<&'static str>,
    country: &'static str,
    partner: Option<OrganizationId>,
    known: Vec<KnownOrganization>,
    settled: bool,
    expected: Vec<&'static str>,
}

/// An order from Spain for the customer of this name, without an address.
fn order(says: &'static str, company: &'static str) -> Case {
    Case {
        says,
        role: Role::Customer,
        company,
        email: None,
        country: "ES",
        partner: None,
        known: Vec::new(),
        settled: false,
        expected: Vec::new(),
    }
}

impl Case {
    fn email(mut self, email: &'static str) -> Self {
        self.email = Some(email);
        self
    }

    fn from(mut self, country: &'static str) -> Self {
        self.country = country;
        self
    }

    /// Another organization than the customer's is looked for.
    fn asks(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// This organization was chosen as partner.
    fn partner(mut self, id: &str) -> Self {
        self.partner = Some(id.into());
        self
    }

    fn among<const N: usize>(mut self, known: [KnownOrganization; N]) -> Self {
        self.known = known.into();
        self
    }

    fn tells<const N: usize>(mut self, expected: [&'static str; N]) -> Self {
        self.expected = expected.into();
        self
    }

    /// The address is somebody's, and only that organization comes into question.
    fn settles(mut self, expected: &'static str) -> Self {
        self.settled = true;
        self.tells([expected])
    }

    fn check(&self) {
        let own = OWN.into();
        let question = Question {
            role: &self.role,
            email: self.email,
            company: self.company,
            country: self.country,
            own_partner: Some(&own),
            chosen_partner: self.partner.as_ref(),
        };
        let (outcome, found) = outcome(&question, &self.known, &capabilities(), TODAY);
        let told: Vec<String> = found.iter().map(line).collect();
        assert_eq!(told, self.expected, "{}", self.says);
        let expected = match (self.settled, self.expected.is_empty()) {
            (true, _) => Outcome::Matched,
            (false, false) => Outcome::Candidates,
            (false, true) => Outcome::None,
        };
        assert_eq!(outcome, expected, "{}", self.says);
    }
}

fn line(candidate: &Candidate) -> String {
    let reasons = candidate.reasons.iter().map(|reason| {
        let same = reason.code == "similar_name" && reason.params["percent"] == "100";
        if same { "same_name" } else { &reason.code }
    });
    let reasons: Vec<&str> = reasons.collect();
    let flags = flag_codes(candidate);
    format!(
        "{}{}: {}{}{}",
        candidate.organization.id,
        if candidate.recommended {
            ", recommended"
        } else {
            ""
        },
        reasons.join(" "),
        if flags.is_empty() { "" } else { " | " },
        flags.join(" "),
    )
}

/// A Spanish organization that was created today and not used yet, so that only what a case
/// adds speaks for it or against it.
fn org(id: &str, name: &str) -> KnownOrganization {
    known(Organization {
        id: id.into(),
        name: name.into(),
        ..stranger()
    })
}

impl KnownOrganization {
    fn claims(mut self, domain: &str) -> Self {
        self.organization = self.organization.with_domain(domain, DomainState::Claimed);
        self
    }

    fn verified(mut self, domain: &str) -> Self {
        self.organization = self.organization.with_domain(domain, DomainState::Verified);
        self
    }

    fn with_admin(mut self, email: &str) -> Self {
        self.admin_emails.push(email.into());
        self
    }

    fn with_user(mut self, email: &str) -> Self {
        self.user_emails.push(email.into());
        self
    }

    fn but(mut self, change: impl FnOnce(&mut Organization)) -> Self {
        change(&mut self.organization);
        self
    }

    fn lies_in(self, country: &str) -> Self {
        self.but(|o| o.country = country.into())
    }

    fn created(self, day: Date) -> Self {
        self.but(|o| o.created = Some(day))
    }

    fn last_used(self, day: Date) -> Self {
        self.but(|o| o.last_activity = Some(day))
    }

    fn managed_by(mut self, id: &str) -> Self {
        self.organization = self.organization.managed_by(id, "A partner");
        self
    }
}

#[test]
fn an_operator_is_told_what_speaks_for_each_organization_and_what_to_mind() {
    let themes = [
        domains::cases(),
        names::cases(),
        scripts::cases(),
        forms::cases(),
        flags::cases(),
        choices::cases(),
    ];
    let cases: Vec<Case> = themes.into_iter().flatten().collect();
    let sentences: std::collections::BTreeSet<&str> = cases.iter().map(|case| case.says).collect();
    assert_eq!(sentences.len(), cases.len(), "a sentence stands twice");
    for case in &cases {
        case.check();
    }
}

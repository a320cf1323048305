//! What forms offer, and whether a name can be had.

use turnup_contract::{Answer, NameCheckAnswer, NameCheckRequest, ProvisioningService};
use turnup_domain::{Capabilities, capabilities::CountryRule, validation::check_name};

use crate::{
    Workbench,
    failure::Outcome,
    order_page::rules,
    session::Session,
    views::{ChoicesView, CountryView, NameAnswer},
};

impl Workbench {
    /// The choices that forms offer, from the service's rules.
    pub async fn choices(&self) -> Outcome<ChoicesView> {
        let caps = self.with_store(rules).await?;
        Ok(choices(caps))
    }

    /// Whether a site name can be had; `unknown` when nobody can be asked now.
    pub async fn check_site_name(&self, name: &str) -> Outcome<NameAnswer> {
        let caps = self.with_store(rules).await?;
        let session = self.session()?;
        if check_name(name, &caps.site_name, "").is_some() {
            return Ok(answer(name, "invalid", Vec::new()));
        }
        Ok(asked(
            name,
            &session,
            session.service.check_site_name(&request(name)),
        )
        .await)
    }

    /// Whether a SIP name can be had; `unknown` when nobody can be asked now.
    pub async fn check_sip_name(&self, name: &str) -> Outcome<NameAnswer> {
        let caps = self.with_store(rules).await?;
        let session = self.session()?;
        if check_name(name, &caps.sip_name, "").is_some() {
            return Ok(answer(name, "invalid", Vec::new()));
        }
        Ok(asked(
            name,
            &session,
            session.service.check_sip_name(&request(name)),
        )
        .await)
    }
}

async fn asked(
    name: &str,
    session: &Session,
    call: impl Future<Output = Answer<NameCheckAnswer>>,
) -> NameAnswer {
    if !session.is_online() {
        return answer(name, "unknown", Vec::new());
    }
    match call.await {
        Ok(told) => answer(name, &told.result, told.suggestions),
        // The dry run asks again before anything becomes final.
        Err(_) => answer(name, "unknown", Vec::new()),
    }
}

fn request(name: &str) -> NameCheckRequest {
    NameCheckRequest {
        name: name.to_owned(),
    }
}

fn answer(name: &str, result: &str, suggestions: Vec<String>) -> NameAnswer {
    NameAnswer {
        name: name.to_owned(),
        result: result.to_owned(),
        suggestions,
    }
}

fn choices(caps: Capabilities) -> ChoicesView {
    ChoicesView {
        verticals: caps.verticals,
        countries: caps.countries.into_iter().map(country).collect(),
        time_zones: caps.time_zones,
        languages: caps.languages,
        site_suffix: caps.site_name.suffix,
        sip_suffix: caps.sip_name.suffix,
        max_sites: caps.max_sites,
        can_search: caps.acts.iter().any(|act| act == "search"),
    }
}

fn country(rule: CountryRule) -> CountryView {
    CountryView {
        code: rule.code,
        required: rule.required,
        order: rule.order,
        state_label: rule.state_label,
        postal_label: rule.postal_label,
        states: rule.states,
        postal_example: rule.postal_example,
        time_zones: rule.time_zones,
        languages: rule.languages,
        data_region: rule.data_region,
    }
}

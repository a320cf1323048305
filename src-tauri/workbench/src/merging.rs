//! Answers that are given in two windows at once: what was typed goes into what is kept now, field
//! by field. Where both changed the same field, what was typed stands: it is the same person, who
//! sees it.

use serde_json::{Map, Value};

use crate::views::DraftForm;

/// `typed` with everything that `kept` has since `before` and the typing did not touch.
pub fn merged(before: &DraftForm, typed: DraftForm, kept: &DraftForm) -> DraftForm {
    if before == kept || typed == *kept {
        return typed;
    }
    let whole = |form: &DraftForm| serde_json::to_value(form).unwrap_or_default();
    let value = merge(
        Some(&whole(before)),
        Some(&whole(&typed)),
        Some(&whole(kept)),
    );
    // Cannot fail: every field comes from a form.
    value
        .and_then(|value| serde_json::from_value(value).ok())
        .unwrap_or(typed)
}

/// One value of the three; none where it is not there.
fn merge(before: Option<&Value>, typed: Option<&Value>, kept: Option<&Value>) -> Option<Value> {
    if typed == before {
        return kept.cloned();
    }
    if kept == before || typed == kept {
        return typed.cloned();
    }
    match (before, typed, kept) {
        (Some(Value::Object(before)), Some(Value::Object(typed)), Some(Value::Object(kept))) => {
            let names = typed.keys().chain(kept.keys());
            let fields = names.filter_map(|name| {
                let value = merge(before.get(name), typed.get(name), kept.get(name))?;
                Some((name.clone(), value))
            });
            Some(Value::Object(fields.collect::<Map<_, _>>()))
        }
        // Sites are told apart by their places: only where none came or went.
        (Some(Value::Array(before)), Some(Value::Array(typed)), Some(Value::Array(kept)))
            if before.len() == typed.len() && typed.len() == kept.len() =>
        {
            let sites = before.iter().zip(typed).zip(kept);
            let sites = sites
                .filter_map(|((before, typed), kept)| merge(Some(before), Some(typed), Some(kept)));
            Some(Value::Array(sites.collect()))
        }
        _ => typed.cloned(),
    }
}

#[cfg(test)]
mod tests {
    use turnup_domain::Draft;

    use super::*;
    use crate::{form::form_of, views::SiteForm};

    fn blank() -> DraftForm {
        form_of(&Draft::default())
    }

    fn with(change: impl FnOnce(&mut DraftForm)) -> DraftForm {
        let mut form = blank();
        change(&mut form);
        form
    }

    fn site(name: &str) -> SiteForm {
        SiteForm {
            name: name.to_owned(),
            time_zone: String::new(),
            early_release: None,
            managed_in: "control_hub".to_owned(),
            licenses: [("1".to_owned(), 10)].into(),
        }
    }

    #[test]
    fn different_fields_go_together() {
        let typed = with(|form| form.calling.sip_name = "zurita".to_owned());
        let kept = with(|form| form.calling.address.city = "Sevilla".to_owned());
        let both = merged(&blank(), typed, &kept);
        assert_eq!(both.calling.sip_name, "zurita");
        assert_eq!(both.calling.address.city, "Sevilla");
    }

    #[test]
    fn in_the_same_field_what_was_typed_stands() {
        let typed = with(|form| form.calling.sip_name = "typed".to_owned());
        let kept = with(|form| form.calling.sip_name = "kept".to_owned());
        assert_eq!(merged(&blank(), typed, &kept).calling.sip_name, "typed");
    }

    #[test]
    fn what_was_taken_away_elsewhere_does_not_come_back() {
        let before = with(|form| {
            form.when.insert("meetings".to_owned(), "now".to_owned());
            form.calling.sip_name = "old".to_owned();
        });
        let mut typed = before.clone();
        typed.handover.email = "luis@andaluza.example".to_owned();
        let kept = merged(&before, typed, &blank());
        assert!(kept.when.is_empty());
        assert_eq!(kept.calling.sip_name, "");
        assert_eq!(kept.handover.email, "luis@andaluza.example");
    }

    #[test]
    fn each_field_of_a_site_is_its_own() {
        let before = with(|form| form.meetings.sites = vec![site("a"), site("b")]);
        let mut typed = before.clone();
        typed.meetings.sites[0].name = "typed".to_owned();
        let mut kept = before.clone();
        kept.meetings.sites[0].licenses.insert("1".to_owned(), 7);
        kept.meetings.sites[1].time_zone = "Europe/Madrid".to_owned();
        let sites = merged(&before, typed, &kept).meetings.sites;
        assert_eq!(sites[0].name, "typed");
        assert_eq!(sites[0].licenses["1"], 7);
        assert_eq!(sites[1].time_zone, "Europe/Madrid");
    }

    #[test]
    fn sites_that_came_here_stand_as_they_were_typed() {
        let before = with(|form| form.meetings.sites = vec![site("a")]);
        let mut typed = before.clone();
        typed.meetings.sites.push(site("new"));
        let mut kept = before.clone();
        kept.meetings.sites[0].name = "kept".to_owned();
        let names: Vec<String> = merged(&before, typed, &kept)
            .meetings
            .sites
            .into_iter()
            .map(|site| site.name)
            .collect();
        assert_eq!(names, ["a", "new"]);
    }
}

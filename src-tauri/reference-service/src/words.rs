//! Words for people, from the catalogues that the whole project shares. The service speaks
//! English and French; everything else it says is codes.

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

/// A language of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    French,
}

impl Language {
    /// Every language, the first one for everybody else.
    pub const ALL: [Self; 2] = [Self::English, Self::French];

    /// BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// The language that an `Accept-Language` header asks for first.
    pub fn asked_for(header: &str) -> Self {
        let mut wishes: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|wish| {
                let (tag, weight) = wish.split_once(';').unwrap_or((wish, "q=1"));
                let weight = weight.trim().strip_prefix("q=")?.parse().ok()?;
                let primary = tag.trim().split('-').next()?.to_lowercase();
                let language = Self::ALL.into_iter().find(|known| known.tag() == primary)?;
                Some((weight, language))
            })
            .collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes
            .first()
            .map_or(Self::English, |(_, language)| *language)
    }

    /// The language of somebody in a zone.
    pub fn of_zone(zone: &str) -> Self {
        let french = [
            "Europe/Paris",
            "Europe/Brussels",
            "Europe/Luxembourg",
            "Europe/Monaco",
        ];
        if french.contains(&zone) {
            Self::French
        } else {
            Self::English
        }
    }
}

/// A message of the catalogues; its own id when there is none, so that a gap is seen.
pub(crate) fn say(language: Language, id: &str, values: &[(&str, &str)]) -> String {
    let bundle = bundle(language);
    let pattern = bundle.get_message(id).and_then(|message| message.value());
    let mut arguments = FluentArgs::new();
    for (name, value) in values {
        arguments.set(*name, *value);
    }
    pattern.map_or_else(
        || id.to_owned(),
        |pattern| {
            bundle
                .format_pattern(pattern, Some(&arguments), &mut Vec::new())
                .into_owned()
        },
    )
}

fn bundle(language: Language) -> &'static FluentBundle<FluentResource> {
    use std::sync::OnceLock;
    static ENGLISH: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    static FRENCH: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    match language {
        Language::English => ENGLISH.get_or_init(|| {
            load(
                language,
                &[
                    include_str!("../../../locales/en/mail.ftl"),
                    include_str!("../../../locales/en/service.ftl"),
                ],
            )
        }),
        Language::French => FRENCH.get_or_init(|| {
            load(
                language,
                &[
                    include_str!("../../../locales/fr/mail.ftl"),
                    include_str!("../../../locales/fr/service.ftl"),
                ],
            )
        }),
    }
}

fn load(language: Language, catalogues: &[&str]) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(
        language
            .tag()
            .parse::<LanguageIdentifier>()
            .into_iter()
            .collect(),
    );
    // Plain text and escaped HTML: isolation marks would be copied along with a number.
    bundle.set_use_isolating(false);
    for catalogue in catalogues {
        let resource = FluentResource::try_new((*catalogue).to_owned())
            .unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_is_known_and_wished_most_is_spoken() {
        let table = [
            ("", Language::English),
            ("fr-CA,fr;q=0.8", Language::French),
            ("de,fr;q=0.5,en;q=0.3", Language::French),
            ("fr;q=0.2,en-GB;q=0.9", Language::English),
            ("*;q=nonsense,fr", Language::French),
        ];
        for (header, expected) in table {
            assert_eq!(Language::asked_for(header), expected, "{header}");
        }
    }

    #[test]
    fn every_message_is_there_in_both_languages() {
        for id in [
            "mail-provisioning-subject",
            "mail-review-subject",
            "mail-transfer-code",
            "mail-footer",
            "service-sign-in-title",
        ] {
            for language in Language::ALL {
                assert_ne!(say(language, id, &[("number", "1")]), id);
            }
        }
    }
}

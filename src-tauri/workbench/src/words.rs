//! The few words that the shell needs outside the interface: native menu and dialogs.

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

use crate::Workbench;

const CATALOGUES: &[(&str, &str)] = &[
    ("en", include_str!("../../../locales/en/menu.ftl")),
    ("fr", include_str!("../../../locales/fr/menu.ftl")),
];

/// Words in one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of a language; English when there is no such catalogue.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let (tag, source) = CATALOGUES
            .iter()
            .find(|(tag, _)| *tag == language)
            .copied()
            .unwrap_or(CATALOGUES[0]);
        let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        // Errors are impossible in a catalogue that the tests have read.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(part, _)| part);
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// A word; its own id when the catalogue has none.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A word with values in it.
    #[must_use]
    pub fn with(&self, id: &str, values: &[(&str, &str)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set(*name, (*value).to_owned());
        }
        let pattern = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value());
        match pattern {
            Some(pattern) => self
                .bundle
                .format_pattern(pattern, Some(&arguments), &mut Vec::new())
                .into_owned(),
            None => id.to_owned(),
        }
    }
}

impl Workbench {
    /// The shell's words in the language of the settings, else of the system.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::of(&self.language())
    }

    /// `en` or `fr`.
    pub(crate) fn language(&self) -> String {
        let chosen = self.inner.home.settings().language;
        if chosen != "system" {
            return chosen;
        }
        let system = sys_locale::get_locale().unwrap_or_default();
        system.split(['-', '_']).next().unwrap_or("en").to_owned()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_catalogue_is_readable_and_says_the_same_things() {
        let ids = |source: &str| -> Vec<String> {
            source
                .lines()
                .filter_map(|line| line.split_once(" = ").map(|(id, _)| id.to_owned()))
                .collect()
        };
        let expected = ids(CATALOGUES[0].1);
        assert!(!expected.is_empty());
        for (tag, source) in CATALOGUES {
            FluentResource::try_new((*source).to_owned()).unwrap();
            assert_eq!(ids(source), expected, "{tag}");
            let words = Words::of(tag);
            for id in &expected {
                assert_ne!(&words.get(id), id, "{tag}: {id}");
            }
        }
    }

    #[test]
    fn a_language_without_a_catalogue_is_english() {
        assert_eq!(Words::of("xx").get("menu-file"), "File");
        assert_eq!(
            Words::of("fr").with("summary-name", &[("number", "1")]),
            "Commande 1"
        );
    }
}

//! The words that are needed outside the interface: native menu and dialogs, and what stands in
//! exported files.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

use crate::Workbench;

const CATALOGUES: &[(&str, &str)] = &[
    (
        "en",
        concat!(
            include_str!("../../../locales/en/menu.ftl"),
            "\n",
            include_str!("../../../locales/en/acts.ftl"),
            "\n",
            include_str!("../../../locales/en/notices.ftl")
        ),
    ),
    (
        "fr",
        concat!(
            include_str!("../../../locales/fr/menu.ftl"),
            "\n",
            include_str!("../../../locales/fr/acts.ftl"),
            "\n",
            include_str!("../../../locales/fr/notices.ftl")
        ),
    ),
];

macro_rules! exported {
    ($language:literal) => {
        [
            include_str!(concat!("../../../locales/", $language, "/countries.ftl")),
            include_str!(concat!("../../../locales/", $language, "/exported.ftl")),
            include_str!(concat!("../../../locales/", $language, "/order.ftl")),
            include_str!(concat!("../../../locales/", $language, "/terms.ftl")),
            include_str!(concat!("../../../locales/", $language, "/wizard.ftl")),
        ]
    };
}

/// What stands in exported files.
const EXPORTED: &[(&str, [&str; 5])] = &[("en", exported!("en")), ("fr", exported!("fr"))];

macro_rules! imported {
    ($language:literal) => {
        [
            include_str!(concat!("../../../locales/", $language, "/countries.ftl")),
            include_str!(concat!("../../../locales/", $language, "/imports.ftl")),
        ]
    };
}

/// What people write into tables.
const IMPORTED: &[(&str, [&str; 2])] = &[("en", imported!("en")), ("fr", imported!("fr"))];

macro_rules! command_line {
    ($language:literal) => {
        [
            include_str!(concat!("../../../locales/", $language, "/cli.ftl")),
            include_str!(concat!("../../../locales/", $language, "/failures.ftl")),
            include_str!(concat!("../../../locales/", $language, "/imports.ftl")),
            include_str!(concat!("../../../locales/", $language, "/problems.ftl")),
            include_str!(concat!("../../../locales/", $language, "/terms.ftl")),
        ]
    };
}

/// What a program without a window says.
const COMMAND_LINE: &[(&str, [&str; 5])] =
    &[("en", command_line!("en")), ("fr", command_line!("fr"))];

/// The most digits of what is taken for a count.
const COUNTED: usize = 9;

/// Words in one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of a language; English when there is no such catalogue.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let found = CATALOGUES.iter().find(|(tag, _)| *tag == language);
        let (tag, source) = found.copied().unwrap_or(CATALOGUES[0]);
        Self::read(tag, &[source])
    }

    /// What a program without a window says, in a language as [`Words::of`] knows it.
    #[must_use]
    pub fn command_line(language: &str) -> Self {
        let found = COMMAND_LINE.iter().find(|(tag, _)| *tag == language);
        let (tag, sources) = found.copied().unwrap_or(COMMAND_LINE[0]);
        Self::read(tag, &sources)
    }

    /// The words of exported files, in a language as [`Words::of`] knows it.
    pub(crate) fn exported(language: &str) -> Self {
        let found = EXPORTED.iter().find(|(tag, _)| *tag == language);
        let (tag, sources) = found.copied().unwrap_or(EXPORTED[0]);
        Self::read(tag, &sources)
    }

    /// What people write into tables, in each language.
    pub(crate) fn imported() -> impl Iterator<Item = Self> {
        IMPORTED
            .iter()
            .map(|(tag, sources)| Self::read(tag, sources))
    }

    fn read(tag: &str, sources: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        for source in sources {
            // Errors are impossible in a catalogue that the tests have read.
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(part, _)| part);
            bundle.add_resource_overriding(resource);
        }
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
        self.say(id, values).unwrap_or_else(|| id.to_owned())
    }

    /// A word with texts in it, and numbers that decide its plural.
    #[must_use]
    pub fn counting(&self, id: &str, texts: &[(&str, &str)], numbers: &[(&str, i64)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, text) in texts {
            arguments.set(*name, (*text).to_owned());
        }
        for (name, number) in numbers {
            arguments.set(*name, *number);
        }
        self.format(id, None, &arguments)
            .unwrap_or_else(|| id.to_owned())
    }

    /// What a message says beside its own words (an attribute), if it does.
    #[must_use]
    pub fn beside(&self, id: &str, attribute: &str, values: &[(&str, &str)]) -> Option<String> {
        self.part(id, Some(attribute), values)
    }

    /// A word with values, if the catalogue has it.
    #[must_use]
    pub fn known(&self, id: &str, values: &[(&str, &str)]) -> Option<String> {
        self.say(id, values)
    }

    /// A word without values, if the catalogue has it.
    pub(crate) fn find(&self, id: &str) -> Option<String> {
        self.say(id, &[])
    }

    fn say(&self, id: &str, values: &[(&str, &str)]) -> Option<String> {
        self.part(id, None, values)
    }

    /// The words of a message itself, or of one of its attributes.
    fn part(&self, id: &str, attribute: Option<&str>, values: &[(&str, &str)]) -> Option<String> {
        let mut arguments = FluentArgs::new();
        for (name, value) in values {
            arguments.set(*name, argument(value));
        }
        self.format(id, attribute, &arguments)
    }

    fn format(
        &self,
        id: &str,
        attribute: Option<&str>,
        arguments: &FluentArgs<'_>,
    ) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let said = self
            .bundle
            .format_pattern(pattern, Some(arguments), &mut Vec::new());
        Some(said.into_owned())
    }
}

/// A count is one, so that a message can choose its words by it; everything else is text.
fn argument(value: &str) -> FluentValue<'static> {
    let digits = value.len() <= COUNTED && value.bytes().all(|byte| byte.is_ascii_digit());
    let count: Option<u32> = value.parse().ok().filter(|_| digits);
    match count {
        // What would not look the same is no count: 007.
        Some(count) if count.to_string() == value => FluentValue::from(count),
        _ => FluentValue::from(value.to_owned()),
    }
}

/// The language of the system: `en`, `fr` or one that no catalogue has.
#[must_use]
pub fn system_language() -> String {
    let system = sys_locale::get_locale().unwrap_or_default();
    system.split(['-', '_']).next().unwrap_or("en").to_owned()
}

impl Workbench {
    /// What a program without a window says, in the language of the settings, else of the system.
    #[must_use]
    pub fn command_line_words(&self) -> Words {
        Words::command_line(&self.language())
    }

    /// The shell's words in the language of the settings, else of the system.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::of(&self.language())
    }

    /// `en` or `fr`.
    #[must_use]
    pub fn language(&self) -> String {
        if let Some(asked) = &self.inner.options.language {
            return asked.clone();
        }
        let chosen = self.inner.home.settings().language;
        if chosen != "system" {
            return chosen;
        }
        system_language()
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
                .filter(|line| !line.starts_with([' ', '#']))
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

//! The words of the document: the project's Fluent catalogues in the reader's language. Codes of
//! the protocol become message ids; a code without a message is shown as it came, never dropped.

mod moments;
mod numbers;

pub(crate) use moments::Clock;
pub(crate) use numbers::number;

use std::{borrow::Cow, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use turnup_domain::problem::Params;
use unic_langid::LanguageIdentifier;

use crate::Language;

/// The catalogue of one language, with English behind it.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
    language: Language,
}

macro_rules! catalogues {
    ($language:literal) => {
        [
            include_str!(concat!("../../../../locales/", $language, "/countries.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/finder.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/order.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/problems.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/summary.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/terms.ftl")),
        ]
    };
}

static ENGLISH: OnceLock<Words> = OnceLock::new();
static FRENCH: OnceLock<Words> = OnceLock::new();

impl Words {
    /// The words of a language, read once.
    pub fn of(language: Language) -> &'static Words {
        match language {
            Language::English => {
                ENGLISH.get_or_init(|| Self::read(language, &catalogues!("en"), "en"))
            }
            Language::French => {
                FRENCH.get_or_init(|| Self::read(language, &catalogues!("fr"), "fr"))
            }
        }
    }

    fn read(language: Language, catalogues: &[&str], tag: &str) -> Words {
        let identifier: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // The marks would be drawn as boxes; each value is a paragraph of its own instead.
        bundle.set_use_isolating(false);
        for catalogue in catalogues {
            // What could be read of a catalogue with a mistake is used; a test finds the mistake.
            let resource = match FluentResource::try_new((*catalogue).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Words { bundle, language }
    }

    /// A sentence without values.
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// A sentence with values.
    pub fn say_with(&self, id: &str, values: &[(&str, &str)]) -> String {
        self.find(id, values).unwrap_or_else(|| id.to_owned())
    }

    /// The words for a code: `prefix-code`, else the code itself with blanks.
    pub fn code(&self, prefix: &str, code: &str) -> String {
        self.code_with(prefix, code, &Params::new())
    }

    /// The words for a code with the protocol's parameters.
    pub fn code_with(&self, prefix: &str, code: &str, params: &Params) -> String {
        let values: Vec<(&str, &str)> = params
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let id = format!("{prefix}-{}", code.replace('_', "-"));
        self.find(&id, &values)
            .unwrap_or_else(|| code.replace('_', " "))
    }

    /// A country's name; its code when it is unknown, nothing when there is none.
    pub fn country(&self, code: &str) -> String {
        self.find(&format!("country-{code}"), &[])
            .unwrap_or_else(|| code.to_owned())
    }

    /// The sentence of an id, if a catalogue has it (this language's, else English).
    pub fn find(&self, id: &str, values: &[(&str, &str)]) -> Option<String> {
        self.own(id, values).or_else(|| match self.language {
            Language::English => None,
            Language::French => Words::of(Language::English).own(id, values),
        })
    }

    fn own(&self, id: &str, values: &[(&str, &str)]) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(Cow::Borrowed(*name), argument(value));
        }
        let mut mistakes = Vec::new();
        let said = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut mistakes);
        Some(said.into_owned())
    }
}

/// Whole numbers are numbers for plurals; everything else is text.
fn argument(value: &str) -> FluentValue<'_> {
    let plain = value.len() <= 9 && value.bytes().all(|byte| byte.is_ascii_digit());
    let numeral = plain && (value.len() == 1 || !value.starts_with('0'));
    match value.parse::<u32>() {
        Ok(number) if numeral => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

#[cfg(test)]
mod tests;

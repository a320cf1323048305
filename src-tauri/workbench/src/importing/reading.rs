//! What a cell says: words that people write, in any of the program's languages, become the codes
//! of the protocol.

use std::collections::HashMap;

use turnup_domain::{Capabilities, draft::Field, matching::folded};

use crate::words::Words;

/// Longest cell that is an answer, in characters: far above every field's own limit.
const LONGEST: usize = 1_000;

/// What a column can be, with its names as folded words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    /// The order's number, which says whose row it is.
    Number,
    /// An answer.
    Field(Field),
    /// Nothing that is taken.
    Nothing,
}

impl Column {
    /// The word that the interface uses.
    pub(super) fn word(&self) -> &str {
        match self {
            Self::Number => "number",
            Self::Field(field) => field.as_str(),
            Self::Nothing => "",
        }
    }

    /// Of the word that the interface uses; an unknown one is nothing.
    pub(super) fn of(word: &str) -> Self {
        match (word, Field::from(word)) {
            ("number", _) => Self::Number,
            (_, Field::Unknown(_)) => Self::Nothing,
            (_, field) => Self::Field(field),
        }
    }

    /// All that a column can be, but nothing.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let fields = Field::KNOWN.iter().cloned().map(Self::Field);
        std::iter::once(Self::Number).chain(fields)
    }
}

/// Reads headings and cells.
pub(super) struct Reader {
    headings: HashMap<String, Column>,
    answers: HashMap<(&'static str, String), &'static str>,
    countries: HashMap<String, String>,
    zones: HashMap<String, Vec<String>>,
    languages: Vec<String>,
}

/// The words for each answer that is one of few.
const ANSWERS: &[(&str, &[&str])] = &[
    ("when", &["now", "later"]),
    ("yes_or_no", &["yes", "no"]),
    ("managed_in", &["control_hub", "site_administration"]),
];

impl Reader {
    /// For the rules of a service, in every language of the program.
    pub(super) fn new(caps: &Capabilities) -> Self {
        let mut reader = Self {
            headings: HashMap::new(),
            answers: HashMap::new(),
            countries: HashMap::new(),
            zones: HashMap::new(),
            languages: caps.languages.clone(),
        };
        for words in Words::imported() {
            reader.learn(&words, caps);
        }
        for zone in &caps.time_zones {
            let (_, place) = zone.rsplit_once('/').unwrap_or(("", zone));
            for name in [folded(zone), folded(place)] {
                let zones = reader.zones.entry(name).or_default();
                if !zones.contains(zone) {
                    zones.push(zone.clone());
                }
            }
        }
        reader
    }

    fn learn(&mut self, words: &Words, caps: &Capabilities) {
        let several = |id: &str| -> Vec<String> {
            let listed = words.get(id);
            listed.split('|').map(folded).collect()
        };
        for column in Column::all() {
            let word = column.word();
            let id = format!("import-heading-{}", word.replace('_', "-"));
            let label = format!("import-field-{}", word.replace('_', "-"));
            let names = several(&id).into_iter().chain(several(&label));
            for name in names.chain([folded(word)]) {
                self.headings.entry(name).or_insert_with(|| column.clone());
            }
        }
        for (kind, codes) in ANSWERS {
            for code in *codes {
                let id = format!("import-word-{}", code.replace('_', "-"));
                for name in several(&id).into_iter().chain([folded(code)]) {
                    self.answers.entry((*kind, name)).or_insert(*code);
                }
            }
        }
        for country in &caps.countries {
            let code = &country.code;
            let name = words.get(&format!("country-{code}"));
            for name in [folded(&name), folded(code)] {
                self.countries.entry(name).or_insert_with(|| code.clone());
            }
        }
    }

    /// What each column is by its heading; each once.
    pub(super) fn columns(&self, headings: &[String]) -> Vec<Column> {
        let mut met: Vec<&Column> = Vec::new();
        headings
            .iter()
            .map(|heading| match self.headings.get(&folded(heading)) {
                Some(column) if !met.contains(&column) => {
                    met.push(column);
                    column.clone()
                }
                _ => Column::Nothing,
            })
            .collect()
    }

    /// A cell as an answer, or a code for what it should have been: `when`, `yes_or_no`,
    /// `managed_in`, `country`, `zone`, `zone_ambiguous`, `language`, `too_long`.
    pub(super) fn answer(&self, field: &Field, cell: &str) -> Result<String, &'static str> {
        if cell.chars().count() > LONGEST {
            return Err("too_long");
        }
        let one_of = |kind: &'static str| {
            let known = self.answers.get(&(kind, folded(cell)));
            known.map(|code| (*code).to_owned()).ok_or(kind)
        };
        match field {
            Field::When => one_of("when"),
            Field::SiteEarlyRelease => one_of("yes_or_no"),
            Field::SiteManagedIn => one_of("managed_in"),
            Field::LocationCountry | Field::ContactCenterCountry => {
                let known = self.countries.get(&folded(cell));
                known.cloned().ok_or("country")
            }
            Field::SiteTimeZone | Field::LocationTimeZone => self.zone(cell),
            Field::AnnouncementLanguage | Field::EmailLanguage => self.language(cell),
            _ => Ok(cell.to_owned()),
        }
    }

    /// A zone by its name, or by its place alone where no other zone has it.
    fn zone(&self, cell: &str) -> Result<String, &'static str> {
        match self.zones.get(&folded(cell)).map(Vec::as_slice) {
            None | Some([]) => Err("zone"),
            Some([zone]) => Ok(zone.clone()),
            Some(_) => Err("zone_ambiguous"),
        }
    }

    /// `fr_fr`, also written `fr-FR`; `fr` where no other country speaks it.
    fn language(&self, cell: &str) -> Result<String, &'static str> {
        let asked = cell.to_ascii_lowercase().replace(['-', ' '], "_");
        let mut of_language = self.languages.iter().filter(|language| {
            **language == asked || language.split('_').next() == Some(asked.as_str())
        });
        match (of_language.next(), of_language.next()) {
            (Some(language), None) => Ok(language.clone()),
            _ => Err("language"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use turnup_domain::capabilities::CountryRule;

    fn reader() -> Reader {
        let country = |code: &str| -> CountryRule {
            serde_json::from_value(serde_json::json!({
                "code": code, "required": [], "order": []
            }))
            .unwrap()
        };
        Reader::new(&Capabilities {
            countries: ["DE", "FR", "GB"].map(country).to_vec(),
            time_zones: ["Europe/Paris", "America/New_York", "America/Louisville"]
                .into_iter()
                .chain(["America/Kentucky/Louisville"])
                .map(str::to_owned)
                .collect(),
            languages: ["en_us", "en_gb", "fr_fr"].map(str::to_owned).to_vec(),
            ..crate::testing::rules()
        })
    }

    #[test]
    fn words_of_people_become_codes() {
        let reader = reader();
        for (field, cell, read) in [
            ("when", "Now", Ok("now")),
            ("when", "plus tard", Ok("later")),
            ("when", "tomorrow", Err("when")),
            ("site_early_release", "Oui", Ok("yes")),
            ("site_early_release", "TRUE", Ok("yes")),
            ("site_early_release", "0", Ok("no")),
            ("site_early_release", "perhaps", Err("yes_or_no")),
            ("site_managed_in", "Control Hub", Ok("control_hub")),
            ("site_managed_in", "Elsewhere", Err("managed_in")),
            ("location_country", "fr", Ok("FR")),
            ("location_country", "Allemagne", Ok("DE")),
            ("location_country", "germany", Ok("DE")),
            ("location_country", "Atlantis", Err("country")),
            ("site_time_zone", "europe/paris", Ok("Europe/Paris")),
            ("site_time_zone", "New York", Ok("America/New_York")),
            ("site_time_zone", "Louisville", Err("zone_ambiguous")),
            ("site_time_zone", "CET", Err("zone")),
            ("email_language", "fr-FR", Ok("fr_fr")),
            ("email_language", "fr", Ok("fr_fr")),
            ("email_language", "en", Err("language")),
            ("location_name", "  Main ", Ok("  Main ")),
        ] {
            let answer = reader.answer(&Field::from(field), cell);
            assert_eq!(answer, read.map(str::to_owned), "{field}: {cell}");
        }
        let long = "x".repeat(LONGEST + 1);
        assert_eq!(reader.answer(&Field::SiteName, &long), Err("too_long"));
    }

    #[test]
    fn columns_are_known_by_their_headings_in_either_language_and_each_once() {
        let reader = reader();
        let headings = [
            "Order number",
            "Nom du site Meetings",
            "site_name",
            "City",
            "Location: city",
            "",
        ];
        let columns = reader.columns(&headings.map(str::to_owned));
        let words: Vec<&str> = columns.iter().map(Column::word).collect();
        assert_eq!(words, ["number", "site_name", "", "", "location_city", ""]);
    }

    #[test]
    fn no_two_columns_share_a_heading() {
        let mut met: HashMap<String, Column> = HashMap::new();
        for words in Words::imported() {
            for column in Column::all() {
                let id = format!("import-heading-{}", column.word().replace('_', "-"));
                let label = format!("import-field-{}", column.word().replace('_', "-"));
                let listed = format!("{}|{}", words.get(&id), words.get(&label));
                for name in listed.split('|').map(folded) {
                    assert!(!name.is_empty() && !name.starts_with("import "), "{id}");
                    let other = met.insert(name.clone(), column.clone());
                    assert!(other.is_none_or(|other| other == column), "{name}");
                }
            }
        }
    }
}

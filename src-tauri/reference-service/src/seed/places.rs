//! Where the seeded companies are, and what people and companies are called there: a data file.
//! Names are pairs: as they are written, and in the letters of a domain.

use std::sync::OnceLock;

use serde::Deserialize;

const PLACES: &str = include_str!("../../data/places.json");

/// A name as written, and as a part of a domain.
pub(super) type Name = (String, String);

/// A country with what is needed to name companies and people in it.
#[derive(Debug, Deserialize)]
pub(super) struct Place {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// IANA.
    pub zone: String,
    pub cities: Vec<String>,
    /// First words of companies.
    names: Vec<Name>,
    /// Beginnings and ends of further first words.
    heads: Vec<Name>,
    tails: Vec<Name>,
    /// What companies do.
    pub trades: Vec<Name>,
    /// Legal forms.
    pub forms: Vec<String>,
    /// Whether the legal form stands first.
    pub form_first: bool,
    /// Given names with surnames.
    pub people: Vec<(Name, Name)>,
}

impl Place {
    /// How many different first words companies have here.
    pub fn first_words(&self) -> u32 {
        (self.names.len() + self.heads.len() * self.tails.len()) as u32
    }

    /// The first word with a number; no two are equal.
    pub fn first_word(&self, number: u32) -> Name {
        let number = number as usize;
        if let Some(name) = self.names.get(number) {
            return name.clone();
        }
        let number = number - self.names.len();
        let (heads, tails) = (self.heads.len(), self.tails.len());
        let head = &self.heads[number % heads];
        let tail = &self.tails[(number / heads + number % heads) % tails];
        (
            format!("{}{}", head.0, tail.0),
            format!("{}{}", head.1, tail.1),
        )
    }
}

fn all() -> &'static [Place] {
    static ALL: OnceLock<Vec<Place>> = OnceLock::new();
    // A test reads the file: it is there and whole in every build.
    ALL.get_or_init(|| serde_json::from_str(PLACES).unwrap_or_default())
}

/// How many places there are.
pub(super) fn count() -> u32 {
    all().len() as u32
}

/// The place with a number below [`count`]. Neighbours write differently.
pub(super) fn numbered(number: u32) -> &'static Place {
    let all = all();
    &all[number as usize * 7 % all.len()]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_place_has_its_number_and_its_names() {
        let countries: BTreeSet<_> = (0..count())
            .map(|number| numbered(number).country.as_str())
            .collect();
        assert_eq!(countries.len(), 26);
        for place in all() {
            assert!(
                place.names.len() >= 3 && place.trades.len() >= 3,
                "{}",
                place.country
            );
            assert!(
                place.cities.len() >= 3 && !place.forms.is_empty(),
                "{}",
                place.country
            );
            assert_eq!(
                (place.heads.len(), place.tails.len()),
                (8, 8),
                "{}",
                place.country
            );
            assert_eq!(place.people.len(), 2, "{}", place.country);
        }
    }
}

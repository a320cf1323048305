//! Where the seeded companies are, and what people and companies are called there. Names are
//! pairs: as they are written, and in the letters of a domain.

/// A name as written, and as a part of a domain.
pub(super) type Name = (&'static str, &'static str);

/// A country with what is needed to name companies and people in it.
pub(super) struct Place {
    /// ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// IANA.
    pub zone: &'static str,
    pub cities: &'static [&'static str],
    /// First word of a company.
    pub names: &'static [Name],
    /// What it does.
    pub trades: &'static [Name],
    /// Legal form.
    pub forms: &'static [&'static str],
    /// Whether the legal form stands first.
    pub form_first: bool,
    pub people: &'static [(Name, Name)],
}

const fn place(country: &'static str, zone: &'static str) -> Place {
    Place {
        country,
        zone,
        cities: &[],
        names: &[],
        trades: &[],
        forms: &[],
        form_first: false,
        people: &[],
    }
}

mod beyond;
mod latin;

/// How many places there are.
pub(super) fn count() -> u32 {
    (latin::PLACES.len() + beyond::PLACES.len()) as u32
}

/// The place with a number; every number has one. Neighbours write differently.
pub(super) fn numbered(number: u32) -> &'static Place {
    let all = count() as usize;
    let number = number as usize * 7 % all;
    latin::PLACES
        .get(number)
        .unwrap_or_else(|| &beyond::PLACES[number - latin::PLACES.len()])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_place_has_its_number() {
        let countries: BTreeSet<_> = (0..count())
            .map(|number| numbered(number).country)
            .collect();
        assert_eq!(countries.len(), count() as usize);
    }
}

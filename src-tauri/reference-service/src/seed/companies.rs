//! The companies of the seeded world. Company `k` is the same for the same seed, whether an
//! organization, an order or both ask for it; nothing is kept.

use super::{
    dice::Dice,
    places::{self, Place},
};

/// A company as its own people write it.
pub(super) struct Company {
    pub index: u32,
    pub name: String,
    pub domain: String,
    pub city: &'static str,
    pub place: &'static Place,
    /// Whether only other partners know it.
    pub hidden: bool,
}

/// Somebody at a company.
pub(super) struct Person {
    pub name: String,
    /// The part before the `@`.
    pub local: String,
}

/// Company `index`; no two have the same domain.
pub(super) fn company(seed: u64, index: u32) -> Company {
    let place = places::numbered(index % places::count());
    let turn = index / places::count();
    let words = place.first_words();
    let (round, turn) = (turn / words, turn % words);
    let first = place.first_word(turn);
    let trade = &place.trades[(turn + round) as usize % place.trades.len()];
    let mut dice = Dice::new(seed, &[1, u64::from(index)]);
    let city = dice.one_of(&place.cities);
    let form = dice.one_of(&place.forms);
    let name = match index {
        5 => "Müller & Söhne <b>GmbH</b> \"Köln\"".to_owned(),
        11 => long_name(),
        _ => full_name(
            place,
            &[&first.0, &trade.0],
            form,
            (round > 0).then_some(city),
        ),
    };
    let number = if round > 0 {
        format!("-{}", round + 1)
    } else {
        String::new()
    };
    let domain = format!(
        "{}-{}{}-{}.example",
        first.1, trade.1, number, place.country
    )
    .to_lowercase();
    Company {
        index,
        name,
        domain,
        city,
        place,
        hidden: dice.chance(12),
    }
}

fn full_name(place: &Place, words: &[&str], form: &str, city: Option<&str>) -> String {
    // Scripts without spaces between words.
    let joint = if matches!(place.country.as_str(), "JP" | "CN" | "TH") {
        ""
    } else {
        " "
    };
    let mut parts = words.to_vec();
    parts.extend(city);
    if place.form_first {
        parts.insert(0, form);
    } else {
        parts.push(form);
    }
    parts.join(joint)
}

fn long_name() -> String {
    let words = "Consorcio Intermunicipal de Servicios Técnicos, Energéticos y de Comunicaciones \
                 Avanzadas para la Modernización de las Administraciones Locales, Mancomunidades \
                 y Entidades Autónomas del Bajo Guadalquivir, la Sierra Norte y la Campiña \
                 Oriental, S.A.U.";
    words.to_owned()
}

/// Person `index` at a company.
pub(super) fn person(seed: u64, company: &Company, index: u32) -> Person {
    let people = &company.place.people;
    // Everybody's first names and surnames are mixed, so that few suffice.
    let shift = Dice::new(seed, &[2, u64::from(company.index)]).below(people.len() as u32);
    let count = people.len() as u32;
    let given = &people[((index + shift) % count) as usize].0;
    let family = &people[((index / count + shift) % count) as usize].1;
    let number = index / (count * count);
    let country = company.place.country.as_str();
    let number = if number > 0 {
        (number + 1).to_string()
    } else {
        String::new()
    };
    let east = matches!(country, "JP" | "CN" | "KR" | "HU" | "VN");
    let name = match (east, country) {
        (true, "HU" | "VN") => format!("{} {}", family.0, given.0),
        (true, _) => format!("{}{}", family.0, given.0),
        (false, _) => format!("{} {}", given.0, family.0),
    };
    Person {
        name,
        local: format!("{}.{}{number}", given.1, family.1),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_companies_share_a_domain() {
        let domains: BTreeSet<String> = (0..5_000).map(|index| company(1, index).domain).collect();
        assert_eq!(domains.len(), 5_000);
        assert!(domains.iter().all(|domain| {
            domain.ends_with(".example")
                && domain
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b))
        }));
    }

    #[test]
    fn people_of_a_company_have_different_addresses() {
        for index in 0..100 {
            let company = company(1, index);
            let people: BTreeSet<_> = (0..9).map(|who| person(1, &company, who).local).collect();
            assert_eq!(people.len(), 9, "{}", company.name);
        }
    }

    #[test]
    fn names_are_written_in_many_scripts() {
        let names: String = (0..26).map(|index| company(1, index).name).collect();
        for letter in [
            'ñ', 'ü', 'Ż', 'Ő', 'ό', 'Р', 'Д', 'ი', 'ا', 'ב', 'ย', '桜', '科', '주', 'उ', 'ủ',
        ] {
            assert!(names.contains(letter), "{letter} in {names}");
        }
        assert!((0..26).any(|index| company(1, index).name.contains("<b>")));
        assert!((0..26).any(|index| company(1, index).name.chars().count() > 200));
    }
}

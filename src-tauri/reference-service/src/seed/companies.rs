//! The companies of the seeded world. Company `k` is the same for the same seed, whether an
//! organization, an order or both ask for it; nothing is kept.

use super::{
    dice::Dice,
    places::{self, Name, Place},
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
    let (names, trades) = (place.names.len() as u32, place.trades.len() as u32);
    let (round, turn) = (turn / (names * trades), turn % (names * trades));
    let first = place.names[(turn % names) as usize];
    let trade = place.trades[((turn / names + turn % names) % trades) as usize];
    let mut dice = Dice::new(seed, &[1, u64::from(index)]);
    let city = dice.pick(place.cities);
    let form = dice.pick(place.forms);
    let name = match index {
        5 => "Müller & Söhne <b>GmbH</b> \"Köln\"".to_owned(),
        11 => long_name(),
        _ => full_name(place, (first, trade), form, (round > 0).then_some(city)),
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

fn full_name(
    place: &Place,
    (first, trade): (Name, Name),
    form: &str,
    city: Option<&str>,
) -> String {
    // Scripts without spaces between words.
    let joint = if matches!(place.country, "JP" | "CN" | "TH") {
        ""
    } else {
        " "
    };
    let mut parts = vec![first.0, trade.0];
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
    let people = company.place.people;
    // Everybody's first names and surnames are mixed, so that few suffice.
    let shift = Dice::new(seed, &[2, u64::from(company.index)]).below(people.len() as u32);
    let count = people.len() as u32;
    let given = people[((index + shift) % count) as usize].0;
    let family = people[((index / count + shift) % count) as usize].1;
    let number = index / (count * count);
    let number = if number > 0 {
        (number + 1).to_string()
    } else {
        String::new()
    };
    let east = matches!(company.place.country, "JP" | "CN" | "KR" | "HU" | "VN");
    let name = match (east, company.place.country) {
        (true, "HU" | "VN") => format!("{} {}", family.0, given.0),
        (true, _) => format!("{}{}", family.0, given.0),
        (false, _) => format!("{} {}", given.0, family.0),
    };
    Person {
        name,
        local: format!("{}.{}{number}", given.1, family.1),
    }
}

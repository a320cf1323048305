//! The address rules of the largest economies, as a form asks for them and as they judge.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use serde_json::json;
use turnup_domain::{
    Capabilities, Draft, Order, Problem,
    capabilities::CountryRule,
    intent::{Address, When},
    validation::{validate, validate_warnings},
};

use super::capabilities;

/// Code, required fields, order in the form, name of the state, name of the postal code, good
/// postal codes, bad ones, a state (`*` any that is listed), likeliest zone and language. Fields
/// are A street, a its second line, C city, S state, Z postal code; `-` is none, `~` a space.
const ECONOMIES: &str = "\
    US ACSZ AaCSZ state zip 95014|22162-1010 9501|ABCDE California America/New_York en_us
    CN ACSZ AaCSZ province postal 266033 26603 * Asia/Shanghai zh_cn
    DE ACZ AaZC - postal 26133 2613|D-26133 - Europe/Berlin de_de
    JP ASZ AaSZ prefecture postal 154-0023|1540023 154-002 * Asia/Tokyo ja_jp
    IN ACSZ AaCZS state pin 110034 11003 Karnataka Asia/Kolkata en_gb
    GB ACZ AaCZ - postal EC1Y~8SY|gir~0aa|M1~1AE EC1Y|12345 - Europe/London en_gb
    FR ACZ AaZC - postal 33380|75~008 3338 - Europe/Paris fr_fr
    IT ACSZ AaZCS province postal 00144 144 * Europe/Rome it_it
    BR ACSZ AaCSZ state postal 40301-110|40301110 40301 * America/Sao_Paulo pt_br
    CA ACSZ AaCSZ province postal H3Z~2Y7|H3Z2Y7 H3Z|D1A~1A1 Quebec America/Toronto en_us
    RU ACSZ AaCSZ oblast postal 247112 24711 * Europe/Moscow ru_ru
    MX ACSZ AaZCS state postal 02860 2860 * America/Mexico_City es_co
    KR ACSZ AaCSZ do_si postal 03051 135-090 * Asia/Seoul ko_kr
    AU ACSZ AaCSZ state postal 2060 20600 * Australia/Sydney en_au
    ES ACSZ AaZCS province postal 28039 2803 Sevilla Europe/Madrid es_es
    ID AS AaCSZ province postal 40115 4011 * Asia/Jakarta id_id
    TR ACZ AaZCS province postal 01960 1960 * Europe/Istanbul tr_tr
    NL ACZ AaZC - postal 1234~AB|2490aa 0123~AB|1234~SA - Europe/Amsterdam nl_nl
    SA AC AaCZ - postal 11564 1156 - Asia/Riyadh ar_ae
    CH ACZ AaZC - postal 2544 25440|CH-2544 - Europe/Zurich de_de
    PL ACZ AaZC - postal 00-950 00950 - Europe/Warsaw pl_pl
    TW ACSZ AaCSZ county postal 104|10603 10 * Asia/Taipei zh_tw
    BE ACZ AaZC - postal 4000 400 - Europe/Brussels nl_nl
    SE ACZ AaZC - postal 11455|114~55 1145 - Europe/Stockholm sv_se
    IE AC AaCSZ county eircode A65~F4E2|D02X285 A65 * Europe/Dublin en_gb
    AR AC AaZCS province postal C1070AAM|1070 C1070AA * America/Argentina/Buenos_Aires es_co
    NO ACZ AaZC - postal 0025 025 - Europe/Oslo nb_no
    AT ACZ AaZC - postal 1010 A-1010 - Europe/Vienna de_de
    IL AC AaCZ - postal 9614303|96143 961 - Asia/Jerusalem he_il
    TH AC AaCSZ province postal 10150 1015 * Asia/Bangkok th_th
    AE AS AaS emirate - - - * Asia/Dubai ar_ae
    SG AZ AaZ - postal 546080 54608 - Asia/Singapore en_gb
    BD AC AaCZ - postal 1340 134 - Asia/Dhaka en_gb
    NG AC AaCZS state postal 930283 93028 * Africa/Lagos en_gb
    EG AC AaCSZ province postal 12411 1241 * Africa/Cairo ar_ae
    PH AC AaCZS province postal 1008 10080 * Asia/Manila en_us
    VN AC AaCSZ province postal 70010|700100 7001 * Asia/Ho_Chi_Minh vi_vn
    MY ACZ AaZCS state postal 43000 4300 * Asia/Kuala_Lumpur en_gb
    DK ACZ AaZC - postal 8660 866 - Europe/Copenhagen da_dk
    HK AS AaCS area - - - * Asia/Hong_Kong zh_hk
    CO AS AaCSZ department postal 111221 11122 * America/Bogota es_co
    ZA ACZ AaCZ - postal 0083 83 - Africa/Johannesburg en_gb
    RO ACZ AaZSC province postal 060274 60274 - Europe/Bucharest ro_ro
    CZ ACZ AaZC - postal 100~00|10000 1000 - Europe/Prague cs_cz
    PT ACZ AaZC - postal 2725-079 2725 - Europe/Lisbon pt_pt
    NZ ACZ AaCZ - postal 6001 601 - Pacific/Auckland en_au
    PE AC AaCZS province postal LIMA~23|15001 150010 * America/Lima es_co
    GR ACZ AaZC - postal 151~24|15124 1512 - Europe/Athens el_gr
    HU ACZ CAaZ - postal 1037 10370 - Europe/Budapest hu_hu
    FI ACZ AaZC - postal 00550 0550 - Europe/Helsinki fi_fi
    UA ACZ AaCSZ oblast postal 15432 1543 * Europe/Kyiv uk_ua
    CL AC AaZCS province postal 8340457 834045 * America/Santiago es_co";

struct Economy<'a> {
    code: &'a str,
    required: &'a str,
    order: &'a str,
    state_label: &'a str,
    postal_label: &'a str,
    good: Vec<String>,
    bad: Vec<String>,
    state: String,
    time_zone: &'a str,
    language: &'a str,
}

fn economies(caps: &Capabilities) -> Vec<Economy<'static>> {
    let word = |text: &'static str| if text == "-" { "" } else { text };
    let codes = |text: &str| -> Vec<String> {
        let codes = text.split('|').filter(|code| *code != "-");
        codes.map(|code| code.replace('~', " ")).collect()
    };
    let economy = |line: &'static str| {
        let fields: Vec<&'static str> = line.split_whitespace().collect();
        let [
            code,
            required,
            order,
            state_label,
            postal_label,
            good,
            bad,
            state,
            zone,
            language,
        ] = fields[..]
        else {
            panic!("{line}")
        };
        let states = &caps.country(code).unwrap().states;
        Economy {
            code,
            required,
            order,
            state_label: word(state_label),
            postal_label: word(postal_label),
            good: codes(good),
            bad: codes(bad),
            state: match state {
                "*" => states.first().unwrap().clone(),
                other => word(other).to_owned(),
            },
            time_zone: zone,
            language,
        }
    };
    ECONOMIES.lines().map(economy).collect()
}

fn field(letter: char) -> &'static str {
    match letter {
        'A' => "street1",
        'a' => "street2",
        'C' => "city",
        'S' => "state",
        'Z' => "postal_code",
        other => panic!("{other}"),
    }
}

fn fields(letters: &str) -> Vec<&'static str> {
    letters.chars().map(field).collect()
}

/// Everything that the country asks for, and a draft that lacks nothing else.
fn answered(economy: &Economy<'_>) -> (Order, Draft) {
    let order: Order = serde_json::from_value(json!({
        "id": "ord_1", "number": "4410-000001", "subscription": "Sub-1", "kind": "new",
        "offer": "A-FLEX", "status": "awaiting_details", "revision": 1, "sequence": 1,
        "contact": { "email": "ana@andaluza.example" },
        "end_customer": { "company": "Ejemplo", "country": economy.code, "city": "X" },
        "lines": [{ "id": "1", "service": "calling", "name": "Webex Calling", "quantity": 1 }],
        "services": [{ "kind": "calling", "state": "not_set_up" }]
    }))
    .unwrap();
    let caps = capabilities().unwrap();
    let mut draft = Draft::prefilled(&order, &caps);
    draft.when = BTreeMap::from([("calling".to_owned(), When::Now)]);
    let given = |letter: char, value: &str| {
        let asked = economy.required.contains(letter);
        if asked {
            value.to_owned()
        } else {
            String::new()
        }
    };
    draft.calling.address = Address {
        street1: given('A', "1 X"),
        street2: String::new(),
        city: given('C', "X"),
        state: given('S', &economy.state),
        postal_code: economy
            .good
            .first()
            .map_or(String::new(), |code| given('Z', code)),
    };
    (order, draft)
}

fn of_address(problems: &[Problem]) -> Vec<(&str, &str)> {
    let of_address = problems.iter().filter_map(|problem| {
        let field = problem.pointer.strip_prefix("/calling/address/")?;
        Some((field, problem.code.as_str()))
    });
    of_address.collect()
}

fn set(address: &mut Address, field: &str, value: &str) {
    let place = match field {
        "street1" => &mut address.street1,
        "city" => &mut address.city,
        "state" => &mut address.state,
        _ => &mut address.postal_code,
    };
    value.clone_into(place);
}

#[test]
fn the_largest_economies_have_the_forms_that_people_there_know() {
    let caps = capabilities().unwrap();
    let economies = economies(&caps);
    assert!(economies.len() >= 50, "{}", economies.len());
    for economy in &economies {
        let rule: &CountryRule = caps.country(economy.code).unwrap();
        let code = economy.code;
        assert_eq!(rule.order, fields(economy.order), "{code}");
        assert_eq!(rule.state_label, economy.state_label, "{code}");
        assert_eq!(rule.postal_label, economy.postal_label, "{code}");
        assert_eq!(rule.time_zones[0], economy.time_zone, "{code}");
        assert_eq!(rule.languages[0], economy.language, "{code}");
        assert!(
            rule.states.is_empty() || rule.states.contains(&economy.state),
            "{code}: {}",
            economy.state
        );
    }
}

#[test]
fn an_address_there_needs_what_it_needs_and_nothing_else() {
    let caps = capabilities().unwrap();
    for economy in economies(&caps) {
        let (order, whole) = answered(&economy);
        assert_eq!(
            whole.calling.time_zone, economy.time_zone,
            "{}",
            economy.code
        );
        let problems = |draft: &Draft| validate(&order, draft, &caps);
        assert_eq!(of_address(&problems(&whole)), [], "{}", economy.code);
        for needed in fields(economy.required) {
            let mut without = whole.clone();
            set(&mut without.calling.address, needed, " ");
            let found = problems(&without);
            assert_eq!(
                of_address(&found),
                [(needed, "required")],
                "{}",
                economy.code
            );
        }
    }
}

#[test]
fn a_postal_code_of_another_shape_warns_and_is_never_refused() {
    let caps = capabilities().unwrap();
    for economy in economies(&caps) {
        let (order, mut draft) = answered(&economy);
        let codes = economy.good.iter().map(|code| (code, true));
        for (code, good) in codes.chain(economy.bad.iter().map(|code| (code, false))) {
            draft.calling.address.postal_code.clone_from(code);
            let told = validate_warnings(&order, &draft, &caps);
            let expected: &[_] = if good {
                &[]
            } else {
                &[("postal_code", "postal_code_unusual")]
            };
            assert_eq!(of_address(&told), expected, "{} {code}", economy.code);
            let refused = validate(&order, &draft, &caps);
            assert_eq!(of_address(&refused), [], "{} {code}", economy.code);
        }
    }
}

//! What the words must do, language by language.
#![allow(clippy::unwrap_used)]

use super::*;
use jiff::{civil::date, tz::TimeZone};

#[test]
fn every_catalogue_reads_without_a_mistake() {
    for catalogue in catalogues!("en").into_iter().chain(catalogues!("fr")) {
        if let Err((_, mistakes)) = FluentResource::try_new(catalogue.to_owned()) {
            panic!("{mistakes:?} in a catalogue that begins {:.60}", catalogue);
        }
    }
}

#[test]
fn french_has_every_message_of_the_summary() {
    let ids = |catalogue: &str| -> Vec<String> {
        catalogue
            .lines()
            .filter_map(|line| line.split_once(" =").map(|(id, _)| id.to_owned()))
            .filter(|id| id.starts_with("summary-") || id.starts_with("country-"))
            .collect()
    };
    let all = |catalogues: [&str; 6]| catalogues.iter().flat_map(|c| ids(c)).collect::<Vec<_>>();
    assert_eq!(all(catalogues!("en")), all(catalogues!("fr")));
}

#[test]
fn days_are_written_as_the_reader_writes_them() {
    let rows = [
        (Language::English, date(2026, 11, 22), "22 November 2026"),
        (Language::English, date(2026, 11, 1), "1 November 2026"),
        (Language::French, date(2026, 11, 22), "22 novembre 2026"),
        (Language::French, date(2026, 8, 1), "1er août 2026"),
    ];
    for (language, day, expected) in rows {
        assert_eq!(
            Clock::new(Words::of(language), TimeZone::UTC).day(day),
            expected
        );
    }
}

#[test]
fn a_moment_names_its_zone_and_the_offset_of_that_day() {
    let words = Words::of(Language::English);
    let clock = Clock::named(words, Some("Europe/Madrid"), &TimeZone::UTC);
    assert_eq!(
        clock.moment_with_zone("2026-11-25T22:59:59Z".parse().unwrap()),
        "25 November 2026, 23:59 (Europe/Madrid, UTC+01:00)"
    );
    assert_eq!(
        clock.moment_with_zone("2026-07-01T08:00:00Z".parse().unwrap()),
        "1 July 2026, 10:00 (Europe/Madrid, UTC+02:00)"
    );
}

#[test]
fn an_unknown_zone_falls_back_to_the_readers() {
    let clock = Clock::named(
        Words::of(Language::English),
        Some("Mars/Base"),
        &TimeZone::UTC,
    );
    assert_eq!(
        clock.moment_with_zone("2026-11-25T22:59:59Z".parse().unwrap()),
        "25 November 2026, 22:59 (UTC)"
    );
}

#[test]
fn numbers_are_grouped_from_five_digits_on() {
    let rows = [
        (Language::English, 1250, "1250"),
        (Language::English, 12_500, "12,500"),
    ];
    for (language, value, expected) in rows {
        assert_eq!(number(Words::of(language), value), expected);
    }
    assert_eq!(
        number(Words::of(Language::French), 1_250_000),
        "1\u{202f}250\u{202f}000"
    );
}

#[test]
fn a_code_of_a_newer_service_is_shown_as_it_came() {
    assert_eq!(
        Words::of(Language::French).code("summary-status", "on_hold"),
        "on hold"
    );
}

#[test]
fn plurals_follow_the_language() {
    let english = Words::of(Language::English);
    assert_eq!(
        english.say_with("summary-months", &[("months", "1")]),
        "1\u{a0}month"
    );
    assert_eq!(
        english.say_with("summary-months", &[("months", "36")]),
        "36\u{a0}months"
    );
}

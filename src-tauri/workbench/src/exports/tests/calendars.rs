//! Calendars, as text and read back by a parser.

use std::fs;

use icalendar::{Calendar as Parsed, CalendarComponent, Component, Event};
use turnup_domain::{Order, Status};
use turnup_store::ListQuery;

use super::{Desk, HOSTILE, ME, desk, everything, now, order};
use crate::{
    exports::{calendar::Calendar, job::Stop, table::Tabled, words::CellWords},
    files::Unfinished,
    testing,
};

impl Desk {
    fn calendar(&self, language: &str, query: &ListQuery) -> (String, Tabled) {
        let path = self.folder.path().join("deadlines.ics");
        let file = Unfinished::beside(&path).unwrap();
        let words = CellWords::of(language);
        let step: &mut dyn FnMut(u32, u32) -> Result<(), Stop> = &mut |_, _| Ok(());
        let tabled = Calendar::begin(file, words, "service.example", now())
            .unwrap()
            .of_list(&self.store, query, Some(&testing::rules()), step)
            .unwrap();
        (fs::read_to_string(path).unwrap(), tabled)
    }
}

fn events(text: &str) -> Vec<Event> {
    let parsed: Parsed = text.parse().unwrap();
    let components = parsed.components.into_iter();
    components
        .filter_map(|component| match component {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        })
        .collect()
}

fn is_folded(text: &str) {
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
}

#[test]
fn an_event_ends_at_the_deadline_and_says_what_is_missing() {
    let mut wanted = order(30, "Zurita, S.L.");
    wanted.assignee = Some("bo@andaluza.example".to_owned());
    let desk = desk(&[wanted]);
    let (text, tabled) = desk.calendar("en", &everything());
    assert_eq!(
        tabled,
        Tabled {
            rows: 1,
            left_out: 0
        }
    );
    is_folded(&text);
    for line in [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Turnup//Turnup ",
        "UID:ord_000030@service.example\r\n",
        "SEQUENCE:7\r\n",
        "DTSTAMP:20261122T094000Z\r\n",
        "DTSTART:20261123T152500Z\r\n",
        "DTEND:20261123T154000Z\r\n",
        "TRANSP:TRANSPARENT\r\n",
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\n",
        "TRIGGER;RELATED=END:-P1D\r\n",
    ] {
        assert!(text.contains(line), "{line:?} in {text}");
    }
    let event = events(&text).remove(0);
    assert_eq!(
        event.get_summary(),
        Some("Order 4410-100030 closes: Zurita, S.L.")
    );
    let said = event.get_description().unwrap();
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "Still to do: Who completes it, Partner organization, Customer organization, \
             Subscription, Webex Meetings, Webex Calling",
            "Subscription: Sub-ES30",
            &format!("Contact: {ME}"),
            "Colleague on it: bo@andaluza.example",
        ]
    );
}

#[test]
fn only_what_is_still_to_close_is_in_a_calendar() {
    let with = |n, change: fn(&mut Order)| {
        let mut order = order(n, "Zurita");
        change(&mut order);
        order
    };
    let desk = desk(&[
        order(5, "Zurita"),
        with(6, |order| order.status = Status::Provisioned),
        with(7, |order| order.closes_at = None),
        with(8, |order| {
            order.closes_at = Some("2026-11-22T09:39:00Z".parse().unwrap())
        }),
        with(9, |order| order.status = Status::AwaitingApproval),
    ]);
    let (text, tabled) = desk.calendar("fr", &everything());
    assert_eq!(
        tabled,
        Tabled {
            rows: 2,
            left_out: 3
        }
    );
    let said: Vec<_> = events(&text)
        .iter()
        .map(|event| {
            let first = event.get_description().unwrap().lines().next();
            (
                event.get_uid().unwrap().to_owned(),
                first.unwrap().to_owned(),
            )
        })
        .collect();
    assert_eq!(said[0].0, "ord_000005@service.example");
    assert!(said[0].1.starts_with("Reste à faire\u{a0}: "), "{said:?}");
    assert_eq!(
        said[1],
        (
            "ord_000009@service.example".to_owned(),
            "Elle attend l’accord du client.".to_owned()
        )
    );
}

#[test]
fn no_name_breaks_a_calendar() {
    let long = ["株式会社", "👩‍👩‍👧‍👦", "é", "x", "a b "].map(|part| part.repeat(1_024 / part.len()));
    let names: Vec<&str> = HOSTILE
        .iter()
        .copied()
        .chain(long.iter().map(String::as_str))
        .chain([""])
        .collect();
    let orders: Vec<_> = (1..).zip(&names).map(|(n, name)| order(n, name)).collect();
    let desk = desk(&orders);
    let (text, tabled) = desk.calendar("en", &everything());
    assert_eq!(tabled.rows as usize, names.len());
    is_folded(&text);
    assert_eq!(text.matches("\r\nBEGIN:VEVENT\r\n").count(), names.len());
    assert!(!text.contains(['\0', '\u{202e}', '\u{2066}', '\u{2028}', '\u{85}']));
    for (event, name) in events(&text).iter().zip(&names) {
        let summary = event.get_summary().unwrap();
        // Every letter is there, in one line; what no line can hold is not.
        let letters = |text: &str| -> String {
            let kept = |c: &char| !c.is_control() && !c.is_whitespace();
            let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            text.chars().filter(|c| kept(c) && !turns(c)).collect()
        };
        assert!(
            letters(summary).ends_with(&letters(name)),
            "{summary} {name:?}"
        );
        assert!(!summary.contains('\n'));
    }
}

#[test]
fn no_empty_calendar_is_written() {
    let mut over = order(1, "Zurita");
    over.status = Status::Closed;
    for orders in [vec![], vec![over]] {
        let desk = desk(&orders);
        let path = desk.folder.path().join("deadlines.ics");
        let file = Unfinished::beside(&path).unwrap();
        let told = Calendar::begin(file, CellWords::of("en"), "service.example", now())
            .unwrap()
            .of_list(&desk.store, &everything(), None, &mut |_, _| Ok(()));
        let Err(Stop::Failed(failure)) = told else {
            panic!("{told:?}");
        };
        assert_eq!(failure.code, "no_deadline");
        assert!(!path.exists());
    }
}

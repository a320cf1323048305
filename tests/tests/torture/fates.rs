//! What became of each edit in the eyes of who made it, and what the service owes for that.

use std::collections::BTreeMap;

use acceptance::backlog::{Act, Edit};
use acceptance::tally::Tally;
use turnup_reference_service::Running;

use crate::edits::Known;

/// What an operator knows of an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Not begun.
    Ahead,
    /// Begun, and the program ended before it said more.
    InDoubt,
    /// Acknowledged.
    Done,
    /// Told that it cannot be.
    Refused,
}

impl Fate {
    /// What a desktop says of an edit, and of which; nothing when it says something else.
    pub fn told(line: &str) -> Option<(usize, Self)> {
        let mut words = line.split(' ');
        let fate = match words.next()? {
            "begin" => Self::InDoubt,
            "done" => Self::Done,
            "refused" => Self::Refused,
            _ => return None,
        };
        Some((words.next()?.parse().ok()?, fate))
    }

    /// How often it may have taken effect.
    fn times(self) -> (usize, usize) {
        match self {
            Self::Ahead | Self::Refused => (0, 0),
            Self::InDoubt => (0, 1),
            Self::Done => (1, 1),
        }
    }
}

/// Where the edits are in the end.
pub trait Place {
    /// The note of an order; none when the order is not there.
    fn note(&self, id: &str, number: &str) -> Option<String>;
    /// How often an act of an order is there.
    fn count(&self, id: &str, kind: &str) -> usize;
}

impl Place for Running {
    fn note(&self, _id: &str, number: &str) -> Option<String> {
        self.order(number).map(|order| order.note)
    }

    fn count(&self, id: &str, kind: &str) -> usize {
        self.count_acts(&id.into(), kind)
    }
}

/// Counts what is lost, doubled or there again; says of each where.
pub fn settle(edits: &[Edit], fates: &[Fate], place: &impl Place, before: &Known) -> Tally {
    let mut tally = Tally {
        acknowledged: fates.iter().filter(|fate| **fate == Fate::Done).count() as u64,
        ..Tally::default()
    };
    for (order, found) in weigh(edits, fates, place, before) {
        if !found.is_clean() {
            let of = edits.iter().zip(fates);
            let acts: Vec<_> = of.filter(|(edit, _)| edit.order == order).collect();
            println!("{order}: {found}: {acts:?}");
        }
        tally += found;
    }
    tally
}

/// The same of each order apart.
pub fn weigh<'a>(
    edits: &'a [Edit],
    fates: &[Fate],
    place: &impl Place,
    before: &Known,
) -> BTreeMap<&'a str, Tally> {
    let mut orders: BTreeMap<&str, Vec<(&Act, Fate)>> = BTreeMap::new();
    for (edit, fate) in edits.iter().zip(fates) {
        orders
            .entry(&edit.order)
            .or_default()
            .push((&edit.act, *fate));
    }
    orders
        .into_iter()
        .map(|(order, acts)| (order, of_order(order, &acts, place, before)))
        .collect()
}

fn of_order(id: &str, acts: &[(&Act, Fate)], place: &impl Place, before: &Known) -> Tally {
    let mut tally = Tally::default();
    for (act, fate) in acts {
        let kinds: &[&str] = match act {
            Act::Confirm(_) => &["mapping", "setup"],
            Act::HandOver(_) => &["handover"],
            Act::Resend => &["resend"],
            Act::Note(_) | Act::TakeBack => &[],
        };
        for kind in kinds {
            add(&mut tally, place.count(id, kind), fate.times());
        }
        // What was asked for at once is there as a whole.
        let counts = kinds.iter().map(|kind| place.count(id, kind));
        tally.lost += u64::from(*fate == Fate::InDoubt && counts.clone().min() != counts.max());
    }
    let (number, original) = &before[id];
    // Without its order there is no edit either.
    let note = place.note(id, number).unwrap_or_else(|| original.clone());
    let seen = place.count(id, "note");
    let expected = notes(acts, original);
    add(&mut tally, seen, expected.times);
    let current = expected.current.contains(&note.as_str());
    let replaced = acts
        .iter()
        .any(|(act, _)| matches!(act, Act::Note(text) if *text == note));
    match (current, replaced) {
        (true, _) => {}
        (false, true) => tally.resurrected += 1,
        (false, false) => tally.lost += 1,
    }
    tally
}

fn add(tally: &mut Tally, seen: usize, (least, most): (usize, usize)) {
    tally.lost += least.saturating_sub(seen) as u64;
    tally.doubled += seen.saturating_sub(most) as u64;
}

/// What may stand as the note, and how often one may have been written.
#[derive(Debug, PartialEq, Eq)]
struct ExpectedNote<'a> {
    current: Vec<&'a str>,
    times: (usize, usize),
}

/// A newer note replaces one that was not attempted, so that only the last one must arrive; a
/// note that was taken back never does.
fn notes<'a>(acts: &'a [(&'a Act, Fate)], original: &'a str) -> ExpectedNote<'a> {
    let mut expected = ExpectedNote {
        current: vec![original],
        times: (0, 0),
    };
    let mut before = (vec![original], (0, 0));
    for (act, fate) in acts {
        match (act, fate) {
            (_, Fate::Ahead | Fate::Refused) => {}
            (Act::Note(text), Fate::Done) => {
                before = (expected.current.clone(), expected.times);
                expected.current = vec![text];
                expected.times = (1, expected.times.1 + 1);
            }
            (Act::Note(text), Fate::InDoubt) => {
                before = (expected.current.clone(), expected.times);
                expected.current.push(text);
                expected.times.1 += 1;
            }
            // Taken back is only what was never attempted: the note before stands, if any did.
            (Act::TakeBack, Fate::Done) => {
                (expected.current, expected.times) = before.clone();
            }
            (Act::TakeBack, Fate::InDoubt) => {
                expected.current.extend(before.0.clone());
                expected.times.0 = before.1.0;
            }
            (Act::Confirm(_) | Act::HandOver(_) | Act::Resend, _) => {}
        }
    }
    expected
}

#[test]
fn what_may_stand_as_the_note_follows_from_what_was_acknowledged() {
    use Fate::{Ahead, Done, InDoubt, Refused};
    let (one, two) = (&Act::Note("one".to_owned()), &Act::Note("two".to_owned()));
    let back = &Act::TakeBack;
    type Fated<'a> = &'a [(&'a Act, Fate)];
    let table: [(Fated<'_>, &[&str], (usize, usize)); 9] = [
        (&[(one, Ahead)], &["was"], (0, 0)),
        (&[(one, InDoubt)], &["was", "one"], (0, 1)),
        (&[(one, Done)], &["one"], (1, 1)),
        (&[(one, Done), (two, Done)], &["two"], (1, 2)),
        (&[(one, Done), (two, InDoubt)], &["one", "two"], (1, 2)),
        (&[(one, InDoubt), (two, Done)], &["two"], (1, 2)),
        (&[(one, Done), (back, Done)], &["was"], (0, 0)),
        (&[(one, Done), (back, Refused)], &["one"], (1, 1)),
        (&[(one, Done), (back, InDoubt)], &["one", "was"], (0, 1)),
    ];
    for (acts, current, times) in table {
        let expected = ExpectedNote {
            current: current.to_vec(),
            times,
        };
        assert_eq!(notes(acts, "was"), expected, "{acts:?}");
    }
}

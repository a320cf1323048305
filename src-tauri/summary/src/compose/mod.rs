//! What a summary says: an order, its draft and its timeline in the reader's words.
//!
//! What the service recorded wins over the draft; the draft fills in what was not sent yet and
//! keeps the evidence a choice rested on. Nothing is judged here: problems and evidence come in
//! as codes and leave as words.

mod answers;
mod evidence;
mod happened;
mod order;
mod organizations;
mod services;
mod sites;

use jiff::{Timestamp, tz::TimeZone};
use turnup_domain::{Capabilities, Draft, Order, problem::Params};

use crate::{
    Language, Stamp, Summary,
    document::{Fact, Head, Section, Text, Tone},
    words::{Clock, Words},
};

/// Who reads the document, where and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Reader {
    /// The language of the document.
    pub language: Language,
    /// When it is printed; the caller's clock.
    pub printed: Timestamp,
    /// The reader's zone, in which times are written (deadlines are in the contact's zone).
    pub zone: TimeZone,
}

/// Something that happened to the order: one row of its timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryEvent {
    /// When.
    pub at: Timestamp,
    /// Who: an e-mail address, or empty for the service itself.
    pub actor: String,
    /// What, such as `mapped`.
    pub code: String,
    /// Values for the sentence.
    pub params: Params,
}

/// Writes the summary of an order: the service's last word, and under it what the draft adds.
///
/// For an order whose draft is gone after its confirmation, pass a draft that holds only the two
/// organization choices: their evidence is printed when they are the ones that were mapped.
#[must_use]
pub fn summary_of(
    order: &Order,
    draft: Option<&Draft>,
    timeline: &[SummaryEvent],
    stamp: Stamp,
    capabilities: Option<&Capabilities>,
    reader: &Reader,
) -> Summary {
    let desk = Desk {
        order,
        draft,
        capabilities,
        words: Words::of(reader.language),
        clock: Clock::new(Words::of(reader.language), reader.zone.clone()),
        zone: &reader.zone,
    };
    let mut sections = vec![order::order_section(&desk), order::people_section(&desk)];
    sections.extend(order::handover_section(&desk));
    sections.push(organizations::section(&desk));
    sections.push(services::lines_section(&desk));
    sections.extend(services::transfer_section(&desk));
    sections.extend(sites::section(&desk));
    sections.extend(services::calling_section(&desk));
    sections.extend(services::contact_center_section(&desk));
    sections.extend(services::later_section(&desk));
    sections.extend(happened::provisioning_section(&desk));
    sections.extend(happened::note_section(&desk));
    sections.extend(happened::timeline_section(&desk, timeline));
    let (number, customer) = (order.number.as_str(), order.end_customer.company.as_str());
    let values = [("number", number), ("customer", customer)];
    Summary {
        language: reader.language,
        stamp,
        title: desk.words.say_with("summary-document-title", &values),
        subject: desk.words.say_with("summary-subject", &values),
        printed: reader.printed,
        head: head(&desk, stamp, reader.printed),
        sections,
    }
}

fn head(desk: &Desk<'_>, stamp: Stamp, printed: Timestamp) -> Head {
    let when = desk.clock.moment_with_zone(printed);
    let explained = format!("{}_text", stamp.as_str());
    Head {
        kind: desk.words.say("summary-title"),
        number: desk.order.number.to_string(),
        customer: desk.order.end_customer.company.clone(),
        stamp_text: desk.words.code("summary-stamp", &explained),
        printed: desk.words.say_with("summary-printed", &[("when", &when)]),
    }
}

/// Everything that the sections are written from.
struct Desk<'a> {
    order: &'a Order,
    draft: Option<&'a Draft>,
    capabilities: Option<&'a Capabilities>,
    words: &'static Words,
    clock: Clock<'a>,
    zone: &'a TimeZone,
}

impl Desk<'_> {
    fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    /// A fact whose label is a message and whose value somebody typed; `none` when it is empty.
    fn fact(&self, label: &str, value: &str) -> Fact {
        Fact::new(self.say(label), self.value_or(value, "summary-none"))
    }

    /// A fact whose label is a message and whose value is in the reader's words.
    fn told(&self, label: &str, words: String) -> Fact {
        Fact::new(self.say(label), Text::words(words))
    }

    /// A typed value, or muted words when it is empty.
    fn value_or(&self, value: &str, otherwise: &str) -> Text {
        if value.trim().is_empty() {
            Text::words(self.say(otherwise)).toned(Tone::Muted)
        } else {
            Text::value(value)
        }
    }

    fn country(&self, code: &str) -> Text {
        if code.trim().is_empty() {
            return Text::words(self.say("summary-none")).toned(Tone::Muted);
        }
        Text::words(self.words.country(code))
    }

    fn section(&self, title: &str, blocks: Vec<crate::document::Block>) -> Section {
        Section {
            title: self.say(title),
            blocks,
        }
    }
}

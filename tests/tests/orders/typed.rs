//! What may be typed into the fields of the wizard, and what each of them refuses of it.

use turnup_workbench::views::{Choose, DraftForm};

pub const MARKUP: &str = "<script>alert(\"x\")</script> &amp;";
pub const SYNTAX: &str = "'; DROP TABLE drafts; -- { $name } \\( %s";
pub const BIDI: &str = "\u{202e}sierpes\u{202c} \u{200f}12";
pub const EMOJI: &str = "👩‍👩‍👧 🇪🇸 🙏🏽 ❤️‍🔥";
pub const RTL: &str = "שדרות רוטשילד مرحبا";
const NUL: &str = "a\0b";

pub fn texts() -> [(&'static str, String); 7] {
    [
        ("markup", MARKUP.to_owned()),
        ("syntax", SYNTAX.to_owned()),
        ("bidi marks", BIDI.to_owned()),
        ("emoji", EMOJI.to_owned()),
        ("right to left", RTL.to_owned()),
        ("NUL", NUL.to_owned()),
        ("10,000 characters", "x".repeat(10_000)),
    ]
}

/// What a field takes.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Anything that can be shown, up to its limit.
    Text,
    /// The same without percent signs.
    Company,
    /// A label of the name system.
    Name,
    /// One of a list.
    Choice,
    /// An e-mail address.
    Email,
}

impl Kind {
    /// The code of what is wrong with a text in such a field.
    pub fn refuses(self, text: &str) -> Option<&'static str> {
        let long = text.len() >= 10_000;
        match self {
            Self::Company if text.contains('%') => Some("percent_sign"),
            Self::Text | Self::Company if text == NUL => Some("control_characters"),
            Self::Text | Self::Company => long.then_some("too_long"),
            Self::Name if long => Some("too_long"),
            Self::Name => Some("invalid_characters"),
            Self::Choice => Some("unknown_value"),
            Self::Email => Some("invalid_email"),
        }
    }
}

pub type Field = (&'static str, Kind, fn(&mut DraftForm) -> &mut String);

/// What is typed when the order is completed here; each at its pointer.
pub const HERE: [Field; 14] = [
    ("/meetings/sites/0/name", Kind::Name, |f| {
        &mut f.meetings.sites[0].name
    }),
    ("/meetings/sites/0/time_zone", Kind::Choice, |f| {
        &mut f.meetings.sites[0].time_zone
    }),
    ("/meetings/sites/0/managed_in", Kind::Choice, |f| {
        &mut f.meetings.sites[0].managed_in
    }),
    ("/calling/location_name", Kind::Text, |f| {
        &mut f.calling.location_name
    }),
    ("/calling/country", Kind::Choice, |f| &mut f.calling.country),
    ("/calling/address/street1", Kind::Text, |f| {
        &mut f.calling.address.street1
    }),
    ("/calling/address/street2", Kind::Text, |f| {
        &mut f.calling.address.street2
    }),
    ("/calling/address/city", Kind::Text, |f| {
        &mut f.calling.address.city
    }),
    ("/calling/address/state", Kind::Text, |f| {
        &mut f.calling.address.state
    }),
    ("/calling/address/postal_code", Kind::Text, |f| {
        &mut f.calling.address.postal_code
    }),
    ("/calling/time_zone", Kind::Choice, |f| {
        &mut f.calling.time_zone
    }),
    ("/calling/announcement_language", Kind::Choice, |f| {
        &mut f.calling.announcement_language
    }),
    ("/calling/email_language", Kind::Choice, |f| {
        &mut f.calling.email_language
    }),
    ("/calling/sip_name", Kind::Name, |f| &mut f.calling.sip_name),
];

/// What is typed when somebody else completes it.
pub const HANDED_OVER: [Field; 2] = [
    ("/handover/email", Kind::Email, |f| &mut f.handover.email),
    ("/handover/note", Kind::Text, |f| &mut f.handover.note),
];

/// What this order does not ask for; kept all the same.
pub const UNASKED: [Field; 3] = [
    ("/contact_center/country", Kind::Choice, |f| {
        &mut f.contact_center.country
    }),
    ("/transfer/code", Kind::Text, |f| &mut f.transfer.code),
    ("/transfer/current_site", Kind::Text, |f| {
        &mut f.transfer.current_site
    }),
];

pub fn create(text: &str) -> Choose {
    Choose::Create {
        name: text.to_owned(),
        vertical: text.to_owned(),
        country: text.to_owned(),
        admin_email: text.to_owned(),
        create_anyway: true,
    }
}

pub const CREATED: [(&str, Kind); 4] = [
    ("/customer/organization/name", Kind::Company),
    ("/customer/organization/vertical", Kind::Choice),
    ("/customer/organization/country", Kind::Choice),
    ("/customer/organization/admin_email", Kind::Email),
];

pub type Word = (&'static str, fn(&mut DraftForm, &str));

/// Where a word of a list is expected; each at its pointer.
pub const WORDS: [Word; 2] = [
    ("/completed_by", |form, text| {
        form.completed_by = Some(text.to_owned());
    }),
    ("/when/calling", |form, text| {
        form.when.insert("calling".to_owned(), text.to_owned());
        form.step = Some(text.to_owned());
    }),
];

//! A document as words in an order: sections of facts, tables and paragraphs. No fonts, no
//! paper, no coordinates.

use jiff::Timestamp;

use crate::{Language, Stamp};

/// A whole summary in the reader's words; it needs only fonts and paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The language it is written in.
    pub language: Language,
    /// The stamp.
    pub stamp: Stamp,
    /// The document's title, for its metadata.
    pub title: String,
    /// What it is about, for its metadata.
    pub subject: String,
    /// When it was printed.
    pub printed: Timestamp,
    pub(crate) head: Head,
    pub(crate) sections: Vec<Section>,
}

/// What stands above everything else and on every page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Head {
    /// Kind of document.
    pub kind: String,
    /// The order's number.
    pub number: String,
    /// Whose order it is.
    pub customer: String,
    /// What the stamp means, in a sentence.
    pub stamp_text: String,
    /// Printed when.
    pub printed: String,
}

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Section {
    pub title: String,
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    /// A smaller heading.
    Subheading(String),
    /// Labels over values, side by side.
    Facts(Vec<Fact>),
    /// Rows under repeated heads.
    Table(Table),
    /// Running text.
    Paragraph(Text),
    /// A list with marks.
    Points(Vec<Text>),
}

/// A label over its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fact {
    pub label: String,
    pub value: Vec<Text>,
    /// Takes the whole width.
    pub wide: bool,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    pub head: String,
    /// Set flush right.
    pub numeric: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub cells: Vec<Text>,
    /// A sum: bold, under a line.
    pub total: bool,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Text {
    pub text: String,
    pub tone: Tone,
    pub strong: bool,
    /// A value as somebody typed it: its own script decides its direction.
    pub value: bool,
}

/// What a colour says beside the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Plain,
    Muted,
    Good,
    Mind,
    Bad,
    Info,
}

impl Text {
    /// A value as somebody typed it.
    pub fn value(text: impl Into<String>) -> Text {
        Text {
            text: text.into(),
            tone: Tone::Plain,
            strong: false,
            value: true,
        }
    }

    /// Words in the reader's language.
    pub fn words(text: impl Into<String>) -> Text {
        Text {
            value: false,
            ..Text::value(text)
        }
    }

    /// The same in another tone.
    pub fn toned(self, tone: Tone) -> Text {
        Text { tone, ..self }
    }

    /// The same in bold.
    pub fn bold(self) -> Text {
        Text {
            strong: true,
            ..self
        }
    }
}

impl Fact {
    /// A label with one value.
    pub fn new(label: String, value: Text) -> Fact {
        Fact {
            label,
            value: vec![value],
            wide: false,
        }
    }

    /// A label with several paragraphs.
    pub fn of(label: String, value: Vec<Text>) -> Fact {
        Fact {
            label,
            value,
            wide: false,
        }
    }

    /// The same over the whole width.
    pub fn wide(self) -> Fact {
        Fact { wide: true, ..self }
    }
}

impl Column {
    /// A column of text.
    pub fn text(head: String) -> Column {
        Column {
            head,
            numeric: false,
        }
    }

    /// A column of numbers.
    pub fn number(head: String) -> Column {
        Column {
            head,
            numeric: true,
        }
    }
}

impl Row {
    /// An ordinary row.
    pub fn new(cells: Vec<Text>) -> Row {
        Row {
            cells,
            total: false,
        }
    }

    /// A row of sums.
    pub fn total(cells: Vec<Text>) -> Row {
        Row { cells, total: true }
    }
}

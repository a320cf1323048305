//! From a document of words to pages of positioned runs, rules and boxes. Lengths are in points,
//! measured from the upper left corner; how a page becomes a PDF is not known here.

mod facts;
mod flow;
mod frame;
mod page;
mod paper;
mod table;

pub(crate) use page::{Colour, Page, Run, Shape};
pub(crate) use paper::{HEIGHT, WIDTH};

use crate::{
    Summary,
    document::{Block, Section, Text},
    typeset::{Faces, Shaper},
    words::Words,
};
use flow::Flow;
use paper::{BODY, HEADING, SUBHEADING, Style};

/// Sets a whole document.
pub(crate) fn pages(faces: &Faces, shaper: &Shaper, summary: &Summary) -> Vec<Page> {
    let words = Words::of(summary.language);
    let mut flow = Flow::new(faces, shaper);
    frame::masthead(&mut flow, summary, words);
    for section in &summary.sections {
        set_section(&mut flow, section);
    }
    if let Some(note) = flow.note_of_marks(words) {
        set_section(&mut flow, &note);
    }
    flow.draw_leads();
    frame::frames(&mut flow, summary, words);
    flow.pages
}

fn set_section(flow: &mut Flow<'_>, section: &Section) {
    heading(flow, &section.title, HEADING, 12.0, 8.0);
    for block in &section.blocks {
        set_block(flow, block);
    }
}

fn set_block(flow: &mut Flow<'_>, block: &Block) {
    match block {
        Block::Subheading(title) => {
            heading(flow, title, SUBHEADING, 4.0, 3.0);
        }
        Block::Facts(facts) => facts::set(flow, facts),
        Block::Table(table) => table::set(flow, table),
        Block::Paragraph(text) => paragraph(flow, text),
        Block::Points(points) => {
            for point in points {
                flow.point(point, BODY);
            }
            flow.gap(4.0);
        }
    }
}

/// A heading with room above and below; a section's has a line under it.
fn heading(flow: &mut Flow<'_>, title: &str, style: Style, above: f32, below: f32) {
    let lines = flow.set_words(title, style, paper::MEASURE);
    let height: f32 = lines.iter().map(|(_, style)| style.leading).sum();
    flow.lead(above + height + below, move |flow| {
        flow.gap(above);
        flow.column(paper::MARGIN, lines);
        if style == HEADING {
            flow.y += 2.0;
            flow.rule(paper::HAIRLINE, 0.6);
            flow.y -= 2.0;
        }
        flow.y += below;
    });
}

fn paragraph(flow: &mut Flow<'_>, text: &Text) {
    flow.paragraph(text, BODY);
    flow.gap(5.0);
}

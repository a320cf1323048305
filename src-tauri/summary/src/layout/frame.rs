//! What stands around the text: the head of the first page with the stamp, the running head of
//! the others, and the foot of all.

use super::{
    flow::Flow,
    page::{Run, Shape},
    paper::{
        ACCENT, BODY, HAIRLINE, HEIGHT, LABEL, LEAD, MARGIN, MEASURE, MUTED, NAME, SMALL, STAMP,
        Style, TITLE, WHITE, WIDTH, stamp_colour,
    },
};
use crate::{Summary, document::Text, typeset::Line, words::Words};

const MARK: f32 = 24.0;
const HEAD_TOP: f32 = 40.0;
const FOOT_TOP: f32 = HEIGHT - 42.0;

/// The head of the first page.
pub(super) fn masthead(flow: &mut Flow<'_>, summary: &Summary, words: &Words) {
    mark(flow, MARGIN, HEAD_TOP);
    for (line, style) in flow.set_words("Turnup", NAME, MEASURE) {
        flow.put(
            MARGIN + MARK + 9.0,
            HEAD_TOP + (MARK - style.leading) / 2.0,
            line,
            style,
        );
    }
    stamp(flow, summary, words);
    flow.y = HEAD_TOP + MARK + 20.0;
    flow.line_of(&summary.head.kind, LABEL);
    flow.paragraph(&Text::value(&summary.head.number), TITLE);
    flow.paragraph(&Text::value(&summary.head.customer), LEAD);
    flow.gap(2.0);
    flow.paragraph(&Text::words(&summary.head.stamp_text), BODY.coloured(MUTED));
}

/// Turnup's mark: an upward bolt on a rounded square.
fn mark(flow: &mut Flow<'_>, x: f32, y: f32) {
    let panel = Shape::Panel {
        x,
        y,
        width: MARK,
        height: MARK,
        radius: MARK * 0.24,
        fill: Some(ACCENT),
        stroke: None,
    };
    // The bolt of the icon, whose square is 896 wide and begins at 64.
    let bolt = [
        (566.0, 232.0),
        (322.0, 566.0),
        (494.0, 566.0),
        (458.0, 792.0),
        (702.0, 458.0),
        (530.0, 458.0),
        (566.0, 232.0),
    ];
    let scale = MARK / 896.0;
    let points = bolt
        .iter()
        .map(|(px, py)| (x + (px - 64.0) * scale, y + (py - 64.0) * scale));
    let bolt = Shape::Stroke {
        points: points.collect(),
        width: 64.0 * scale,
        colour: WHITE,
    };
    flow.page().shapes.extend([panel, bolt]);
}

/// The stamp: its word in a coloured frame, at the right.
fn stamp(flow: &mut Flow<'_>, summary: &Summary, words: &Words) {
    let word = words.code("summary-stamp", summary.stamp.as_str());
    let colour = stamp_colour(summary.stamp);
    let style = STAMP.coloured(colour);
    let width = flow.width_of(&word, style) + 24.0;
    let (height, x) = (MARK + 2.0, MARGIN + MEASURE - width);
    let panel = Shape::Panel {
        x,
        y: HEAD_TOP - 1.0,
        width,
        height,
        radius: 5.0,
        fill: Some(colour.tint(0.08)),
        stroke: Some((colour, 1.2)),
    };
    flow.page().shapes.push(panel);
    for (line, style) in flow.set_words(&word, style, MEASURE) {
        flow.put(
            x + 12.0,
            HEAD_TOP - 1.0 + (height - style.leading) / 2.0,
            line,
            style,
        );
    }
}

/// Running heads and feet, once the number of pages is known.
pub(super) fn frames(flow: &mut Flow<'_>, summary: &Summary, words: &Words) {
    let pages = flow.pages.len();
    let count = pages.to_string();
    for index in 0..pages {
        let number = (index + 1).to_string();
        let page = words.say_with("summary-page", &[("page", &number), ("pages", &count)]);
        let width = flow.width_of(&page, SMALL);
        put(
            flow,
            index,
            MARGIN,
            FOOT_TOP,
            &summary.head.printed,
            SMALL,
            MEASURE - width - 12.0,
        );
        put(
            flow,
            index,
            WIDTH - MARGIN - width,
            FOOT_TOP,
            &page,
            SMALL,
            MEASURE,
        );
        rule(flow, index, FOOT_TOP - 5.0);
        if index > 0 {
            running_head(flow, index, summary, words);
        }
    }
}

fn running_head(flow: &mut Flow<'_>, index: usize, summary: &Summary, words: &Words) {
    let stamp = words.code("summary-stamp", summary.stamp.as_str());
    let style = Style {
        strong: true,
        ..SMALL.coloured(stamp_colour(summary.stamp))
    };
    let width = flow.width_of(&stamp, style);
    let number = words.say_with("summary-running", &[("number", &summary.head.number)]);
    let customer: String = summary.head.customer.chars().take(200).collect();
    let left = format!("{number}  ·  {customer}");
    put(
        flow,
        index,
        MARGIN,
        HEAD_TOP,
        &left,
        SMALL,
        MEASURE - width - 24.0,
    );
    put(
        flow,
        index,
        WIDTH - MARGIN - width,
        HEAD_TOP,
        &stamp,
        style,
        MEASURE,
    );
    rule(flow, index, HEAD_TOP + 16.0);
}

fn rule(flow: &mut Flow<'_>, page: usize, y: f32) {
    let rule = Shape::Rule {
        x: MARGIN,
        y,
        length: MEASURE,
        width: 0.6,
        colour: HAIRLINE,
    };
    flow.pages[page].shapes.push(rule);
}

/// Puts what fits one line on a page; the rest of a longer text is cut with an ellipsis.
fn put(flow: &mut Flow<'_>, page: usize, x: f32, top: f32, text: &str, style: Style, width: f32) {
    let ellipsis = flow.width_of("\u{2026}", style);
    let mut lines = flow.set_words(text, style, width - ellipsis).into_iter();
    let Some((line, style)) = lines.next() else {
        return;
    };
    let end = x + line.width;
    run(flow, page, x, top, line, style);
    if lines.next().is_some() {
        for (line, style) in flow.set_words("\u{2026}", style, width) {
            run(flow, page, end, top, line, style);
        }
    }
}

fn run(flow: &mut Flow<'_>, page: usize, x: f32, top: f32, line: Line, style: Style) {
    let run = Run {
        x,
        baseline: top + style.ascent(),
        size: style.size,
        colour: style.colour,
        strong: style.strong,
        line,
    };
    flow.pages[page].runs.push(run);
}

//! The flow of a document down its pages: what does not fit goes on overleaf, and rows that fit a
//! page are not torn.

use super::{
    page::{Colour, Page, Run, Shape},
    paper::{BODY, BOTTOM, MARGIN, MEASURE, Style, TOP},
};
use crate::{
    document::{Block, Section, Text},
    typeset::{Extent, Faces, Line, Marks, Setting, Shaper, lines, measure},
    words::Words,
};

/// Where the next thing goes.
pub(super) struct Flow<'a> {
    faces: &'a Faces,
    shaper: &'a Shaper,
    marks: Marks,
    /// Headings that wait for what they head, so that none is left alone at a page's foot.
    leads: Vec<Lead<'a>>,
    pub pages: Vec<Page>,
    pub y: f32,
}

struct Lead<'a> {
    height: f32,
    draw: Box<dyn FnOnce(&mut Flow<'a>) + 'a>,
}

/// Lines in one column of a row.
#[derive(Clone)]
pub(super) struct Cell {
    pub x: f32,
    pub width: f32,
    pub right: bool,
    pub lines: Vec<(Line, Style)>,
}

impl Cell {
    /// The height of all its lines.
    pub fn height(&self) -> f32 {
        self.lines.iter().map(|(_, style)| style.leading).sum()
    }

    /// How many lines fit a height.
    fn count_within(&self, height: f32) -> usize {
        let mut used = 0.0;
        let fits = |(_, style): &&(Line, Style)| {
            used += style.leading;
            used <= height + 0.01
        };
        self.lines.iter().take_while(fits).count()
    }
}

/// How a row may break.
pub(super) struct RowBreak<'b, 'a> {
    /// Above and below the row's text.
    pub padding: f32,
    /// Height of what is repeated on a new page.
    pub head: f32,
    /// Repeats it.
    pub repeat: &'b dyn Fn(&mut Flow<'a>),
}

impl<'a> Flow<'a> {
    /// A document with an empty first page.
    pub fn new(faces: &'a Faces, shaper: &'a Shaper) -> Flow<'a> {
        let pages = vec![Page::default()];
        Flow {
            faces,
            shaper,
            marks: Marks::default(),
            leads: Vec::new(),
            pages,
            y: TOP,
        }
    }

    /// Sets text into lines; what cannot be drawn becomes a mark.
    pub fn set(&mut self, text: &Text, style: Style, width: f32) -> Vec<(Line, Style)> {
        let style = Style {
            strong: style.strong || text.strong,
            ..style.toned(text.tone)
        };
        self.lines(&text.text, style, text.value, width)
    }

    /// Sets a label or another text in the reader's words.
    pub fn set_words(&mut self, words: &str, style: Style, width: f32) -> Vec<(Line, Style)> {
        self.lines(words, style, false, width)
    }

    fn lines(&mut self, text: &str, style: Style, own: bool, width: f32) -> Vec<(Line, Style)> {
        let cleaned = self.marks.clean(text, self.faces, style.strong);
        let setting = Setting {
            size: style.size,
            strong: style.strong,
            own_direction: own,
        };
        lines(self.faces, self.shaper, &cleaned, setting, width)
            .into_iter()
            .map(|line| (line, style))
            .collect()
    }

    /// The width of words on one line.
    pub fn width_of(&self, words: &str, style: Style) -> f32 {
        self.extent_of(words, style, false).line
    }

    /// How wide a text is, on one line and in its widest word.
    pub fn extent(&self, text: &Text, style: Style) -> Extent {
        let style = Style {
            strong: style.strong || text.strong,
            ..style
        };
        self.extent_of(&text.text, style, text.value)
    }

    fn extent_of(&self, text: &str, style: Style, own_direction: bool) -> Extent {
        // Marks are counted where the text is set, not where it is measured.
        let cleaned = Marks::default()
            .clean(text, self.faces, style.strong)
            .into_owned();
        let setting = Setting {
            size: style.size,
            strong: style.strong,
            own_direction,
        };
        measure(self.faces, self.shaper, &cleaned, setting)
    }

    /// The page being filled.
    pub fn page(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.pages.push(Page::default());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// Leaves room, except at the top of a page.
    pub fn gap(&mut self, height: f32) {
        if self.y > TOP + 0.01 {
            self.y += height;
        }
    }

    /// Puts something above what comes next, on the same page.
    pub fn lead(&mut self, height: f32, draw: impl FnOnce(&mut Flow<'a>) + 'a) {
        let draw = Box::new(draw);
        self.leads.push(Lead { height, draw });
    }

    /// Makes room for a height and what leads it, overleaf if need be; says whether it turned the
    /// page.
    pub fn make_room(&mut self, height: f32) -> bool {
        let leads: f32 = self.leads.iter().map(|lead| lead.height).sum();
        let turns = self.y + leads + height > BOTTOM + 0.01 && self.y > TOP + 0.01;
        if turns {
            self.new_page();
        }
        self.draw_leads();
        turns
    }

    /// Draws what waits, at the latest at the document's end.
    pub fn draw_leads(&mut self) {
        for lead in std::mem::take(&mut self.leads) {
            (lead.draw)(self);
        }
    }

    /// Goes to the next page.
    fn new_page(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
    }

    /// A horizontal line over the whole width.
    pub fn rule(&mut self, colour: Colour, width: f32) {
        let rule = Shape::Rule {
            x: MARGIN,
            y: self.y,
            length: MEASURE,
            width,
            colour,
        };
        self.page().shapes.push(rule);
    }

    /// Puts a line of text on the current page.
    pub fn put(&mut self, x: f32, top: f32, line: Line, style: Style) {
        let run = Run {
            x,
            baseline: top + style.ascent(),
            size: style.size,
            colour: style.colour,
            strong: style.strong,
            line,
        };
        self.page().runs.push(run);
    }

    /// Words over the whole width.
    pub fn line_of(&mut self, words: &str, style: Style) {
        let lines = self.set_words(words, style, MEASURE);
        self.column(MARGIN, lines);
    }

    /// A paragraph over the whole width.
    pub fn paragraph(&mut self, text: &Text, style: Style) {
        let lines = self.set(text, style, MEASURE);
        self.column(MARGIN, lines);
    }

    /// A list entry with its mark.
    pub fn point(&mut self, text: &Text, style: Style) {
        const INDENT: f32 = 11.0;
        let lines = self.set(text, style, MEASURE - INDENT);
        let Some((_, first)) = lines.first() else {
            return;
        };
        let first = *first;
        self.make_room(first.leading);
        let y = self.y;
        for (line, mark) in self.set_words("\u{2022}", first, INDENT) {
            self.put(MARGIN + 1.0, y, line, mark);
        }
        self.column(MARGIN + INDENT, lines);
    }

    /// Lines under each other; they go on overleaf.
    pub fn column(&mut self, x: f32, lines: Vec<(Line, Style)>) {
        for (line, style) in lines {
            self.make_room(style.leading);
            let y = self.y;
            self.put(x, y, line, style);
            self.y += style.leading;
        }
    }

    /// Cells beside each other. A row that fits a page is not torn; a higher one goes on overleaf.
    pub fn row(&mut self, mut cells: Vec<Cell>, how: &RowBreak<'_, 'a>) {
        let whole = cells.iter().map(Cell::height).fold(0.0, f32::max) + 2.0 * how.padding;
        let headed = !self.leads.is_empty();
        let leads: f32 = self.leads.iter().map(|lead| lead.height).sum();
        let fits_a_page = whole + leads.max(how.head) <= BOTTOM - TOP;
        let least = whole.min(3.0 * BODY.leading + 2.0 * how.padding);
        let turned = self.make_room(if fits_a_page { whole } else { least });
        if turned && !headed {
            (how.repeat)(self);
        }
        loop {
            let room = BOTTOM - self.y - 2.0 * how.padding;
            let top = self.y + how.padding;
            let mut used: f32 = 0.0;
            let mut rest = false;
            for cell in &mut cells {
                let fitting = cell.count_within(room);
                let later = cell.lines.split_off(fitting);
                let now = std::mem::replace(&mut cell.lines, later);
                let now = Cell {
                    lines: now,
                    ..*cell
                };
                used = used.max(now.height());
                rest |= !cell.lines.is_empty();
                self.put_cell(now, top);
            }
            self.y = top + used + how.padding;
            if !rest {
                return;
            }
            self.new_page();
            (how.repeat)(self);
        }
    }

    /// Puts a cell's lines under each other.
    pub fn put_cell(&mut self, cell: Cell, top: f32) {
        let mut y = top;
        for (line, style) in cell.lines {
            let indent = if cell.right {
                cell.width - line.width
            } else {
                0.0
            };
            self.put(cell.x + indent, y, line, style);
            y += style.leading;
        }
    }

    /// What the note on characters without a picture says, if there are any.
    pub fn note_of_marks(&self, words: &Words) -> Option<Section> {
        if self.marks.is_empty() {
            return None;
        }
        let entries: Vec<String> = self
            .marks
            .iter()
            .map(|(code, count)| {
                let count = count.to_string();
                words.say_with("summary-glyph-count", &[("code", &code), ("count", &count)])
            })
            .collect();
        let list = entries.join(&words.say("summary-list-separator"));
        let text = words.say_with("summary-glyphs-text", &[("list", &list)]);
        let blocks = vec![Block::Paragraph(Text::words(text))];
        Some(Section {
            title: words.say("summary-glyphs"),
            blocks,
        })
    }
}

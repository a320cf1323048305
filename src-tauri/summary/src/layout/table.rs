//! Tables: rows under heads that are repeated on every page.

use std::rc::Rc;

use super::{
    flow::{Cell, Flow, RowBreak},
    page::Shape,
    paper::{CELL, HAIRLINE, MARGIN, MEASURE, MUTED, SHADE, Style, TABLE_HEAD},
};
use crate::{
    document::{Row, Table, Text},
    typeset::Extent,
};

/// Left and right of a cell's text.
const INSET: f32 = 5.0;
/// Above and below a cell's text.
const PADDING: f32 = 3.5;
const AFTER: f32 = 6.0;
/// Cells longer than this (in bytes) are not measured.
const LONG: usize = 400;

/// The head, set once and drawn on every page.
struct Head {
    cells: Vec<Cell>,
    height: f32,
}

/// Sets a table.
pub(super) fn set(flow: &mut Flow<'_>, table: &Table) {
    let columns = columns(flow, table);
    let head = Rc::new(set_head(flow, table, &columns));
    let first = Rc::clone(&head);
    flow.lead(head.height, move |flow| draw_head(flow, &first));
    for row in &table.rows {
        set_row(flow, row, table, &columns, &head);
    }
    flow.gap(AFTER);
}

/// Left end and width of every column's text: what the texts need, and the rest shared out.
fn columns(flow: &Flow<'_>, table: &Table) -> Vec<(f32, f32)> {
    let room = MEASURE - 2.0 * INSET * table.columns.len() as f32;
    let mut x = MARGIN;
    let mut columns = Vec::with_capacity(table.columns.len());
    for width in shares(&extents(flow, table), room) {
        columns.push((x + INSET, width));
        x += width + 2.0 * INSET;
    }
    columns
}

/// The widest line and the widest word of every column.
fn extents(flow: &Flow<'_>, table: &Table) -> Vec<Extent> {
    let mut extents: Vec<Extent> = Vec::with_capacity(table.columns.len());
    for (index, column) in table.columns.iter().enumerate() {
        let mut widest = flow.extent(&Text::words(&column.head), TABLE_HEAD);
        for row in &table.rows {
            let style = Style {
                strong: row.total,
                ..CELL
            };
            let Some(text) = row.cells.get(index) else {
                continue;
            };
            // A long text takes what is left anyway.
            if text.text.len() > LONG {
                widest.line = MEASURE;
                widest.word = widest.word.max(MEASURE / 5.0);
                continue;
            }
            let extent = flow.extent(text, style);
            widest.line = widest.line.max(extent.line);
            widest.word = widest.word.max(extent.word.min(MEASURE / 3.0));
        }
        extents.push(widest);
    }
    extents
}

/// Shares a width out: narrow columns get the line they need, wide ones share what is left, and
/// none gets less than its widest word while that is possible.
fn shares(extents: &[Extent], room: f32) -> Vec<f32> {
    let lines: f32 = extents.iter().map(|extent| extent.line).sum();
    let words: f32 = extents.iter().map(|extent| extent.word).sum();
    if lines <= room {
        let rest = (room - lines) / lines.max(1.0);
        return extents
            .iter()
            .map(|extent| extent.line * (1.0 + rest))
            .collect();
    }
    if words >= room {
        return extents
            .iter()
            .map(|extent| room * extent.word / words)
            .collect();
    }
    let mut widths: Vec<Option<f32>> = vec![None; extents.len()];
    loop {
        let settled: f32 = widths.iter().flatten().sum();
        let open = widths.iter().filter(|width| width.is_none()).count();
        let fair = (room - settled) / (open.max(1)) as f32;
        let mut changed = false;
        for (width, extent) in widths.iter_mut().zip(extents) {
            if width.is_some() {
                continue;
            }
            if extent.line <= fair {
                *width = Some(extent.line);
                changed = true;
            } else if extent.word > fair {
                *width = Some(extent.word);
                changed = true;
                break;
            }
        }
        if !changed {
            return widths
                .into_iter()
                .map(|width| width.unwrap_or(fair))
                .collect();
        }
    }
}

fn set_head(flow: &mut Flow<'_>, table: &Table, columns: &[(f32, f32)]) -> Head {
    let mut cells = Vec::with_capacity(columns.len());
    let mut height: f32 = 0.0;
    for (column, (x, width)) in table.columns.iter().zip(columns) {
        let lines = flow.set_words(&column.head, TABLE_HEAD, *width);
        // A head of many lines would leave no room for rows.
        let lines: Vec<_> = lines.into_iter().take(6).collect();
        let cell = Cell {
            x: *x,
            width: *width,
            right: column.numeric,
            lines,
        };
        height = height.max(cell.height());
        cells.push(cell);
    }
    Head {
        cells,
        height: height + 2.0 * PADDING,
    }
}

fn draw_head(flow: &mut Flow<'_>, head: &Head) {
    let top = flow.y;
    let panel = Shape::Panel {
        x: MARGIN,
        y: top,
        width: MEASURE,
        height: head.height,
        radius: 3.0,
        fill: Some(SHADE),
        stroke: None,
    };
    flow.page().shapes.push(panel);
    for cell in &head.cells {
        // Short heads stand at the foot of a high head.
        flow.put_cell(cell.clone(), top + head.height - PADDING - cell.height());
    }
    flow.y = top + head.height;
}

fn set_row(flow: &mut Flow<'_>, row: &Row, table: &Table, columns: &[(f32, f32)], head: &Head) {
    let style = Style {
        strong: row.total,
        ..CELL
    };
    let mut cells = Vec::with_capacity(columns.len());
    for ((text, column), (x, width)) in row.cells.iter().zip(&table.columns).zip(columns) {
        let lines = flow.set(text, style, *width);
        cells.push(Cell {
            x: *x,
            width: *width,
            right: column.numeric,
            lines,
        });
    }
    let repeat = |flow: &mut Flow<'_>| draw_head(flow, head);
    if row.total {
        flow.rule(MUTED, 0.8);
    }
    flow.row(
        cells,
        &RowBreak {
            padding: PADDING,
            head: head.height,
            repeat: &repeat,
        },
    );
    flow.rule(HAIRLINE, 0.5);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extents(sizes: &[(f32, f32)]) -> Vec<Extent> {
        sizes
            .iter()
            .map(|(line, word)| Extent {
                line: *line,
                word: *word,
            })
            .collect()
    }

    #[test]
    fn widths_fill_the_room_and_serve_narrow_columns_first() {
        let rows = [
            // Everything fits: the rest in proportion.
            (
                [(10.0, 10.0), (20.0, 10.0), (20.0, 10.0)],
                [20.0, 40.0, 40.0],
            ),
            // One is too wide: the others keep their lines.
            (
                [(10.0, 10.0), (20.0, 10.0), (400.0, 30.0)],
                [10.0, 20.0, 70.0],
            ),
            // A long word takes more than its share.
            (
                [(60.0, 50.0), (60.0, 10.0), (60.0, 10.0)],
                [50.0, 25.0, 25.0],
            ),
            // Not even the words fit.
            (
                [(90.0, 80.0), (90.0, 60.0), (90.0, 60.0)],
                [40.0, 30.0, 30.0],
            ),
        ];
        for (sizes, expected) in rows {
            assert_eq!(shares(&extents(&sizes), 100.0), expected, "{sizes:?}");
        }
    }
}

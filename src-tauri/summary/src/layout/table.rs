//! Tables: rows under heads that are repeated on every page.

use super::{
    flow::{Cell, Flow, RowBreak},
    page::Shape,
    paper::{CELL, HAIRLINE, MARGIN, MEASURE, MUTED, SHADE, Style, TABLE_HEAD},
};
use crate::{
    document::{Row, Table},
    typeset::Line,
};

/// Left and right of a cell's text.
const INSET: f32 = 6.0;
/// Above and below a cell's text.
const PADDING: f32 = 3.5;
const AFTER: f32 = 6.0;

/// The head, set once and drawn on every page.
struct Head {
    cells: Vec<(f32, f32, bool, Vec<(Line, Style)>)>,
    height: f32,
}

/// Sets a table.
pub(super) fn set(flow: &mut Flow<'_>, table: &Table) {
    let columns = columns(table);
    let head = set_head(flow, table, &columns);
    // A head alone at the foot of a page heads nothing.
    flow.keep_together(head.height + CELL.leading + 2.0 * PADDING);
    draw_head(flow, &head);
    for row in &table.rows {
        set_row(flow, row, table, &columns, &head);
    }
    flow.gap(AFTER);
}

/// Left end and width of every column's text.
fn columns(table: &Table) -> Vec<(f32, f32)> {
    let weights: f32 = table.columns.iter().map(|column| column.weight).sum();
    let mut x = MARGIN;
    let mut columns = Vec::with_capacity(table.columns.len());
    for column in &table.columns {
        let width = MEASURE * column.weight / weights.max(0.001);
        columns.push((x + INSET, width - 2.0 * INSET));
        x += width;
    }
    columns
}

fn set_head(flow: &mut Flow<'_>, table: &Table, columns: &[(f32, f32)]) -> Head {
    let mut cells = Vec::with_capacity(columns.len());
    let mut height: f32 = 0.0;
    for (column, (x, width)) in table.columns.iter().zip(columns) {
        let lines = flow.set_words(&column.head, TABLE_HEAD, *width);
        // A head of many lines would leave no room for rows.
        let lines: Vec<_> = lines.into_iter().take(6).collect();
        height = height.max(lines.iter().map(|(_, style)| style.leading).sum());
        cells.push((*x, *width, column.numeric, lines));
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
    for (x, width, right, lines) in &head.cells {
        // Short heads stand at the foot of a high head.
        let height: f32 = lines.iter().map(|(_, style)| style.leading).sum();
        let mut y = top + head.height - PADDING - height;
        for (line, style) in lines {
            let indent = if *right { width - line.width } else { 0.0 };
            flow.put(x + indent, y, line.clone(), *style);
            y += style.leading;
        }
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

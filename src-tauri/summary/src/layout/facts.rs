//! Facts: labels over their values, three beside each other.

use super::{
    flow::{Cell, Flow, RowBreak},
    paper::{BODY, LABEL, MARGIN, MEASURE},
};
use crate::document::Fact;

const BESIDE: usize = 3;
const GUTTER: f32 = 16.0;
const BELOW: f32 = 6.0;

/// Sets facts in rows.
pub(super) fn set(flow: &mut Flow<'_>, facts: &[Fact]) {
    let mut row: Vec<&Fact> = Vec::with_capacity(BESIDE);
    for fact in facts {
        if fact.wide {
            set_row(flow, &row, BESIDE);
            row.clear();
            set_row(flow, &[fact], 1);
            continue;
        }
        row.push(fact);
        if row.len() == BESIDE {
            set_row(flow, &row, BESIDE);
            row.clear();
        }
    }
    set_row(flow, &row, BESIDE);
}

fn set_row(flow: &mut Flow<'_>, facts: &[&Fact], beside: usize) {
    if facts.is_empty() {
        return;
    }
    let gutters = GUTTER * (beside - 1) as f32;
    let width = (MEASURE - gutters) / beside as f32;
    let mut x = MARGIN;
    let mut cells = Vec::with_capacity(facts.len());
    for fact in facts {
        let mut lines = flow.set_words(&fact.label, LABEL, width);
        for value in &fact.value {
            lines.extend(flow.set(value, BODY, width));
        }
        cells.push(Cell {
            x,
            width,
            right: false,
            lines,
        });
        x += width + GUTTER;
    }
    flow.row(
        cells,
        &RowBreak {
            padding: 0.0,
            head: 0.0,
            repeat: &|_| {},
        },
    );
    flow.gap(BELOW);
}

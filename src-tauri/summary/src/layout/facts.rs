//! Facts: labels over their values, three beside each other.

use super::{
    flow::{Cell, Flow, RowBreak},
    paper::{BODY, LABEL, MARGIN, MEASURE},
};
use crate::document::Fact;

const BESIDE: usize = 3;
const GUTTER: f32 = 16.0;
const BELOW: f32 = 6.0;

/// Facts no higher than this stay on one page.
const TOGETHER: f32 = 230.0;

/// Sets facts in rows.
pub(super) fn set(flow: &mut Flow<'_>, facts: &[Fact]) {
    let mut rows = Vec::new();
    let mut beside: Vec<&Fact> = Vec::with_capacity(BESIDE);
    for fact in facts {
        if fact.wide || beside.len() == BESIDE {
            rows.extend(row(flow, &beside, BESIDE));
            beside.clear();
        }
        if fact.wide {
            rows.extend(row(flow, &[fact], 1));
        } else {
            beside.push(fact);
        }
    }
    rows.extend(row(flow, &beside, BESIDE));
    let height = |row: &Vec<Cell>| row.iter().map(Cell::height).fold(0.0, f32::max) + BELOW;
    let whole: f32 = rows.iter().map(height).sum();
    if whole <= TOGETHER {
        flow.make_room(whole - BELOW);
    }
    let how = RowBreak {
        padding: 0.0,
        head: 0.0,
        repeat: &|_| {},
    };
    for row in rows {
        flow.row(row, &how);
        flow.gap(BELOW);
    }
}

fn row(flow: &mut Flow<'_>, facts: &[&Fact], beside: usize) -> Option<Vec<Cell>> {
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
    (!cells.is_empty()).then_some(cells)
}

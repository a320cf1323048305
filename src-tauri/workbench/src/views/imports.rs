//! Values of many orders from a table: what its columns are, what its rows would change.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{ChangeView, ProblemView};
use crate::Failure;

/// A table that was opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TableView {
    /// By which it is asked about, until another one is opened.
    pub key: u32,
    /// The file's name.
    pub name: String,
    /// Of a workbook; none of a text.
    pub sheets: Vec<String>,
    /// The sheet that is looked at; empty for a text.
    pub sheet: String,
    pub columns: Vec<TableColumn>,
    /// All that a column can be, as words of `import-field-…`.
    pub fields: Vec<String>,
    /// Rows below the headings that hold something.
    pub rows: u32,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TableColumn {
    pub heading: String,
    /// The first cells below it that hold something.
    pub samples: Vec<String>,
    /// What it is by its heading: `number`, a field, or empty for nothing that is taken.
    pub field: String,
}

/// What a table is taken as.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TableUse {
    pub key: u32,
    pub sheet: String,
    /// What each column is, as in [`TableColumn::field`].
    pub columns: Vec<String>,
}

/// What the rows of a table would change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ImportPlan {
    /// Rows that say something.
    pub rows: u32,
    /// Orders that would change.
    pub ready: u32,
    /// Orders that stand so already.
    pub unchanged: u32,
    /// Orders, or rows without one, that nothing is taken of.
    pub refused: u32,
    /// Those that would change and those that are refused, the first of each, by row.
    pub lines: Vec<ImportLine>,
}

/// What a table would change of one order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ImportLine {
    /// Its first row, as a spreadsheet counts.
    pub row: u32,
    /// Empty when the order is not here.
    pub id: String,
    /// As the table has it; empty when the row names none.
    pub number: String,
    pub company: String,
    /// `ready` or `refused`.
    pub outcome: String,
    pub changes: Vec<ChangeView>,
    /// What the rules of the service say of the changed answers.
    pub problems: Vec<ProblemView>,
    /// Fields that the table answers and the order does not ask for.
    pub not_asked: Vec<String>,
    /// Why nothing is taken.
    pub failure: Option<Failure>,
    /// Which cells are not understood.
    pub cells: Vec<CellProblem>,
}

/// A cell that is not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CellProblem {
    /// As a spreadsheet counts.
    pub row: u32,
    pub field: String,
    /// What it says, cut.
    pub value: String,
    /// What it should have been: `when`, `yes_or_no`, `managed_in`, `country`, `zone`,
    /// `zone_ambiguous`, `language`, `too_long`; `contradicts`: another row of the same order says
    /// something else.
    pub code: String,
}

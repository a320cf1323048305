//! Tables as people have them; what becomes of their values is in the acceptance tests.
#![allow(clippy::unwrap_used)]

use std::{fs, io::Write, path::PathBuf};

use tempfile::TempDir;
use turnup_domain::draft::Field;
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{
    given::{self, Given},
    reading::{Column, Reader},
    table::{COLUMNS, Table},
};
use crate::{failure::codes, testing};

fn file(folder: &TempDir, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// A workbook with one sheet of these rows, as Excel writes them: texts shared or in their cells.
fn workbook(folder: &TempDir, rows: &str) -> PathBuf {
    let path = folder.path().join("orders.xlsx");
    let mut zip = ZipWriter::new(fs::File::create(&path).unwrap());
    let package = "http://schemas.openxmlformats.org/package/2006";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    for (part, text) in [
        (
            "[Content_Types].xml",
            format!("<Types xmlns=\"{package}/content-types\"/>"),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>\
                 <sheet name=\"Sites\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship \
                 Id=\"rId2\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
                 </Relationships>"
            ),
        ),
        (
            "xl/sharedStrings.xml",
            format!(
                "<sst xmlns=\"{main}\"><si><t>Order number</t></si><si><t>Site name</t></si></sst>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ] {
        zip.start_file(part, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    path
}

fn rows(table: &Table, sheet: &str) -> Vec<(u32, Vec<String>)> {
    let mut rows = Vec::new();
    table
        .rows(sheet, |row, cells| {
            rows.push((row, cells.to_vec()));
            true
        })
        .unwrap();
    rows
}

fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (
        number,
        cells.iter().map(|cell| (*cell).to_owned()).collect(),
    )
}

#[test]
fn rows_of_a_text_come_without_blanks_marks_and_empty_lines() {
    let folder = TempDir::new().unwrap();
    let text =
        "\u{feff}Order number;Site name\r\n 4410-1 ;\"zurita\r\nmeet\"\r\n;\r\n\r\n4410-2;'=x\r\n";
    let table = Table::open(&file(&folder, "a.csv", text)).unwrap();
    assert!(table.sheets().is_empty());
    assert_eq!(
        rows(&table, ""),
        [
            row(1, &["Order number", "Site name"]),
            row(2, &["4410-1", "zurita\r\nmeet"]),
            row(4, &["4410-2", "=x"]),
        ]
    );
}

#[test]
fn rows_of_a_workbook_keep_their_numbers_and_the_gaps_between_cells() {
    let folder = TempDir::new().unwrap();
    let path = workbook(
        &folder,
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c></row>\
         <row r=\"4\"><c r=\"A4\"><v>41001</v></c><c r=\"B4\" t=\"b\"><v>1</v></c>\
         <c r=\"C4\" t=\"inlineStr\"><is><t> zurita-meet </t></is></c>\
         <c r=\"D4\" t=\"e\"><v>#REF!</v></c></row>",
    );
    let table = Table::open(&path).unwrap();
    assert_eq!(table.sheets(), ["Sites"]);
    assert_eq!(
        rows(&table, "Sites"),
        [
            row(1, &["Order number", "", "Site name"]),
            row(4, &["41001", "true", "zurita-meet", "#REF!"]),
        ]
    );
}

#[test]
fn what_is_no_table_is_refused_with_the_reason() {
    let folder = TempDir::new().unwrap();
    let cases: [(&str, &[u8], &str); 4] = [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_workbook"),
        ("a.xlsx", b"PK\x03\x04 and then nothing", "not_a_table"),
        ("a.csv", b"\x7fELF\0\0\0", "not_a_table"),
        ("b.csv", b"a,\0b", "not_a_table"),
    ];
    for (name, bytes, reason) in cases {
        let failure = Table::open(&file(&folder, name, bytes)).unwrap_err();
        assert_eq!(failure.code, codes::TABLE_UNREADABLE, "{name}");
        assert_eq!(failure.params["reason"], reason, "{name}");
    }
    let failure = Table::open(folder.path()).unwrap_err();
    assert_eq!(failure.params["reason"], "not_a_table");
    let failure = Table::open(&folder.path().join("missing.csv")).unwrap_err();
    assert_eq!(failure.code, codes::FILE_UNREADABLE);
}

#[test]
fn a_sheet_that_breaks_off_is_told_and_not_taken_for_its_beginning() {
    let folder = TempDir::new().unwrap();
    let path = workbook(
        &folder,
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c",
    );
    let table = Table::open(&path).unwrap();
    let failure = table.rows("Sites", |_, _| true).unwrap_err();
    assert_eq!(failure.code, codes::TABLE_UNREADABLE);
}

#[test]
fn a_table_that_was_written_to_since_is_opened_anew() {
    let folder = TempDir::new().unwrap();
    let path = file(&folder, "a.csv", "Order number\n4410-1\n");
    let table = Table::open(&path).unwrap();
    fs::write(&path, "Order number\n4410-1\n4410-2\n").unwrap();
    let failure = table.rows("", |_, _| true).unwrap_err();
    assert_eq!(failure.code, codes::TABLE_CHANGED);
}

#[test]
fn a_row_may_have_more_cells_than_anybody_looks_at() {
    let folder = TempDir::new().unwrap();
    let table = Table::open(&file(&folder, "a.csv", "a,".repeat(5_000))).unwrap();
    assert_eq!(rows(&table, "")[0].1.len(), COLUMNS);
}

fn read(text: &str, columns: &[&str], most: usize) -> crate::Outcome<Vec<Given>> {
    let folder = TempDir::new().unwrap();
    let table = Table::open(&file(&folder, "a.csv", text)).unwrap();
    let columns: Vec<Column> = columns.iter().map(|word| Column::of(word)).collect();
    let reader = Reader::new(&testing::rules());
    given::read(&table, "", &columns, &reader, most).map(|all| all.orders)
}

const NAMED: [&str; 4] = ["number", "site_name", "sip_name", ""];

#[test]
fn rows_of_one_order_name_its_sites_one_after_the_other() {
    let text = "n,s,sip,note\n1,north,one,\n2,east,,\n1,south,one,x\n1,,,only a note\n1,,one,\n";
    let orders = read(text, &NAMED, 10).unwrap();
    let told: Vec<(u32, &str, usize, usize)> = orders
        .iter()
        .map(|one| {
            (
                one.row,
                one.number.as_str(),
                one.answers.len(),
                one.cells.len(),
            )
        })
        .collect();
    // Two names and one SIP name; a note is nothing that is taken.
    assert_eq!(told, [(2, "1", 3, 0), (3, "2", 1, 0)]);
}

#[test]
fn rows_of_one_order_that_contradict_each_other_are_told() {
    let orders = read("n,s,sip,note\n1,,one,\n1,,two,\n", &NAMED, 10).unwrap();
    let cell = &orders[0].cells[0];
    assert_eq!(
        (
            cell.row,
            cell.field.as_str(),
            cell.value.as_str(),
            cell.code.as_str()
        ),
        (3, "sip_name", "two", "contradicts")
    );
}

#[test]
fn rows_without_a_number_stand_for_themselves() {
    let orders = read("n,s,sip,note\n,north,,\n,south,,\n", &NAMED, 10).unwrap();
    assert_eq!(orders.len(), 2);
    assert!(orders.iter().all(|one| one.number.is_empty()));
}

#[test]
fn a_table_without_numbers_or_about_too_many_orders_is_refused() {
    let failure = read("n,s\n1,a\n", &["", "site_name"], 10).unwrap_err();
    assert_eq!(failure.code, codes::NO_NUMBER_COLUMN);
    let failure = read(
        "n,s\n1,a\n2,b\n1,c\n3,d\n4,e\n",
        &["number", "site_name"],
        2,
    )
    .unwrap_err();
    assert_eq!(failure.code, codes::TOO_MANY_ORDERS);
    assert_eq!(failure.params["count"], "4");
}

#[test]
fn a_cell_that_means_nothing_is_told_with_its_row_and_cut() {
    let long = "x".repeat(2_000);
    let text = format!("n,e,s\n1,perhaps,{long}\n");
    let columns = ["number", "site_early_release", "site_name"];
    let cells = &read(&text, &columns, 10).unwrap()[0].cells;
    let told: Vec<(u32, &str, &str, usize)> = cells
        .iter()
        .map(|cell| {
            (
                cell.row,
                cell.field.as_str(),
                cell.code.as_str(),
                cell.value.len(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (2, "site_early_release", "yes_or_no", 7),
            (2, "site_name", "too_long", 80)
        ]
    );
    assert!(Field::KNOWN.contains(&Field::from(cells[0].field.as_str())));
}

//! CSV and workbooks, read back by other programs' readers.

use std::{fs, io::Write, path::PathBuf};

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use turnup_domain::Status;
use turnup_store::ListQuery;

use super::{Desk, HOSTILE, desk, everything, order};
use crate::{
    exports::{
        columns::COLUMNS,
        job::Stop,
        table::{Tabled, as_csv, as_xlsx},
        words::CellWords,
        xlsx::MOST_ROWS,
    },
    failure::codes,
    files::Unfinished,
};

impl Desk {
    fn write(&self, kind: &str, language: &str, query: &ListQuery) -> (PathBuf, Tabled) {
        let path = self.folder.path().join(format!("orders.{kind}"));
        let file = Unfinished::beside(&path).unwrap();
        let words = CellWords::of(language);
        let step: &mut dyn FnMut(u32, u32) -> Result<(), Stop> = &mut |_, _| Ok(());
        let tabled = match kind {
            "csv" => as_csv(&self.store, query, words, file, step),
            _ => as_xlsx(&self.store, query, words, file, step),
        };
        (path, tabled.unwrap())
    }

    fn csv(&self, language: &str, query: &ListQuery) -> Vec<Vec<String>> {
        let (path, _) = self.write("csv", language, query);
        let text = fs::read_to_string(path).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let rows = reader.records();
        rows.map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    fn sheet(&self, language: &str, query: &ListQuery) -> (String, Vec<Vec<Data>>) {
        let (path, _) = self.write("xlsx", language, query);
        let mut book: Xlsx<_> = open_workbook(path).unwrap();
        let name = book.sheet_names()[0].clone();
        let range = book.worksheet_range(&name).unwrap();
        (name, range.rows().map(<[Data]>::to_vec).collect())
    }
}

fn column(id: &str) -> usize {
    COLUMNS.iter().position(|column| column.id == id).unwrap()
}

#[test]
fn a_table_says_of_each_order_what_a_lead_sorts_and_sums_by() {
    let mut second = order(2, "Bóveda");
    second.status = Status::Provisioned;
    second.assignee = Some("bo@andaluza.example".to_owned());
    second.contact.time_zone = Some("America/Bogota".to_owned());
    let desk = desk(&[order(30, "Zurita, S.L."), second]);
    let rows = desk.csv("en", &everything());
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.len() == COLUMNS.len()));
    for (id, heading, of_second, of_first) in [
        ("number", "Order", "4410-100002", "4410-100030"),
        ("company", "Company", "Bóveda", "Zurita, S.L."),
        ("country", "Country", "Spain", "Spain"),
        ("country-code", "Country code", "ES", "ES"),
        ("kind", "Kind", "New subscription", "New subscription"),
        ("subscription", "Subscription", "Sub-ES2", "Sub-ES30"),
        ("state", "State", "Provisioned", "Awaiting details"),
        (
            "closes",
            "Closes at",
            "2026-11-22T06:40:00-05:00",
            "2026-11-23T16:40:00+01:00",
        ),
        ("days-left", "Days left", "", "1"),
        ("zone", "Time zone", "America/Bogota", "Europe/Madrid"),
        ("assignee", "Colleague on it", "bo@andaluza.example", ""),
        (
            "requested-start",
            "Requested start",
            "2026-11-18",
            "2026-11-18",
        ),
        (
            "services",
            "Services",
            "250 × Webex Meetings; 210 × Webex Calling",
            "250 × Webex Meetings; 210 × Webex Calling",
        ),
        ("meetings", "Meetings licences", "250", "250"),
        ("calling", "Calling licences", "210", "210"),
        ("devices", "Devices", "", ""),
    ] {
        let cells: Vec<&str> = rows.iter().map(|row| row[column(id)].as_str()).collect();
        assert_eq!(cells, [heading, of_second, of_first], "{id}");
    }
}

#[test]
fn headings_and_states_are_in_the_readers_language() {
    let desk = desk(&[order(1, "Zurita")]);
    let rows = desk.csv("fr", &everything());
    let cells = |id| [rows[0][column(id)].as_str(), rows[1][column(id)].as_str()];
    assert_eq!(cells("country"), ["Pays", "Espagne"]);
    assert_eq!(cells("kind"), ["Nature", "Nouvel abonnement"]);
    let (name, sheet) = desk.sheet("fr", &everything());
    assert_eq!(name, "Commandes");
    assert_eq!(sheet[0][0], Data::String("Commande".to_owned()));
    for language in ["en", "fr"] {
        let words = CellWords::of(language);
        for column in COLUMNS {
            let id = format!("exported-column-{}", column.id);
            assert_ne!(words.get(&id), id, "{language}");
        }
    }
}

#[test]
fn a_negative_number_of_days_stays_a_number() {
    let mut late = order(0, "Zurita");
    late.closes_at = Some("2026-11-19T09:40:00Z".parse().unwrap());
    let desk = desk(&[late]);
    assert_eq!(desk.csv("en", &everything())[1][column("days-left")], "-3");
    let (_, sheet) = desk.sheet("en", &everything());
    assert_eq!(sheet[1][column("days-left")], Data::Float(-3.0));
}

#[test]
fn a_workbook_has_dates_as_dates_and_numbers_as_numbers() {
    let desk = desk(&[order(30, "Zurita")]);
    let (_, sheet) = desk.sheet("en", &everything());
    assert_eq!(sheet.len(), 2);
    let row = &sheet[1];
    let date = |id| match &row[column(id)] {
        Data::DateTime(date) => date.as_f64(),
        other => panic!("{other:?}"),
    };
    // 23 November 2026, 16:40 on the contact's clock.
    assert!((date("closes") - (46_349.0 + 1_000.0 / 1_440.0)).abs() < 1e-6);
    assert!((date("requested-start") - 46_344.0).abs() < 1e-6);
    assert_eq!(row[column("meetings")], Data::Float(250.0));
    assert_eq!(
        row[column("number")],
        Data::String("4410-100030".to_owned())
    );
}

#[test]
fn a_workbook_has_a_frozen_head_with_filters_over_all_rows() {
    let desk = desk(&[order(1, "a"), order(2, "b")]);
    let (path, _) = desk.write("xlsx", "en", &everything());
    let part = |name: &str| {
        let mut zip = zip::ZipArchive::new(fs::File::open(&path).unwrap()).unwrap();
        std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("state=\"frozen\""), "{sheet}");
    assert!(sheet.contains("<autoFilter ref=\"A1:Y3\"/>"), "{sheet}");
    assert!(!sheet.contains("<f>"), "{sheet}");
    let widths = sheet.matches("customWidth=\"1\"").count();
    assert_eq!(widths, COLUMNS.len());
    let book = part("xl/workbook.xml");
    assert!(book.contains("'Orders'!$A$1:$Y$3"), "{book}");
}

#[test]
fn what_looks_like_a_formula_or_markup_is_text_in_both() {
    let orders: Vec<_> = (0..).zip(HOSTILE).map(|(n, name)| order(n, name)).collect();
    let desk = desk(&orders);
    let rows = desk.csv("en", &everything());
    let (_, sheet) = desk.sheet("en", &everything());
    assert_eq!(rows.len(), HOSTILE.len() + 1);
    assert_eq!(sheet.len(), HOSTILE.len() + 1);
    for (at, name) in (1..).zip(HOSTILE) {
        let cell = &rows[at][column("company")];
        let bare = cell.strip_prefix('\'').unwrap_or(cell);
        assert!(
            !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']),
            "{cell:?}"
        );
        let Data::String(text) = &sheet[at][column("company")] else {
            panic!("{:?}", sheet[at]);
        };
        // The same letters in both, and nothing that no table can hold.
        assert_eq!(text, bare, "{name:?}");
        assert!(
            !text.contains(['\0', '\r', '\u{1b}', '\u{fffe}']),
            "{text:?}"
        );
    }
}

#[test]
fn a_list_of_nothing_is_a_table_of_headings() {
    let desk = desk(&[]);
    assert_eq!(desk.csv("en", &everything()).len(), 1);
    assert_eq!(desk.sheet("en", &everything()).1.len(), 1);
}

#[test]
fn a_sheet_that_would_overflow_is_refused_before_a_row_is_written() {
    let desk = desk(&[order(1, "a"), order(2, "b")]);
    let path = desk.folder.path().join("orders.xlsx");
    let words = CellWords::of("en");
    let sheet = crate::exports::xlsx::Xlsx::begin(Unfinished::beside(&path).unwrap(), "x").unwrap();
    let mut rows = 0;
    let refused = crate::exports::table::write(
        &desk.store,
        &everything(),
        words,
        sheet,
        &path,
        1,
        &mut |_, _| {
            rows += 1;
            Ok(())
        },
    );
    let Err(Stop::Failed(failure)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(failure.code, codes::TOO_MANY_ROWS);
    assert_eq!(
        (
            failure.params["count"].as_str(),
            failure.params["max"].as_str()
        ),
        ("2", "1")
    );
    assert_eq!(rows, 0);
    assert!(!path.exists());
    assert_eq!(MOST_ROWS, 1 << 20);
}

#[test]
fn an_export_that_is_ended_leaves_the_older_file_and_no_other() {
    let orders: Vec<_> = (0..600).map(|n| order(n, "Zurita")).collect();
    let desk = desk(&orders);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("orders.xlsx");
    fs::File::create(&path)
        .unwrap()
        .write_all(b"older")
        .unwrap();
    for kind in ["csv", "xlsx"] {
        let file = Unfinished::beside(&path).unwrap();
        let words = CellWords::of("en");
        let mut ended = |done, total| {
            assert_eq!(total, 600);
            if done == 500 {
                Err(Stop::Cancelled)
            } else {
                Ok(())
            }
        };
        let told = match kind {
            "csv" => as_csv(&desk.store, &everything(), words, file, &mut ended),
            _ => as_xlsx(&desk.store, &everything(), words, file, &mut ended),
        };
        assert!(matches!(told, Err(Stop::Cancelled)));
        assert_eq!(fs::read(&path).unwrap(), b"older");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}

//! Values of many orders from a table, at the workbench with a real service.

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::operator::{Operator, Who};
use turnup_reference_service::{CREATE_ORDER, ZURITA_ORDER};
use turnup_workbench::views::{ImportLine, OrderView, TableUse, TableView};
use turnup_workbench::{Failure, codes};

use crate::support::service;

/// An operator with a service's orders; the service is gone.
async fn offline(folder: &Path) -> Operator {
    let running = service(folder, 0).await;
    let operator = Operator::at(&folder.join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    running.stop().await;
    operator
}

async fn order(operator: &Operator, number: &str) -> OrderView {
    let id = operator.id_of(number).await.unwrap();
    operator.workbench.open_order(&id).await.unwrap()
}

fn write(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join("sites.csv");
    fs::write(&path, text).unwrap();
    path
}

async fn open(operator: &Operator, path: &Path) -> TableView {
    operator.workbench.open_table(path).await.unwrap()
}

/// As its headings say.
fn as_headed(table: &TableView) -> TableUse {
    TableUse {
        key: table.key,
        sheet: table.sheet.clone(),
        columns: table.columns.iter().map(|one| one.field.clone()).collect(),
    }
}

fn code(failure: Option<&Failure>) -> &str {
    failure.map_or("", |failure| failure.code.as_str())
}

fn line<'a>(lines: &'a [ImportLine], number: &str) -> &'a ImportLine {
    lines.iter().find(|line| line.number == number).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_told_before_it_is_taken_and_undone_as_one_act() {
    let folder = tempfile::tempdir().unwrap();
    let operator = offline(folder.path()).await;
    let workbench = &operator.workbench;
    let text = format!(
        "Order number;Company;Site name;Site time zone;Location: country;Location: city;Early release\r\n\
         {ZURITA_ORDER};Zurita;zurita-import;Paris;Espagne;Dos Hermanas;oui\r\n\
         {ZURITA_ORDER};;zurita-second;Europe/Madrid;;;no\r\n\
         {CREATE_ORDER};;Not A Name;Middle Earth;;;\r\n\
         4410-000000;;nobody;;;;\r\n\
         ;;nameless;;;;\r\n\
         ;only a company;;;;;\r\n"
    );
    let before = order(&operator, ZURITA_ORDER).await;
    let table = open(&operator, &write(folder.path(), &text)).await;
    assert_eq!((table.name.as_str(), table.rows), ("sites.csv", 6));
    let fields: Vec<&str> = table.columns.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "number",
            "",
            "site_name",
            "site_time_zone",
            "location_country",
            "location_city",
            "site_early_release"
        ]
    );
    assert_eq!(table.columns[1].samples, ["Zurita", "only a company"]);

    let asked = as_headed(&table);
    let plan = workbench.plan_import(asked.clone()).await.unwrap();
    assert_eq!(
        (plan.rows, plan.ready, plan.unchanged, plan.refused),
        (5, 1, 0, 3)
    );
    let zurita = line(&plan.lines, ZURITA_ORDER);
    let after = |pointer: &str| {
        let change = zurita.changes.iter().find(|one| one.pointer == pointer);
        change.map_or("", |change| change.after.as_str())
    };
    for (pointer, value) in [
        ("/meetings/sites/0/name", "zurita-import"),
        ("/meetings/sites/0/time_zone", "Europe/Paris"),
        ("/meetings/sites/0/early_release", "true"),
        ("/meetings/sites/1/name", "zurita-second"),
        ("/calling/address/city", "Dos Hermanas"),
    ] {
        assert_eq!(after(pointer), value, "{pointer}: {:?}", zurita.changes);
    }
    let create = line(&plan.lines, CREATE_ORDER);
    assert_eq!(code(create.failure.as_ref()), codes::CELLS_NOT_UNDERSTOOD);
    let cell = &create.cells[0];
    assert_eq!(
        (cell.row, cell.field.as_str(), cell.code.as_str()),
        (4, "site_time_zone", "zone")
    );
    let unknown = line(&plan.lines, "4410-000000");
    assert_eq!(code(unknown.failure.as_ref()), codes::NUMBER_NOT_HERE);
    let nameless = line(&plan.lines, "");
    assert_eq!(code(nameless.failure.as_ref()), codes::ROW_WITHOUT_NUMBER);
    assert_eq!(nameless.row, 6);
    // Looking changes nothing.
    let looked = order(&operator, ZURITA_ORDER).await;
    assert_eq!(looked.wizard.form, before.wizard.form);

    let done = workbench.run_import(asked).await.unwrap();
    let outcomes: Vec<(&str, &str)> = done
        .orders
        .iter()
        .map(|one| (one.number.as_str(), one.outcome.as_str()))
        .collect();
    assert_eq!(
        outcomes,
        [
            (ZURITA_ORDER, "done"),
            (CREATE_ORDER, "failed"),
            ("4410-000000", "failed"),
            ("", "failed")
        ]
    );
    let taken = order(&operator, ZURITA_ORDER).await;
    let names: Vec<&str> = taken
        .wizard
        .form
        .meetings
        .sites
        .iter()
        .map(|site| site.name.as_str())
        .collect();
    assert_eq!(names, ["zurita-import", "zurita-second"]);

    let undone = workbench.undo_many(done.undo.unwrap()).await.unwrap();
    assert_eq!(undone.orders.len(), 1);
    let back = order(&operator, ZURITA_ORDER).await;
    assert_eq!(back.wizard.form, before.wizard.form);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_table_again_changes_nothing_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let operator = offline(folder.path()).await;
    let text = format!("Order number,Site name\n{ZURITA_ORDER},zurita-import\n");
    let path = write(folder.path(), &text);
    let first = as_headed(&open(&operator, &path).await);
    operator.workbench.run_import(first).await.unwrap();
    let again = as_headed(&open(&operator, &path).await);
    let plan = operator.workbench.plan_import(again.clone()).await.unwrap();
    assert_eq!((plan.ready, plan.unchanged), (0, 1));
    let done = operator.workbench.run_import(again).await.unwrap();
    assert_eq!(
        (done.orders[0].outcome.as_str(), done.undo),
        ("unchanged", None)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn values_that_break_a_rule_are_told_before_and_kept_like_typed_ones() {
    let folder = tempfile::tempdir().unwrap();
    let operator = offline(folder.path()).await;
    let text =
        format!("Order number,When,Site name,Transfer code\n{ZURITA_ORDER},now,Not A Name,ABC\n");
    let table = open(&operator, &write(folder.path(), &text)).await;
    let plan = operator
        .workbench
        .plan_import(as_headed(&table))
        .await
        .unwrap();
    let zurita = line(&plan.lines, ZURITA_ORDER);
    let problems: Vec<(&str, &str)> = zurita
        .problems
        .iter()
        .map(|one| (one.pointer.as_str(), one.code.as_str()))
        .collect();
    assert_eq!(problems, [("/meetings/sites/0/name", "invalid_characters")]);
    assert_eq!(zurita.not_asked, ["transfer_code"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_changed_or_gave_way_to_another_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let operator = offline(folder.path()).await;
    let workbench = &operator.workbench;
    let text = format!("Order number,Site name\n{ZURITA_ORDER},zurita-import\n");
    let path = write(folder.path(), &text);
    let asked = as_headed(&open(&operator, &path).await);
    write(folder.path(), &format!("{text}4410-000000,x\n"));
    let failure = workbench.run_import(asked.clone()).await.unwrap_err();
    assert_eq!(failure.code, codes::TABLE_CHANGED);
    open(&operator, &path).await;
    let failure = workbench.plan_import(asked).await.unwrap_err();
    assert_eq!(failure.code, codes::TABLE_CLOSED);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_queued_before_the_table_is_left_as_it_was_sent() {
    let folder = tempfile::tempdir().unwrap();
    let running = service(folder.path(), 0).await;
    let operator = Operator::at(&folder.path().join("ana")).await.unwrap();
    operator.join(&running.address(), Who::Ana).await.unwrap();
    running.stop().await;
    let id = operator.id_of(ZURITA_ORDER).await.unwrap();
    let mut form = order(&operator, ZURITA_ORDER).await.wizard.form;
    "someone_else".clone_into(form.completed_by.get_or_insert_default());
    "luis@andaluza.example".clone_into(&mut form.handover.email);
    operator
        .workbench
        .save_draft(&id, form, None)
        .await
        .unwrap();
    operator.workbench.hand_over(&id).await.unwrap();

    let text = format!("Order number,Site name\n{ZURITA_ORDER},zurita-import\n");
    let table = open(&operator, &write(folder.path(), &text)).await;
    let plan = operator
        .workbench
        .plan_import(as_headed(&table))
        .await
        .unwrap();
    let refused = line(&plan.lines, ZURITA_ORDER);
    assert_eq!(code(refused.failure.as_ref()), codes::NOT_EDITABLE);
    let done = operator
        .workbench
        .run_import(as_headed(&table))
        .await
        .unwrap();
    assert_eq!(code(done.orders[0].failure.as_ref()), codes::NOT_EDITABLE);
}

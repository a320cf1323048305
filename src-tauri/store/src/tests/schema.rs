//! The schema as it is in a file.

use super::samples::desk;

#[test]
fn the_schema_is_the_one_that_was_agreed() {
    let desk = desk();
    let schema = desk
        .store
        .read(|tx| {
            let mut statement = tx.prepare(
                "SELECT sql FROM sqlite_schema
                 WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'
                 ORDER BY type, name",
            )?;
            let parts = statement
                .query_map([], |row| row.get::<_, String>(0))?
                .collect::<Result<Vec<_>, _>>()?;
            Ok(parts.join(";\n\n"))
        })
        .unwrap();
    insta::assert_snapshot!(schema);
}

#[test]
fn every_table_of_the_schema_is_strict_but_the_search() {
    let desk = desk();
    let loose: Vec<String> = desk
        .store
        .read(|tx| {
            let mut statement = tx.prepare(
                "SELECT name FROM pragma_table_list
                 WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'
                   AND name NOT LIKE 'search%'",
            )?;
            Ok(statement
                .query_map([], |row| row.get(0))?
                .collect::<Result<Vec<_>, _>>()?)
        })
        .unwrap();
    assert_eq!(loose, Vec::<String>::new());
}

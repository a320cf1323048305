//! The table of the flow tells the truth: every test and every picture that it names is there.

use std::collections::BTreeSet;

use super::{Complaint, Source};

const TABLE: &str = "docs/FLOW.md";
/// Where the tour and its stories take pictures.
const SCENES: &[&str] = &["tests/src/tour/", "tests/src/story/"];

/// Looks every name of the table up.
pub fn check(sources: &[Source]) -> Vec<Complaint> {
    let Some(table) = sources.iter().find(|source| source.path == TABLE) else {
        return vec![format!("{TABLE}: the table of the flow is missing")];
    };
    let there = There::of(sources);
    let rows = table.text.lines().filter(|line| line.starts_with("| "));
    rows.filter(|row| !row.starts_with("| The flow says"))
        .flat_map(|row| there.missing(row))
        .map(|missing| format!("{TABLE}: {missing}"))
        .collect()
}

/// What there is to be named.
struct There<'a> {
    functions: BTreeSet<&'a str>,
    scenes: String,
    sources: &'a [Source],
}

impl<'a> There<'a> {
    fn of(sources: &'a [Source]) -> Self {
        let rust = sources.iter().filter(|source| source.path.ends_with(".rs"));
        let functions = rust
            .clone()
            .flat_map(|source| source.text.split("fn ").skip(1))
            .filter_map(|rest| rest.split(['(', '<']).next())
            .collect();
        let scenes = rust
            .filter(|source| SCENES.iter().any(|folder| source.path.starts_with(folder)))
            .map(|source| source.text.as_str())
            .collect();
        Self {
            functions,
            scenes,
            sources,
        }
    }

    /// What a row names and is not there, or that it names nothing.
    fn missing(&self, row: &str) -> Vec<String> {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [says, tests, pictures] = cells[..] else {
            return vec![format!("three cells are wanted: {row}")];
        };
        let mut missing = Vec::new();
        for (what, cell) in [("test", tests), ("picture", pictures)] {
            if names(cell).next().is_none() {
                missing.push(format!("no {what} shows “{says}”"));
            }
        }
        let tests = names(tests).filter(|name| !self.has_test(name));
        missing.extend(tests.map(|name| format!("no test is called {name}")));
        let pictures = names(pictures).filter(|name| !self.has_picture(name));
        missing.extend(pictures.map(|name| format!("the tour takes no picture {name}")));
        missing
    }

    fn has_test(&self, name: &str) -> bool {
        let Some((file, sentence)) = name.split_once(": ") else {
            return self.functions.contains(name);
        };
        let end = format!("/{file}");
        self.sources
            .iter()
            .any(|source| source.path.ends_with(&end) && source.text.contains(sentence))
    }

    fn has_picture(&self, name: &str) -> bool {
        self.scenes.contains(&format!("\"{name}\""))
    }
}

/// The names in a cell.
fn names(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn what_is_named_and_not_there_is_a_complaint() {
        let house = [
            source("tests/tests/a.rs", "async fn it_is_there() {}"),
            source("ui/src/a.test.ts", "it('says so', () => 1);"),
            source("tests/src/tour/gallery.rs", "take(window, \"inbox\")"),
        ];
        for (row, complaints) in [
            ("| A | `it_is_there`, `a.test.ts: says so` | `inbox` |", 0),
            ("| A | `it_is_not`, `a.test.ts: says so` | `inbox` |", 1),
            ("| A | `b.test.ts: says so` | `outbox` |", 2),
            ("| A |  | `inbox` |", 1),
            ("| A | `it_is_there` |", 1),
        ] {
            let table = format!("| The flow says | Tests | Pictures |\n|---|---|---|\n{row}\n");
            let mut sources: Vec<Source> = vec![source(TABLE, &table)];
            sources.extend(house.iter().map(|one| source(&one.path, &one.text)));
            assert_eq!(check(&sources).len(), complaints, "{row}");
        }
        assert_eq!(check(&house).len(), 1, "without the table");
    }
}

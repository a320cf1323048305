//! What may stand in any file: sizes, machine paths, tests switched off, code left for later.

use super::{Complaint, Source};

/// A file longer than this is split.
const LONGEST: usize = 450;

/// Tables of data that are not read from top to bottom.
const TABLES: &[&str] = &["src-tauri/reference-service/src/seed/places.rs"];

/// Looks at every file.
pub fn check(sources: &[Source]) -> Vec<Complaint> {
    sources
        .iter()
        .filter(|source| !source.is_generated())
        .flat_map(file)
        .collect()
}

fn file(source: &Source) -> Vec<Complaint> {
    let path = &source.path;
    let mut complaints = Vec::new();
    let code = [".rs", ".ts", ".svelte", ".css", ".js", ".mjs"]
        .iter()
        .any(|e| path.ends_with(e));
    let lines = source.text.lines().count();
    if code && lines > LONGEST && !TABLES.contains(&path.as_str()) {
        complaints.push(format!(
            "{path}: {lines} lines: split it by subject, {LONGEST} is the most"
        ));
    }
    for (number, line) in source.text.lines().enumerate() {
        let number = number + 1;
        complaints.extend(
            machine_path(line).map(|found| {
                format!("{path}:{number}: {found} is a path of one machine: derive it")
            }),
        );
        if code {
            complaints.extend(
                left(line).map(|(word, remedy)| {
                    format!("{path}:{number}: {word} may not stay: {remedy}")
                }),
            );
        }
    }
    complaints
}

/// Folders that exist on one computer only. Written in pieces, so that this file is tidy.
fn machine_path(line: &str) -> Option<&'static str> {
    // A made-up home, as in samples, is nobody's.
    const FOLDERS: &[&str] = &[
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("C:\\Use", "rs"),
    ];
    FOLDERS.iter().copied().find(|folder| {
        line.match_indices(folder).any(|(at, _)| {
            // A path begins here, it is not the middle of a longer one or of an address.
            !line[..at]
                .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '}' | '~'))
        })
    })
}

/// What says "later".
fn left(line: &str) -> Option<(&'static str, &'static str)> {
    const LEFT: &[(&str, &str)] = &[
        (concat!("#[ign", "ore"), "mend the test or remove it"),
        (concat!("to", "do!("), "write it now or leave it out"),
        (
            concat!("unimple", "mented!("),
            "write it now or leave it out",
        ),
        (concat!("FIX", "ME"), "mend it, or write an issue"),
        (concat!("it.sk", "ip("), "mend the test or remove it"),
        (
            concat!("describe.sk", "ip("),
            "mend the tests or remove them",
        ),
        (concat!("it.on", "ly("), "let the other tests run"),
        (concat!("describe.on", "ly("), "let the other tests run"),
    ];
    LEFT.iter().copied().find(|(word, _)| line.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(path: &str, text: &str) -> Vec<Complaint> {
        check(&[Source {
            path: path.into(),
            text: text.into(),
        }])
    }

    #[test]
    fn long_files_are_split_unless_a_machine_wrote_them() {
        let long = "x\n".repeat(LONGEST + 1);
        assert_eq!(complaints("src-tauri/a/src/lib.rs", &long).len(), 1);
        assert_eq!(
            complaints("ui/src/host/generated/bindings.ts", &long).len(),
            0
        );
        assert_eq!(complaints("README.md", &long).len(), 0);
    }

    #[test]
    fn machine_paths_are_found_and_addresses_are_not() {
        let folder = concat!("/ro", "ot/");
        assert_eq!(complaints("a.md", &format!("see {folder}notes")).len(), 1);
        assert_eq!(
            complaints("a.md", &format!("https://example.com{folder}page")).len(),
            0
        );
    }

    #[test]
    fn nothing_is_left_for_later() {
        assert_eq!(complaints("a.rs", concat!("    to", "do!()")).len(), 1);
        assert_eq!(
            complaints("a.rs", concat!("#[ign", "ore]\nfn f() {}")).len(),
            1
        );
        assert_eq!(complaints("a.rs", "fn f() {}").len(), 0);
    }
}

//! Commands = capabilities = TypeScript bindings: what the shell offers, what the window is
//! allowed to call and what the interface can call are one list.

use std::collections::BTreeSet;

use super::{Complaint, Source};

const COMMANDS: &str = "src-tauri/app/src/commands/";
const CAPABILITIES: &str = "src-tauri/app/capabilities/";
const DECLARED: &str = "src-tauri/app/src/command_names.rs";
const BINDINGS: &str = "ui/src/host/generated/bindings.ts";

type Names = BTreeSet<String>;

/// Compares the lists.
pub fn check(sources: &[Source]) -> Vec<Complaint> {
    let under = |folder: &'static str| sources.iter().filter(move |s| s.path.starts_with(folder));
    let commands: Names = under(COMMANDS)
        .flat_map(|source| commands(&source.text))
        .collect();
    let declared: Names = under(DECLARED)
        .flat_map(|source| declared(&source.text))
        .collect();
    let allowed: Names = under(CAPABILITIES)
        .flat_map(|source| allowed(&source.text))
        .collect();
    let bound: Names = under(BINDINGS)
        .flat_map(|source| bound(&source.text))
        .collect();
    let mut complaints = Vec::new();
    complaints.extend(differ(&commands, &declared, DECLARED, "to the list"));
    complaints.extend(differ(
        &commands,
        &allowed,
        CAPABILITIES,
        "as allow-<command>",
    ));
    complaints.extend(differ(
        &commands,
        &bound,
        BINDINGS,
        "by `cargo xtask bindings`, which writes it",
    ));
    complaints
}

fn differ(commands: &Names, list: &Names, place: &str, how: &str) -> Vec<Complaint> {
    let missing = commands
        .difference(list)
        .map(|name| format!("{place}: the command {name} is missing: add it {how}"));
    let spare = list
        .difference(commands)
        .map(|name| format!("{place}: {name} is no command under {COMMANDS}: take it out"));
    missing.chain(spare).collect()
}

/// Functions under `#[tauri::command…]`.
fn commands(text: &str) -> Vec<String> {
    text.split("#[tauri::command")
        .skip(1)
        .filter_map(|rest| word_after(rest, "fn "))
        .collect()
}

/// The names in the list that the build script reads.
fn declared(text: &str) -> Vec<String> {
    text.split_once("= &[")
        .and_then(|(_, rest)| rest.split_once(']'))
        .map(|(list, _)| quoted(list))
        .unwrap_or_default()
}

/// `allow-<command>` without a plugin before it.
fn allowed(text: &str) -> Vec<String> {
    quoted(text)
        .into_iter()
        .filter_map(|permission| Some(permission.strip_prefix("allow-")?.replace('-', "_")))
        .collect()
}

/// `…INVOKE("<command>"`, as tauri-specta writes it.
fn bound(text: &str) -> Vec<String> {
    text.split("INVOKE(\"")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect()
}

fn quoted(text: &str) -> Vec<String> {
    text.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

fn word_after(text: &str, mark: &str) -> Option<String> {
    let rest = text.split_once(mark)?.1;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    Some(rest[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn house(command: &str, declared: &str, allowed: &str, bound: &str) -> Vec<Source> {
        let source = |path: &str, text: String| Source {
            path: path.into(),
            text,
        };
        vec![
            source(
                "src-tauri/app/src/commands/orders.rs",
                format!(
                    "#[tauri::command]\n#[specta::specta]\npub async fn {command}(id: String) {{}}"
                ),
            ),
            source(
                DECLARED,
                format!("const COMMANDS: &[&str] = &[\"{declared}\"];"),
            ),
            source(
                "src-tauri/app/capabilities/main.json",
                format!("{{\"permissions\": [\"core:default\", \"allow-{allowed}\"]}}"),
            ),
            source(
                BINDINGS,
                format!("{bound}: () => __TAURI_INVOKE(\"{bound}\")"),
            ),
        ]
    }

    #[test]
    fn one_list_in_four_places_is_tidy() {
        let sources = house("open_order", "open_order", "open-order", "open_order");
        assert_eq!(check(&sources), Vec::<String>::new());
    }

    #[test]
    fn a_command_that_is_nowhere_else_is_named_for_each_place() {
        let complaints = check(&house("open_order", "list", "list", "list"));
        assert_eq!(complaints.len(), 6, "{complaints:?}");
    }
}

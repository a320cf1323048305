//! Reading the arguments, and what is said about them, in the language that was asked for.

use std::ffi::OsString;

use clap::{
    CommandFactory, FromArgMatches,
    error::{ContextKind, ContextValue, ErrorKind},
};
use serde_json::json;
use turnup_workbench::Words;

use crate::{arguments::Arguments, exit::Exit, said::Said};

/// The language that the arguments ask for, before they are read as a whole.
pub fn language(given: &[OsString]) -> Option<String> {
    let mut words = given.iter().skip(1).filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        if word == "--lang" {
            return words.next().map(ToOwned::to_owned);
        }
        if let Some(language) = word.strip_prefix("--lang=") {
            return Some(language.to_owned());
        }
    }
    None
}

/// Reads the arguments; else what is said instead: help, the version, or what means nothing.
pub fn read(given: Vec<OsString>, words: &Words) -> Result<Arguments, Said> {
    let json = given.iter().any(|word| word == "--json");
    let asked = command(words).try_get_matches_from(given);
    asked
        .and_then(|found| Arguments::from_arg_matches(&found))
        .map_err(|problem| refused(&problem, json, words))
}

/// The command with the words of the catalogue instead of the library's.
fn command(words: &Words) -> clap::Command {
    told(Arguments::command(), "cli-about", words)
        .subcommand_help_heading(words.get("cli-commands"))
        .mut_subcommands(|verb| {
            let about = format!("cli-about-{}", verb.get_name());
            told(verb, &about, words)
        })
}

fn told(command: clap::Command, about: &str, words: &Words) -> clap::Command {
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}",
        words.get("cli-usage")
    );
    command
        .about(words.get(about))
        .help_template(template)
        .mut_args(|arg| {
            let help = words.get(&format!("cli-help-{}", arg.get_id()));
            let arg = arg.help(help);
            arg.help_heading(words.get("cli-options"))
        })
}

fn refused(problem: &clap::Error, json: bool, words: &Words) -> Said {
    let help = problem.render().to_string();
    match problem.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Said::new(false, Exit::Done).line(help.trim_end());
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return Said::new(false, Exit::Usage).aside(help.trim_end());
        }
        _ => {}
    }
    let said = Said::new(json, Exit::Usage)
        .aside(reason(problem, words))
        .aside(words.get("cli-usage-help"));
    said.result(&json!({ "failure": { "code": "usage", "params": {} } }))
}

/// What means nothing, in one sentence.
fn reason(problem: &clap::Error, words: &Words) -> String {
    let of = |kind| match problem.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(list)) => list.join(", "),
        _ => String::new(),
    };
    let argument = of(ContextKind::InvalidArg);
    match problem.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => {
            let value = of(ContextKind::InvalidValue);
            if value.is_empty() {
                return words.with("cli-usage-missing", &[("what", &argument)]);
            }
            words.with("cli-usage-value", &[("value", &value), ("what", &argument)])
        }
        ErrorKind::InvalidSubcommand => {
            let what = of(ContextKind::InvalidSubcommand);
            words.with("cli-usage-unknown", &[("what", &what)])
        }
        ErrorKind::UnknownArgument => words.with("cli-usage-unknown", &[("what", &argument)]),
        ErrorKind::MissingRequiredArgument => {
            words.with("cli-usage-missing", &[("what", &argument)])
        }
        _ => words.get("cli-usage-other"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn call(line: &str) -> Result<Arguments, Said> {
        let language = language(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        let words = Words::command_line(language.as_deref().unwrap_or("en"));
        read(line.split(' ').map(OsString::from).collect(), &words)
    }

    #[test]
    fn every_argument_and_command_is_explained_in_both_languages() {
        for language in ["en", "fr"] {
            let words = Words::command_line(language);
            let mut whole = command(&words);
            whole.build();
            let verbs: Vec<_> = whole.get_subcommands().cloned().collect();
            for one in verbs.iter().chain([&whole]) {
                let about = one.get_about().unwrap().to_string();
                assert!(!about.starts_with("cli-"), "{language}: {about}");
                for arg in one.get_arguments() {
                    let help = arg.get_help().unwrap().to_string();
                    assert!(!help.starts_with("cli-"), "{language}: {help}");
                }
            }
        }
    }

    #[test]
    fn what_means_nothing_is_named_in_the_language_asked_for() {
        for (line, said) in [
            ("turnupctl synk", "“synk” means nothing here."),
            (
                "turnupctl orders --quarry x",
                "“--quarry” means nothing here.",
            ),
            (
                "turnupctl orders --view al",
                "“al” is no value of --view <VIEW>.",
            ),
            (
                "turnupctl orders --limit many",
                "“many” is no value of --limit <N>.",
            ),
            ("turnupctl order", "<NUMBER> is missing."),
            ("turnupctl --lang fr order", "Il manque <NUMBER>."),
            (
                "turnupctl export pdf -o x",
                "“pdf” is no value of <FORMAT>.",
            ),
        ] {
            let refused = call(line).err().unwrap();
            assert_eq!(refused.exit(), Exit::Usage, "{line}");
            assert_eq!(refused.asides().first().unwrap(), said, "{line}");
        }
    }
}

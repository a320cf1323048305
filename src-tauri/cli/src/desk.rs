//! What every verb works with: the workbench over the data, opened for this one call.

use std::path::{Path, PathBuf};

use turnup_workbench::{
    Failure, Limits, Logs, Options, Outcome, Purpose, Words, Workbench, codes, data_dir, fonts_dir,
};

use crate::{
    arguments::{Arguments, Verb},
    exit::Exit,
    said::{Said, in_words},
};

/// A workbench, and the words of its language.
pub struct Desk {
    pub workbench: Workbench,
    words: Words,
    language: String,
    _logs: Logs,
}

impl Desk {
    /// Opens the folder of the data.
    pub fn at(arguments: &Arguments) -> Outcome<Self> {
        let data_dir =
            arguments.data.clone().or_else(data_dir).ok_or_else(|| {
                Failure::new(codes::FOLDER_NOT_USABLE).with("reason", "not_found")
            })?;
        let workbench = Workbench::new(Options {
            fonts_dir: fonts_dir(beside_the_program()),
            keyring: true,
            limits: Limits::default(),
            data_dir: data_dir.clone(),
            purpose: Purpose::Command,
            language: arguments.lang.clone(),
        });
        workbench.open_folder()?;
        Ok(Self {
            words: workbench.command_line_words(),
            language: workbench.language(),
            workbench,
            _logs: Logs::begin(&data_dir),
        })
    }

    /// Opens the account. Who says that there is none, or makes one, goes on without.
    pub async fn open(&self, arguments: &Arguments) -> Outcome<()> {
        let wanted = arguments.account.as_deref();
        let goes_on = matches!(arguments.verb, Verb::Status | Verb::SignIn { .. });
        match self.workbench.open_account(wanted).await {
            Err(failure) if goes_on && wanted.is_none() && failure.code == codes::NO_ACCOUNT => {
                Ok(())
            }
            opened => opened,
        }
    }

    /// The words of its language.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// `en` or `fr`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether the open account is the sample data, whose service runs in the window only.
    pub async fn is_sample(&self) -> bool {
        let account = self.workbench.account().await;
        account.is_ok_and(|account| account.kind == "sample")
    }

    /// Has the service answer, if it can be asked from here. What stands in the way is a failure;
    /// false when another program has the turn.
    pub async fn reach(&self, said: &mut Said) -> Outcome<bool> {
        if self.is_sample().await {
            said.note(self.words.get("cli-sample"));
            return Err(Failure::new(codes::OFFLINE).with("reason", "sample"));
        }
        if !self.workbench.take_turn().await? {
            return Ok(false);
        }
        self.workbench.greet().await?;
        Ok(true)
    }

    /// Says a failure that is not the end of the call.
    pub fn mind(&self, failure: &Failure, said: &mut Said) {
        for sentence in in_words(failure, &self.words) {
            said.note(sentence);
        }
    }

    /// A problem with a field, in words.
    pub fn problem(
        &self,
        code: &str,
        params: &std::collections::BTreeMap<String, String>,
    ) -> String {
        let values: Vec<(&str, &str)> = params
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let id = format!("problem-{}", code.replace('_', "-"));
        self.words
            .known(&id, &values)
            .unwrap_or_else(|| code.replace('_', " "))
    }

    /// The word for a code: `prefix-code`, else the code itself.
    pub fn word(&self, prefix: &str, code: &str) -> String {
        let id = format!("{prefix}-{}", code.replace('_', "-"));
        self.words
            .known(&id, &[])
            .unwrap_or_else(|| code.replace('_', " "))
    }

    /// Closes the account and lets go of the turn.
    pub async fn close(self) {
        self.workbench.close().await;
    }
}

/// Where packages put the fonts, seen from the program.
fn beside_the_program() -> Vec<PathBuf> {
    let program = std::env::current_exe().and_then(std::fs::canonicalize);
    let Some(folder) = program
        .ok()
        .as_deref()
        .and_then(Path::parent)
        .map(Path::to_owned)
    else {
        return Vec::new();
    };
    [
        "fonts",
        "../lib/Turnup/fonts",
        "../lib/turnup/fonts",
        "../Resources/fonts",
    ]
    .iter()
    .map(|place| folder.join(place))
    .collect()
}

impl Said {
    /// Another program sends: said, and the end of the call.
    pub fn elsewhere(&mut self, desk: &Desk) {
        self.ends(Exit::Elsewhere);
        self.note(desk.words().get("cli-elsewhere"));
    }
}

//! What the program was started with.

use std::{ffi::OsString, path::PathBuf};

use crate::login::HIDDEN;

/// The command line: `turnup [--sample] [--hidden] [E-MAIL.eml | TABLE]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arguments {
    /// Begin with sample data when there is no account yet.
    pub sample: bool,
    /// Begin in the tray: the system started it at login.
    pub hidden: bool,
    /// A provisioning e-mail to open.
    pub file: Option<PathBuf>,
}

impl Arguments {
    /// Reads the words after the program's name.
    ///
    /// # Errors
    /// A sentence about a word that means nothing.
    pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut arguments = Self::default();
        for word in words {
            match word.to_str() {
                Some("--sample") => arguments.sample = true,
                Some(HIDDEN) => arguments.hidden = true,
                Some(option) if option.starts_with('-') => {
                    return Err(format!(
                        "unknown option {option}; usage: turnup [--sample] [--hidden] [E-MAIL.eml | TABLE]"
                    ));
                }
                _ if arguments.file.is_some() => {
                    return Err("only one file can be opened at a time".to_owned());
                }
                _ => arguments.file = Some(PathBuf::from(word)),
            }
        }
        Ok(arguments)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Arguments, String> {
        Arguments::read(words.iter().map(OsString::from))
    }

    #[test]
    fn a_file_and_the_sample_data_can_be_asked_for() {
        assert_eq!(read(&[]), Ok(Arguments::default()));
        assert_eq!(
            read(&["--sample", "order.eml"]),
            Ok(Arguments {
                sample: true,
                file: Some("order.eml".into()),
                ..Arguments::default()
            })
        );
        assert!(read(&["--hidden"]).is_ok_and(|arguments| arguments.hidden));
    }

    #[test]
    fn what_means_nothing_is_named() {
        assert!(read(&["--smaple"]).is_err_and(|text| text.contains("--smaple")));
        assert!(read(&["a.eml", "b.eml"]).is_err());
    }
}

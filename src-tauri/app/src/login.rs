//! Starting at login: an entry of the system's own, for this person alone.

use auto_launch::AutoLaunch;

/// The argument with which the entry starts the program: its window stays hidden.
pub const HIDDEN: &str = "--hidden";
/// The entry's name.
const NAME: &str = "Turnup";

/// Makes the entry, or takes it away.
///
/// # Errors
/// Why the system did not take it, in its own words.
pub fn start_at_login(on: bool) -> Result<(), String> {
    let entry = entry()?;
    let is_on = entry.is_enabled().unwrap_or(false);
    if on {
        // Anew, too: the program may lie elsewhere since.
        entry.enable().map_err(|problem| problem.to_string())
    } else if is_on {
        entry.disable().map_err(|problem| problem.to_string())
    } else {
        Ok(())
    }
}

fn entry() -> Result<AutoLaunch, String> {
    // An AppImage is mounted anew at each start: the file itself is what can be started.
    let program = std::env::var_os("APPIMAGE").map_or_else(
        || std::env::current_exe().map_err(|problem| problem.to_string()),
        |image| Ok(image.into()),
    )?;
    let program = program.to_str().ok_or("the program's path is no text")?;
    Ok(entry_for(program))
}

#[cfg(target_os = "linux")]
fn entry_for(program: &str) -> AutoLaunch {
    let mode = auto_launch::LinuxLaunchMode::XdgAutostart;
    AutoLaunch::new(NAME, &quoted(program), mode, &[HIDDEN])
}

#[cfg(target_os = "macos")]
fn entry_for(program: &str) -> AutoLaunch {
    let mode = auto_launch::MacOSLaunchMode::LaunchAgent;
    let none: [&str; 0] = [];
    AutoLaunch::new(NAME, program, mode, &[HIDDEN], &none, "")
}

#[cfg(windows)]
fn entry_for(program: &str) -> AutoLaunch {
    let mode = auto_launch::WindowsEnableMode::CurrentUser;
    AutoLaunch::new(NAME, &format!("\"{program}\""), mode, &[HIDDEN])
}

/// A path as one word of an `Exec` line: quoted, since the entry takes it as it is. What is
/// written there is read twice, as a value and as a command line.
#[cfg(any(target_os = "linux", test))]
fn quoted(program: &str) -> String {
    let mut word = String::from("\"");
    for character in program.chars() {
        match character {
            '\\' => word.push_str(r"\\\\"),
            '"' | '`' | '$' => {
                word.push_str(r"\\");
                word.push(character);
            }
            '%' => word.push_str("%%"),
            other => word.push(other),
        }
    }
    word.push('"');
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_word_of_the_entry_whatever_is_in_it() {
        let cases = [
            ("/usr/bin/turnup", "\"/usr/bin/turnup\""),
            ("/opt/my apps/turnup", "\"/opt/my apps/turnup\""),
            ("/opt/100%/a\"b$c", "\"/opt/100%%/a\\\\\"b\\\\$c\""),
            ("/opt/a\\b", "\"/opt/a\\\\\\\\b\""),
        ];
        for (path, expected) in cases {
            assert_eq!(quoted(path), expected);
        }
    }
}

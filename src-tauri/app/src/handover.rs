//! A second start on Linux hands what it was started with over to the first before it opens a
//! window system: ended in the middle of one, it fell over its threads now and then. Elsewhere, and
//! when nobody answers, the plugin of the single instance decides.

/// Whether a Turnup that runs has taken over what this one was started with.
#[cfg(not(target_os = "linux"))]
pub fn done() -> bool {
    false
}

#[cfg(target_os = "linux")]
pub use linux::done;

#[cfg(target_os = "linux")]
mod linux {
    use std::env;

    use zbus::blocking::{Connection, fdo::DBusProxy};

    /// The name that the first start took, as the plugin makes it from the program's identifier.
    const NAME: &str = "org.turnup.desktop.SingleInstance";
    const PATH: &str = "/org/turnup/desktop/SingleInstance";
    const INTERFACE: &str = "org.SingleInstance.DBus";
    const METHOD: &str = "ExecuteCallback";

    /// Whether a Turnup that runs has taken over what this one was started with.
    pub fn done() -> bool {
        match hand_over() {
            Ok(taken) => taken,
            Err(problem) => {
                eprintln!("turnup: not handed over: {problem}");
                false
            }
        }
    }

    fn hand_over() -> zbus::Result<bool> {
        // Without a session bus nobody can be found.
        let Ok(bus) = Connection::session() else {
            return Ok(false);
        };
        if !DBusProxy::new(&bus)?.name_has_owner(NAME.try_into()?)? {
            return Ok(false);
        }
        let arguments = env::args_os().map(|word| word.to_string_lossy().into_owned());
        let folder = env::current_dir().unwrap_or_default();
        let body = (
            arguments.collect::<Vec<String>>(),
            folder.to_string_lossy().into_owned(),
        );
        bus.call_method(Some(NAME), PATH, Some(INTERFACE), METHOD, &body)?;
        Ok(true)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_name_is_the_programs() {
            let packages = include_str!("../../../tauri.conf.json");
            let identifier = NAME.strip_suffix(".SingleInstance").unwrap_or_default();
            assert!(packages.contains(&format!("\"identifier\": \"{identifier}\"")));
            assert_eq!(PATH, format!("/{}", NAME.replace('.', "/")));
        }
    }
}

//! The command line as scripts call it: the real program, the real service over loopback, a real
//! database, and the sign-in in a real Secret Service. Each test starts itself again in a session
//! of its own that has one; what that needs is in the packages `dbus`, `gnome-keyring` and `bash`.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

mod endings;
mod room;
mod session;
mod shapes;
mod turns;
mod verbs;

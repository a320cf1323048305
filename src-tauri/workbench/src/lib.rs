//! Use cases, one file per feature: the only way in for the shell, the command line and the
//! tests. Nothing of SQL or HTTP shows in the public API, and no words for people.
#![warn(missing_docs)]

mod account;
mod accounts;
mod acts;
mod answers;
mod aside;
mod assigning;
mod backups;
mod candidates;
mod choices;
mod confirmation;
mod conflict;
mod csv;
mod customers;
mod declined;
mod disk;
mod drafting;
mod email;
mod erasing;
mod errors;
mod exports;
mod failure;
mod files;
mod finder;
mod folders;
mod form;
mod frame;
mod home;
mod importing;
mod inbox;
mod indexing;
mod journal;
mod logs;
mod mailbox;
mod many;
mod merging;
mod network;
mod notices;
mod order_page;
mod order_view;
mod overview;
mod pace;
mod presets;
mod queue;
mod reminders;
mod reviews;
mod saved_views;
mod session;
mod sign_in;
mod standing;
mod summaries;
mod sync_once;
#[cfg(test)]
mod testing;
mod tokens;
mod transfers;
mod turn;
mod typed_note;
pub mod views;
mod words;
mod workbench;

pub use account::SampleTokens;
#[doc(hidden)]
pub use email::read as read_email;
pub use exports::Format;
#[doc(hidden)]
pub use exports::write_csv;
pub use failure::{Failure, Outcome, codes};
pub use files::{private_folder, safe_stem};
pub use folders::{data_dir, fonts_dir};
pub use logs::Logs;
pub use notices::{Notice, NoticeTarget};
pub use turnup_sync::Limits;
pub use words::{Words, system_language};
pub use workbench::{Event, Options, Purpose, Workbench};

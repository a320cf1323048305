//! What a service is spawned with, and why it may not come up.

use std::{path::PathBuf, time::Duration};

use crate::clock::Clock;

/// How to spawn the service. The default is a small one in memory on a free port.
#[derive(Debug, Clone)]
pub struct Config {
    /// Port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// Folder of its database; `None` keeps everything in memory, for this run only. A folder
    /// that has data already is used as it is: seed and counts then say nothing.
    pub data: Option<PathBuf>,
    /// Folder into which the e-mails of the process are written as .eml files.
    pub mail_dir: Option<PathBuf>,
    /// The same seed makes the same data.
    pub seed: u64,
    /// Orders to begin with.
    pub orders: u32,
    /// Organizations to begin with.
    pub organizations: u32,
    /// How long a set-up (or a customer's approval) takes.
    pub provisioning_time: Duration,
    /// What time it is; seeded deadlines lie around it.
    pub now: Clock,
    /// Whether to open a second port on which faults can be ordered.
    pub admin_port: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            port: 0,
            data: None,
            mail_dir: None,
            seed: 1,
            orders: 1_000,
            organizations: 1_500,
            provisioning_time: Duration::from_secs(8),
            now: Clock::system(),
            admin_port: false,
        }
    }
}

/// Why the service did not come up.
#[derive(Debug, thiserror::Error)]
pub enum SpawnError {
    /// The port is taken or not allowed.
    #[error("port {port} cannot be opened: {source}")]
    Port {
        /// The port asked for.
        port: u16,
        /// The system's word.
        source: std::io::Error,
    },
    /// The folder of the data or of the mails cannot be made.
    #[error("folder {} cannot be used: {source}", path.display())]
    Folder {
        /// Which.
        path: PathBuf,
        /// The system's word.
        source: std::io::Error,
    },
    /// The database cannot be opened, or was made by another version.
    #[error("the database cannot be used: {reason}")]
    Database {
        /// Why.
        reason: String,
    },
}

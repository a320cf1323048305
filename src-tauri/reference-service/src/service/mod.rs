//! What can be asked of the service, apart from how a request travels: one file per act or
//! group of questions. Every entry lets due time pass first, so that what is read is true now.

mod checks;
mod device;
mod directory;
mod feeds;
mod handing;
mod identity;
mod mapping;
mod operations;
mod orders;
mod problems;
mod refusal;
mod reviews;
mod seller;
mod setup;
mod sign_in;
mod site_names;
mod time;
mod transfers;
mod write;

use std::{collections::HashSet, sync::Mutex, time::Duration};

use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;
use turnup_domain::Capabilities;

pub(crate) use feeds::FeedBody;
pub(crate) use identity::{OPERATORS, Operator, PARTNER_ID, PARTNER_NAME};
pub(crate) use mapping::first_state;
pub(crate) use operations::automatic_steps;
pub(crate) use refusal::Refusal;
pub(crate) use sign_in::{AuthorizationRequest, GrantRefusal};
pub(crate) use time::calendar_deadline;
pub(crate) use write::{WriteAnswer, WriteCall};

use crate::{clock::Clock, mail::MailFolder, storage::Database};

/// The service itself: plain functions over its data.
pub(crate) struct Service {
    database: Database,
    clock: Clock,
    capabilities: Capabilities,
    mail: Option<MailFolder>,
    provisioning_time: SignedDuration,
    /// Keys whose first request has not been answered yet.
    running: Mutex<HashSet<(String, String)>>,
    /// Sign-ins that wait for another device.
    devices: Mutex<device::Devices>,
}

impl Service {
    pub fn new(
        database: Database,
        clock: Clock,
        capabilities: Capabilities,
        mail: Option<MailFolder>,
        provisioning_time: Duration,
    ) -> Self {
        let provisioning_time =
            SignedDuration::try_from(provisioning_time).unwrap_or(SignedDuration::MAX);
        let (running, devices) = (Mutex::default(), Mutex::default());
        Self {
            database,
            clock,
            capabilities,
            mail,
            provisioning_time,
            running,
            devices,
        }
    }

    /// Hears of every change from now on.
    pub fn changes(&self) -> watch::Receiver<()> {
        self.database.writes()
    }

    pub fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

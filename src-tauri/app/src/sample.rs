//! The embedded sample service: real HTTP over loopback, its own data, and a switch that takes
//! it off the network and back. How the switch stands outlives the program: a network that is
//! away does not come back because the program was started again.

use std::{path::PathBuf, time::Duration};

use tokio::sync::Mutex;
use turnup_reference_service::{Config, Running, SpawnError, spawn};
use turnup_workbench::{Failure, Outcome, SampleTokens, codes};

/// What the sample data begins with.
const SEED: u64 = 20;
/// Orders in it.
const ORDERS: u32 = 420;
/// Organizations in it.
const ORGANIZATIONS: u32 = 600;
/// How long its provisioning takes.
const PROVISIONING: Duration = Duration::from_secs(4);

/// Lies beside the data while the service is switched off.
const SWITCHED_OFF: &str = "switched-off";

/// The sample service, running or not.
pub struct Sample {
    folder: PathBuf,
    running: Mutex<Slot>,
}

#[derive(Default)]
struct Slot {
    service: Option<Running>,
    /// The port it had, so that it comes back where it was.
    port: u16,
}

impl Sample {
    /// A service that keeps its data in this folder; not started.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self {
            folder,
            running: Mutex::default(),
        }
    }

    /// Starts it, or finds it running; its address and the demo operator's tokens.
    pub async fn start(&self) -> Outcome<(String, SampleTokens)> {
        let mut slot = self.running.lock().await;
        if slot.service.is_none() {
            slot.service = Some(self.spawn(slot.port).await?);
        }
        let service = slot
            .service
            .as_ref()
            .ok_or_else(|| Failure::new(codes::INTERNAL))?;
        let (address, tokens) = (service.address(), service.issue_tokens());
        slot.port = service.port();
        Ok((
            address,
            SampleTokens {
                access: tokens.access_token,
                refresh: tokens.refresh_token,
                expires_in: tokens.expires_in,
            },
        ))
    }

    /// Takes it off the network; its data stays.
    pub async fn stop(&self) {
        let service = self.running.lock().await.service.take();
        if let Some(service) = service {
            service.stop().await;
        }
    }

    /// Takes it off the network for good, or lets it be started again.
    pub async fn switch(&self, on: bool) {
        let mark = self.folder.join(SWITCHED_OFF);
        let kept = if on {
            tokio::fs::remove_file(&mark).await
        } else {
            self.stop().await;
            tokio::fs::write(&mark, b"").await
        };
        if let Err(problem) = kept {
            tracing::info!(%problem, on, "the switch holds for this run only");
        }
    }

    /// Whether it was switched off, in this run or before.
    pub fn is_switched_off(&self) -> bool {
        self.folder.join(SWITCHED_OFF).exists()
    }

    /// Whether it answers. While it is being switched, it does not.
    pub fn is_running(&self) -> bool {
        self.running
            .try_lock()
            .is_ok_and(|slot| slot.service.is_some())
    }

    /// Removes its data.
    pub async fn remove(&self) {
        self.stop().await;
        if let Err(problem) = tokio::fs::remove_dir_all(&self.folder).await {
            tracing::info!(%problem, "no sample data to remove");
        }
    }

    /// Moves data that cannot be opened out of the way; what lay there before goes.
    async fn set_aside(&self) -> bool {
        let aside = self.folder.with_extension("damaged");
        let _ = tokio::fs::remove_dir_all(&aside).await;
        let moved = tokio::fs::rename(&self.folder, &aside).await;
        tracing::warn!(moved = moved.is_ok(), "the sample data could not be opened");
        moved.is_ok()
    }

    async fn spawn(&self, port: u16) -> Outcome<Running> {
        let config = |port| Config {
            port,
            data: Some(self.folder.clone()),
            mail_dir: Some(self.folder.join("mail")),
            seed: SEED,
            orders: ORDERS,
            organizations: ORGANIZATIONS,
            provisioning_time: PROVISIONING,
            ..Config::default()
        };
        match spawn(config(port)).await {
            Ok(service) => Ok(service),
            // Invented data is not worth a dead end: it lies aside, and new data is made.
            Err(SpawnError::Database { .. }) if self.set_aside().await => {
                spawn(config(port)).await.map_err(not_started)
            }
            // Somebody else took the port meanwhile: any other will do.
            Err(_) if port != 0 => spawn(config(0)).await.map_err(not_started),
            Err(problem) => Err(not_started(problem)),
        }
    }
}

fn not_started(problem: impl std::fmt::Display) -> Failure {
    tracing::error!(%problem, "the sample service did not start");
    Failure::new(codes::INTERNAL)
}

//! A service of the test's own.

use std::path::Path;
use std::time::Duration;

use turnup_reference_service::{Config, Running, spawn};

/// A small service that keeps its data in `folder`; on `port`, so that it can come back.
pub async fn service(folder: &Path, port: u16) -> Running {
    let config = Config {
        port,
        data: Some(folder.join("service")),
        mail_dir: Some(folder.join("mail")),
        seed: 4,
        orders: 60,
        organizations: 80,
        provisioning_time: Duration::from_millis(300),
        ..Config::default()
    };
    spawn(config).await.unwrap()
}

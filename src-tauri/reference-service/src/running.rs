//! Coming up, running and going down: [`spawn`], and what a test may ask of or do to a running
//! service besides the protocol.

use std::{fs, path::Path, sync::Arc, time::Duration};

use axum::Router;
use sha2::{Digest, Sha256};
use tokio::{
    net::TcpListener,
    sync::{oneshot, watch},
    task::JoinHandle,
};
use turnup_contract::TokenResponse;
use turnup_domain::{Order, OrderId, OrderNumber, Organization, OrganizationId};

use crate::{
    capabilities,
    config::{Config, SpawnError},
    desk::Desk,
    faults::{Fault, Faults},
    http::{
        self, Shared,
        connection::{BreakableListener, Budget},
        seen::{Seen, SeenRequest},
    },
    mail::{Letter, LetterKind, MailFolder},
    seed::{self, World},
    service::{OPERATORS, Refusal, Service},
    storage::{Database, acts::RecordedAct},
};

/// How long open connections may take to end.
const PATIENCE: Duration = Duration::from_secs(2);

/// Brings a service up: its data opened (and made, when there is none), its port listening.
///
/// # Errors
/// [`SpawnError`] when a folder, the database or the port cannot be had.
pub async fn spawn(config: Config) -> Result<Running, SpawnError> {
    let port = config.port;
    let admin = config.admin_port;
    let service = tokio::task::spawn_blocking(move || open(&config))
        .await
        .map_err(|error| SpawnError::Database {
            reason: error.to_string(),
        })??;
    let listener = listen(port).await?;
    let port = port_of(&listener);
    let rules = serde_json::to_string(service.capabilities()).unwrap_or_default();
    let digest = Sha256::digest(&rules);
    let etag = format!(
        "\"{:02x}{:02x}{:02x}{:02x}\"",
        digest[0], digest[1], digest[2], digest[3]
    );
    let shared = Arc::new(Shared {
        service: Arc::new(service),
        faults: Faults::default(),
        seen: Seen::default(),
        capabilities: (rules, etag),
        origin: format!("http://127.0.0.1:{port}"),
        closing: watch::Sender::new(false),
    });
    let admin = match admin {
        true => {
            let listener = listen(0).await?;
            let port = port_of(&listener);
            let server = Server::start(listener, http::admin_router(&shared), &shared);
            Some((port, server))
        }
        false => None,
    };
    let server = Server::start(listener, http::router(&shared), &shared);
    Ok(Running {
        shared,
        port,
        server,
        admin,
    })
}

async fn listen(port: u16) -> Result<TcpListener, SpawnError> {
    TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|source| SpawnError::Port { port, source })
}

fn port_of(listener: &TcpListener) -> u16 {
    listener.local_addr().map_or(0, |address| address.port())
}

fn open(config: &Config) -> Result<Service, SpawnError> {
    let unusable = |path: &Path, source| SpawnError::Folder {
        path: path.to_owned(),
        source,
    };
    let failed = |reason: String| SpawnError::Database { reason };
    if let Some(folder) = &config.data {
        fs::create_dir_all(folder).map_err(|source| unusable(folder, source))?;
    }
    let mail = match &config.mail_dir {
        Some(folder) => {
            Some(MailFolder::open(folder.clone()).map_err(|source| unusable(folder, source))?)
        }
        None => None,
    };
    let rules = capabilities::capabilities().map_err(|error| failed(error.to_string()))?;
    let now = config.now.now();
    let world = World {
        seed: config.seed,
        orders: config.orders,
        organizations: config.organizations,
        now,
        capabilities: &rules,
    };
    let (database, letters) = Database::open(config.data.as_deref(), |connection| {
        seed::fill(connection, &world)
    })
    .map_err(failed)?;
    let letters = letters.unwrap_or_default();
    if let Some(folder) = &mail {
        for order in &letters {
            let letter = Letter::about(order, LetterKind::Provisioning, &order.contact.email);
            let sent = order.mail_sent_at.unwrap_or(now);
            folder
                .write(&letter, sent)
                .map_err(|source| SpawnError::Folder {
                    path: config.mail_dir.clone().unwrap_or_default(),
                    source,
                })?;
        }
    }
    Ok(Service::new(
        database,
        config.now.clone(),
        rules,
        mail,
        config.provisioning_time,
    ))
}

/// A port that is listened on until it is told to stop.
struct Server {
    shared: Arc<Shared>,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

impl Server {
    fn start(listener: TcpListener, router: Router, shared: &Arc<Shared>) -> Self {
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            let service = router.into_make_service_with_connect_info::<Budget>();
            let serving = axum::serve(BreakableListener(listener), service)
                // An error means that the sender is gone, which is a reason to stop as well.
                .with_graceful_shutdown(async move { drop(stopped.await) });
            if let Err(error) = serving.await {
                tracing::error!(%error, "the service stopped listening");
            }
        });
        Self {
            shared: Arc::clone(shared),
            stop: Some(stop),
            task,
        }
    }

    async fn stop(mut self) {
        self.shared.closing.send_replace(true);
        drop(self.stop.take());
        if tokio::time::timeout(PATIENCE, &mut self.task)
            .await
            .is_err()
        {
            self.task.abort();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.closing.send_replace(true);
        drop(self.stop.take());
        self.task.abort();
    }
}

/// A running service; dropped, it stops.
pub struct Running {
    shared: Arc<Shared>,
    port: u16,
    server: Server,
    admin: Option<(u16, Server)>,
}

impl Running {
    /// `http://127.0.0.1:<port>`
    #[must_use]
    pub fn address(&self) -> String {
        self.shared.origin.clone()
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Address of the port for faults, when it was asked for.
    #[must_use]
    pub fn admin_address(&self) -> Option<String> {
        self.admin
            .as_ref()
            .map(|(port, _)| format!("http://127.0.0.1:{port}"))
    }

    /// Stops: no connection is taken any more, answers under way are finished. Spawned again
    /// with the same folder and port, the service goes on where it was.
    pub async fn stop(self) {
        let Self { server, admin, .. } = self;
        server.stop().await;
        if let Some((_, admin)) = admin {
            admin.stop().await;
        }
    }

    /// Tokens of the demonstration's own operator, without any page. When the database fails,
    /// they are empty and are refused like any others.
    #[must_use]
    pub fn issue_tokens(&self) -> TokenResponse {
        self.shared
            .service
            .issue_tokens(&OPERATORS[0])
            .unwrap_or_else(|_| TokenResponse {
                access_token: String::new(),
                token_type: "Bearer".to_owned(),
                expires_in: Some(0),
                refresh_token: None,
            })
    }

    /// The service asked without HTTP, by the demonstration's own operator.
    #[must_use]
    pub fn desk(&self) -> Desk {
        Desk::new(Arc::clone(&self.shared), OPERATORS[0])
    }

    /// The same by her colleague.
    #[must_use]
    pub fn desk_of_colleague(&self) -> Desk {
        Desk::new(Arc::clone(&self.shared), OPERATORS[1])
    }

    /// Adds a fault; those added first hit first.
    pub fn inject(&self, fault: Fault) {
        self.shared.faults.add(fault);
    }

    /// Calls all faults off.
    pub fn clear_faults(&self) {
        self.shared.faults.clear();
    }

    /// The requests that were answered, oldest first.
    #[must_use]
    pub fn requests_seen(&self) -> Vec<SeenRequest> {
        self.shared.seen.all()
    }

    /// Every act on an order that took effect, oldest first.
    #[must_use]
    pub fn acts(&self, order: &OrderId) -> Vec<RecordedAct> {
        self.shared.service.acts(order).unwrap_or_default()
    }

    /// How many acts of a kind (`mapping`, `setup`, …) took effect on an order.
    #[must_use]
    pub fn count_acts(&self, order: &OrderId, kind: &str) -> usize {
        self.acts(order)
            .iter()
            .filter(|act| act.kind == kind)
            .count()
    }

    /// The order of a number as it stands.
    #[must_use]
    pub fn order(&self, number: &str) -> Option<Order> {
        let page = self
            .shared
            .service
            .orders_by_number(&OrderNumber::from(number))
            .ok()?;
        let page: turnup_contract::feed::OrdersPage = serde_json::from_str(&page.0).ok()?;
        page.items.into_iter().find_map(|item| match item {
            turnup_contract::FeedItem::Document(order) => Some(*order),
            turnup_contract::FeedItem::Deleted(_) => None,
        })
    }

    /// The provisioning e-mail of an order, as the bytes of an .eml file.
    #[must_use]
    pub fn email(&self, number: &str) -> Option<Vec<u8>> {
        let order = self.order(number)?;
        let letter = Letter::about(&order, LetterKind::Provisioning, &order.contact.email);
        Some(letter.eml(order.mail_sent_at?).into_bytes())
    }

    /// The seller withdraws an order; `false` when that is not possible any more.
    pub fn withdraw(&self, order: &OrderId) -> bool {
        worked(self.shared.service.withdraw(order))
    }

    /// The operators lose access to an order.
    pub fn take_away(&self, order: &OrderId) -> bool {
        worked(self.shared.service.take_away(order))
    }

    /// Something about an organization changes, and with it its revision.
    pub fn change_organization(
        &self,
        id: &OrganizationId,
        change: impl FnOnce(&mut Organization),
    ) -> bool {
        worked(self.shared.service.change_organization(id, change))
    }

    /// Makes every cursor given out so far too old.
    pub fn expire_cursors(&self) -> bool {
        worked(self.shared.service.expire_cursors())
    }

    /// Ends every sign-in: whoever worked has to sign in again.
    pub fn end_sign_ins(&self) -> bool {
        worked(self.shared.service.end_sign_ins())
    }

    /// Makes every access token too old; refresh tokens stay good.
    pub fn expire_access_tokens(&self) -> bool {
        worked(self.shared.service.expire_access_tokens())
    }
}

fn worked<T>(result: Result<T, Refusal>) -> bool {
    result.is_ok()
}

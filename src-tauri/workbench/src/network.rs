//! How services are reached: the proxy, as somebody set it. Its password is in the keyring.

use turnup_credentials::Secret;
use turnup_sync::{Network, Proxy, ProxyAddress};

use crate::{
    Failure, Workbench,
    errors::internal,
    failure::{Outcome, codes},
    home::NetworkSettings,
    views::{NetworkForm, NetworkView},
};

/// Name of the password's entry.
const ENTRY: &str = "proxy";

impl Workbench {
    /// How services are reached now.
    pub async fn network(&self) -> NetworkView {
        let NetworkSettings {
            proxy,
            address,
            user,
        } = self.inner.home.settings().network;
        let origin = self.session().ok();
        let system = origin.and_then(|open| Proxy::of_the_system(open.service.origin()));
        NetworkView {
            has_password: !user.is_empty() && self.proxy_password().await.is_some(),
            proxy,
            address,
            user,
            system,
        }
    }

    /// Reaches services in this way from now on, and keeps it.
    pub async fn save_network(&self, form: NetworkForm) -> Outcome<NetworkView> {
        let settings = self.judged(&form)?;
        if let Some(password) = form.password {
            let vault = self.inner.proxy_vault.clone();
            // Without a keyring it is kept for this run; the account's own state tells why.
            let kept = tokio::task::spawn_blocking(move || match password.is_empty() {
                true => vault.delete(ENTRY),
                false => vault.put(ENTRY, &Secret::new(password)),
            });
            if let Ok(Err(problem)) = kept.await {
                tracing::warn!(%problem, "the password of the proxy");
            }
        }
        self.inner
            .home
            .change(|all| all.network = settings)
            .map_err(|problem| {
                Failure::new(codes::FILE_NOT_WRITTEN)
                    .with("name", "settings.json")
                    .with("reason", crate::files::reason_code(&problem))
            })?;
        if let Ok(session) = self.session() {
            session.service.reach_over(&self.reach().await)?;
            session.worker.wake();
        }
        Ok(self.network().await)
    }

    /// What the form says, when it can be used.
    fn judged(&self, form: &NetworkForm) -> Outcome<NetworkSettings> {
        let (address, user) = (form.address.trim(), form.user.trim());
        match form.proxy.as_str() {
            "system" | "none" => Ok(NetworkSettings {
                proxy: form.proxy.clone(),
                // What was typed comes back when it is chosen again.
                address: address.to_owned(),
                user: user.to_owned(),
            }),
            "address" => {
                let proxy = ProxyAddress::parse(address, user, "").map_err(|_| {
                    Failure::new(codes::PROXY_INVALID).with("address", form.address.trim())
                })?;
                Ok(NetworkSettings {
                    proxy: form.proxy.clone(),
                    address: proxy.address(),
                    user: user.to_owned(),
                })
            }
            _ => Err(internal("network", "a value that no form offers")),
        }
    }

    /// The way to a service, for whatever asks one.
    pub(crate) async fn reach(&self) -> Network {
        let NetworkSettings {
            proxy,
            address,
            user,
        } = self.inner.home.settings().network;
        let proxy = match proxy.as_str() {
            "none" => Proxy::None,
            "address" => {
                let password = match user.is_empty() {
                    true => None,
                    false => self.proxy_password().await,
                };
                let password = password.as_ref().map_or("", |kept| kept.expose().as_str());
                // What was kept was judged before; a file that somebody damaged means nothing.
                ProxyAddress::parse(&address, &user, password).map_or(Proxy::System, Proxy::Address)
            }
            _ => Proxy::System,
        };
        Network {
            limits: self.inner.options.limits,
            proxy,
        }
    }

    async fn proxy_password(&self) -> Option<Secret<String>> {
        let vault = self.inner.proxy_vault.clone();
        let got = tokio::task::spawn_blocking(move || vault.get(ENTRY).ok().flatten());
        got.await.ok().flatten()
    }

    /// Forgets how the proxy is signed in to.
    pub(crate) fn forget_proxy(&self) {
        if let Err(problem) = self.inner.proxy_vault.delete(ENTRY) {
            tracing::warn!(%problem, "the password of the proxy");
        }
    }
}

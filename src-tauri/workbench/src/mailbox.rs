//! Opening a provisioning e-mail from a file.

use std::{io::Read, path::Path};

use turnup_contract::ProvisioningService;
use turnup_domain::{OrderId, OrderNumber};

use crate::{
    Failure, Workbench, email,
    errors::internal,
    failure::{Outcome, codes},
    files::reason_code,
    journal::record,
    order_page::rules,
    views::EmailOpened,
    workbench::now,
};

impl Workbench {
    /// Finds the order of an e-mail. Not cached: the service is asked; out of reach: the number
    /// is remembered and the order appears with a later sync.
    pub async fn open_email_file(&self, path: &Path) -> Outcome<EmailOpened> {
        let patterns = self.with_store(rules).await?.email_patterns;
        let path = path.to_path_buf();
        let number =
            tokio::task::spawn_blocking(move || email::order_number(&read(&path)?, &patterns))
                .await
                .map_err(|problem| internal("a task ended", problem))??;
        self.open_number(number).await
    }

    async fn open_number(&self, number: OrderNumber) -> Outcome<EmailOpened> {
        let opened = |outcome: &str, id: Option<String>, number: &OrderNumber| EmailOpened {
            outcome: outcome.to_owned(),
            number: number.to_string(),
            order_id: id,
        };
        let wanted = number.clone();
        let known = self
            .with_store(move |store| Ok(store.order_id_by_number(&wanted)?))
            .await?;
        let session = self.session()?;
        if let Some(id) = known {
            self.email_opened(&id).await?;
            return Ok(opened("opened", Some(id.to_string()), &number));
        }
        let asked = session.service.order_by_number(&number).await;
        let wanted = number.clone();
        match asked {
            Ok(Some(order)) => {
                let id = order.id.clone();
                self.with_store(move |store| Ok(store.put_order(&order, now())?))
                    .await?;
                self.email_opened(&id).await?;
                self.order_changed(id.as_str()).await;
                Ok(opened("opened", Some(id.to_string()), &number))
            }
            Ok(None) => Err(Failure::new(codes::ORDER_NOT_FOUND).with("number", &number)),
            Err(problem) => {
                tracing::info!(error = %problem, "the order of an e-mail is remembered");
                self.with_store(move |store| Ok(store.remember_number(&wanted, now())?))
                    .await?;
                Ok(opened("remembered", None, &number))
            }
        }
    }

    async fn email_opened(&self, id: &OrderId) -> Outcome<()> {
        let (id, operator) = (id.clone(), self.session()?.operator_email());
        self.with_store(move |store| record(store, &id, &operator, "email_opened", &[]))
            .await
    }
}

/// Reads a file that may be an e-mail, and not more of it than is sensible.
fn read(path: &Path) -> Outcome<Vec<u8>> {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let unreadable = |problem: &std::io::Error| {
        Failure::new(codes::FILE_UNREADABLE)
            .with("name", &name)
            .with("reason", reason_code(problem))
    };
    let file = std::fs::File::open(path).map_err(|problem| unreadable(&problem))?;
    let mut bytes = Vec::new();
    file.take(email::MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|problem| unreadable(&problem))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > email::MAX_BYTES {
        return Err(Failure::new(codes::EMAIL_TOO_LARGE)
            .with("name", &name)
            .with("max_mb", email::MAX_BYTES / 1024 / 1024));
    }
    Ok(bytes)
}

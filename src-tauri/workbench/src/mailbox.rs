//! Opening provisioning e-mails from files and folders.

mod files;

use std::path::PathBuf;

use turnup_contract::ProvisioningService;
use turnup_domain::{OrderId, OrderNumber, capabilities::EmailPattern};

use crate::{
    Failure, Workbench,
    email::{self, Link, Reading},
    errors::internal,
    failure::{Outcome, codes},
    files::name_of,
    journal::record,
    order_page::{rules, stored},
    views::{EmailFailure, EmailOpened, EmailsOpened, LinkView},
    workbench::now,
};

impl Workbench {
    /// Finds the orders of e-mails: files, and folders with all that lies in them. Orders that are
    /// not cached are asked for; out of reach, their numbers are remembered and they appear with a
    /// later sync. One file alone that leads to no order is a failure.
    pub async fn open_emails(&self, paths: Vec<PathBuf>) -> Outcome<EmailsOpened> {
        let patterns = self.with_store(rules).await?.email_patterns;
        let read = tokio::task::spawn_blocking(move || read_all(&paths, &patterns));
        let read = read
            .await
            .map_err(|problem| internal("a task ended", problem))?;
        let mut told = EmailsOpened {
            files: u32::try_from(read.readings.len()).unwrap_or(u32::MAX),
            failures: read.failures,
            ..EmailsOpened::default()
        };
        let mut reachable = true;
        let mut links = Vec::new();
        for (file, reading) in read.readings {
            for link in reading.links {
                email::links::put(link, &mut links, usize::MAX);
            }
            for number in reading.numbers {
                if told.orders.iter().any(|one| one.number == number.as_str()) {
                    told.again += 1;
                    continue;
                }
                let order = self.open_number(&number, &file, &mut reachable).await?;
                told.orders.push(order);
            }
        }
        told.links = links.into_iter().map(link_view).collect();
        alone(told)
    }

    async fn open_number(
        &self,
        number: &OrderNumber,
        file: &str,
        reachable: &mut bool,
    ) -> Outcome<EmailOpened> {
        let wanted = number.clone();
        let known = self
            .with_store(move |store| Ok(store.order_id_by_number(&wanted)?))
            .await?;
        let told = |outcome: &str, known: Option<(OrderId, String)>| {
            let (id, company) = known.unzip();
            EmailOpened {
                outcome: outcome.to_owned(),
                number: number.to_string(),
                order_id: id.map(|id| id.to_string()),
                company: company.unwrap_or_default(),
                file: file.to_owned(),
            }
        };
        if let Some(id) = known {
            let company = self.email_opened(&id).await?;
            return Ok(told("opened", Some((id, company))));
        }
        if *reachable {
            match self.session()?.service.order_by_number(number).await {
                Ok(Some(order)) => {
                    let id = order.id.clone();
                    self.with_store(move |store| Ok(store.put_order(&order, now())?))
                        .await?;
                    let company = self.email_opened(&id).await?;
                    self.order_changed(id.as_str()).await;
                    return Ok(told("opened", Some((id, company))));
                }
                Ok(None) => return Ok(told("unknown", None)),
                Err(problem) => {
                    tracing::info!(error = %problem, "the orders of e-mails are remembered");
                    // Of a folder full of e-mails, one that waits for an answer is enough.
                    *reachable = false;
                }
            }
        }
        let wanted = number.clone();
        self.with_store(move |store| Ok(store.remember_number(&wanted, now())?))
            .await?;
        Ok(told("remembered", None))
    }

    /// Notes that an e-mail led to an order; returns its end customer.
    async fn email_opened(&self, id: &OrderId) -> Outcome<String> {
        let (id, operator) = (id.clone(), self.session()?.operator_email());
        self.with_store(move |store| {
            record(store, &id, &operator, "email_opened", &[])?;
            Ok(stored(store, &id)?.order.end_customer.company)
        })
        .await
    }
}

/// What files say, by their names.
struct ReadAll {
    readings: Vec<(String, Reading)>,
    failures: Vec<EmailFailure>,
}

fn read_all(paths: &[PathBuf], patterns: &[EmailPattern]) -> ReadAll {
    let (files, mut failures) = files::collect(paths);
    let mut readings = Vec::new();
    for path in files {
        let file = name_of(&path);
        match files::read(&path).and_then(|bytes| email::read(&bytes, patterns)) {
            Ok(reading) => readings.push((file, reading)),
            Err(failure) => failures.push(EmailFailure { file, failure }),
        }
    }
    if paths.is_empty() {
        failures.push(EmailFailure {
            file: String::new(),
            failure: Failure::new(codes::EMAIL_NOT_A_FILE),
        });
    }
    ReadAll { readings, failures }
}

/// One failure and nothing else is the failure of the whole; so is one number that nobody knows.
fn alone(mut told: EmailsOpened) -> Outcome<EmailsOpened> {
    match (told.orders.as_slice(), told.failures.len()) {
        ([], 1) => Err(told.failures.remove(0).failure),
        ([one], 0) if one.outcome == "unknown" => {
            Err(Failure::new(codes::ORDER_NOT_FOUND).with("number", &one.number))
        }
        _ => Ok(told),
    }
}

fn link_view(link: Link) -> LinkView {
    LinkView {
        host: link.host,
        shown: link.shown,
    }
}

//! What lies on a transfer code, beside what the order says.

use turnup_contract::{ProvisioningService, TransferAnswer};
use turnup_domain::{
    OrderId,
    transfer::{Found, compare},
};

use crate::{
    Workbench,
    failure::Outcome,
    order_page::{rules, stored},
    views::{TransferRow, TransferView},
};

impl Workbench {
    /// Asks which sites move with a code, and sets the services found there against the order.
    /// Nothing is kept of it: what counts is what lies there when the order is sent.
    pub async fn look_up_transfer(&self, id: &str, code: &str) -> Outcome<TransferView> {
        let order_id = OrderId::from(id);
        let code = code.trim().to_owned();
        let (order, caps) = self
            .with_store(move |store| Ok((stored(store, &order_id)?.order, rules(store)?)))
            .await?;
        let session = self.session()?;
        let told = |outcome: &str| TransferView {
            outcome: outcome.to_owned(),
            code: code.clone(),
            sites: Vec::new(),
            rows: Vec::new(),
        };
        if code.is_empty() || !caps.supports("transfer") {
            return Ok(told("unasked"));
        }
        let answer = match session.service.transfer(&code).await {
            Ok(Some(answer)) => answer,
            Ok(None) => return Ok(told("unknown")),
            Err(problem) => {
                tracing::info!(error = %problem, "a transfer code could not be looked up");
                return Ok(told("unasked"));
            }
        };
        let rows = compare(&order, &found(&answer));
        Ok(TransferView {
            outcome: "found".to_owned(),
            sites: answer.sites.into_iter().map(|site| site.name).collect(),
            rows: rows
                .into_iter()
                .map(|row| TransferRow {
                    service: row.kind.to_string(),
                    name: row.name,
                    ordered: to_u32(row.ordered),
                    found: to_u32(row.found),
                    verdict: row.verdict.to_string(),
                })
                .collect(),
            code: answer.code,
        })
    }
}

fn found(answer: &TransferAnswer) -> Vec<Found> {
    let services = answer.sites.iter().flat_map(|site| &site.services);
    services
        .map(|service| Found {
            kind: service.kind.clone(),
            name: service.name.clone(),
            quantity: service.quantity,
        })
        .collect()
}

fn to_u32(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

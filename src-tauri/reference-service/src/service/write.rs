//! The path of every write: the key first, then the revision, then the act, all in one
//! transaction with the answer that is kept under the key. Letters go out after the commit.

use std::{collections::BTreeMap, sync::PoisonError};

use jiff::Timestamp;
use rusqlite::Connection;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};
use turnup_contract::code;
use turnup_domain::{IntentId, OperationId, Order, OrderId, problem::Params};

use super::{Operator, Refusal, Service};
use crate::{
    mail::Letter,
    storage::{
        activity::{self, Entry},
        acts,
        idempotency::{self, StoredAnswer},
        orders,
    },
};

/// A write as it came in.
pub(crate) struct WriteCall {
    /// `If-Match`; none when the client sent none.
    pub revision: Option<u64>,
    /// `Idempotency-Key`.
    pub intent: IntentId,
    /// The body as JSON.
    pub body: Value,
    /// False when the service shall behave as one that knows no keys.
    pub heeds_keys: bool,
}

impl WriteCall {
    /// The body as what it should be.
    pub fn body<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        serde_json::from_value(self.body.clone())
            .map_err(|error| Refusal::malformed(format!("the body: {error}")))
    }
}

/// The answer to a write, now or replayed.
pub(crate) struct WriteAnswer {
    pub status: u16,
    /// The operation that began, if one did.
    pub operation: Option<OperationId>,
    /// The order, or (replayed) the problem.
    pub body: String,
    pub replayed: bool,
}

/// An act being done: who does it, in which transaction.
pub(crate) struct Acting<'a> {
    pub service: &'a Service,
    pub connection: &'a Connection,
    pub operator: &'a Operator,
    pub intent: &'a IntentId,
    pub now: Timestamp,
}

impl Acting<'_> {
    /// Writes down that the operator did something.
    pub fn note(&self, order: &OrderId, code: &str, params: Params) -> rusqlite::Result<()> {
        activity::add(
            self.connection,
            &Entry {
                order,
                at: self.now,
                actor: self.operator.email,
                code,
                params,
                intent: Some(self.intent),
            },
        )
    }
}

/// What came of an act.
pub(crate) struct Effect {
    pub order: Order,
    pub operation: Option<OperationId>,
    pub letters: Vec<Letter>,
}

impl Effect {
    pub fn of(order: Order) -> Self {
        Self {
            order,
            operation: None,
            letters: Vec::new(),
        }
    }
}

impl Service {
    /// Does an act of a kind on an order, once per key.
    pub(super) fn write(
        &self,
        operator: &Operator,
        (kind, path): (&'static str, &str),
        id: &OrderId,
        call: &WriteCall,
        act: impl FnOnce(&Acting<'_>, Order) -> Result<Effect, Refusal>,
    ) -> Result<WriteAnswer, Refusal> {
        let fingerprint = fingerprint(path, &call.body);
        let _running = self.begin(operator, &call.intent)?;
        self.pass_time()?;
        let now = self.now();
        let mut letters = Vec::new();
        let answer = self.database.write(|connection| {
            if call.heeds_keys
                && let Some(stored) = idempotency::find(connection, operator.id, &call.intent, now)?
            {
                return Ok(replay(stored, &fingerprint));
            }
            let acting = Acting {
                service: self,
                connection,
                operator,
                intent: &call.intent,
                now,
            };
            let order = acting.order_at(id, call.revision)?;
            let result = in_savepoint(connection, || {
                let effect = act(&acting, order)?;
                acts::add(connection, id, kind, &call.intent, now)?;
                Ok(effect)
            })?;
            let result = result.and_then(|effect| {
                letters = effect.letters;
                Ok((effect.operation, orders::text(&effect.order)?))
            });
            if call.heeds_keys
                && let Some(stored) = to_keep(&result, &fingerprint)
            {
                idempotency::keep(connection, operator.id, &call.intent, &stored, now)?;
            }
            Ok::<_, Refusal>(result.map(|(operation, body)| WriteAnswer {
                status: success(operation.is_some()),
                operation,
                body,
                replayed: false,
            }))
        })??;
        self.send(&letters);
        Ok(answer)
    }

    /// Marks a key as being worked on until the guard is dropped.
    fn begin(&self, operator: &Operator, intent: &IntentId) -> Result<Running<'_>, Refusal> {
        let key = (operator.id.to_owned(), intent.as_str().to_owned());
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if !running.insert(key.clone()) {
            return Err(Refusal::of(code::REQUEST_IN_PROGRESS));
        }
        Ok(Running { service: self, key })
    }

    /// Letters that cannot be written are lost: they are copies for people, not state.
    pub(super) fn send(&self, letters: &[Letter]) {
        let Some(folder) = &self.mail else { return };
        for letter in letters {
            if let Err(error) = folder.write(letter, self.now()) {
                tracing::warn!(%error, "a letter was not written");
            }
        }
    }
}

impl Acting<'_> {
    fn order_at(&self, id: &OrderId, revision: Option<u64>) -> Result<Order, Refusal> {
        let order =
            orders::get(self.connection, id)?.ok_or_else(|| Refusal::of(code::NOT_FOUND))?;
        match revision {
            None => Err(Refusal::of(code::PRECONDITION_REQUIRED)),
            Some(revision) if revision != order.revision => Err(Refusal::stale(order)),
            Some(_) => Ok(order),
        }
    }
}

struct Running<'a> {
    service: &'a Service,
    key: (String, String),
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        let mut running = self
            .service
            .running
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        running.remove(&self.key);
    }
}

/// A refused act leaves nothing behind, while the transaction around it goes on.
fn in_savepoint<T>(
    connection: &Connection,
    act: impl FnOnce() -> Result<T, Refusal>,
) -> Result<Result<T, Refusal>, Refusal> {
    connection.execute_batch("SAVEPOINT act")?;
    let result = act();
    connection.execute_batch(match result {
        Ok(_) => "RELEASE act",
        Err(_) => "ROLLBACK TO act; RELEASE act",
    })?;
    Ok(result)
}

fn success(operation_began: bool) -> u16 {
    if operation_began { 202 } else { 200 }
}

fn replay(stored: StoredAnswer, fingerprint: &str) -> Result<WriteAnswer, Refusal> {
    if stored.fingerprint != fingerprint {
        return Err(Refusal::of(code::IDEMPOTENCY_KEY_REUSED));
    }
    Ok(WriteAnswer {
        status: stored.status,
        operation: stored.operation.map(OperationId::from),
        body: stored.body,
        replayed: true,
    })
}

fn to_keep(
    result: &Result<(Option<OperationId>, String), Refusal>,
    fingerprint: &str,
) -> Option<StoredAnswer> {
    let (status, operation, body) = match result {
        Ok((operation, body)) => {
            let id = operation.as_ref().map(|id| id.as_str().to_owned());
            (success(operation.is_some()), id, body.clone())
        }
        Err(refusal) if refusal.is_final() => {
            (refusal.0.status, None, orders::text(&refusal.0).ok()?)
        }
        Err(_) => return None,
    };
    Some(StoredAnswer {
        fingerprint: fingerprint.to_owned(),
        status,
        operation,
        body,
    })
}

/// Method, path and body, whatever the order of the body's members.
fn fingerprint(path: &str, body: &Value) -> String {
    let digest = Sha256::digest(format!("{path}\n{}", canonical(body)));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn canonical(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let sorted: BTreeMap<_, _> = members.iter().collect();
            let members: Vec<_> = sorted
                .into_iter()
                .map(|(name, value)| format!("{}:{}", Value::from(name.as_str()), canonical(value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(canonical).collect();
            format!("[{}]", items.join(","))
        }
        plain => plain.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_order_of_members_makes_no_other_request() {
        let one = json!({"a": [1, {"x": 1, "y": 2}], "b": "\"é"});
        let text = r#"{"b": "\"é", "a": [1, {"y": 2, "x": 1}]}"#;
        let other: Value = serde_json::from_str(text).unwrap_or_default();
        assert_eq!(fingerprint("PUT /x", &one), fingerprint("PUT /x", &other));
        assert_ne!(fingerprint("PUT /x", &one), fingerprint("PUT /y", &one));
        assert_ne!(
            fingerprint("PUT /x", &one),
            fingerprint("PUT /x", &json!({"b": "\"é"}))
        );
    }
}

//! Which orders are meant, as they are listed now.

use std::collections::HashSet;

use jiff::Timestamp;
use turnup_domain::OrderId;
use turnup_store::{Store, StoreError};

use crate::{
    Failure,
    failure::{Outcome, codes},
    inbox::list_query,
    views::ChosenOrders,
};

/// Ids of orders, each once.
pub(super) type Ids = Vec<OrderId>;

/// Why the list was not read to its end.
enum Ended {
    TooMany(u32),
    Store(StoreError),
}

impl From<StoreError> for Ended {
    fn from(problem: StoreError) -> Self {
        Self::Store(problem)
    }
}

/// Those that are meant, each once; fails when they are more than `most`.
pub(super) fn ids(
    store: &Store,
    chosen: ChosenOrders,
    operator: String,
    most: usize,
    now: Timestamp,
) -> Outcome<Ids> {
    match chosen {
        ChosenOrders::Some { ids } => {
            let mut seen = HashSet::new();
            let ids: Ids = ids
                .into_iter()
                .filter(|id| seen.insert(id.clone()))
                .map(|id| OrderId::from(id.as_str()))
                .collect();
            if ids.len() > most {
                return Err(too_many(u32::try_from(ids.len()).unwrap_or(u32::MAX), most));
            }
            Ok(ids)
        }
        ChosenOrders::All { query, except } => {
            let except: HashSet<String> = except.into_iter().collect();
            let mut ids = Ids::new();
            let walked = store.walk(&list_query(query, operator, now), |order| {
                if !except.contains(order.row.id.as_str()) {
                    if ids.len() == most {
                        return Err(Ended::TooMany(order.total));
                    }
                    ids.push(order.row.id.clone());
                }
                Ok(())
            });
            match walked {
                Ok(()) => Ok(ids),
                Err(Ended::TooMany(total)) => Err(too_many(total, most)),
                Err(Ended::Store(problem)) => Err(problem.into()),
            }
        }
    }
}

fn too_many(count: u32, most: usize) -> Failure {
    Failure::new(codes::TOO_MANY_ORDERS)
        .with("count", count)
        .with("max", most)
}

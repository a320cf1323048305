//! What is read of it: the feeds, the summary, and what the finder and the dry run answer.

use std::collections::BTreeMap;

use turnup_contract::{
    Answer, ChecksAnswer, ChecksRequest, FeedItem, FeedPage, MatchRequest, OrdersSummary,
    Tombstone,
    checksum::Checksum,
    code,
    feed::{OrdersPage, OrganizationsPage},
};
use turnup_domain::{
    Candidate, MatchAnswer, Order, OrderId, Outcome, Problem, organization::Approval,
    organization::Role, state::Act,
};

use super::{Service, refused};

impl Service {
    /// A page of the orders' feed.
    pub fn orders_page(&self, cursor: Option<&str>) -> Answer<OrdersPage> {
        // A cursor says in which age of the feed it was made, and where it stands.
        let place = cursor.and_then(|cursor| cursor.split_once('.'));
        let from = match place {
            None => 0,
            Some((age, from)) if age == self.age.to_string() => from.parse().unwrap(),
            Some(_) => return Err(refused(code::CURSOR_EXPIRED)),
        };
        let mut items: Vec<(u64, FeedItem<Order>)> = Vec::new();
        for order in self.orders.values().filter(|one| one.sequence > from) {
            items.push((order.sequence, FeedItem::Document(Box::new(order.clone()))));
        }
        for (id, sequence) in self.tombstones.iter().filter(|(_, at)| **at > from) {
            items.push((*sequence, FeedItem::Deleted(tombstone(id, *sequence))));
        }
        items.sort_by_key(|(sequence, _)| *sequence);
        let has_more = items.len() > self.page;
        items.truncate(self.page);
        let last = items.last().map(|(sequence, _)| *sequence);
        let as_of = last.filter(|_| has_more).unwrap_or(self.sequence);
        Ok(FeedPage {
            items: items.into_iter().map(|(_, item)| item).collect(),
            next_cursor: format!("{}.{as_of}", self.age),
            has_more,
            as_of,
            total: Some(self.orders.len() as u64),
        })
    }

    /// The directory's feed: everything, when the cursor is not of today.
    pub fn organizations_page(&self, cursor: Option<&str>) -> OrganizationsPage {
        let state: u64 = self.organizations.values().map(|one| one.revision).sum();
        let known = cursor == Some(state.to_string().as_str());
        let documents = self.organizations.values().filter(|_| !known);
        FeedPage {
            items: documents
                .map(|one| FeedItem::Document(Box::new(one.clone())))
                .collect(),
            next_cursor: state.to_string(),
            has_more: false,
            as_of: state,
            total: None,
        }
    }

    pub fn summary(&self) -> OrdersSummary {
        let mut checksum = Checksum::default();
        let mut counts = BTreeMap::new();
        for order in self.orders.values() {
            checksum.toggle(order.id.as_str(), order.revision);
            *counts.entry(order.status.to_string()).or_default() += 1;
        }
        OrdersSummary {
            as_of: self.sequence,
            counts,
            checksum: checksum.hex(),
        }
    }

    /// What the finder says: every customer's organization fits, the partner's is the partner's.
    pub fn find(&self, request: &MatchRequest) -> MatchAnswer {
        let partner = matches!(request.role, Role::Partner | Role::Own);
        let all = self.organizations.values();
        let fitting = all.filter(|one| one.id.as_str().starts_with("org_p") == partner);
        MatchAnswer {
            outcome: Outcome::Candidates,
            as_of: self.time(),
            candidates: fitting.map(|one| candidate(one.clone())).collect(),
            next_cursor: None,
        }
    }

    pub fn dry_run(&self, id: &OrderId, request: &ChecksRequest) -> Answer<ChecksAnswer> {
        let order = self.order(id)?;
        let refused = request
            .mapping
            .as_ref()
            .and(order.status.after(&Act::Map).err());
        let problems = refused.map(|why| Problem::new("/mapping", why));
        Ok(ChecksAnswer {
            problems: problems.into_iter().collect(),
            warnings: Vec::new(),
        })
    }

    /// The feed's past is forgotten: whoever was not here lately begins again.
    pub fn forget_the_past(&mut self) {
        self.age += 1;
        self.tombstones.clear();
    }

    /// Nobody here may see the order any more.
    pub fn take_away(&mut self, id: &OrderId) {
        if let Some(order) = self.orders.remove(id) {
            self.sequence += 1;
            self.tombstones.insert(id.clone(), self.sequence);
            self.once_hidden.insert(id.clone());
            self.hidden.insert(id.clone(), order);
        }
    }

    /// And now they may again.
    pub fn give_back(&mut self, id: &OrderId) {
        if let Some(order) = self.hidden.remove(id) {
            self.put(order);
        }
    }
}

pub fn candidate(organization: turnup_domain::Organization) -> Candidate {
    Candidate {
        organization,
        score: 60,
        recommended: false,
        approval: Approval::NotRequired,
        role_after_mapping: String::new(),
        reasons: Vec::new(),
        flags: Vec::new(),
    }
}

fn tombstone(id: &OrderId, sequence: u64) -> Tombstone {
    Tombstone {
        id: id.to_string(),
        deleted: true,
        sequence,
    }
}

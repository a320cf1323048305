//! Customers: the list of them, the page of one, the note on it, and its orders.

mod known;

use jiff::Timestamp;
use turnup_domain::state::deadline_of;
use turnup_store::{Customer, CustomerName, CustomerQuery, CustomerSort, Store, StoreError};

use crate::{
    Failure, Workbench,
    failure::{Outcome, codes},
    inbox::{list_query, order_window},
    order_view::deadline_view,
    presets,
    views::{
        CustomerNameView, CustomerQueryView, CustomerRow, CustomerView, CustomerWindowView,
        DeadlineView, OrderQuery, OrderWindow,
    },
    workbench::now,
};

/// Most rows that cross at once.
const MAX_WINDOW: u32 = 200;
/// Most characters of a search that are read.
const MAX_SEARCH: usize = 200;
/// Orders that the page of a customer reads whole.
const MOST_READ: u32 = 300;
/// Longest note that is kept, in bytes: far above what a page can show.
const MAX_NOTE: usize = 256 * 1024;

impl Workbench {
    /// A window onto the customers.
    pub async fn list_customers(&self, query: CustomerQueryView) -> Outcome<CustomerWindowView> {
        let query = CustomerQuery {
            text: query.text.chars().take(MAX_SEARCH).collect(),
            sort: match query.sort.as_str() {
                "orders" => CustomerSort::Orders,
                "deadline" => CustomerSort::Deadline,
                _ => CustomerSort::Name,
            },
            descending: query.descending,
            offset: query.offset,
            limit: query.limit.min(MAX_WINDOW),
        };
        self.with_store(move |store| {
            let window = store.customers(&query)?;
            let now = now();
            let rows = window.rows.iter().map(|one| customer_row(one, now));
            Ok(CustomerWindowView {
                rows: rows.collect(),
                offset: query.offset,
                total: window.total,
            })
        })
        .await
    }

    /// The page of one customer, from the cache alone.
    ///
    /// # Errors
    /// `customer_not_found` when no order names such a customer.
    pub async fn open_customer(&self, name: CustomerNameView) -> Outcome<CustomerView> {
        let name = customer_name(name);
        self.with_store(move |store| view(store, &name)).await
    }

    /// A window onto all orders of a customer; what closes first comes first.
    ///
    /// # Errors
    /// `customer_not_found`.
    pub async fn list_customer_orders(
        &self,
        name: CustomerNameView,
        offset: u32,
    ) -> Outcome<OrderWindow> {
        let name = customer_name(name);
        let query = OrderQuery {
            view: "all".to_owned(),
            text: String::new(),
            states: Vec::new(),
            services: Vec::new(),
            sort: "deadline".to_owned(),
            descending: false,
            offset,
            limit: MAX_WINDOW,
            details: false,
        };
        let query = list_query(query, self.session()?.operator_email(), now());
        self.with_store(move |store| {
            let window = store.list_of_customer(&name, &query);
            Ok(order_window(window.map_err(|e| missing(e, &name))?, &query))
        })
        .await
    }

    /// Keeps the note on a customer, durably, before it returns; an empty one is none. Nobody but
    /// who uses this account on this computer sees it.
    ///
    /// # Errors
    /// `customer_not_found`, `too_long`.
    pub async fn keep_customer_note(&self, name: CustomerNameView, note: &str) -> Outcome<()> {
        if note.len() > MAX_NOTE {
            return Err(Failure::new(codes::TOO_LONG).with("max", MAX_NOTE));
        }
        let (name, note) = (customer_name(name), note.to_owned());
        self.with_store(move |store| {
            let kept = store.keep_customer_note(&name, &note);
            kept.map_err(|error| missing(error, &name))
        })
        .await
    }
}

fn customer_name(name: CustomerNameView) -> CustomerName {
    CustomerName {
        company: name.company,
        country: name.country,
    }
}

fn missing(error: StoreError, name: &CustomerName) -> Failure {
    match error {
        StoreError::NotFound => Failure::new(codes::CUSTOMER_NOT_FOUND).with("name", &name.company),
        other => other.into(),
    }
}

fn view(store: &Store, name: &CustomerName) -> Outcome<CustomerView> {
    let customer = store.customer(name).map_err(|error| missing(error, name))?;
    let work = store.customer_work(name, MOST_READ)?;
    let caps = store.capabilities()?.map(|(_, caps)| caps);
    let known = known::of(&work, caps.as_ref());
    let mut organizations = known.organizations;
    known::add_facts(store, &mut organizations)?;
    Ok(CustomerView {
        presets: presets::for_customer(store, &customer.name.country, &known.domains)?,
        row: customer_row(&customer, now()),
        cities: known.cities,
        contacts: known.contacts,
        domains: known.domains,
        note: store.customer_note(name)?,
        organizations,
        sites: known.sites,
        read_orders: u32::try_from(work.orders.len()).unwrap_or(u32::MAX),
        partial: work.more,
    })
}

fn customer_row(customer: &Customer, now: Timestamp) -> CustomerRow {
    let deadline = match &customer.next {
        None => DeadlineView {
            closes_at: None,
            days: None,
            urgency: "none".to_owned(),
        },
        Some(next) => deadline_view(&deadline_of(
            &next.status,
            Some(next.closes_at),
            next.contact_zone.as_deref(),
            now,
        )),
    };
    CustomerRow {
        company: customer.name.company.clone(),
        country: customer.name.country.clone(),
        orders: customer.orders,
        open: customer.open,
        provisioned: customer.provisioned,
        deadline,
        changed_at: customer.changed_at.map(|at| at.to_string()),
    }
}

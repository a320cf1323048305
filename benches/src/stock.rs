//! A person's folder with so many cached orders: signed in once, then filled directly, because a
//! million orders over HTTP would measure nothing. Made once a run, shared by all who read it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use acceptance::operator::{Operator, Who};
use acceptance::{Outcome, Problem};
use tempfile::TempDir;
use turnup_domain::Order;
use turnup_reference_service::{Config, spawn};
use turnup_store::Store;

use crate::orders::{now, order};

/// Orders in one transaction.
const PAGE: u32 = 1_000;

/// The stocks of this run.
#[derive(Default)]
pub struct Stocks {
    made: BTreeMap<u32, Rc<Stock>>,
}

/// A folder with orders.
pub struct Stock {
    folder: TempDir,
}

impl Stocks {
    /// The one with `count` orders.
    ///
    /// # Errors
    /// When it cannot be made.
    pub async fn of(&mut self, count: u32) -> Outcome<Rc<Stock>> {
        if let Some(stock) = self.made.get(&count) {
            return Ok(Rc::clone(stock));
        }
        let stock = Rc::new(Stock::make(count).await?);
        self.made.insert(count, Rc::clone(&stock));
        Ok(stock)
    }
}

impl Stock {
    async fn make(count: u32) -> Outcome<Self> {
        eprintln!("filling a cache with {count} orders");
        let folder = tempfile::Builder::new().prefix("turnup-stock").tempdir()?;
        let config = Config {
            orders: 0,
            organizations: 100,
            ..Config::default()
        };
        let service = spawn(config).await?;
        let mut operator = Operator::at(folder.path()).await?;
        operator.patience = Duration::from_secs(120);
        operator.join(&service.address(), Who::Ana).await?;
        operator.workbench.close().await;
        service.stop().await;
        let stock = Self { folder };
        let store = stock.open()?;
        fill(&store, count, order);
        Ok(stock)
    }

    /// The folder of all data.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The cache itself.
    ///
    /// # Errors
    /// When there is none.
    pub fn database(&self) -> Outcome<PathBuf> {
        let accounts = self.folder.path().join("accounts");
        let mut files = std::fs::read_dir(&accounts)?
            .flatten()
            .map(|entry| entry.path());
        let database = files.find(|path| path.extension().is_some_and(|e| e == "sqlite"));
        database.ok_or_else(|| Problem::new("nobody signed in"))
    }

    /// The cache, opened.
    ///
    /// # Errors
    /// When there is none or it is not sound.
    pub fn open(&self) -> Outcome<Store> {
        Store::open(&self.database()?).map_err(|error| Problem::new(error.to_string()))
    }

    /// Stands at `place` as well, without a copy: a program there works on this very folder.
    ///
    /// # Errors
    /// When the link cannot be made.
    #[cfg(unix)]
    pub fn stand_at(&self, place: &Path) -> Outcome<()> {
        if let Some(above) = place.parent() {
            std::fs::create_dir_all(above)?;
        }
        Ok(std::os::unix::fs::symlink(self.folder.path(), place)?)
    }
}

/// Takes made-up orders in, and into the search.
pub fn fill(store: &Store, count: u32, order: impl Fn(u32) -> Order) {
    for start in (0..count).step_by(PAGE as usize) {
        let page: Vec<_> = (start..count.min(start + PAGE)).map(&order).collect();
        store
            .import_orders(&page, &[], "cursor", u64::from(start), now())
            .unwrap();
    }
    while store.index_some(PAGE).unwrap() > 0 {}
}

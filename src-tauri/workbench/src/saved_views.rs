//! Views that people made: what a list is asked, under a name, each with how much it holds. They
//! are kept in the cache of the account, in the order in which they were made, and go to a
//! colleague as a file.

use std::path::Path;

use serde::{Deserialize, Serialize};
use turnup_store::Store;
use uuid::Uuid;

use crate::{
    Failure, Workbench,
    errors::internal,
    failure::{Outcome, codes},
    files::{read_at_most, write_for_person},
    inbox::list_query,
    views::{OrderQuery, SavedQuery, SavedView},
    workbench::now,
};

/// Where the cache keeps them: one document, so that it is written whole.
const KEY: &str = "saved_views";
/// Most that are kept.
const MOST: usize = 50;
/// Orders that are counted; of more it is said that there are more.
const MOST_COUNTED: u32 = 1_000;
/// Characters of a name.
const LONGEST_NAME: usize = 60;
/// Largest file that is read, in bytes.
const MAX_FILE: u64 = 1024 * 1024;
/// What a file of views says it is.
const FORMAT: &str = "turnup-views-1";

/// One as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Kept {
    id: String,
    name: String,
    query: SavedQuery,
}

/// A file of views, for a colleague or another computer.
#[derive(Serialize, Deserialize)]
struct Exchange {
    format: String,
    views: Vec<Kept>,
}

impl Workbench {
    /// All of them, with how many orders each lists.
    pub async fn list_saved_views(&self) -> Outcome<Vec<SavedView>> {
        let me = self.session()?.operator_email();
        self.with_store(move |store| counted(store, &me)).await
    }

    /// Keeps what a list is asked under a name: in place of the view of this id or of this name,
    /// else behind the others.
    pub async fn save_view(
        &self,
        id: Option<String>,
        name: &str,
        query: SavedQuery,
    ) -> Outcome<Vec<SavedView>> {
        let name = named(name)?;
        let me = self.session()?.operator_email();
        self.with_store(move |store| {
            let mut views = kept(store)?;
            let id = id.unwrap_or_else(|| Uuid::now_v7().to_string());
            put(&mut views, Kept { id, name, query })?;
            keep(store, &views)?;
            counted(store, &me)
        })
        .await
    }

    /// Deletes one; returns its document, with which [`Workbench::put_view`] brings it back.
    pub async fn delete_view(&self, id: &str) -> Outcome<Option<String>> {
        let id = id.to_owned();
        self.with_store(move |store| {
            let mut views = kept(store)?;
            let Some(at) = views.iter().position(|view| view.id == id) else {
                return Ok(None);
            };
            let gone = views.remove(at);
            keep(store, &views)?;
            let document = serde_json::to_string(&gone);
            Ok(Some(document.map_err(|error| internal("views", error))?))
        })
        .await
    }

    /// Brings a deleted one back.
    pub async fn put_view(&self, document: &str) -> Outcome<()> {
        let view: Kept =
            serde_json::from_str(document).map_err(|_| Failure::new(codes::VIEWS_UNREADABLE))?;
        self.with_store(move |store| {
            let mut views = kept(store)?;
            put(&mut views, view)?;
            keep(store, &views)
        })
        .await
    }

    /// Writes all of them to a file; how many.
    pub async fn export_views(&self, path: &Path) -> Outcome<u32> {
        let path = path.to_owned();
        self.with_store(move |store| {
            let views = kept(store)?;
            let count = count(&views);
            let exchange = Exchange {
                format: FORMAT.to_owned(),
                views,
            };
            let text =
                serde_json::to_vec_pretty(&exchange).map_err(|error| internal("views", error))?;
            write_for_person(&path, &text)?;
            Ok(count)
        })
        .await
    }

    /// Takes the views of a file in, in place of those of the same name; how many.
    pub async fn import_views(&self, path: &Path) -> Outcome<u32> {
        let path = path.to_owned();
        self.with_store(move |store| {
            let read = read_file(&path)?;
            let mut views = kept(store)?;
            for view in &read {
                // An id from elsewhere says nothing here.
                let id = Uuid::now_v7().to_string();
                put(&mut views, Kept { id, ..view.clone() })?;
            }
            keep(store, &views)?;
            Ok(count(&read))
        })
        .await
    }
}

fn read_file(path: &Path) -> Outcome<Vec<Kept>> {
    let unreadable = || Failure::new(codes::VIEWS_UNREADABLE);
    let bytes = read_at_most(path, MAX_FILE)?.ok_or_else(unreadable)?;
    let exchange: Exchange = serde_json::from_slice(&bytes).map_err(|_| unreadable())?;
    if exchange.format != FORMAT {
        return Err(unreadable());
    }
    for view in &exchange.views {
        named(&view.name)?;
    }
    Ok(exchange.views)
}

/// A name as it is kept, if it is one.
fn named(name: &str) -> Outcome<String> {
    let name = name.trim();
    let length = name.chars().count();
    if length == 0 || length > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(Failure::new(codes::VIEW_NAME));
    }
    Ok(name.to_owned())
}

fn kept(store: &Store) -> Outcome<Vec<Kept>> {
    let Some(text) = store.setting(KEY)? else {
        return Ok(Vec::new());
    };
    serde_json::from_str(&text).map_err(|error| internal("views", error))
}

fn keep(store: &Store, views: &[Kept]) -> Outcome<()> {
    let text = serde_json::to_string(views).map_err(|error| internal("views", error))?;
    Ok(store.set_setting(KEY, Some(&text))?)
}

/// In the place of the one of the same id, else of the same name; never two of one name.
fn put(views: &mut Vec<Kept>, view: Kept) -> Outcome<()> {
    let same_id = views.iter().position(|one| one.id == view.id);
    let place = same_id.or_else(|| views.iter().position(|one| one.name == view.name));
    let Some(at) = place else {
        if views.len() == MOST {
            return Err(Failure::new(codes::TOO_MANY_VIEWS));
        }
        views.push(view);
        return Ok(());
    };
    let name = view.name.clone();
    views[at] = view;
    let mut index = 0;
    views.retain(|one| {
        let twin = index != at && one.name == name;
        index += 1;
        !twin
    });
    Ok(())
}

fn count(views: &[Kept]) -> u32 {
    u32::try_from(views.len()).unwrap_or(u32::MAX)
}

fn counted(store: &Store, me: &str) -> Outcome<Vec<SavedView>> {
    let at = now();
    let views = kept(store)?.into_iter().map(|Kept { id, name, query }| {
        let (orders, at_least) = store.count_up_to(
            &list_query(order_query(&query), me.to_owned(), at),
            MOST_COUNTED,
        )?;
        Ok(SavedView {
            id,
            name,
            query,
            orders,
            at_least,
        })
    });
    views.collect()
}

fn order_query(query: &SavedQuery) -> OrderQuery {
    let query = query.clone();
    OrderQuery {
        view: query.view,
        text: query.text,
        states: query.states,
        services: query.services,
        sort: query.sort,
        descending: query.descending,
        offset: 0,
        limit: 0,
        details: false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn view(id: &str, name: &str) -> Kept {
        Kept {
            id: id.to_owned(),
            name: name.to_owned(),
            query: SavedQuery {
                view: "all".into(),
                text: id.to_owned(),
                states: Vec::new(),
                services: Vec::new(),
                sort: "deadline".into(),
                descending: false,
                grouping: "none".into(),
            },
        }
    }

    fn put_into(views: &[(&str, &str)], next: (&str, &str)) -> Outcome<Vec<String>> {
        let mut kept: Vec<Kept> = views.iter().map(|(id, name)| view(id, name)).collect();
        put(&mut kept, view(next.0, next.1))?;
        Ok(kept
            .iter()
            .map(|one| format!("{}={}", one.id, one.name))
            .collect())
    }

    #[test]
    fn a_view_takes_the_place_of_its_own_or_of_its_name_and_no_name_is_there_twice() {
        let two = [("1", "Late"), ("2", "Spain")];
        let table: &[((&str, &str), &[&str])] = &[
            (("3", "Mine"), &["1=Late", "2=Spain", "3=Mine"]),
            (("3", "Late"), &["3=Late", "2=Spain"]),
            (("1", "Later"), &["1=Later", "2=Spain"]),
            (("1", "Spain"), &["1=Spain"]),
            (("2", "Late"), &["2=Late"]),
        ];
        for (next, expected) in table {
            assert_eq!(put_into(&two, *next).unwrap(), *expected, "{next:?}");
        }
    }

    #[test]
    fn only_so_many_are_kept() {
        let ids: Vec<String> = (0..MOST).map(|n| n.to_string()).collect();
        let full: Vec<_> = ids.iter().map(|id| (id.as_str(), id.as_str())).collect();
        let refused = put_into(&full, ("new", "new")).unwrap_err();
        assert_eq!(refused.code, codes::TOO_MANY_VIEWS);
        assert_eq!(put_into(&full, ("new", "7")).unwrap().len(), MOST);
    }

    #[test]
    fn a_name_is_short_and_visible() {
        for (name, expected) in [
            (" Late ", Some("Late")),
            ("", None),
            ("  ", None),
            ("a\nb", None),
            (&"x".repeat(61), None),
        ] {
            assert_eq!(named(name).ok().as_deref(), expected, "{name:?}");
        }
    }
}

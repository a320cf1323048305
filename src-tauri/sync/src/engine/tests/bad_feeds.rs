//! Feeds that lead nowhere, and pages that say a thing twice.

use turnup_contract::{FeedItem, Tombstone, feed::FeedPage};

use super::{
    super::pull::{IDLE_PAGES, Trail, split},
    *,
};

#[test]
fn a_feed_that_does_not_move_is_not_asked_for_ever() {
    let page = |cursor: &str, has_more| FeedPage::<Order> {
        items: Vec::new(),
        next_cursor: cursor.into(),
        has_more,
        as_of: 1,
        total: None,
    };
    let table: [(&[&str], FeedPage<Order>, bool); 5] = [
        (&["7"], page("7", true), false),
        (&["7"], page("7", false), true),
        (&["7"], page("8", true), true),
        (&[], page("7", true), true),
        // Back to the beginning of a circle.
        (&["7", "8", "9"], page("7", true), false),
    ];
    for (followed, page, goes_on) in table {
        let mut trail = Trail::default();
        followed
            .iter()
            .for_each(|cursor| trail.at(Some(cursor.to_string())));
        let moved = trail.goes_on(&page, |order| order.id.as_str());
        assert_eq!(moved.is_ok(), goes_on, "{page:?} {followed:?}");
    }
}

#[test]
fn a_feed_that_leads_on_and_on_to_nothing_is_not_asked_for_ever() {
    let document = |id: &str| FeedItem::Document(Box::new(order(id, 1)));
    let begins: [fn(u32) -> Option<String>; 3] = [
        |_| None,
        |_| Some("ord_1".into()),
        |page| Some(format!("ord_{page}")),
    ];
    for (begins, ends) in begins.into_iter().zip([true, true, false]) {
        let mut trail = Trail::default();
        let last = (0..=IDLE_PAGES + 1).map(|page| {
            let page = FeedPage {
                items: begins(page).iter().map(|id| document(id)).collect(),
                next_cursor: format!("cursor {page}"),
                has_more: true,
                as_of: 1,
                total: None,
            };
            trail.goes_on(&page, |order| order.id.as_str()).is_err()
        });
        assert_eq!(last.last(), Some(ends));
    }
}

#[test]
fn a_page_that_names_an_order_twice_keeps_its_last_word() {
    let document = |revision| FeedItem::Document(Box::new(order("ord_1", revision)));
    let gone = |id: &str| {
        FeedItem::<Order>::Deleted(Tombstone {
            id: id.into(),
            deleted: true,
            sequence: 1,
        })
    };
    let last_words = |items| {
        let (documents, deleted) = split::<Order, OrderId>(
            items,
            |order| order.id.clone(),
            |order| (order.revision, order.sequence),
        );
        let revisions: Vec<_> = documents.iter().map(|order| order.revision).collect();
        (revisions, deleted.len())
    };
    assert_eq!(last_words(vec![document(1), document(2)]), (vec![2], 0));
    assert_eq!(last_words(vec![document(1), gone("ord_1")]), (vec![], 1));
    assert_eq!(last_words(vec![gone("ord_1"), document(3)]), (vec![3], 0));
    // Unless it counts backwards.
    assert_eq!(last_words(vec![document(2), document(1)]), (vec![2], 0));
    let revived = vec![document(2), gone("ord_1"), document(1)];
    assert_eq!(last_words(revived), (vec![1], 0));
}

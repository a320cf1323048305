//! Walking a whole list.

use turnup_domain::{ServiceKind, Status, state::View};

use super::samples::{Desk, ME, changed, company, desk, everything, minutes, numbers, order};
use crate::{ListQuery, Sort, StoreError};

const SORTS: [Sort; 7] = [
    Sort::Deadline,
    Sort::Number,
    Sort::Customer,
    Sort::State,
    Sort::Country,
    Sort::Assignee,
    Sort::Mailed,
];

/// Orders of several states, companies and deadlines; more than a list reads at once.
fn full() -> Desk {
    let desk = desk();
    let orders: Vec<_> = (0..900)
        .map(|n| {
            let mut order = company(n, ["Zurita", "Bóveda", "Müller"][n as usize % 3], "Sevilla");
            order.status = match n % 5 {
                0 => Status::Provisioned,
                1 => Status::Mapped,
                _ => Status::AwaitingDetails,
            };
            order.end_customer.country = ["ES", "DE", "FR"][n as usize % 4 % 3].to_owned();
            order.assignee = (n % 6 == 0).then(|| ME.to_owned());
            order.mail_sent_at = (n % 8 != 0).then(|| minutes(-i64::from(n % 40)));
            // Around now, and some at one instant.
            order.closes_at = (n % 7 != 0).then(|| minutes(i64::from(n % 50) * 720 - 3_000));
            order
        })
        .collect();
    desk.import(&orders);
    for n in [3, 8, 13] {
        desk.draft(&orders[n]);
    }
    desk
}

fn walked(desk: &Desk, query: &ListQuery) -> (Vec<String>, Vec<u32>) {
    let (mut found, mut totals) = (Vec::new(), Vec::new());
    desk.walk(query, |walked| {
        found.push(walked.row.number.to_string());
        totals.push(walked.total);
        Ok::<_, StoreError>(())
    })
    .unwrap();
    (found, totals)
}

#[test]
fn a_walk_tells_what_the_list_shows_in_its_sequence_with_the_right_total() {
    let desk = full();
    let questions = [
        everything(),
        ListQuery {
            text: "zuri".to_owned(),
            ..everything()
        },
        ListQuery {
            states: vec!["draft".to_owned(), "provisioned".to_owned()],
            ..everything()
        },
        ListQuery {
            services: vec!["calling".to_owned()],
            ..everything()
        },
        ListQuery {
            text: "boveda".to_owned(),
            services: vec!["messaging".to_owned()],
            ..everything()
        },
    ];
    for question in questions {
        for view in View::KNOWN {
            for sort in SORTS {
                for descending in [false, true] {
                    let query = ListQuery {
                        view: view.clone(),
                        sort,
                        descending,
                        limit: 1_000,
                        ..question.clone()
                    };
                    let listed = numbers(&desk.list(&query).unwrap());
                    let (found, totals) = walked(&desk, &query);
                    assert_eq!(found, listed, "{query:?}");
                    let total = u32::try_from(listed.len()).unwrap();
                    assert!(totals.iter().all(|told| *told == total), "{query:?}");
                }
            }
        }
    }
}

#[test]
fn what_changes_during_a_walk_neither_repeats_nor_leaves_out_an_order() {
    for (sort, descending) in SORTS
        .into_iter()
        .flat_map(|sort| [(sort, false), (sort, true)])
    {
        let desk = full();
        let query = ListQuery {
            sort,
            descending,
            ..everything()
        };
        let (before, _) = walked(&desk, &query);
        let mut seen = Vec::new();
        desk.walk(&query, |walked| {
            seen.push(walked.row.number.to_string());
            if seen.len() % 90 != 1 {
                return Ok(());
            }
            // One moves to the other end, becomes another state's, and a new one comes.
            let mut moved = changed(&walked.stored().unwrap().order);
            moved.closes_at = Some(minutes(if descending { 90_000 } else { -90_000 }));
            moved.end_customer.company = if descending { "Zz" } else { "Aa" }.to_owned();
            moved.status = Status::Closed;
            desk.import(&[moved, order(10_000 + walked.total)]);
            Ok::<_, StoreError>(())
        })
        .unwrap();
        assert_eq!(seen, before, "{sort:?} {descending}");
    }
}

#[test]
fn a_walk_ends_where_it_is_told_to() {
    let desk = full();
    let mut seen = 0;
    let ended = desk.walk(&everything(), |_| {
        seen += 1;
        if seen == 7 {
            return Err(StoreError::NotFound);
        }
        Ok(())
    });
    assert!(matches!(ended, Err(StoreError::NotFound)));
    assert_eq!(seen, 7);
}

#[test]
fn a_walk_tells_the_facts_of_each_document_and_all_of_it_on_demand() {
    let desk = desk();
    let mut wanted = order(1);
    wanted.assignee = Some("bo@andaluza.example".to_owned());
    wanted.end_customer.email = Some("office@zurita.example".to_owned());
    wanted.lines[1].pending_quantity = Some(300);
    wanted.requested_start = Some("2026-12-01".parse().unwrap());
    desk.import(std::slice::from_ref(&wanted));
    desk.walk(&everything(), |walked| {
        let facts = &walked.facts;
        assert_eq!(facts.subscription, "Sub-ES70001");
        assert_eq!(facts.revision, 7);
        assert_eq!(facts.requested_start, wanted.requested_start);
        assert_eq!(facts.assignee, wanted.assignee);
        assert_eq!(facts.contact.name, "Ana Ruiz");
        assert_eq!(facts.end_customer.email, wanted.end_customer.email);
        let licenses: Vec<_> = facts
            .lines
            .iter()
            .map(|line| (line.service.clone(), line.licenses()))
            .collect();
        assert_eq!(
            licenses,
            [(ServiceKind::Meetings, 250), (ServiceKind::Messaging, 300)]
        );
        assert_eq!(walked.stored()?.order, wanted);
        Ok::<_, StoreError>(())
    })
    .unwrap();
}

#[test]
fn windows_into_any_sequence_follow_each_other_as_a_walk_does() {
    let desk = full();
    for view in [View::Inbox, View::Provisioned, View::All, View::Drafts] {
        for sort in SORTS {
            for descending in [false, true] {
                for states in [vec![], vec!["awaiting_details".to_owned()]] {
                    let query = ListQuery {
                        view: view.clone(),
                        sort,
                        descending,
                        states,
                        limit: 70,
                        ..everything()
                    };
                    let (whole, _) = walked(&desk, &query);
                    let mut read = Vec::new();
                    loop {
                        let offset = u32::try_from(read.len()).unwrap();
                        let window = desk
                            .list(&ListQuery {
                                offset,
                                ..query.clone()
                            })
                            .unwrap();
                        if window.rows.is_empty() {
                            assert!(!window.more);
                            break;
                        }
                        read.extend(numbers(&window));
                    }
                    assert_eq!(read, whole, "{query:?}");
                }
            }
        }
    }
}

#[test]
fn an_order_without_an_e_mail_comes_last_whichever_way_mails_are_sorted() {
    let desk = full();
    for descending in [false, true] {
        let query = ListQuery {
            sort: Sort::Mailed,
            descending,
            limit: 1_000,
            ..everything()
        };
        let mailed: Vec<_> = desk
            .list(&query)
            .unwrap()
            .rows
            .into_iter()
            .map(|row| row.mailed_at)
            .collect();
        let known = mailed.iter().take_while(|at| at.is_some()).count();
        assert_eq!(known, mailed.iter().flatten().count());
        let times: Vec<_> = mailed.into_iter().flatten().collect();
        assert!(times.is_sorted_by(|a, b| if descending { a >= b } else { a <= b }));
    }
}

#[test]
fn the_facts_of_rows_are_told_in_their_sequence_and_missing_for_what_is_gone() {
    let desk = desk();
    let mut noted = order(1);
    noted.note = "Call first".to_owned();
    noted.contact.name = " ".to_owned();
    desk.import(&[noted.clone(), order(2)]);
    let gone = order(3).id;
    let facts = desk.row_facts([&order(2).id, &gone, &noted.id]).unwrap();
    let [Some(second), None, Some(first)] = facts.as_slice() else {
        panic!("{facts:?}")
    };
    assert_eq!(second.contact(), "Ana Ruiz");
    assert_eq!((first.contact(), first.note.as_str()), (ME, "Call first"));
    assert_eq!((first.partner(), first.organization()), (None, None));
}

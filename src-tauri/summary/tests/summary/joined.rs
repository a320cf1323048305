//! Several summaries in one document.

use turnup_summary::Language;

use crate::{
    orders::{drafted, long, provisioned, with_texts},
    tools::{check, check_fonts, pdf, text, typesetter},
};

#[test]
fn joined_summaries_follow_each_other_with_an_outline_that_leads_to_each() {
    let hostile = "\u{202e}evil\u{2066} (a) \\ ) 株式会社 \u{7}";
    let summaries = [
        drafted(Language::French),
        long(Language::French, 150),
        with_texts(Language::French, hostile, ""),
        provisioned(Language::French),
    ];
    let joined = typesetter().joined(&summaries, "Récapitulatifs").unwrap();
    check(&joined.bytes);
    check_fonts(&joined.bytes);
    let pages: Vec<u32> = summaries.iter().map(|one| pdf(one).pages).collect();
    assert_eq!(joined.pages, pages.iter().sum::<u32>());
    let said = text(&joined.bytes);
    // Each counts its own pages.
    assert_eq!(said.matches("Page 1 sur ").count(), summaries.len());
    for count in &pages {
        let last = format!("Page {count} sur {count}");
        assert!(said.contains(&last), "{last}");
    }
    let document = lopdf::Document::load_mem(&joined.bytes).unwrap();
    let contents = document.get_toc().unwrap();
    assert!(contents.errors.is_empty(), "{:?}", contents.errors);
    let (mut first, mut firsts) = (1, Vec::new());
    for count in &pages {
        firsts.push(first);
        first += *count as usize;
    }
    let leads: Vec<usize> = contents.toc.iter().map(|lead| lead.page).collect();
    assert_eq!(leads, firsts);
    let titles: Vec<&str> = contents
        .toc
        .iter()
        .map(|lead| lead.title.as_str())
        .collect();
    assert!(titles[2].contains("evil (a) \\ ) 株式会社"), "{titles:?}");
    assert!(
        !titles[2].contains(['\u{202e}', '\u{2066}', '\u{7}']),
        "{titles:?}"
    );
    let mode = document.catalog().unwrap().get(b"PageMode").unwrap();
    assert_eq!(mode.as_name().unwrap(), b"UseOutlines");
    // The same summaries give the same bytes.
    let again = typesetter().joined(&summaries, "Récapitulatifs").unwrap();
    assert_eq!(again, joined);
    assert!(typesetter().joined(&[], "nothing").is_err());
}

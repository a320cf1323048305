//! Many scripts, and text that means harm.

use turnup_summary::Language;

use crate::{orders, tools};

fn text_of(company: &str, note: &str) -> String {
    let pdf = tools::pdf(&orders::with_texts(Language::English, company, note));
    tools::check(&pdf.bytes);
    tools::check_fonts(&pdf.bytes);
    tools::text(&pdf.bytes)
}

#[test]
fn many_scripts_are_set_and_read_back() {
    let rows = [
        ("Greek", "Αθηναϊκή Ναυτιλιακή Α.Ε."),
        ("Cyrillic", "Общество «Звезда»"),
        ("Vietnamese", "Công ty Cổ phần Thương mại Đường Hải Phòng"),
        ("Polish", "Łódzkie Zakłady Żółć"),
        ("Japanese", "株式会社山田製作所"),
        ("Chinese", "上海电信设备有限公司"),
        ("Korean", "서울전자 주식회사"),
        ("Arabic", "شركة النور للتجارة"),
        ("Hebrew", "חברת האור"),
        ("Thai", "บริษัท ไทยรุ่งเรือง จำกัด"),
        ("Georgian", "შპს თბილისი"),
        ("Armenian", "Երեվան ՍՊԸ"),
        ("Devanagari", "भारत उद्योग"),
        ("combined", "Cafe\u{301} Zu\u{308}rich"),
    ];
    for (script, company) in rows {
        let text = text_of(company, "");
        assert!(
            text.contains(company),
            "{script}: {company} is not in {text}"
        );
        assert!(
            !text.contains("U+"),
            "{script}: a character has no font: {text}"
        );
    }
}

#[test]
fn a_character_without_a_font_is_written_as_its_code_and_noted() {
    let text = text_of("Zurita 🚀🚀 S.L.", "𓀀");
    assert!(text.contains("Zurita ‹U+1F680›‹U+1F680› S.L."), "{text}");
    assert!(text.contains("‹U+13000›"), "{text}");
    assert!(text.contains("Characters written as their code"), "{text}");
    assert!(text.contains("U+1F680 ("), "{text}");
}

#[test]
fn an_ordinary_document_has_no_note_on_characters() {
    let text = text_of("Zurita", "Nothing special.");
    assert!(!text.contains("Characters written as their code"), "{text}");
}

#[test]
fn control_characters_and_marks_that_turn_text_are_shown_not_obeyed() {
    let text = text_of("evil\u{202e}gpj.exe\u{0}\u{7}", "a\u{2066}b\u{1b}[31mc");
    for mark in ["‹U+202E›", "‹U+0000›", "‹U+0007›", "‹U+2066›", "‹U+001B›"] {
        assert!(text.contains(mark), "{mark} is missing in {text}");
    }
    assert!(text.contains("gpj.exe"), "{text}");
}

#[test]
fn markup_is_text() {
    let company = "<script>alert(1)</script> & \\(Tj) ET %PDF {$number} </Title>";
    assert!(text_of(company, company).contains(company));
}

#[test]
fn direction_of_a_name_does_not_reach_its_neighbours() {
    let text = text_of("شركة النور", "");
    assert!(text.contains("Sub-ES77190") && text.contains("maria.zurita@zurita.example"));
}

#[test]
fn joined_and_mixed_text_reads_back() {
    let company = "ACME شركة النور 2026 GmbH";
    let text = text_of(company, "");
    for part in ["ACME", "شركة النور", "2026", "GmbH"] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn ten_thousand_wild_characters_do_no_harm() {
    let wild: String = (0_u32..12_000)
        .filter_map(|n| char::from_u32(n * 97 % 0x11_0000))
        .collect();
    let pdf = tools::pdf(&orders::with_texts(Language::French, &wild, &wild));
    tools::check(&pdf.bytes);
    tools::check_fonts(&pdf.bytes);
}

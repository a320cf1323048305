//! Names in other scripts, as far as transliteration carries.

use super::*;

pub(super) fn cases() -> Vec<Case> {
    vec![
        order(
            "Cyrillic: the order in Russian, the organization in Latin",
            "ООО «Ромашка»",
        )
        .from("KZ")
        .among([org("daisy", "Romashka LLC").lies_in("KZ")])
        .tells(["daisy: same_name same_prefix"]),
        order(
            "Cyrillic: the form written out",
            "Общество с ограниченной ответственностью «Берёзка»",
        )
        .among([org("birch", "ООО Берёзка")])
        .tells(["birch: same_name same_prefix"]),
        order("Cyrillic: ё and е are nearly the same", "Берёзка")
            .among([org("birch", "БЕРЕЗКА")])
            .tells(["birch: similar_name"]),
        order("Cyrillic: a Kazakh form", "ТОО «Алмалы Байланыс»")
            .from("KZ")
            .among([org("almaly", "Almaly Bailanys").lies_in("KZ")])
            .tells(["almaly: same_name same_prefix"]),
        order("Cyrillic: Bulgarian and joins", "Романов и синове ЕООД")
            .from("BG")
            .among([org("romanov", "Romanov & Sinove Ltd").lies_in("BG")])
            .tells(["romanov: same_name same_prefix"]),
        order("Greek: a form in Greek letters", "Καραγιάννης Α.Ε.")
            .from("GR")
            .among([org("kara", "Karagiannes S.A.").lies_in("GR")])
            .tells(["kara: same_name same_prefix"]),
        order(
            "Greek: a usual Latin spelling is near",
            "Παπαδόπουλος και Υιοί Ο.Ε.",
        )
        .among([org("papa", "Papadopoulos Yioi")])
        .tells(["papa: similar_name same_prefix"]),
        order(
            "Arabic: company and form are no part of the name",
            "شركة النور ش.م.م",
        )
        .from("EG")
        .among([org("noor", "النور").lies_in("EG")])
        .tells(["noor: same_name"]),
        order("Arabic: a limited company by shares", "الأندلس ش.ذ.م.م")
            .among([org("andalus", "شركة الأندلس")])
            .tells(["andalus: same_name same_prefix"]),
        order(
            "Arabic: a name that is nothing but forms is still a name",
            "شركة ش.م.م",
        )
        .among([org("only", "شركة ش.م.م")])
        .tells(["only: same_name"]),
        order("Hebrew: a form in Hebrew letters", "אורן תקשורת בע\"מ")
            .from("IL")
            .among([org("oren", "אורן תקשורת").lies_in("IL")])
            .tells(["oren: same_name same_prefix"]),
        order("Japanese: form in front, kana and Latin", "株式会社サクラ")
            .from("JP")
            .among([org("sakura", "Sakura K.K.").lies_in("JP")])
            .tells(["sakura: same_name same_prefix"]),
        order("Japanese: half width, and the form as one sign", "ﾃﾞｰﾀｻｸﾗ㈱")
            .among([org("data", "データサクラ合同会社")])
            .tells(["data: same_name same_prefix"]),
        order(
            "Japanese: a form in Latin letters in front",
            "Kabushiki Kaisha Sakura",
        )
        .among([org("sakura", "サクラ")])
        .tells(["sakura: same_name same_prefix"]),
        order("Chinese: pinyin is the same", "北京华清股份有限公司")
            .from("CN")
            .among([org("huaqing", "Beijing Huaqing Co., Ltd.").lies_in("CN")])
            .tells(["huaqing: same_name same_prefix"]),
        order(
            "Korean: form in front or as one sign behind",
            "주식회사 하나비",
        )
        .from("KR")
        .among([org("hanabi", "하나비㈜").lies_in("KR")])
        .tells(["hanabi: same_name same_prefix"]),
        order("Korean: a limited company", "하나비 유한책임회사")
            .among([org("hanabi", "Hanabi Inc.")])
            .tells(["hanabi: same_name same_prefix"]),
        order(
            "Thai: all three parts of the form",
            "บริษัท สยามชัย จำกัด (มหาชน)",
        )
        .from("TH")
        .among([org("siam", "สยามชัย").lies_in("TH")])
        .tells(["siam: same_name same_prefix"]),
        order("Georgian: the form in front", "შპს მზიური")
            .among([org("mziuri", "Mziuri LLC")])
            .tells(["mziuri: same_name same_prefix"]),
        order("Hindi: a private limited company", "शर्मा प्राइवेट लिमिटेड")
            .among([org("sharma", "शर्मा")])
            .tells(["sharma: same_name same_prefix"]),
    ]
}

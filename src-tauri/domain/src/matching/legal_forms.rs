//! Legal forms: the part of a company's name that says how it is registered, not who it is.
//! Written as `normalised_name` leaves them: transliterated, lower case, without dots.

use std::{collections::HashSet, sync::LazyLock};

/// Most words of a form in [`FORMS`].
const MAX_WORDS: usize = 6;

/// Forms that stand at the end of a name; some of them stand at the beginning elsewhere.
const FORMS: &[&str] = &[
    // Spain, Latin America, Portugal, Brazil
    "sl, slu, sll, slne, slp, sa, sau, sapi, sas, srl, sc, scl, coop",
    "sa de cv, sapi de cv, s de rl, s de rl de cv, sab de cv, ltda, cia ltda, limitada",
    "eirl, eireli, epp, lda, sgps, sociedad limitada, sociedad anonima, sociedade anonima",
    "spa, sac, saa, ca, cb, aie, s coop, scoop, s coop and, sociedad cooperativa",
    "sociedad limitada unipersonal, sociedad anonima unipersonal, sociedad por acciones",
    "sociedad de responsabilidad limitada, sociedad por acciones simplificada",
    "unipessoal lda, unipessoal, sociedade limitada, ltda me, ltda epp, eireli me",
    // France, Belgium, Luxembourg, Monaco
    "sarl, sasu, eurl, sci, scp, snc, scs, sca, selarl, scop, gie, sprl, bvba, scrl, cvba",
    "asbl, vzw, societe anonyme, sa rl, s a rl, suarl, sarl au",
    "societe a responsabilite limitee, societe par actions simplifiee",
    // Germany, Austria, Switzerland, Liechtenstein
    "gmbh, ggmbh, mbh, ug, ug haftungsbeschrankt, haftungsbeschrankt, ag, kg, kgaa, ohg",
    "gbr, ev, eg, ek, ekfr, ekfm, partg, partgmbb, co kg, og, aktiengesellschaft",
    "gesellschaft mit beschrankter haftung, kommanditgesellschaft, sagl, gesmbh, gesbr",
    "gesellschaft mbh, ges mbh",
    // Europe
    "se, sce, eeig",
    // United Kingdom, Ireland, North America, Australia, India, South Africa
    "ltd, limited, plc, llp, lp, cic, dac, clg, ulc, teoranta, teo, llc, pllc, lllp",
    "inc, incorporated, corp, corporation, co, company, pc, pbc, ltee, limitee, enr, pty",
    "pty ltd, pty limited, pvt, pvt ltd, private limited, private ltd, opc, cc, npc",
    "p ltd, public limited company, limited liability company, limited partnership",
    "limited liability partnership, bpk, edms bpk",
    // Netherlands
    "bv, nv, vof, cv, cooperatie, ua, stichting, besloten vennootschap",
    "naamloze vennootschap",
    // Nordic and Baltic
    "oy, oyj, ab, ab publ, publ, abp, ky, tmi, hb, kb, ekonomisk forening, as, asa, ans",
    "nuf, aps, amba, smba, ivs, hf, ehf, ohf, ou, uab, sia, is, aktiebolag, aktiebolaget",
    "aktieselskab, anpartsselskab, aksjeselskap, osakeyhtio",
    // Italy
    "srls, sapa, sas di, scarl, scpa, societa per azioni, sca rl, sc a rl",
    "soc coop, soc coop a rl, societa cooperativa, srl unipersonale, srl a socio unico",
    "spa a socio unico, c snc, c sas, c sapa, societa a responsabilita limitata",
    // Poland, Czechia, Slovakia, Hungary, Romania, the Balkans, Bulgaria
    "sp z oo, sp zoo, spzoo, spolka z oo, spolka z ograniczona odpowiedzialnoscia",
    "spolka akcyjna, sp j, sp k, sp p, ska, psa, spolka komandytowa, sro, spol sro",
    "spz oo, spj, spk, spolka jawna, spolecnost s rucenim omezenym, akciova spolecnost",
    "spol s ro, vos, ks, zs, kft, zrt, nyrt, bt, kkt, doo, dooel, dd, ad, dno, jdoo, ood",
    "eood, ead, et, pfa, shpk, sha, korlatolt felelossegu tarsasag",
    "zartkoruen mukodo reszvenytarsasag",
    // Greece, Cyprus, Turkey
    "ae, epe, ike, oe, ee, abee, aebe, monoprosope ike, monoprosope epe",
    "anonim sirketi, limited sirketi, ltd sti, sti, sanayi ve ticaret, san ve tic",
    "tic ltd sti, san ve tic ltd sti",
    // Russia, Ukraine, Kazakhstan, the Caucasus
    "ooo, oao, zao, pao, ao, too, odo, tov, tzov, prat, jsc, ojsc, cjsc, pjsc, mchj",
    "shps",
    // Asia, the Gulf, Africa
    "kk, gk, yk, godo kaisha, kabushiki kaisha, kabushiki gaisha, co ltd, corp ltd, pte",
    "pte ltd, s pte ltd, sdn bhd, m sdn bhd, bhd, tbk, pt, jsc co, tnhh, wll, bsc, fze",
    "public company limited, pcl, fzco, fzc, fz llc, llc fz, fzllc, dmcc, psc, pjs, saoc",
    "saog, sarlau, sae",
];

/// Forms that stand at the beginning of a name, and the article that does.
const LEADING: &[&str] = &[
    "ooo, oao, zao, pao, ao, too, odo, tov, tzov, prat, pt, uab, sia, ab, as, oy, ou, kk",
    "obshchestvo s ogranichennoi otvetstvennostiu, aktsionernoe obshchestvo, shps",
    "publichnoe aktsionernoe obshchestvo, kabushiki kaisha, kabushiki gaisha, godo kaisha",
    "stichting, aktiebolaget, cong ty tnhh, cong ty tnhh mtv, cong ty tnhh mot thanh vien",
    "cong ty co phan, cong ty cp, societe, soc, sarl, sasu, eurl, sci, selarl, firma, sc",
    "phu, pphu, fhu, the",
];

/// Forms that are recognised in their own script, because transliteration would lose them.
/// Composed (NFKC), and a form that contains another stands before it.
pub(super) const NATIVE: &[&str] = &[
    "株式会社",
    "有限会社",
    "合同会社",
    "合資会社",
    "合名会社",
    "一般社団法人",
    "股份有限公司",
    "有限责任公司",
    "有限責任公司",
    "有限公司",
    "(株)",
    "(有)",
    "(同)",
    "주식회사",
    "유한책임회사",
    "유한회사",
    "(주)",
    "(유)",
    "الشركة",
    "شركة",
    "ش.ذ.م.م",
    "ش.م.م",
    "ذ.م.م",
    "ش.م.ك",
    "בע\"מ",
    "בע״מ",
    "บริษัท",
    "จ\u{e4d}\u{e32}กัด",
    "(มหาชน)",
    "प्राइवेट लिमिटेड",
    "लिमिटेड",
];

static TRAILING_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| listed(FORMS).collect());
static LEADING_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| listed(LEADING).collect());

/// The forms of a list whose lines hold several, for the eye.
fn listed(lines: &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    lines.iter().flat_map(|line| line.split(", "))
}

/// A name without legal forms around it; words are separated by one space. A name that is
/// nothing but forms keeps its first word.
pub(super) fn without_forms(mut name: &str) -> &str {
    while let Some(rest) = without_trailing(name).or_else(|| without_leading(name)) {
        name = rest;
    }
    name
}

/// The longest form at the end is cut off first.
fn without_trailing(name: &str) -> Option<&str> {
    let ends = name.rmatch_indices(' ').take(MAX_WORDS).map(|(at, _)| at);
    let is_form = |at: &usize| TRAILING_SET.contains(&name[at + 1..]);
    ends.filter(is_form).last().map(|at| &name[..at])
}

fn without_leading(name: &str) -> Option<&str> {
    let ends = name.match_indices(' ').take(MAX_WORDS).map(|(at, _)| at);
    ends.filter(|at| LEADING_SET.contains(&name[..*at]))
        .last()
        .map(|at| &name[at + 1..])
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn no_form_is_longer_than_what_is_looked_for() {
        for form in listed(FORMS).chain(listed(LEADING)) {
            assert!(form.split(' ').count() <= MAX_WORDS, "{form}");
        }
    }

    #[test]
    fn a_native_form_is_written_as_it_is_looked_for() {
        for (at, form) in NATIVE.iter().enumerate() {
            assert_eq!(form.nfkc().collect::<String>(), *form);
            let hidden = NATIVE[..at].iter().find(|earlier| form.contains(**earlier));
            assert_eq!(hidden, None, "{form}");
        }
    }
}

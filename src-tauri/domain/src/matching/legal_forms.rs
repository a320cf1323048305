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
    "spa",
    // France, Belgium, Luxembourg, Monaco
    "sarl, sasu, eurl, sci, scp, snc, scs, sca, selarl, scop, gie, sprl, bvba, scrl, cvba",
    "asbl, vzw, societe anonyme",
    // Germany, Austria, Switzerland, Liechtenstein
    "gmbh, ggmbh, mbh, ug, ug haftungsbeschrankt, haftungsbeschrankt, ag, kg, kgaa, ohg",
    "gbr, ev, eg, ek, ekfr, ekfm, partg, partgmbb, co kg, og, aktiengesellschaft",
    "gesellschaft mit beschrankter haftung, kommanditgesellschaft, sagl",
    // Europe
    "se, sce, eeig",
    // United Kingdom, Ireland, North America, Australia, India, South Africa
    "ltd, limited, plc, llp, lp, cic, dac, clg, ulc, teoranta, teo, llc, pllc, lllp",
    "inc, incorporated, corp, corporation, co, company, pc, pbc, ltee, limitee, enr, pty",
    "pty ltd, pty limited, pvt, pvt ltd, private limited, private ltd, opc, cc, npc",
    // Netherlands
    "bv, nv, vof, cv, cooperatie, ua, stichting",
    // Nordic and Baltic
    "oy, oyj, ab, ab publ, publ, abp, ky, tmi, hb, kb, ekonomisk forening, as, asa, ans",
    "nuf, aps, amba, smba, ivs, hf, ehf, ohf, ou, uab, sia",
    // Italy
    "srls, sapa, sas di, scarl, scpa, societa per azioni",
    "societa a responsabilita limitata",
    // Poland, Czechia, Slovakia, Hungary, Romania, the Balkans, Bulgaria
    "sp z oo, sp zoo, spzoo, spolka z oo, spolka z ograniczona odpowiedzialnoscia",
    "spolka akcyjna, sp j, sp k, sp p, ska, psa, spolka komandytowa, sro, spol sro",
    "spol s ro, vos, ks, zs, kft, zrt, nyrt, bt, kkt, doo, dd, ad, dno, jdoo, ood",
    "eood, ead, et, pfa, shpk, sha",
    // Greece, Cyprus, Turkey
    "ae, epe, ike, oe, ee, anonim sirketi, limited sirketi, ltd sti, sti",
    "sanayi ve ticaret as, san ve tic as, tic ltd sti",
    // Russia, Ukraine, Kazakhstan, the Caucasus
    "ooo, oao, zao, pao, ao, tov, tzov, prat, jsc, ojsc, cjsc, pjsc, mchj",
    // Asia, the Gulf, Africa
    "kk, gk, yk, godo kaisha, kabushiki kaisha, kabushiki gaisha, co ltd, corp ltd, pte",
    "pte ltd, sdn bhd, bhd, tbk, pt, jsc co, tnhh, wll, bsc, fze, fzco, fzc",
    "fz llc, fzllc, dmcc, psc, pjs, saoc, saog, sarlau, sae",
];

/// Forms that stand at the beginning of a name.
const LEADING: &[&str] = &[
    "ooo, oao, zao, pao, ao, tov, pt, uab, sia, ab, as, oy, kk, stichting, cong ty tnhh",
    "cong ty co phan, cong ty cp, societe, soc, firma, sc",
];

/// Forms that are recognised in their own script, because transliteration would lose them.
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
    "유한회사",
    "(주)",
    "(유)",
    "ش.م.م",
    "ذ.م.م",
    "ش.م.ك",
    "בע\"מ",
    "בע״מ",
    "บริษัท",
    "จำกัด",
    "(มหาชน)",
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
    use super::*;

    #[test]
    fn no_form_is_longer_than_what_is_looked_for() {
        for form in listed(FORMS).chain(listed(LEADING)) {
            assert!(form.split(' ').count() <= MAX_WORDS, "{form}");
        }
    }
}

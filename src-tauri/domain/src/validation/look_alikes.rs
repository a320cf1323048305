//! Site names that look like the company's name and are not: a slip of the finger or of the eye
//! stands in every invitation, and is costly to change.

use crate::{draft::SiteDraft, matching::normalised_name, problem::Problem};

/// Shorter words are near too many others.
const SHORTEST: usize = 5;
/// From this length on two slips are as likely as one in a shorter word.
const LONG: usize = 9;

/// A warning for each site whose name was probably meant to be the company's.
pub(super) fn site_warnings(sites: &[SiteDraft], company: &str) -> Vec<Problem> {
    let words = words_of(company);
    let warning = |(index, site): (usize, &SiteDraft)| {
        let meant = meant(&site.name, &words)?;
        let pointer = format!("/meetings/sites/{index}/name");
        Some(Problem::new(pointer, "looks_like").with("meant", meant))
    };
    sites.iter().enumerate().filter_map(warning).collect()
}

fn words_of(company: &str) -> Vec<String> {
    let folded = normalised_name(company);
    let words = folded.split_whitespace();
    words
        .filter(|word| word.len() >= SHORTEST)
        .map(str::to_owned)
        .collect()
}

/// The company's word that a part of a name was probably meant to be.
fn meant<'a>(name: &str, words: &'a [String]) -> Option<&'a str> {
    let mut parts = name.split('-').filter(|part| !part.is_empty());
    parts.find_map(|part| {
        if words.iter().any(|word| part.contains(word.as_str())) {
            return None;
        }
        let near = |word: &&String| {
            let slips = if word.len() < LONG { 1 } else { 2 };
            // A name that is cut short is meant so.
            !word.starts_with(part)
                && (as_read(part) == as_read(word) || strsim::osa_distance(part, word) <= slips)
        };
        words.iter().find(near).map(String::as_str)
    })
}

/// As an eye reads it that does not look twice.
fn as_read(word: &str) -> String {
    let word: String = word
        .chars()
        .map(|letter| match letter {
            '0' => 'o',
            '1' | 'i' => 'l',
            '5' => 's',
            other => other,
        })
        .collect();
    word.replace("rn", "m").replace("vv", "w")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::site;

    #[test]
    fn a_slip_in_the_companys_name_is_asked_about() {
        for (company, name, expected) in [
            ("Zurita y Compañía, S.L.", "zurita", None),
            ("Zurita y Compañía, S.L.", "zurita-compania", None),
            ("Zurita y Compañía, S.L.", "zurtia", Some("zurita")),
            (
                "Zurita y Compañía, S.L.",
                "zurita-conpania",
                Some("compania"),
            ),
            ("Zurita y Compañía, S.L.", "ventas-zuritta", Some("zurita")),
            ("Zurita y Compañía, S.L.", "zuritameet", None),
            ("Zurita y Compañía, S.L.", "zurit", None),
            ("Zurita y Compañía, S.L.", "ventas", None),
            ("Zurita y Compañía, S.L.", "", None),
            ("Marlin Foods Ltd", "rnarlin", Some("marlin")),
            ("Bellini S.p.A.", "be11ini", Some("bellini")),
            (
                "Rheinmetallwerke AG",
                "rheinmetalwreke",
                Some("rheinmetallwerke"),
            ),
            ("Acme", "acne", None),
            ("Жар-Птица ООО", "zhar-ptisa", Some("ptitsa")),
        ] {
            let words = words_of(company);
            assert_eq!(
                meant(name, &words),
                expected,
                "{company}: {name}: {words:?}"
            );
        }
    }

    #[test]
    fn each_site_is_warned_of_at_its_own_name() {
        let sites = [site("zurita"), site("zurtia-ventas")];
        let told = site_warnings(&sites, "Zurita S.L.");
        let told: Vec<_> = told
            .iter()
            .map(|one| (one.pointer.as_str(), one.code.as_str()))
            .collect();
        assert_eq!(told, [("/meetings/sites/1/name", "looks_like")]);
    }
}

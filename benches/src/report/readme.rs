//! The marked part of `benches/README.md`: machine, tables and plots. Everything around it is
//! written by hand; that every bar which is missed is explained there is tested.

use std::fmt::Write as _;
use std::path::Path;

use super::plot::compares;
use super::{CHAPTERS, Results, chapter};
use crate::figure::{Figure, number};

const BEGIN: &str = "<!-- figures: written by `cargo xtask bench --readme` -->";
const END: &str = "<!-- figures: end -->";

/// Renews the marked part.
///
/// # Errors
/// When the file cannot be read or written, or has no marked part.
pub fn write(path: &Path, results: &Results) -> std::io::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let parts = text
        .split_once(BEGIN)
        .and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let Some((before, after)) = parts else {
        let words = format!("{}: no marks of the figures", path.display());
        return Err(std::io::Error::other(words));
    };
    std::fs::write(
        path,
        format!("{before}{BEGIN}\n\n{}\n{END}{after}", marked(results)),
    )
}

fn marked(results: &Results) -> String {
    let machine = &results.machine;
    let mut text = format!(
        "Taken on {} with {} cores, {:.0} GiB, {}, {}.\n",
        machine.processor, machine.cores, machine.memory, machine.system, machine.kernel
    );
    for (begin, title) in CHAPTERS {
        let figures: Vec<&Figure> = chapter(&results.figures, begin).collect();
        if figures.is_empty() {
            continue;
        }
        // Writing into a string does not fail.
        let _ = write!(text, "\n### {title}\n\n{}", rows(&figures));
        if figures.iter().any(|figure| compares(figure)) {
            let _ = write!(text, "\n![{title}, beside its peers](plots/{begin}.svg)\n");
        }
    }
    text
}

fn rows(figures: &[&Figure]) -> String {
    let mut text = "| figure | Turnup | bar | | beside it | median, p95, p99 of | load |\n\
                    | --- | --- | --- | --- | --- | --- | --- |\n"
        .to_owned();
    for figure in figures {
        let met = match figure.met {
            Some(true) => "met",
            Some(false) => "**missed**",
            None if figure.target.is_some() => "open",
            None => "",
        };
        let peers: Vec<String> = figure.peers.iter().map(|p| p.words(&figure.unit)).collect();
        let spread = figure.spread.map_or(String::new(), |s| {
            let [median, p95, p99] = [s.median, s.p95, s.p99].map(number);
            format!("{median}, {p95}, {p99} of {}", s.count)
        });
        let load = figure.taken.as_ref();
        let load = load.map_or(String::new(), |t| format!("{:.1}", t.load));
        let _ = writeln!(
            text,
            "| `{}`<br>{} | {} | {} | {met} | {} | {spread} | {load} |",
            figure.name,
            figure.about,
            figure.words(),
            figure.target.as_deref().unwrap_or_default(),
            peers.join("<br>"),
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bar_that_is_missed_is_explained() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let results = Results::read(&folder.join("results.json"));
        let Some(results) = results.expect("results.json is readable") else {
            return;
        };
        let readme = std::fs::read_to_string(folder.join("README.md")).expect("there is a README");
        let by_hand = readme.split_once(END).map_or("", |(_, after)| after);
        for figure in results.figures.iter().filter(|f| f.met == Some(false)) {
            let named = by_hand.contains(&format!("`{}`", figure.name));
            assert!(
                named,
                "say in benches/README.md why {} is missed",
                figure.name
            );
        }
    }

    #[test]
    fn only_the_marked_part_is_renewed() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("README.md");
        std::fs::write(&file, format!("before\n{BEGIN}\nold\n{END}\nafter\n")).expect("written");
        let results = Results {
            machine: crate::machine::Machine::here(),
            figures: vec![Figure::new("save-a", "words", 1.0, "ms")],
        };
        write(&file, &results).expect("renewed");
        let text = std::fs::read_to_string(&file).expect("read");
        assert!(text.starts_with("before\n") && text.ends_with("\nafter\n"));
        assert!(text.contains("`save-a`<br>words | 1.00 ms") && !text.contains("old"));
    }
}

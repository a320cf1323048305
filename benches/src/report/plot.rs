//! Plain SVG: for each figure a bar for ours and one for each peer, on a scale of its own. It is
//! logarithmic, and says so, where the longest bar would leave nothing of the shortest.

use std::fmt::Write as _;
use std::path::Path;

use super::{CHAPTERS, chapter};
use crate::figure::{Figure, number};

const WIDTH: f64 = 760.0;
/// Where the bars begin, and how long one may be.
const LEFT: f64 = 230.0;
const LONGEST: f64 = 400.0;
const LINE: f64 = 22.0;
const TITLE: f64 = 30.0;
/// From here on a scale is logarithmic.
const WIDE: f64 = 20.0;
/// Readable on white and on black, and by who tells no colours apart: ours has a bold name.
const STYLE: &str = "text{font:13px system-ui,sans-serif;fill:#1f2328}.t{font-weight:600}\
.n{fill:#59636e}.o{font-weight:600}.ours{fill:#0969da}.peer{fill:#8c959f}\
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.n{fill:#9198a1}.ours{fill:#4493f8}\
.peer{fill:#6e7681}}";

/// Writes one file for each chapter that has something to compare.
///
/// # Errors
/// When one cannot be written.
pub fn write(folder: &Path, figures: &[Figure]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for (begin, title) in CHAPTERS {
        let compared: Vec<&Figure> = chapter(figures, begin).filter(|f| compares(f)).collect();
        if !compared.is_empty() {
            let file = folder.join(format!("{begin}.svg"));
            std::fs::write(file, svg(title, &compared))?;
        }
    }
    Ok(())
}

/// Whether there is something to see.
pub fn compares(figure: &Figure) -> bool {
    figure.value.is_some() && figure.peers.iter().any(|peer| peer.value.is_some())
}

fn svg(title: &str, figures: &[&Figure]) -> String {
    let mut body = String::new();
    let mut top = 8.0;
    for figure in figures {
        top = block(&mut body, figure, top);
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {top}\" width=\"{WIDTH}\" \
         height=\"{top}\" role=\"img\">\n<title>{}</title>\n<style>{STYLE}</style>\n{body}</svg>\n",
        escaped(title)
    )
}

/// Draws a figure and returns where the next one begins.
fn block(body: &mut String, figure: &Figure, top: f64) -> f64 {
    let mut bars: Vec<(&str, f64, bool)> = Vec::new();
    bars.extend(figure.value.map(|value| ("Turnup", value, true)));
    let peers = figure.peers.iter();
    bars.extend(peers.filter_map(|peer| Some((peer.name.as_str(), peer.value?, false))));
    let scale = Scale::of(&bars);
    let words = if scale.logarithmic {
        ", logarithmic"
    } else {
        ""
    };
    // Writing into a string does not fail.
    let _ = writeln!(
        body,
        "<text x=\"8\" y=\"{}\" class=\"t\">{}<tspan class=\"n\"> {}{words}</tspan></text>",
        top + 18.0,
        escaped(&figure.name),
        escaped(&figure.unit),
    );
    let mut line = top + TITLE;
    for (name, value, ours) in bars {
        let (bar, text) = if ours { ("ours", "o") } else { ("peer", "") };
        let length = scale.length(value);
        let _ = writeln!(
            body,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\" class=\"{text}\">{}</text>\
             <rect x=\"{LEFT}\" y=\"{}\" width=\"{length:.1}\" height=\"14\" rx=\"2\" class=\"{bar}\"/>\
             <text x=\"{:.1}\" y=\"{}\">{}</text>",
            LEFT - 8.0,
            line + 12.0,
            escaped(name),
            line,
            LEFT + length + 6.0,
            line + 12.0,
            number(value),
        );
        line += LINE;
    }
    line + 10.0
}

struct Scale {
    least: f64,
    most: f64,
    logarithmic: bool,
}

impl Scale {
    fn of(bars: &[(&str, f64, bool)]) -> Self {
        let values = || bars.iter().map(|(_, value, _)| *value);
        let least = values().filter(|v| *v > 0.0).fold(f64::MAX, f64::min);
        let most = values().fold(0.0, f64::max);
        // A zero has no place on a logarithmic scale.
        let logarithmic = values().all(|value| value > 0.0) && most / least > WIDE;
        Self {
            least,
            most,
            logarithmic,
        }
    }

    fn length(&self, value: f64) -> f64 {
        let part = if self.logarithmic {
            // The shortest bar is a tenth below the least value, so that it is seen.
            let begin = self.least / 2.0;
            (value / begin).ln() / (self.most / begin).ln()
        } else if self.most > 0.0 {
            value.max(0.0) / self.most
        } else {
            0.0
        };
        (part * LONGEST).max(1.0)
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_value_until_the_scale_is_logarithmic() {
        let near = Scale::of(&[("a", 1.0, true), ("b", 4.0, false)]);
        assert!((near.length(1.0) - LONGEST / 4.0).abs() < 0.1);
        let far = Scale::of(&[("a", 1.0, true), ("b", 1000.0, false)]);
        assert!(far.logarithmic && far.length(1.0) > 10.0);
        assert!((far.length(1000.0) - LONGEST).abs() < 0.1);
    }

    #[test]
    fn what_a_name_holds_is_no_markup() {
        let figure = Figure::new("a<b", "", 1.0, "ms").beside("c&d", 0.0);
        let drawn = svg("t", &[&figure]);
        assert!(drawn.contains("a&lt;b") && drawn.contains("c&amp;d"));
    }
}

//! Meetings sites and the distribution of every licence over them.

use turnup_domain::{LineId, ServiceKind, order::Line};

use super::{Desk, answers::SiteAnswer};
use crate::{
    document::{Block, Column, Row, Section, Table, Text, Tone},
    words::number,
};

/// So many columns of numbers stand beside each other.
const COLUMNS: usize = 4;

/// The sites and their licences.
pub(super) fn section(desk: &Desk<'_>) -> Option<Section> {
    let sites = desk.sites();
    if sites.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Table(site_table(desk, &sites))];
    let lines: Vec<&Line> = desk.order.lines_of(&ServiceKind::Meetings).collect();
    let tables = if lines.is_empty() {
        Vec::new()
    } else if sites.len() <= COLUMNS {
        vec![by_line(desk, &lines, &sites)]
    } else {
        lines
            .chunks(COLUMNS)
            .map(|some| by_site(desk, some, &sites))
            .collect()
    };
    let parts = tables.len();
    for (index, table) in tables.into_iter().enumerate() {
        blocks.push(Block::Subheading(distribution_title(
            desk,
            index + 1,
            parts,
        )));
        blocks.push(Block::Table(table));
    }
    Some(desk.section("summary-meetings-sites", blocks))
}

fn distribution_title(desk: &Desk<'_>, part: usize, parts: usize) -> String {
    if parts == 1 {
        return desk.say("summary-distribution");
    }
    let (part, parts) = (part.to_string(), parts.to_string());
    desk.words.say_with(
        "summary-distribution-part",
        &[("part", &part), ("parts", &parts)],
    )
}

fn site_table(desk: &Desk<'_>, sites: &[SiteAnswer]) -> Table {
    let columns = vec![
        Column::text(desk.say("summary-site")),
        Column::text(desk.say("summary-time-zone")),
        Column::text(desk.say("summary-early-release")),
        Column::text(desk.say("summary-managed-in")),
    ];
    let rows = sites
        .iter()
        .map(|site| {
            let early = match site.early_release {
                Some(true) => Text::words(desk.say("summary-yes")),
                Some(false) => Text::words(desk.say("summary-no")),
                None => Text::words(desk.say("summary-not-answered")).toned(Tone::Muted),
            };
            Row::new(vec![
                site_address(desk, site),
                desk.value_or(&site.time_zone, "summary-not-answered"),
                early,
                Text::words(desk.words.code("summary-managed-in", &site.managed_in)),
            ])
        })
        .collect();
    Table { columns, rows }
}

fn site_address(desk: &Desk<'_>, site: &SiteAnswer) -> Text {
    if site.name.is_empty() {
        return Text::words(desk.say("summary-untitled")).toned(Tone::Muted);
    }
    let suffix = desk
        .capabilities
        .map_or(".webex.com", |caps| caps.site_name.suffix.as_str());
    Text::value(format!("{}{suffix}", site.name)).bold()
}

fn given(site: &SiteAnswer, line: &LineId) -> u64 {
    site.licenses.get(line).copied().map_or(0, u64::from)
}

fn site_head(desk: &Desk<'_>, site: &SiteAnswer) -> String {
    if site.name.is_empty() {
        desk.say("summary-untitled")
    } else {
        site.name.clone()
    }
}

/// One row for each line, one column for each site.
fn by_line(desk: &Desk<'_>, lines: &[&Line], sites: &[SiteAnswer]) -> Table {
    let mut columns = vec![Column::text(desk.say("summary-line"))];
    columns.extend(
        sites
            .iter()
            .map(|site| Column::number(site_head(desk, site))),
    );
    for head in ["summary-given-out", "summary-ordered", "summary-left-over"] {
        columns.push(Column::number(desk.say(head)));
    }
    let mut rows: Vec<Row> = lines
        .iter()
        .map(|line| {
            let counts: Vec<u64> = sites.iter().map(|site| given(site, &line.id)).collect();
            let mut cells = vec![Text::value(&line.name)];
            cells.extend(sums(desk, &counts, u64::from(line.licenses())));
            Row::new(cells)
        })
        .collect();
    if lines.len() > 1 {
        let of_site =
            |site: &SiteAnswer| lines.iter().map(|line| given(site, &line.id)).sum::<u64>();
        let counts: Vec<u64> = sites.iter().map(of_site).collect();
        let ordered = lines.iter().map(|line| u64::from(line.licenses())).sum();
        let mut cells = vec![Text::words(desk.say("summary-total"))];
        cells.extend(sums(desk, &counts, ordered));
        rows.push(Row::total(cells));
    }
    Table { columns, rows }
}

/// Counts, their sum, what was ordered and what is left.
fn sums(desk: &Desk<'_>, counts: &[u64], ordered: u64) -> Vec<Text> {
    let total: u64 = counts.iter().sum();
    let count = |value: u64| Text::words(number(desk.words, value));
    let mut cells: Vec<Text> = counts.iter().map(|value| count(*value)).collect();
    cells.push(count(total));
    cells.push(count(ordered));
    cells.push(left_over(desk, total, ordered));
    cells
}

fn left_over(desk: &Desk<'_>, given_out: u64, ordered: u64) -> Text {
    match ordered.checked_sub(given_out) {
        Some(0) => Text::words("0"),
        Some(left) => Text::words(number(desk.words, left)).toned(Tone::Bad),
        None => {
            let over = number(desk.words, given_out - ordered);
            Text::words(format!("\u{2212}{over}")).toned(Tone::Bad)
        }
    }
}

/// One row for each site, one column for each line; sums below.
fn by_site(desk: &Desk<'_>, lines: &[&Line], sites: &[SiteAnswer]) -> Table {
    let mut columns = vec![Column::text(desk.say("summary-site"))];
    columns.extend(lines.iter().map(|line| Column::number(line.name.clone())));
    let count = |value: u64| Text::words(number(desk.words, value));
    let mut rows: Vec<Row> = sites
        .iter()
        .map(|site| {
            let mut cells = vec![site_address(desk, site)];
            cells.extend(lines.iter().map(|line| count(given(site, &line.id))));
            Row::new(cells)
        })
        .collect();
    let total = |line: &Line| sites.iter().map(|site| given(site, &line.id)).sum::<u64>();
    let row = |label: &str, cell: &dyn Fn(&Line) -> Text| {
        let mut cells = vec![Text::words(desk.say(label))];
        cells.extend(lines.iter().map(|line| cell(line)));
        Row::total(cells)
    };
    rows.push(row("summary-given-out", &|line| count(total(line))));
    rows.push(row("summary-ordered", &|line| {
        count(u64::from(line.licenses()))
    }));
    rows.push(row("summary-left-over", &|line| {
        left_over(desk, total(line), u64::from(line.licenses()))
    }));
    Table { columns, rows }
}

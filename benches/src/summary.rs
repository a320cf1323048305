//! A thousand different one-page summaries, in processor time.

use jiff::tz::TimeZone;
use turnup_summary::{Fonts, Language, Reader, Stamp, Typesetter, summary_of};

use crate::figure::{Figure, processor_time};
use crate::orders::{now, order};

const DOCUMENTS: u32 = 1_000;

/// Processor time of one.
pub fn measure() -> Vec<Figure> {
    let reader = Reader {
        language: Language::English,
        printed: now(),
        zone: TimeZone::UTC,
    };
    let typesetter = Typesetter::new(&Fonts::bundled()).unwrap();
    let orders: Vec<_> = (1..=DOCUMENTS).map(order).collect();
    let begun = processor_time();
    let mut bytes = 0;
    for order in &orders {
        let summary = summary_of(order, None, &[], Stamp::Confirmed, None, &reader);
        bytes += typesetter.pdf(&summary).unwrap().bytes.len();
    }
    let each = (processor_time() - begun).as_secs_f64() * 1e3 / f64::from(DOCUMENTS);
    let size = bytes as f64 / f64::from(DOCUMENTS) / 1e3;
    vec![
        Figure::new("summary-1000", each, "ms CPU each").bar("≤ 4 ms", |value, _| value <= 4.0),
        Figure::new("summary-size", size, "kB each"),
    ]
}

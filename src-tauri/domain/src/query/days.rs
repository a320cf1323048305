//! A number of calendar days, as `due:` and `age:` compare it: `3d`, `<2w`, `>=10d`.

/// So many days at least, at most, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// At least.
    pub from: Option<i32>,
    /// At most.
    pub to: Option<i32>,
}

impl Days {
    /// Whether a number of days is among them.
    #[must_use]
    pub fn contains(self, days: i32) -> bool {
        self.from.is_none_or(|from| from <= days) && self.to.is_none_or(|to| days <= to)
    }

    pub(super) fn exactly(days: i32) -> Self {
        Self {
            from: Some(days),
            to: Some(days),
        }
    }

    /// From `3d`, `<3d`, `<=3d`, `>1w`, `>=2w`; days when there is no unit.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (compare, number) = comparison(text);
        let count = count(number)?;
        Some(match compare {
            Compare::Equal => Self::exactly(count),
            Compare::Less => Self::at_most(count - 1),
            Compare::LessOrEqual => Self::at_most(count),
            Compare::More => Self::at_least(count + 1),
            Compare::MoreOrEqual => Self::at_least(count),
        })
    }

    fn at_most(days: i32) -> Self {
        Self {
            from: None,
            to: Some(days),
        }
    }

    fn at_least(days: i32) -> Self {
        Self {
            from: Some(days),
            to: None,
        }
    }
}

#[derive(Clone, Copy)]
pub(super) enum Compare {
    Equal,
    Less,
    LessOrEqual,
    More,
    MoreOrEqual,
}

/// What a value begins with, and the rest.
pub(super) fn comparison(text: &str) -> (Compare, &str) {
    let signs = [
        ("<=", Compare::LessOrEqual),
        (">=", Compare::MoreOrEqual),
        ("≤", Compare::LessOrEqual),
        ("≥", Compare::MoreOrEqual),
        ("<", Compare::Less),
        (">", Compare::More),
        ("=", Compare::Equal),
    ];
    signs
        .into_iter()
        .find_map(|(sign, compare)| Some((compare, text.strip_prefix(sign)?)))
        .unwrap_or((Compare::Equal, text))
}

/// `3`, `3d`, `2w`: at most four digits.
fn count(text: &str) -> Option<i32> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match &text[digits.len()..] {
        "" | "d" => 1,
        "w" => 7,
        _ => return None,
    };
    let few = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    few.then(|| digits.parse::<i32>().ok().map(|n| n * unit))
        .flatten()
}

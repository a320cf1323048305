//! Chance that is the same every time: a small generator, keyed by what it decides about.

/// A stream of numbers for one thing (SplitMix64).
pub(super) struct Dice(u64);

impl Dice {
    /// The stream of a thing, named by numbers.
    pub fn new(seed: u64, about: &[u64]) -> Self {
        let mut dice = Self(seed ^ 0x9e37_79b9_7f4a_7c15);
        for number in about {
            dice.0 = dice.next() ^ number.wrapping_mul(0xbf58_476d_1ce4_e5b9);
        }
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below.
    pub fn below(&mut self, limit: u32) -> u32 {
        (self.next() % u64::from(limit.max(1))) as u32
    }

    /// A number from one to another, both included.
    pub fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most - least + 1)
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of these.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u32) as usize]
    }

    /// One of these, lent.
    pub fn one_of<'a>(&mut self, from: &'a [String]) -> &'a str {
        &from[self.below(from.len() as u32) as usize]
    }

    /// The thing whose weight is drawn.
    pub fn weighted<T: Clone>(&mut self, weights: &[(u32, T)]) -> T {
        let total = weights.iter().map(|(weight, _)| weight).sum();
        let mut left = self.below(total);
        for (weight, thing) in weights {
            if left < *weight {
                return thing.clone();
            }
            left -= weight;
        }
        weights[0].1.clone()
    }
}

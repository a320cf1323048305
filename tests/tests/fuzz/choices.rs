//! Decisions, read off the bytes that the fuzzer gives.

/// What is still to be decided. When no bytes are left, it is always the first choice: a shorter
/// input is a simpler one.
pub struct Choices<'a>(&'a [u8]);

impl<'a> Choices<'a> {
    /// From the beginning.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// One of so many, counted from zero.
    pub fn below(&mut self, many: usize) -> usize {
        let mut number = 0;
        for _ in 0..(if many > 256 { 2 } else { 1 }) {
            let Some((first, rest)) = self.0.split_first() else {
                break;
            };
            number = number << 8 | usize::from(*first);
            self.0 = rest;
        }
        number % many.max(1)
    }

    /// One of these.
    pub fn pick<'t, T>(&mut self, these: &'t [T]) -> &'t T {
        &these[self.below(these.len())]
    }

    /// Whatever was not used.
    pub fn rest(&self) -> &'a [u8] {
        self.0
    }
}

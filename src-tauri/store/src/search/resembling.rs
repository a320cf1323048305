//! Which words resemble a typed one: it stands inside of them, or they begin with it but for one
//! slip: a letter too many, one too few, a wrong one, two the wrong way round. Nobody slips on the
//! first letter here: that keeps the words few and the look quick.

/// Shorter words stand inside of nearly everything.
const SHORTEST_INSIDE: usize = 3;
/// One slip in fewer letters is another word.
const SHORTEST_SLIP: usize = 4;

/// What is compared with each word.
pub(super) struct Resembling<'a> {
    word: &'a str,
    letters: Vec<char>,
}

impl<'a> Resembling<'a> {
    pub(super) fn to(word: &'a str) -> Self {
        Self {
            word,
            letters: word.chars().collect(),
        }
    }

    /// Whether the word can resemble anything at all.
    pub(super) fn is_of_use(word: &str) -> bool {
        word.chars().nth(SHORTEST_INSIDE - 1).is_some() && word.chars().all(char::is_alphabetic)
    }

    pub(super) fn holds(&self, other: &str) -> bool {
        if self.letters.len() < SHORTEST_INSIDE {
            return false;
        }
        other.contains(self.word) || (self.letters.len() >= SHORTEST_SLIP && self.slips(other))
    }

    /// Whether `other` begins with the word but for one slip.
    fn slips(&self, other: &str) -> bool {
        let mut theirs = other.chars();
        if theirs.next() != self.letters.first().copied() {
            return false;
        }
        let theirs: Vec<char> = theirs.take(self.letters.len()).collect();
        let mine = &self.letters[1..];
        let same = mine.iter().zip(&theirs).take_while(|(a, b)| a == b).count();
        // Behind what is the same, what is typed goes on in one of four ways.
        let (mine, theirs) = (&mine[same..], &theirs[same..]);
        let begins = |typed: &[char], word: &[char]| word.starts_with(typed);
        let too_many = !mine.is_empty() && begins(&mine[1..], theirs);
        let too_few = !theirs.is_empty() && begins(mine, &theirs[1..]);
        let wrong = !mine.is_empty() && !theirs.is_empty() && begins(&mine[1..], &theirs[1..]);
        let swapped = mine.len() > 1
            && theirs.len() > 1
            && mine[0] == theirs[1]
            && mine[1] == theirs[0]
            && begins(&mine[2..], &theirs[2..]);
        too_many || too_few || wrong || swapped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_hold_the_typed_one_or_differ_by_one_slip_resemble_it() {
        let table = [
            ("berg", "heidelberg", true),
            ("zurita", "zurita", true),
            ("zurta", "zurita", true),
            ("zuritta", "zurita", true),
            ("zuirta", "zurita", true),
            ("zurota", "zurita", true),
            ("zurt", "zurita", true),
            ("logisitc", "logistics", true),
            ("surita", "zurita", false),
            ("zuorta", "zurita", false),
            ("zua", "zurita", false),
            ("zur", "azurit", true),
            ("ab", "cabinet", false),
            ("μαρια", "μαρινα", true),
            ("zurita", "zuri", false),
            ("zurit", "zuri", true),
        ];
        for (typed, word, expected) in table {
            assert_eq!(
                Resembling::to(typed).holds(word),
                expected,
                "{typed} {word}"
            );
        }
    }

    #[test]
    fn short_words_and_numbers_resemble_nothing() {
        for (word, expected) in [("ab", false), ("abc", true), ("ab1", false), ("", false)] {
            assert_eq!(Resembling::is_of_use(word), expected, "{word}");
        }
    }
}

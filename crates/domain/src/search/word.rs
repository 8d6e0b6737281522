//! Words, and the cost of matching a typed word with a word of the catalogue.

use crate::fold::{fold, has_marks, is_combining, to_lower_case};

/// A word in folded form and with its accents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) folded: String,
    /// The word in lower case with its accents. `None` if it has no accents.
    pub(super) accented: Option<String>,
}

/// Splits a text into words, in order.
pub(super) fn split_words(text: &str) -> Vec<Word> {
    let parts = text.split(|letter: char| !letter.is_alphanumeric() && !is_combining(letter));
    let word = |part: &str| Word {
        folded: fold(part),
        accented: has_marks(part).then(|| to_lower_case(part)),
    };
    parts
        .map(word)
        .filter(|word| !word.folded.is_empty())
        .collect()
}

impl Word {
    /// Creates a word that has no accents.
    pub(super) fn from_folded(folded: &str) -> Word {
        Word {
            folded: folded.to_owned(),
            accented: None,
        }
    }

    /// The cost of matching this typed word with the word `other` of the catalogue. 0 is an exact match. `None` means
    /// that the words don't match.
    ///
    /// A typed word also matches if it is the beginning of `other`. With `allow_typos`, one typing error is allowed.
    pub(super) fn match_cost(&self, other: &Word, allow_typos: bool) -> Option<i32> {
        let is_whole = self.folded == other.folded;
        if is_whole || other.folded.starts_with(&self.folded) {
            let accents_differ = match (&self.accented, &other.accented) {
                (None, _) => false,
                (Some(typed), Some(written)) => !written.starts_with(typed.as_str()),
                (Some(_), None) => true,
            };
            return Some(i32::from(!is_whole) + if accents_differ { 2 } else { 0 });
        }
        let is_typo = || self.folded.len() >= 5 && is_one_typo_apart(&self.folded, &other.folded);
        (allow_typos && is_typo()).then_some(5)
    }
}

/// Whether one edit turns one word into the other: adding, removing or changing a letter, or swapping two neighbouring
/// letters.
fn is_one_typo_apart(typed: &str, written: &str) -> bool {
    let (mut a, mut b) = (typed.as_bytes(), written.as_bytes());
    while let ([x, a_rest @ ..], [y, b_rest @ ..]) = (a, b)
        && x == y
    {
        (a, b) = (a_rest, b_rest);
    }
    while let ([a_rest @ .., x], [b_rest @ .., y]) = (a, b)
        && x == y
    {
        (a, b) = (a_rest, b_rest);
    }
    match (a, b) {
        ([w, x], [y, z]) => w == z && x == y,
        _ => a.len() <= 1 && b.len() <= 1,
    }
}

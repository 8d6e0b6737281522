//! Words of a text, each folded and as written, and how near a typed word comes to one.

use crate::fold::{fold, has_marks, is_combining, lower_case};

/// One word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) folded: String,
    /// Lower case with its marks, if it carries any.
    pub(super) marked: Option<String>,
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let parts = text.split(|letter: char| !letter.is_alphanumeric() && !is_combining(letter));
    let word = |part: &str| Word {
        folded: fold(part),
        marked: has_marks(part).then(|| lower_case(part)),
    };
    parts
        .map(word)
        .filter(|word| !word.folded.is_empty())
        .collect()
}

impl Word {
    pub(super) fn plain(folded: &str) -> Word {
        Word {
            folded: folded.to_owned(),
            marked: None,
        }
    }

    /// What it costs to take this typed word for `other`; `None` when they are different words.
    pub(super) fn cost(&self, other: &Word, lenient: bool) -> Option<i32> {
        let whole = self.folded == other.folded;
        if whole || other.folded.starts_with(&self.folded) {
            let unlike = match (&self.marked, &other.marked) {
                (None, _) => false,
                (Some(typed), Some(written)) => !written.starts_with(typed.as_str()),
                (Some(_), None) => true,
            };
            return Some(i32::from(!whole) + if unlike { 2 } else { 0 });
        }
        (lenient && self.folded.len() >= 5 && one_slip(&self.folded, &other.folded)).then_some(5)
    }
}

/// Whether one letter added, left out, changed or swapped with its neighbour makes one of the other.
fn one_slip(typed: &str, written: &str) -> bool {
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

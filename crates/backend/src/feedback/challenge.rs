//! The question before a feedback: a sum of two small numbers in words, so that it can be read aloud and needs no
//! picture. One right answer uses it up.

use contract::feedback::FeedbackChallenge;
use rusqlite::{OptionalExtension, Transaction, params};

use crate::random;
use crate::refusal::Refusal;

/// A question can be answered for so long.
const LIFE_SECONDS: i64 = 30 * 60;
/// Answers that a question bears.
const TRIES: u32 = 5;
/// Questions kept at most; whoever asks for more makes the oldest void.
const MOST: u32 = 10_000;
const WORDS: [&str; 9] = [
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

/// What an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Right; the question is used up.
    Right,
    /// Wrong; it may be tried again.
    Wrong,
    /// There is no such question any more.
    Gone,
}

/// Asks a new question.
pub(super) fn begin(transaction: &Transaction<'_>, now: i64) -> Result<FeedbackChallenge, Refusal> {
    transaction.execute(
        "DELETE FROM feedback_challenges
         WHERE begun_at <= ?1 OR rowid <= (SELECT max(rowid) - ?2 FROM feedback_challenges)",
        params![now - LIFE_SECONDS, MOST],
    )?;
    let (one, other) = (number()?, number()?);
    let id = random::id()?;
    transaction.execute(
        "INSERT INTO feedback_challenges (id, answer, tries_left, begun_at) VALUES (?1, ?2, ?3, ?4)",
        params![id, one.value + other.value, TRIES, now],
    )?;
    Ok(FeedbackChallenge {
        id,
        question: question(one.word, other.word),
    })
}

struct Number {
    value: u32,
    word: &'static str,
}

fn number() -> Result<Number, Refusal> {
    let place = random::below(WORDS.len() as u32)?;
    let word = WORDS.get(place as usize).copied().unwrap_or_default();
    Ok(Number {
        value: place + 1,
        word,
    })
}

fn question(one: &str, other: &str) -> String {
    let mut letters = one.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    format!(
        "{}{} cộng {other} bằng mấy?",
        first.unwrap_or_default(),
        letters.as_str()
    )
}

/// Judges an answer and counts it.
pub(super) fn answer(
    transaction: &Transaction<'_>,
    id: &str,
    typed: &str,
    now: i64,
) -> Result<Verdict, Refusal> {
    let open: Option<(u32, u32)> = transaction
        .query_row(
            "SELECT answer, tries_left FROM feedback_challenges WHERE id = ?1 AND begun_at > ?2",
            params![id, now - LIFE_SECONDS],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let Some((right, tries_left)) = open else {
        return Ok(Verdict::Gone);
    };
    let is_right = typed.trim().parse() == Ok(right);
    if is_right || tries_left <= 1 {
        transaction.execute("DELETE FROM feedback_challenges WHERE id = ?1", params![id])?;
    } else {
        transaction.execute(
            "UPDATE feedback_challenges SET tries_left = tries_left - 1 WHERE id = ?1",
            params![id],
        )?;
    }
    Ok(if is_right {
        Verdict::Right
    } else {
        Verdict::Wrong
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_a_sentence() {
        assert_eq!(question("năm", "ba"), "Năm cộng ba bằng mấy?");
    }
}

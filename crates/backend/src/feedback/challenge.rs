//! The check question that protects the feedback form from bots: the sum of two small numbers, written in words. It
//! needs no image and works with a screen reader. After a right answer, the same question can't be used again.

use contract::feedback::FeedbackChallenge;
use rusqlite::{OptionalExtension, Transaction, params};

use crate::auth::random;
use crate::refusal::Refusal;

/// Lifetime of a check question, in seconds.
const LIFE_SECONDS: i64 = 30 * 60;
/// How many times a citizen may try to answer a check question.
const TRIES: u32 = 5;
/// The largest number of open check questions. When it is reached, no new questions are created. Old questions aren't
/// deleted instead, because somebody may be answering one of them.
const MAX_OPEN: u32 = 10_000;
const WORDS: [&str; 9] = [
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

/// The result of checking an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChallengeResult {
    /// The answer is right. The check question is deleted.
    Right,
    /// The answer is wrong. It can be corrected as long as attempts are left.
    Wrong,
    /// The check question has expired, was already used, or never existed.
    Gone,
}

/// Creates a check question. 429 if too many questions are open.
pub(super) fn create(
    transaction: &Transaction<'_>,
    now: i64,
) -> Result<FeedbackChallenge, Refusal> {
    transaction.execute(
        "DELETE FROM feedback_challenges WHERE begun_at <= ?1",
        [now - LIFE_SECONDS],
    )?;
    let (open_count, first): (u32, Option<i64>) = transaction.query_row(
        "SELECT count(*), min(begun_at) FROM feedback_challenges",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if open_count >= MAX_OPEN {
        let wait = first.map_or(LIFE_SECONDS, |first| first + LIFE_SECONDS - now);
        return Err(Refusal::TooManyRequests {
            retry_after_seconds: u32::try_from(wait).unwrap_or(1),
            is_shared: true,
        });
    }
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

/// A number from 1 to 9 and its Vietnamese word.
struct Number {
    value: u32,
    word: &'static str,
}

/// Returns a random number from 1 to 9.
fn number() -> Result<Number, Refusal> {
    let index = random::number_below(WORDS.len() as u32)?;
    let word = WORDS.get(index as usize).copied().unwrap_or_default();
    Ok(Number {
        value: index + 1,
        word,
    })
}

/// Writes the check question as a sentence: «Năm cộng ba bằng mấy?» (What is five plus three?).
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

/// Checks an answer and counts the attempt.
pub(super) fn check_answer(
    transaction: &Transaction<'_>,
    id: &str,
    text: &str,
    now: i64,
) -> Result<ChallengeResult, Refusal> {
    let open: Option<(u32, u32)> = transaction
        .query_row(
            "SELECT answer, tries_left FROM feedback_challenges WHERE id = ?1 AND begun_at > ?2",
            params![id, now - LIFE_SECONDS],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let Some((right, tries_left)) = open else {
        return Ok(ChallengeResult::Gone);
    };
    let is_right = text.trim().parse() == Ok(right);
    if is_right || tries_left <= 1 {
        transaction.execute("DELETE FROM feedback_challenges WHERE id = ?1", params![id])?;
    } else {
        transaction.execute(
            "UPDATE feedback_challenges SET tries_left = tries_left - 1 WHERE id = ?1",
            params![id],
        )?;
    }
    Ok(if is_right {
        ChallengeResult::Right
    } else {
        ChallengeResult::Wrong
    })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;
    use crate::store::database::Store;

    #[test]
    fn the_challenge_question_is_a_sentence() {
        assert_eq!(question("năm", "ba"), "Năm cộng ba bằng mấy?");
    }

    #[tokio::test]
    async fn many_new_challenges_do_not_void_earlier_ones() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(&dir.path().join("a.sqlite")).unwrap();
        let results = store.run(|transaction| {
            let first = create(transaction, 0)?;
            transaction.execute(
                "WITH RECURSIVE numbers (number) AS
                     (SELECT 2 UNION ALL SELECT number + 1 FROM numbers WHERE number < ?1)
                 INSERT INTO feedback_challenges SELECT number, 2, 5, 60 FROM numbers",
                [MAX_OPEN],
            )?;
            Ok((first, create(transaction, 60).unwrap_err()))
        });
        let (first, refused) = results.await.unwrap();
        let wait = refused.problem().retry_after_seconds;
        assert_eq!(wait.map(i64::from), Some(LIFE_SECONDS - 60));
        let answered = store.run(move |transaction| {
            let verdict = check_answer(transaction, &first.id, "0", 60)?;
            create(transaction, LIFE_SECONDS)?;
            Ok(verdict)
        });
        assert_eq!(answered.await.unwrap(), ChallengeResult::Wrong);
    }
}

//! One-time codes: made, hashed, counted against the phone and put into a message. A code stands in
//! clear in its message alone.
//!
//! A code lives five minutes whatever else is sent meanwhile: a slow message must not be worthless
//! because the citizen asked for another.

use rusqlite::{Transaction, params};

use crate::random;
use crate::refusal::Refusal;
use crate::state::AppState;

/// A code can be answered for so long.
pub(super) const LIFE_SECONDS: i64 = 300;
/// Another code may be asked for after so long.
pub(super) const RESEND_SECONDS: i64 = 60;
/// Messages to one phone are counted over so long.
const WINDOW_SECONDS: i64 = 600;
/// Letters that aren't taken for one another when read aloud or on a poor screen.
const REFERENCE_LETTERS: [char; 20] = [
    'A', 'B', 'C', 'D', 'E', 'G', 'H', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'X',
    'Y',
];

/// What a message is to say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A code that opens the challenge.
    Code,
    /// That this phone has an account already; nothing opens the challenge.
    AccountExists,
    /// That these particulars can't be registered, and where to get help; nothing opens the challenge.
    Unregistrable,
}

/// A message that waits for its transaction to be committed.
pub(super) struct Outgoing {
    phone: String,
    text: String,
    sent_at: i64,
}

impl Outgoing {
    /// Sends it.
    pub(super) async fn send(self, state: &AppState) -> Result<(), Refusal> {
        state
            .messages
            .send(&self.phone, self.text, self.sent_at)
            .await
    }
}

/// Makes the next code of a challenge and its message, or refuses while the phone has had its share.
pub(super) fn issue(
    transaction: &Transaction<'_>,
    state: &AppState,
    challenge: &str,
    phone: &str,
    content: Content,
) -> Result<Outgoing, Refusal> {
    let now = state.clock.now();
    refuse_flood(transaction, state, phone, now)?;
    let reference = reference()?;
    let (hash, text) = match content {
        Content::Code => {
            let code = format!("{:06}", random::below(1_000_000)?);
            let hash = hash(state, challenge, &code);
            (Some(hash), code_text(&code, &reference, &state.config.host))
        }
        Content::AccountExists => (None, account_exists_text(&reference)),
        Content::Unregistrable => (None, unregistrable_text(&reference)),
    };
    transaction.execute(
        "INSERT INTO codes (challenge_id, phone, reference, code_hash, sent_at)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        params![challenge, phone, reference, hash, now],
    )?;
    Ok(Outgoing {
        phone: phone.to_owned(),
        text,
        sent_at: now,
    })
}

/// Tells the owner of an account that somebody has tried to register her citizen id. It isn't counted
/// against her phone: a stranger must not use up the messages that she needs to sign in.
pub(super) fn warn_owner(state: &AppState, phone: String) -> Outgoing {
    Outgoing {
        phone,
        text: OWNER_WARNING.to_owned(),
        sent_at: state.clock.now(),
    }
}

/// What the store keeps of a code.
pub(super) fn hash(state: &AppState, challenge: &str, code: &str) -> [u8; 32] {
    state.secret.hash("one-time-code", &[challenge, code])
}

fn refuse_flood(
    transaction: &Transaction<'_>,
    state: &AppState,
    phone: &str,
    now: i64,
) -> Result<(), Refusal> {
    let (sent, first): (u32, Option<i64>) = transaction.query_row(
        "SELECT count(*), min(sent_at) FROM codes WHERE phone = ?1 AND sent_at > ?2",
        params![phone, now - WINDOW_SECONDS],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    if sent < state.config.messages_per_phone {
        return Ok(());
    }
    let wait = first.map_or(WINDOW_SECONDS, |first| first + WINDOW_SECONDS - now);
    Err(Refusal::TooManyRequests {
        retry_after_seconds: u32::try_from(wait).unwrap_or(1),
    })
}

fn reference() -> Result<String, Refusal> {
    let mut reference = String::with_capacity(2);
    for _ in 0..2 {
        let place = random::below(REFERENCE_LETTERS.len() as u32)?;
        reference.extend(REFERENCE_LETTERS.get(place as usize));
    }
    Ok(reference)
}

// The last line is what browsers read to offer the code on this site alone (WICG origin-bound codes).
fn code_text(code: &str, reference: &str, host: &str) -> String {
    format!(
        "Mã xác thực Một Cửa của bạn là {code} (tham chiếu {reference}), có hiệu lực 5 phút. \
         Không đọc mã này cho bất kỳ ai, kể cả người tự xưng là cán bộ.\n@{host} #{code}"
    )
}

fn account_exists_text(reference: &str) -> String {
    format!(
        "Số điện thoại vừa dùng để đăng ký Một Cửa đã có tài khoản (tham chiếu {reference}). Nếu là \
         bạn, hãy đăng nhập bằng tài khoản đã có. Nếu không phải bạn, hãy bỏ qua tin nhắn này."
    )
}

fn unregistrable_text(reference: &str) -> String {
    format!(
        "Chưa hoàn tất được việc đăng ký Một Cửa với thông tin vừa khai (tham chiếu {reference}). Hãy \
         kiểm tra lại số định danh rồi đăng ký lại. Nếu vẫn không được, hãy mang giấy tờ tùy thân đến Bộ \
         phận Một cửa để được giúp. Nếu không phải bạn đăng ký, hãy bỏ qua tin nhắn này."
    )
}

// Names no phone: the stranger's number is none of the owner's business, should it be a slip of the pen.
const OWNER_WARNING: &str = "Có người vừa đăng ký Một Cửa bằng số định danh của bạn và một số điện thoại \
     khác. Việc đăng ký đó không thành, tài khoản của bạn không thay đổi. Nếu là bạn, hãy đăng nhập bằng \
     tài khoản đã có. Nếu không phải bạn, bạn không cần làm gì.";

//! Texts of the messages about accounts. Messages are the only place where one-time codes appear in clear text. A
//! message contains no name, no phone or id number, and no link.

use contract::challenge::ChallengePurpose;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// The kind of text that a challenge sends to the phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MessageContent {
    /// A text with a one-time code.
    Code,
    /// A notice that this phone already has an account. There is no code, so the challenge can't be completed.
    AccountExists,
    /// A notice that the organisation already has an account with this phone. There is no code, so the challenge can't
    /// be completed.
    OrganisationExists,
    /// A notice that this registration isn't possible, and where the reader gets help. There is no code, so the
    /// challenge can't be completed.
    Unregistrable,
    /// A notice that the phone belongs to another account. There is no code, so the challenge can't be completed.
    PhoneTaken,
    /// No message at all. There is no code, so the challenge can't be completed.
    Nothing,
}

impl FromSql for MessageContent {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "code" => Ok(MessageContent::Code),
            "account_exists" => Ok(MessageContent::AccountExists),
            "organisation_exists" => Ok(MessageContent::OrganisationExists),
            "unregistrable" => Ok(MessageContent::Unregistrable),
            "phone_taken" => Ok(MessageContent::PhoneTaken),
            "nothing" => Ok(MessageContent::Nothing),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl ToSql for MessageContent {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(match self {
            MessageContent::Code => "code",
            MessageContent::AccountExists => "account_exists",
            MessageContent::OrganisationExists => "organisation_exists",
            MessageContent::Unregistrable => "unregistrable",
            MessageContent::PhoneTaken => "phone_taken",
            MessageContent::Nothing => "nothing",
        }))
    }
}

/// The text of the message with a one-time code. Browsers read the last line of the text and offer the code only on the
/// host that this line names (WICG: origin-bound one-time codes).
pub(super) fn code_message(
    purpose: ChallengePurpose,
    code: &str,
    reference: &str,
    host: &str,
) -> String {
    let action = match purpose {
        ChallengePurpose::Registration => "đăng ký tài khoản",
        ChallengePurpose::SignIn => "đăng nhập",
        ChallengePurpose::PasswordReset => "đặt lại mật khẩu",
        ChallengePurpose::Renewal => "tiếp tục phiên làm việc",
        ChallengePurpose::PhoneChange => "đổi sang số điện thoại này",
        ChallengePurpose::Closing => "đóng tài khoản",
        ChallengePurpose::Other(text) => text.as_str(),
    };
    format!(
        "Mã xác thực Một Cửa của bạn là {code} (tham chiếu {reference}), dùng để {action}, có hiệu lực 5 \
         phút. Không đọc mã này cho bất kỳ ai, kể cả người tự xưng là cán bộ.\n@{host} #{code}"
    )
}

/// Returns the text of a message without a one-time code, for this kind of content. `None` for the kinds `Code` and
/// `Nothing`.
pub(super) fn message_without_code(content: MessageContent, reference: &str) -> Option<String> {
    match content {
        MessageContent::Code | MessageContent::Nothing => None,
        MessageContent::AccountExists => Some(format!(
            "Số điện thoại vừa dùng để đăng ký Một Cửa đã có tài khoản (tham chiếu {reference}). Nếu là bạn, hãy \
             đăng nhập bằng tài khoản đã có. Nếu không phải bạn, hãy bỏ qua tin nhắn này."
        )),
        MessageContent::OrganisationExists => Some(format!(
            "Tổ chức vừa đăng ký Một Cửa đã có tài khoản dùng số điện thoại này (tham chiếu {reference}). Nếu là \
             bạn, hãy đăng nhập bằng mã số thuế. Nếu không phải bạn, hãy bỏ qua tin nhắn này."
        )),
        MessageContent::Unregistrable => Some(format!(
            "Chưa hoàn tất được việc đăng ký Một Cửa với thông tin vừa khai (tham chiếu {reference}). Hãy kiểm tra \
             lại số định danh, mã số thuế rồi đăng ký lại. Nếu vẫn không được, hãy mang giấy tờ đến Bộ phận Một \
             cửa để được giúp. Nếu không phải bạn đăng ký, hãy bỏ qua tin nhắn này."
        )),
        MessageContent::PhoneTaken => Some(format!(
            "Có người vừa muốn chuyển tài khoản Một Cửa của họ sang số điện thoại này (tham chiếu {reference}). \
             Số này đã có tài khoản nên không chuyển được. Nếu không phải bạn, hãy bỏ qua tin nhắn này."
        )),
    }
}

/// Warnings to the owner of an account about something that the owner may not have done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OwnerWarning {
    /// Somebody tried to register with the citizen id of this account.
    IdentityTried,
    /// Somebody tried to register with the tax code of this account.
    TaxCodeTried,
    /// The phone of the account was changed. The warning goes to the old phone.
    PhoneChanged,
    /// The password of the account was changed.
    PasswordChanged,
}

impl OwnerWarning {
    /// The text of the warning. It contains no phone number: the number may have been mistyped, and then it is personal
    /// data of somebody else.
    pub(super) fn text(self) -> &'static str {
        match self {
            OwnerWarning::IdentityTried => {
                "Có người vừa đăng ký Một Cửa bằng số định danh của bạn và một số điện thoại khác. Việc đăng ký \
                 đó không thành, tài khoản của bạn không thay đổi. Nếu là bạn, hãy đăng nhập bằng tài khoản đã \
                 có. Nếu không phải bạn, bạn không cần làm gì."
            }
            OwnerWarning::TaxCodeTried => {
                "Có người vừa đăng ký Một Cửa bằng mã số thuế của tổ chức bạn và một số điện thoại khác. Việc \
                 đăng ký đó không thành, tài khoản không thay đổi. Nếu là bạn, hãy đăng nhập bằng tài khoản đã \
                 có. Nếu không phải bạn, bạn không cần làm gì."
            }
            OwnerWarning::PhoneChanged => {
                "Tài khoản Một Cửa dùng số điện thoại này vừa được chuyển sang số khác. Nếu không phải bạn làm \
                 việc đó, hãy đến ngay Bộ phận Một cửa, mang theo giấy tờ tùy thân."
            }
            OwnerWarning::PasswordChanged => {
                "Mật khẩu tài khoản Một Cửa của bạn vừa được đổi, các máy khác đã được đăng xuất. Nếu không phải \
                 bạn đổi, hãy đặt lại mật khẩu ngay bằng mục Quên mật khẩu."
            }
        }
    }
}

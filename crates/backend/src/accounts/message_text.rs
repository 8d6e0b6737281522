//! What the messages of accounts say. The code stands in clear here alone; nothing else names a person, a number or a link.

use contract::challenge::ChallengePurpose;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// What the messages of a challenge say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MessageContent {
    /// A code that opens the challenge.
    Code,
    /// That this phone has an account already; nothing opens the challenge.
    AccountExists,
    /// That the organisation has an account with this phone; nothing opens the challenge.
    OrganisationExists,
    /// That these particulars can't be registered, and where to get help; nothing opens the challenge.
    Unregistrable,
    /// That the phone is another account's; nothing opens the challenge.
    PhoneTaken,
    /// Nothing: no message leaves, and nothing opens the challenge.
    Nothing,
}

const CONTENTS: [(MessageContent, &str); 6] = [
    (MessageContent::Code, "code"),
    (MessageContent::AccountExists, "account_exists"),
    (MessageContent::OrganisationExists, "organisation_exists"),
    (MessageContent::Unregistrable, "unregistrable"),
    (MessageContent::PhoneTaken, "phone_taken"),
    (MessageContent::Nothing, "nothing"),
];

impl FromSql for MessageContent {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        let known = CONTENTS.iter().find(|(_, name)| *name == text);
        known
            .map(|(content, _)| *content)
            .ok_or(FromSqlError::InvalidType)
    }
}

impl ToSql for MessageContent {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let named = CONTENTS.iter().find(|(content, _)| content == self);
        Ok(ToSqlOutput::from(named.map_or("", |(_, name)| name)))
    }
}

/// The message with a code. Its last line is what browsers read to offer the code on this site alone (WICG origin-bound
/// codes).
pub(super) fn code_message(
    purpose: ChallengePurpose,
    code: &str,
    reference: &str,
    host: &str,
) -> String {
    let used_to = match purpose {
        ChallengePurpose::Registration => "đăng ký tài khoản",
        ChallengePurpose::SignIn => "đăng nhập",
        ChallengePurpose::PasswordReset => "đặt lại mật khẩu",
        ChallengePurpose::Renewal => "tiếp tục phiên làm việc",
        ChallengePurpose::PhoneChange => "đổi sang số điện thoại này",
        ChallengePurpose::Closing => "đóng tài khoản",
    };
    format!(
        "Mã xác thực Một Cửa của bạn là {code} (tham chiếu {reference}), dùng để {used_to}, có hiệu lực 5 \
         phút. Không đọc mã này cho bất kỳ ai, kể cả người tự xưng là cán bộ.\n@{host} #{code}"
    )
}

/// The message of a challenge that no code opens; `None` where nothing is said at all.
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

/// What the owner of an account hears unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OwnerWarning {
    /// Somebody has tried to register the citizen id of this account.
    IdentityTried,
    /// Somebody has tried to register the tax code of this account.
    TaxCodeTried,
    /// The account has another phone; said to the old one.
    PhoneChanged,
    /// The account has another password.
    PasswordChanged,
}

impl OwnerWarning {
    /// Names no phone: a stranger's number is none of the owner's business, should it be a slip of the pen.
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

//! Texts of the messages about accounts. Messages are the only place where one-time codes appear in clear text. A
//! message contains no name, no phone or id number, and no link.

use chrono::NaiveDate;
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
///
/// The text before the last line fills the first part of the message, so that the last line is never split between two
/// parts.
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
        ChallengePurpose::Renewal => "tiếp tục phiên",
        ChallengePurpose::PhoneChange => "dùng số này",
        ChallengePurpose::EmailChange => "dùng email này",
        ChallengePurpose::Closing => "đóng tài khoản",
        ChallengePurpose::PhoneRelease => "gỡ số khỏi tài khoản",
        ChallengePurpose::Other(text) => text.as_str(),
    };
    format!(
        "Mã Một Cửa {code} ({reference}) để {action}. Hết hạn sau 5 phút. Đừng đọc cho ai.\n@{host} #{code}"
    )
}

/// The subject of e-mails about an account. It contains no code, because a locked phone shows subjects.
pub(super) const EMAIL_SUBJECT: &str = "Tài khoản Một Cửa của bạn";

/// The text of the e-mail with a one-time code, which is sent to a new e-mail address.
pub(super) fn code_email(code: &str, reference: &str, host: &str) -> String {
    format!(
        "Mã Một Cửa {code} ({reference}) để dùng email này.\n\nHết hạn sau 5 phút. Chỉ nhập mã này ở trang {host}; \
         đừng đọc cho ai. Nếu bạn không yêu cầu, hãy bỏ qua thư này.\n"
    )
}

/// Returns the text of a message without a one-time code, for this kind of content. `None` for the kinds `Code` and
/// `Nothing`.
pub(super) fn message_without_code(content: MessageContent, reference: &str) -> Option<String> {
    match content {
        MessageContent::Code | MessageContent::Nothing => None,
        MessageContent::AccountExists => Some(format!(
            "Số này đã có tài khoản Một Cửa ({reference}). Nếu là bạn, hãy đăng nhập. Nếu số này mới về tay bạn, xem mục \
             «Không nhận được tin nhắn»."
        )),
        MessageContent::OrganisationExists => Some(format!(
            "Tổ chức vừa đăng ký Một Cửa đã có tài khoản với số này ({reference}). Nếu là bạn, hãy đăng nhập bằng mã số \
             thuế. Nếu không, hãy bỏ qua."
        )),
        MessageContent::Unregistrable => Some(format!(
            "Chưa đăng ký được Một Cửa với thông tin vừa khai ({reference}). Hãy xem lại các số đã nhập, hoặc đem giấy tờ \
             đến Bộ phận Một cửa."
        )),
        MessageContent::PhoneTaken => Some(format!(
            "Có người muốn chuyển tài khoản Một Cửa sang số này ({reference}) nhưng số đã có tài khoản khác. Nếu không \
             phải bạn, hãy bỏ qua."
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
    /// The e-mail address of the account was changed. The warning goes to the old address.
    EmailChanged,
    /// The e-mail address was removed from the account.
    EmailRemoved,
    /// The password of the account was changed.
    PasswordChanged,
    /// Somebody who holds the phone wants it to leave the account, which happens on this day.
    PhoneLeaves(NaiveDate),
    /// The phone has left the account.
    PhoneLeft,
    /// The phone stays, because the owner of the account has signed in with it.
    PhoneStays,
    /// The owner of the citizen id has signed in through an identity provider, and the phone was removed.
    PhoneReplacedByProvider,
}

impl OwnerWarning {
    /// The text of the warning. It contains no phone number: the number may have been mistyped, and then it is personal
    /// data of somebody else.
    pub(super) fn text(self) -> String {
        let text = match self {
            OwnerWarning::IdentityTried => {
                "Có người vừa đăng ký Một Cửa bằng số định danh của bạn nhưng không thành. Tài khoản không đổi. Nếu \
                 không phải bạn, không cần làm gì."
            }
            OwnerWarning::TaxCodeTried => {
                "Có người vừa đăng ký Một Cửa bằng mã số thuế của tổ chức bạn nhưng không thành. Nếu không phải bạn, \
                 không cần làm gì."
            }
            OwnerWarning::PhoneChanged => {
                "Tài khoản Một Cửa dùng số này vừa chuyển sang số khác. Nếu không phải bạn làm, hãy đem giấy tờ đến ngay \
                 Bộ phận Một cửa."
            }
            OwnerWarning::EmailChanged => {
                "Tài khoản Một Cửa nhận tin ở địa chỉ này vừa chuyển sang email khác. Nếu không phải bạn làm, hãy \
                 đổi mật khẩu ngay."
            }
            OwnerWarning::EmailRemoved => {
                "Địa chỉ này vừa được bỏ khỏi tài khoản Một Cửa. Nếu không phải bạn làm, hãy đổi mật khẩu ngay."
            }
            OwnerWarning::PasswordChanged => {
                "Mật khẩu Một Cửa của bạn vừa được đổi, các máy khác đã đăng xuất. Nếu không phải bạn, hãy đặt lại ngay \
                 ở mục Quên mật khẩu."
            }
            OwnerWarning::PhoneLeaves(day) => {
                return format!(
                    "Có người cầm số này xin tách số khỏi tài khoản Một Cửa từ ngày {}. Nếu tài khoản là của bạn, hãy đăng \
                     nhập trước ngày đó.",
                    day.format("%d/%m/%Y")
                );
            }
            OwnerWarning::PhoneLeft => {
                "Số này đã rời tài khoản Một Cửa cũ. Người đang dùng số có thể đăng ký tài khoản mới."
            }
            OwnerWarning::PhoneStays => {
                "Số này vẫn thuộc tài khoản Một Cửa đang dùng, vì chủ tài khoản vừa đăng nhập bằng số này."
            }
            OwnerWarning::PhoneReplacedByProvider => {
                "Chủ số định danh đã đăng nhập Một Cửa qua định danh điện tử. Số này và mật khẩu cũ không còn dùng cho \
                 tài khoản đó."
            }
        };
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::HOST_CHARS;
    use crate::messages::length::{MAX_UNITS, PART_UNITS, units};

    const PURPOSES: [ChallengePurpose; 7] = [
        ChallengePurpose::Registration,
        ChallengePurpose::SignIn,
        ChallengePurpose::PasswordReset,
        ChallengePurpose::Renewal,
        ChallengePurpose::PhoneChange,
        ChallengePurpose::Closing,
        ChallengePurpose::PhoneRelease,
    ];

    #[test]
    fn a_code_comes_in_two_parts_at_most_and_its_last_line_in_one() {
        for purpose in PURPOSES {
            for host_chars in [4, 9, HOST_CHARS] {
                let host = "h".repeat(host_chars);
                let text = code_message(purpose, "123456", "AB", &host);
                assert!(units(&text) <= MAX_UNITS, "{} units: {text}", units(&text));
                let (before, last) = text.rsplit_once('\n').unwrap_or_default();
                assert_eq!(last, format!("@{host} #123456"));
                assert!(
                    units(before) + 1 >= PART_UNITS,
                    "{}: {before}",
                    units(before)
                );
            }
        }
    }

    #[test]
    fn notices_and_warnings_come_in_two_parts_at_most() {
        let notices = [
            MessageContent::AccountExists,
            MessageContent::OrganisationExists,
            MessageContent::Unregistrable,
            MessageContent::PhoneTaken,
        ];
        let notices = notices.map(|content| message_without_code(content, "AB"));
        let day = NaiveDate::from_ymd_opt(2026, 12, 30).unwrap_or_default();
        let warnings = [
            OwnerWarning::IdentityTried,
            OwnerWarning::TaxCodeTried,
            OwnerWarning::PhoneChanged,
            OwnerWarning::EmailChanged,
            OwnerWarning::EmailRemoved,
            OwnerWarning::PasswordChanged,
            OwnerWarning::PhoneLeaves(day),
            OwnerWarning::PhoneLeft,
            OwnerWarning::PhoneStays,
            OwnerWarning::PhoneReplacedByProvider,
        ];
        let warnings = warnings.map(OwnerWarning::text);
        for text in notices.into_iter().flatten().chain(warnings) {
            assert!(units(&text) <= MAX_UNITS, "{} units: {text}", units(&text));
        }
    }
}

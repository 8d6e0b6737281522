//! What the words of signing in, the one-time code and a new password are for.

/// Signing in, the one-time code, a new password.
pub struct SignInWords {
    /// «Máy dùng chung»: several people use this device.
    pub shared_device: SharedDeviceWords,
    /// A forgotten password.
    pub reset: ResetWords,
    /// «Loại tài khoản» (R2.7).
    pub kind: KindWords,
    /// The one-time code.
    pub code: CodeWords,
    /// The new password.
    pub password: PasswordWords,
    /// Signing in.
    pub entry: EntryWords,
    /// Before the link to the page with the text messages, in a demonstration.
    pub demo: &'static str,
    /// That link; it opens a new tab.
    pub demo_link: &'static str,
}

/// The one-time code (R0.11, R4.4).
pub struct CodeWords {
    /// Heading.
    pub title: &'static str,
    /// Before the masked number.
    pub sent_to: &'static str,
    /// Before the reference letters.
    pub reference: &'static str,
    /// Nobody may be told the code.
    pub secret: &'static str,
    /// Label of the code.
    pub label: &'static str,
    /// Hint of the code.
    pub hint: &'static str,
    /// No code.
    pub missing: &'static str,
    /// Not six digits.
    pub malformed: &'static str,
    /// The wrong code; after it the tries left.
    pub wrong: &'static str,
    /// Before the number of tries left.
    pub tries_before: &'static str,
    /// After the number of tries left.
    pub tries_after: &'static str,
    /// The code is too old.
    pub expired: &'static str,
    /// Too many wrong codes.
    pub exhausted: &'static str,
    /// Leads back to the slip, which is still filled in.
    pub exhausted_registration: &'static str,
    /// Leads back to signing in.
    pub exhausted_sign_in: &'static str,
    /// Answers.
    pub submit: &'static str,
    /// Asks for another code.
    pub resend: &'static str,
    /// Before the countdown to another code.
    pub resend_wait: &'static str,
    /// Announced when another code may be asked for.
    pub resend_ready: &'static str,
    /// Announced when another code was sent.
    pub resent: &'static str,
    /// Another code can't be sent yet.
    pub resend_refused: &'static str,
    /// Opens the help.
    pub help: &'static str,
    /// What to do when no message comes.
    pub help_wait: &'static str,
    /// The number is wrong: back to the slip.
    pub correct_number: &'static str,
    /// The message says that there is an account.
    pub account_exists: &'static str,
    /// Another account: back to signing in.
    pub other_account: &'static str,
    /// The challenge isn't known any more.
    pub gone: &'static str,
    /// The challenge was answered already.
    pub answered: &'static str,
    /// Anything but digits in it.
    pub letters: &'static str,
    /// Before the masked number, when nobody is told whether it belongs to an account.
    pub sent_if: &'static str,
    /// Before the masked number, when it is the new one.
    pub sent_new: &'static str,
    /// What the code does to an account that is to be closed.
    pub closing: &'static str,
    /// Answers, and closes the account.
    pub submit_closing: &'static str,
    /// Leads back from closing.
    pub keep_account: &'static str,
    /// Leads back to where the code was asked for.
    pub exhausted_again: &'static str,
    /// The number or the id is wrong: back to the forgotten password.
    pub correct_typed: &'static str,
    /// Why no message may come to whoever forgot the password.
    pub no_message: &'static str,
    /// What the message to a new phone may say.
    pub number_taken: &'static str,
    /// The account's phone isn't used any more.
    pub phone_gone: &'static str,
}

/// The new password (R0.12).
pub struct PasswordWords {
    /// Heading.
    pub title: &'static str,
    /// What makes a good one, before the field.
    pub rules: &'static str,
    /// Label.
    pub label: &'static str,
    /// Shows it.
    pub show: &'static str,
    /// Hides it.
    pub hide: &'static str,
    /// None.
    pub missing: &'static str,
    /// Under 8 characters.
    pub short: &'static str,
    /// Over 128 characters.
    pub long: &'static str,
    /// Characters that nobody sees.
    pub invisible: &'static str,
    /// One that everybody guesses first.
    pub guessed: &'static str,
    /// Ends the registration.
    pub submit: &'static str,
    /// The registration isn't known any more, or took too long.
    pub gone: &'static str,
    /// Leads back to the slip.
    pub again: &'static str,
    /// The code wasn't entered yet.
    pub code_first: &'static str,
    /// Heading after a forgotten password.
    pub reset_title: &'static str,
    /// What happens then.
    pub reset_lede: &'static str,
    /// Sets it in place of the forgotten one.
    pub reset_submit: &'static str,
    /// The forgotten password's challenge isn't known any more, or took too long.
    pub reset_gone: &'static str,
    /// Leads back to the forgotten password.
    pub reset_again: &'static str,
}

/// Signing in (R2.6–R2.8, R4.2–R4.4).
pub struct EntryWords {
    /// Heading.
    pub title: &'static str,
    /// What happens next.
    pub lede: &'static str,
    /// Label of citizen id or phone.
    pub identifier: &'static str,
    /// Hint of citizen id or phone.
    pub identifier_hint: &'static str,
    /// Neither.
    pub identifier_missing: &'static str,
    /// Neither an id nor a mobile number.
    pub identifier_wrong: &'static str,
    /// Label of the password.
    pub password: &'static str,
    /// No password.
    pub password_missing: &'static str,
    /// Identifier and password don't match; nobody is told which.
    pub mismatch: &'static str,
    /// «Đăng nhập».
    pub submit: &'static str,
    /// When the backend offers no way that the app knows.
    pub none: &'static str,
    /// Before the link to registering.
    pub no_account: &'static str,
    /// What happens with an identity provider.
    pub leaving: &'static str,
    /// Heading of the other way.
    pub by_password: &'static str,
    /// The citizen turned back at the identity provider.
    pub cancelled: &'static str,
    /// The identity provider's answer wasn't sound, or none came.
    pub failed: &'static str,
    /// It took too long at the identity provider.
    pub expired: &'static str,
    /// The identity provider doesn't vouch for a citizen id.
    pub unverified: &'static str,
    /// Leads to the forgotten password.
    pub forgotten: &'static str,
}

/// «Loại tài khoản» (R2.7).
pub struct KindWords {
    /// What is asked.
    pub legend: &'static str,
    /// «Công dân».
    pub citizen: &'static str,
    /// «Tổ chức / doanh nghiệp».
    pub organisation: &'static str,
}

/// A forgotten password.
pub struct ResetWords {
    /// Heading.
    pub title: &'static str,
    /// What happens next.
    pub lede: &'static str,
    /// Hint of the phone.
    pub phone_hint: &'static str,
    /// Asks for the code.
    pub submit: &'static str,
    /// Back to signing in.
    pub back: &'static str,
}

/// «Máy dùng chung»: several people use this device.
pub struct SharedDeviceWords {
    /// Heading.
    pub title: &'static str,
    /// What is said yes to.
    pub label: &'static str,
    /// What it does.
    pub hint: &'static str,
    /// Announced when it is on.
    pub on: &'static str,
    /// Announced when it is off.
    pub off: &'static str,
    /// It was said at the code, and couldn't be told.
    pub not_yet: &'static str,
}

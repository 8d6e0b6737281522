//! Texts of signing in, of the one-time code and of choosing a password.

/// Texts of signing in, of the one-time code and of choosing a password.
pub struct SignInWords {
    /// Texts of «Máy dùng chung».
    pub shared_device: SharedDeviceWords,
    /// Texts of the page for a forgotten password.
    pub reset: ResetWords,
    /// Texts of the choice «Loại tài khoản» (R2.7).
    pub account_kind: AccountKindWords,
    /// Texts of the one-time code.
    pub code: CodeWords,
    /// Texts of choosing a password.
    pub password: PasswordWords,
    /// Texts of the sign-in form.
    pub form: SignInFormWords,
    /// Text of a demonstration before the link to the page with the text messages.
    pub demo: &'static str,
    /// That link. It opens a new tab.
    pub demo_link: &'static str,
}

/// Texts of the one-time code (R0.11, R4.4).
pub struct CodeWords {
    /// Title of the page.
    pub title: &'static str,
    /// Text before the masked phone number.
    pub sent_to: &'static str,
    /// Text before the reference letters of the message.
    pub reference: &'static str,
    /// Warning: never tell anybody the code.
    pub secret: &'static str,
    /// Label of the code.
    pub label: &'static str,
    /// Hint of the code.
    pub hint: &'static str,
    /// Error: the code is empty.
    pub missing: &'static str,
    /// Error: the code doesn't have six digits.
    pub malformed: &'static str,
    /// Error: the code is wrong. The number of remaining attempts follows.
    pub wrong: &'static str,
    /// Text before the number of remaining attempts.
    pub tries_before: &'static str,
    /// Text after the number of remaining attempts.
    pub tries_after: &'static str,
    /// Error: the code has expired.
    pub expired: &'static str,
    /// Error: too many wrong codes were entered.
    pub exhausted: &'static str,
    /// Link back to the registration form, which is still filled in.
    pub exhausted_registration: &'static str,
    /// Link back to the sign-in form.
    pub exhausted_sign_in: &'static str,
    /// Button that sends the entered code.
    pub submit: &'static str,
    /// Button that requests another code.
    pub resend: &'static str,
    /// Text before the seconds until another code can be requested.
    pub resend_wait: &'static str,
    /// Announcement for screen readers: another code can be requested now.
    pub resend_ready: &'static str,
    /// Announcement for screen readers: another code was sent.
    pub resent: &'static str,
    /// Error: another code can't be sent yet.
    pub resend_refused: &'static str,
    /// Label of the line that opens the help.
    pub help: &'static str,
    /// Help: what to do when no message arrives.
    pub help_wait: &'static str,
    /// Link back to the registration form to correct the phone number.
    pub correct_number: &'static str,
    /// Help: what to do when the message says that there is an account already.
    pub account_exists: &'static str,
    /// Link back to the sign-in form to use another account.
    pub other_account: &'static str,
    /// Error: the server doesn't know this code request any more.
    pub gone: &'static str,
    /// Error: the code was used already.
    pub already_used: &'static str,
    /// Error: the code contains characters other than digits.
    pub not_digits: &'static str,
    /// Text before the masked number, on pages that must not reveal whether the number belongs to an account.
    pub sent_if: &'static str,
    /// Text before the masked number when it is the account's new number.
    pub sent_new: &'static str,
    /// Warning: the code closes the account.
    pub closing: &'static str,
    /// Button that sends the code and closes the account.
    pub submit_closing: &'static str,
    /// Link back, without closing the account.
    pub keep_account: &'static str,
    /// Link back to the page where the code was requested.
    pub exhausted_again: &'static str,
    /// Link back to the forgotten password, to correct the phone number or the identity number.
    pub correct_typed: &'static str,
    /// Help on a forgotten password: why no message may arrive.
    pub no_message: &'static str,
    /// Help on a new phone number: what to do when the number belongs to another account.
    pub number_taken: &'static str,
    /// Help: what to do when the citizen doesn't have the account's phone any more.
    pub phone_gone: &'static str,
}

/// Texts of choosing a password (R0.12).
pub struct PasswordWords {
    /// Title of the page.
    pub title: &'static str,
    /// Advice for a good password, shown before the field.
    pub rules: &'static str,
    /// Label of the password.
    pub label: &'static str,
    /// Button that shows the password.
    pub show: &'static str,
    /// Button that hides the password.
    pub hide: &'static str,
    /// Error: the password is empty.
    pub missing: &'static str,
    /// Error: the password has fewer than 8 characters.
    pub short: &'static str,
    /// Error: the password has more than 128 characters.
    pub long: &'static str,
    /// Error: the password contains invisible characters.
    pub invisible: &'static str,
    /// Error: the password is in the list of common passwords.
    pub too_common: &'static str,
    /// Button that sets the password and completes the registration.
    pub submit: &'static str,
    /// Error: the registration has expired, or the server doesn't know it.
    pub gone: &'static str,
    /// Link back to the registration form.
    pub again: &'static str,
    /// Notice: the citizen must enter the one-time code first.
    pub code_first: &'static str,
    /// Title of the page after a forgotten password.
    pub reset_title: &'static str,
    /// Introduction after a forgotten password: what the new password changes.
    pub reset_intro: &'static str,
    /// Button that replaces the forgotten password.
    pub reset_submit: &'static str,
    /// Error: the request for a new password has expired, or the server doesn't know it.
    pub reset_gone: &'static str,
    /// Link back to the page for a forgotten password.
    pub reset_again: &'static str,
}

/// Texts of the sign-in form (R2.6–R2.8, R4.2–R4.4).
pub struct SignInFormWords {
    /// Title of the page.
    pub title: &'static str,
    /// Introduction: the password is followed by a one-time code.
    pub intro: &'static str,
    /// Label of the identity number or phone number.
    pub identifier: &'static str,
    /// Hint of the identity number or phone number.
    pub identifier_hint: &'static str,
    /// Error: the field is empty.
    pub identifier_missing: &'static str,
    /// Error: the text is neither an identity number nor a mobile number.
    pub identifier_wrong: &'static str,
    /// Label of the password.
    pub password: &'static str,
    /// Error: the password is empty.
    pub password_missing: &'static str,
    /// Error: the number or the password is wrong. It must not reveal which one.
    pub mismatch: &'static str,
    /// Button «Đăng nhập».
    pub submit: &'static str,
    /// Notice: the backend offers no way to sign in that the app supports.
    pub none: &'static str,
    /// Text before the link to the registration.
    pub no_account: &'static str,
    /// Explains the sign-in through an identity provider.
    pub provider_help: &'static str,
    /// Heading of the sign-in with a password, below the identity providers.
    pub by_password: &'static str,
    /// Error: the citizen cancelled at the identity provider.
    pub cancelled: &'static str,
    /// Error: the identity provider's response was invalid or missing.
    pub failed: &'static str,
    /// Error: the sign-in at the identity provider took too long.
    pub expired: &'static str,
    /// Error: the identity provider gave no verified citizen id.
    pub unverified: &'static str,
    /// Link to the page for a forgotten password.
    pub forgotten: &'static str,
}

/// Texts of the choice «Loại tài khoản» (R2.7).
pub struct AccountKindWords {
    /// Legend of the choice.
    pub legend: &'static str,
    /// Option «Công dân».
    pub citizen: &'static str,
    /// Option «Tổ chức / doanh nghiệp».
    pub organisation: &'static str,
}

/// Texts of the page for a forgotten password.
pub struct ResetWords {
    /// Title of the page.
    pub title: &'static str,
    /// Introduction: a one-time code comes first, then the new password.
    pub intro: &'static str,
    /// Hint of the phone number.
    pub phone_hint: &'static str,
    /// Button that requests the one-time code.
    pub submit: &'static str,
    /// Link back to the sign-in form.
    pub back: &'static str,
}

/// Texts of «Máy dùng chung», the mode for a device that several people use.
pub struct SharedDeviceWords {
    /// Heading of the setting.
    pub title: &'static str,
    /// Label of the tick box.
    pub label: &'static str,
    /// Hint: what the mode does.
    pub hint: &'static str,
    /// Announcement for screen readers: the mode is on.
    pub on: &'static str,
    /// Announcement for screen readers: the mode is off.
    pub off: &'static str,
    /// Error: the citizen ticked the box on the page of the one-time code, but the app couldn't tell the server.
    pub not_yet: &'static str,
}

//! Texts of the sign-in, the one-time code, and choosing a password.

/// Texts of the sign-in, the one-time code, and choosing a password.
pub struct SignInWords {
    /// Texts of «Máy dùng chung», the setting for a device that several people use.
    pub shared_device: SharedDeviceWords,
    /// Texts of the page for a forgotten password.
    pub reset: ResetWords,
    /// Texts of the page for somebody whose phone number belongs to the account of its former owner.
    pub phone_release: PhoneReleaseWords,
    /// Texts of the choice «Loại tài khoản» between a citizen's and an organisation's account (R2.7).
    pub account_kind: AccountKindWords,
    /// Texts of the page that asks for the one-time code.
    pub code: CodeWords,
    /// Texts of the page that chooses a password.
    pub password: PasswordWords,
    /// Texts of the sign-in form.
    pub form: SignInFormWords,
    /// In a demonstration: text before the link to the page that shows the sent text messages.
    pub demo: &'static str,
    /// In a demonstration: link to the page that shows the sent text messages. It opens in a new tab.
    pub demo_link: &'static str,
}

/// Texts of the page that asks for the one-time code (R0.11, R4.4).
pub struct CodeWords {
    /// Title of the page that asks for the one-time code.
    pub title: &'static str,
    /// Text before the masked phone number to which the one-time code was sent.
    pub sent_to: &'static str,
    /// Text before the reference, a few letters that also appear in the message with the one-time code.
    pub reference: &'static str,
    /// Warning: never share the one-time code with anybody.
    pub secret: &'static str,
    /// Label of the field for the one-time code.
    pub label: &'static str,
    /// Hint of the field for the one-time code.
    pub hint: &'static str,
    /// Error: the field for the one-time code is empty.
    pub missing: &'static str,
    /// Error: the typed one-time code doesn't have six digits.
    pub malformed: &'static str,
    /// Error: the one-time code is wrong. The number of remaining attempts follows.
    pub wrong: &'static str,
    /// Text before the number of remaining attempts.
    pub tries_before: &'static str,
    /// Text after the number of remaining attempts.
    pub tries_after: &'static str,
    /// Error: the one-time code has expired.
    pub expired: &'static str,
    /// Error: too many wrong one-time codes were entered.
    pub exhausted: &'static str,
    /// After too many wrong codes: link back to the registration form, which is still filled in.
    pub exhausted_registration: &'static str,
    /// After too many wrong codes: link back to the sign-in form.
    pub exhausted_sign_in: &'static str,
    /// Button that sends the typed one-time code to the server.
    pub submit: &'static str,
    /// Button that requests another one-time code.
    pub resend: &'static str,
    /// Text before the number of seconds until the citizen can request another one-time code.
    pub resend_wait: &'static str,
    /// Announcement for screen readers: the citizen can now request another one-time code.
    pub resend_ready: &'static str,
    /// Announcement for screen readers: another one-time code was sent.
    pub resent: &'static str,
    /// Error: it is too early to request another one-time code.
    pub resend_refused: &'static str,
    /// Label of the line that opens the help about one-time codes.
    pub help: &'static str,
    /// Help: what to do when no text message arrives.
    pub help_wait: &'static str,
    /// Label of the line that opens the help for a citizen who receives no e-mail.
    pub help_email: &'static str,
    /// Help: what to do when no e-mail arrives.
    pub help_email_wait: &'static str,
    /// Link back to the registration form, to correct the phone number.
    pub correct_number: &'static str,
    /// Help: what to do when the text message says that the account exists already.
    pub account_exists: &'static str,
    /// Link back to the sign-in form to use another account.
    pub other_account: &'static str,
    /// Error: the server no longer knows the request for a one-time code.
    pub challenge_expired: &'static str,
    /// Error: the one-time code was already used.
    pub already_used: &'static str,
    /// Error: the typed one-time code contains characters other than digits.
    pub not_digits: &'static str,
    /// Text before the masked phone number, where the page must not reveal whether an account has this number. Used in
    /// place of `sent_to`.
    pub sent_if: &'static str,
    /// Text before the masked phone number, where it is the new number of the account. Used in place of `sent_to`.
    pub sent_new: &'static str,
    /// Text before the masked e-mail address, which is the new one of the account. Used in place of `sent_to`.
    pub sent_email: &'static str,
    /// Warning: entering the one-time code closes the account.
    pub closing: &'static str,
    /// Button that sends the one-time code and thereby closes the account.
    pub submit_closing: &'static str,
    /// Link back to the account, without closing it.
    pub keep_account: &'static str,
    /// After too many wrong codes: link back to the page on which the citizen requested the code.
    pub exhausted_again: &'static str,
    /// Link back to the page for a forgotten password, to correct the phone number or the identity number.
    pub correct_typed: &'static str,
    /// Help for a forgotten password: why no text message may arrive.
    pub no_message: &'static str,
    /// Help for a new phone number: what to do when the number belongs to another account.
    pub number_taken: &'static str,
    /// Help: what to do when the citizen no longer has the phone of the account.
    pub phone_lost: &'static str,
}

/// Texts of the page that chooses a password (R0.12).
pub struct PasswordWords {
    /// Title of the page that chooses a password.
    pub title: &'static str,
    /// Advice for a good password, shown before the field for the password.
    pub rules: &'static str,
    /// Label of the field for the password.
    pub label: &'static str,
    /// Button that makes the typed password visible.
    pub show: &'static str,
    /// Button that hides the typed password again.
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
    /// Error: the registration has expired, or the server no longer knows it.
    pub expired: &'static str,
    /// Link back to the registration form.
    pub again: &'static str,
    /// Notice: the citizen must enter the one-time code before they choose a password.
    pub code_first: &'static str,
    /// Title of the page that replaces a forgotten password.
    pub reset_title: &'static str,
    /// Introduction of the page that replaces a forgotten password: all other devices will be signed out.
    pub reset_intro: &'static str,
    /// Button that replaces the forgotten password.
    pub reset_submit: &'static str,
    /// Error: the request to replace the forgotten password has expired, or the server no longer knows it.
    pub reset_expired: &'static str,
    /// Link back to the page for a forgotten password.
    pub reset_again: &'static str,
}

/// Texts of the sign-in form (R2.6–R2.8, R4.2–R4.4).
pub struct SignInFormWords {
    /// Title of the page with the sign-in form.
    pub title: &'static str,
    /// Introduction: after the password, the citizen enters a one-time code.
    pub intro: &'static str,
    /// Label of the field for the identity number or phone number.
    pub identifier: &'static str,
    /// Hint of the field for the identity number or phone number.
    pub identifier_hint: &'static str,
    /// Error: the field for the identity number or phone number is empty.
    pub identifier_missing: &'static str,
    /// Error: the typed text is neither an identity number nor a mobile number.
    pub identifier_wrong: &'static str,
    /// Label of the field for the password.
    pub password: &'static str,
    /// Error: the field for the password is empty.
    pub password_missing: &'static str,
    /// Error: the number or the password is wrong. The message must not reveal which of the two is wrong.
    pub mismatch: &'static str,
    /// Button «Đăng nhập» that sends the sign-in form.
    pub submit: &'static str,
    /// Notice: the backend offers no way to sign in that the app supports.
    pub none: &'static str,
    /// Text before the link to the registration of a new account.
    pub no_account: &'static str,
    /// Explains how to sign in through an identity provider.
    pub provider_help: &'static str,
    /// Heading above the password form, when the page offers identity providers too.
    pub by_password: &'static str,
    /// Error: the citizen cancelled the sign-in at the identity provider.
    pub cancelled: &'static str,
    /// Error: the identity provider's response was invalid or missing.
    pub failed: &'static str,
    /// Error: the sign-in at the identity provider took too long.
    pub expired: &'static str,
    /// Error: the identity provider returned no verified citizen id.
    pub unverified: &'static str,
    /// Notice to a citizen who is signed in already: text before their name.
    pub signed_in_as: &'static str,
    /// Notice to a citizen who is signed in already: the form below is for another person.
    pub for_somebody_else: &'static str,
    /// Notice to a citizen who is signed in already: link to the page they wanted to open.
    pub go_on: &'static str,
    /// Link to the page for a forgotten password.
    pub forgotten: &'static str,
}

/// Texts of the choice «Loại tài khoản» between a citizen's and an organisation's account (R2.7).
pub struct AccountKindWords {
    /// Legend of the choice «Loại tài khoản», above its two options.
    pub legend: &'static str,
    /// Option «Công dân»: a citizen's account.
    pub citizen: &'static str,
    /// Option «Tổ chức / doanh nghiệp»: an organisation's account.
    pub organisation: &'static str,
}

/// Texts of the page for a forgotten password.
pub struct ResetWords {
    /// Title of the page for a forgotten password.
    pub title: &'static str,
    /// Introduction: the citizen first enters a one-time code, then chooses a new password.
    pub intro: &'static str,
    /// Hint of the field for the phone number.
    pub phone_hint: &'static str,
    /// Button that requests the one-time code.
    pub submit: &'static str,
    /// Link back to the sign-in form.
    pub back: &'static str,
}

/// Texts of the page for somebody whose phone number belongs to the account of its former owner.
pub struct PhoneReleaseWords {
    /// Title of the page, and of the links to it.
    pub title: &'static str,
    /// Introduction: a one-time code proves who holds the number.
    pub intro: &'static str,
    /// What happens afterwards, and what is quicker.
    pub waiting: &'static str,
    /// Result: the number leaves its account. The day follows.
    pub leaves_before: &'static str,
    /// Text after the day.
    pub leaves_after: &'static str,
    /// Result: no account has the number.
    pub free: &'static str,
}

/// Texts of «Máy dùng chung», the setting for a device that several people use.
pub struct SharedDeviceWords {
    /// Heading of the setting «Máy dùng chung».
    pub title: &'static str,
    /// Label of the tick box that turns on the setting «Máy dùng chung».
    pub label: &'static str,
    /// Hint of the tick box for «Máy dùng chung»: what this setting changes.
    pub hint: &'static str,
    /// Announcement for screen readers: the setting «Máy dùng chung» is now on.
    pub on: &'static str,
    /// Announcement for screen readers: the setting «Máy dùng chung» is now off.
    pub off: &'static str,
    /// Error: the citizen turned on «Máy dùng chung» on the page that asks for the one-time code, but the request that
    /// turns the setting on at the server failed.
    pub not_yet: &'static str,
}

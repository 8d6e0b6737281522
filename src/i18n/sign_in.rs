//! What the words of registering, signing in and the one-time code are for.

/// Registering, signing in, the one-time code.
pub struct SignInWords {
    /// Choosing how to register.
    pub ways: WaysWords,
    /// The registration slip.
    pub slip: SlipWords,
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

/// Choosing how to register (R0.9, R2.4).
pub struct WaysWords {
    /// Heading.
    pub title: &'static str,
    /// Above the ways.
    pub lede: &'static str,
    /// «Thuê bao di động».
    pub phone: &'static str,
    /// What that way needs.
    pub phone_help: &'static str,
    /// When the backend offers none that the app knows.
    pub none: &'static str,
    /// Before the link to signing in.
    pub have_account: &'static str,
}

/// The registration slip (R0.10, R1.10, R2.5).
pub struct SlipWords {
    /// Heading.
    pub title: &'static str,
    /// What happens next.
    pub lede: &'static str,
    /// Label of the name.
    pub name: &'static str,
    /// Hint of the name.
    pub name_hint: &'static str,
    /// No name.
    pub name_missing: &'static str,
    /// A name over the limit.
    pub name_long: &'static str,
    /// A name with digits, signs or emoji.
    pub name_wrong: &'static str,
    /// A name with characters that nobody sees.
    pub name_invisible: &'static str,
    /// Label of the identity number.
    pub identity: &'static str,
    /// Hint of the identity number.
    pub identity_hint: &'static str,
    /// No identity number.
    pub identity_missing: &'static str,
    /// Anything but digits in it.
    pub identity_wrong: &'static str,
    /// Neither 9 nor 12 digits.
    pub identity_length: &'static str,
    /// Label of the phone.
    pub phone: &'static str,
    /// Hint of the phone.
    pub phone_hint: &'static str,
    /// No phone.
    pub phone_missing: &'static str,
    /// Not a mobile number.
    pub phone_wrong: &'static str,
    /// «Đăng ký».
    pub submit: &'static str,
    /// Back to the ways.
    pub back: &'static str,
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
    /// Ends the registration.
    pub submit: &'static str,
    /// The registration isn't known any more, or took too long.
    pub gone: &'static str,
    /// Leads back to the slip.
    pub again: &'static str,
    /// The code wasn't entered yet.
    pub code_first: &'static str,
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
}

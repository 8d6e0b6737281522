//! What the words of registering are for.

/// Registering.
pub struct RegisterWords {
    /// Choosing how to register.
    pub ways: WaysWords,
    /// The registration slip.
    pub form: RegistrationFormWords,
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
    /// «Phương thức đăng ký và mức độ xác minh tài khoản» (R2.4).
    pub method: &'static str,
    /// How far the phone verifies.
    pub phone_level: &'static str,
    /// How far an identity provider verifies, and what it spares.
    pub identity_level: &'static str,
}

/// The registration slip (R0.10, R1.10, R2.5).
pub struct RegistrationFormWords {
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
    /// Label of the day of birth, with the words that it may be left out.
    pub birth_date: &'static str,
    /// Hint of the day of birth.
    pub birth_date_hint: &'static str,
    /// No day in it.
    pub birth_date_wrong: &'static str,
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
    /// Heading of the organisation's fields.
    pub organisation_part: &'static str,
    /// Heading of the fields of who represents it.
    pub person_part: &'static str,
    /// Label of the organisation's name.
    pub organisation: &'static str,
    /// Hint of the organisation's name.
    pub organisation_hint: &'static str,
    /// No name of the organisation.
    pub organisation_missing: &'static str,
    /// A name of the organisation over the limit.
    pub organisation_long: &'static str,
    /// «Mã số thuế».
    pub tax_code: &'static str,
    /// Hint of the tax code.
    pub tax_code_hint: &'static str,
    /// No tax code.
    pub tax_code_missing: &'static str,
    /// Anything but digits in it.
    pub tax_code_wrong: &'static str,
    /// Neither 10 nor 13 digits.
    pub tax_code_length: &'static str,
    /// Label of what the person is in it.
    pub position: &'static str,
    /// Hint of what the person is in it.
    pub position_hint: &'static str,
    /// No position.
    pub position_missing: &'static str,
    /// A position over the limit.
    pub position_long: &'static str,
}

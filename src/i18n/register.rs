//! Texts of the registration of a new account.

/// Texts of the registration of a new account.
pub struct RegisterWords {
    /// Texts of the page that offers the ways to register.
    pub methods: RegistrationMethodWords,
    /// Texts of the registration form.
    pub form: RegistrationFormWords,
}

/// Texts of the page that offers the ways to register (R0.9, R2.4).
pub struct RegistrationMethodWords {
    /// Title of the page that offers the ways to register.
    pub title: &'static str,
    /// Introduction to the list of ways to register.
    pub intro: &'static str,
    /// Name «Thuê bao di động» of the registration by phone.
    pub phone: &'static str,
    /// What the citizen needs to register by phone.
    pub phone_help: &'static str,
    /// Notice: the backend offers no way to register that the app supports.
    pub none: &'static str,
    /// Text before the link to the sign-in page.
    pub have_account: &'static str,
    /// Heading «Phương thức đăng ký và mức độ xác minh tài khoản» of the list of verification levels (R2.4).
    pub levels_heading: &'static str,
    /// Describes the verification level of an account that was registered by phone.
    pub phone_level: &'static str,
    /// Describes the verification level of an account that was registered through an identity provider, and which
    /// fields the provider fills in.
    pub identity_level: &'static str,
}

/// Texts of the registration form (R0.10, R1.10, R2.5).
pub struct RegistrationFormWords {
    /// Title of the page with the registration form.
    pub title: &'static str,
    /// Introduction: what happens after the form is sent.
    pub intro: &'static str,
    /// Label of the field for the full name.
    pub name: &'static str,
    /// Hint of the field for the full name.
    pub name_hint: &'static str,
    /// Error: the full name is empty.
    pub name_missing: &'static str,
    /// Error: the full name is too long.
    pub name_long: &'static str,
    /// Error: the full name contains digits, symbols or emoji.
    pub name_wrong: &'static str,
    /// Error: a name is in an old font encoding, or contains letters of another alphabet.
    pub name_encoding: &'static str,
    /// Error: the full name contains invisible characters.
    pub name_invisible: &'static str,
    /// Label of the field for the identity number.
    pub identity: &'static str,
    /// Hint of the field for the identity number.
    pub identity_hint: &'static str,
    /// Error: the identity number is empty.
    pub identity_missing: &'static str,
    /// Error: the identity number contains characters other than digits.
    pub identity_wrong: &'static str,
    /// Error: the identity number has neither 9 nor 12 digits.
    pub identity_length: &'static str,
    /// Label of the field for the date of birth, which says that the field is optional.
    pub birth_date: &'static str,
    /// Hint of the field for the date of birth.
    pub birth_date_hint: &'static str,
    /// Error: the typed text isn't a date.
    pub birth_date_wrong: &'static str,
    /// Label of the field for the phone number.
    pub phone: &'static str,
    /// Hint of the field for the phone number.
    pub phone_hint: &'static str,
    /// Error: the phone number is empty.
    pub phone_missing: &'static str,
    /// Error: the typed text isn't a mobile number.
    pub phone_wrong: &'static str,
    /// Button «Đăng ký» that sends the registration form.
    pub submit: &'static str,
    /// Link back to the page that offers the ways to register.
    pub back: &'static str,
    /// Heading of the fields about the organisation.
    pub organisation_part: &'static str,
    /// Heading of the fields about the organisation's representative.
    pub person_part: &'static str,
    /// Label of the field for the organisation's name.
    pub organisation: &'static str,
    /// Hint of the field for the organisation's name.
    pub organisation_hint: &'static str,
    /// Error: the organisation's name is empty.
    pub organisation_missing: &'static str,
    /// Error: the organisation's name is too long.
    pub organisation_long: &'static str,
    /// Label «Mã số thuế» of the field for the tax code.
    pub tax_code: &'static str,
    /// Hint of the field for the tax code.
    pub tax_code_hint: &'static str,
    /// Error: the tax code is empty.
    pub tax_code_missing: &'static str,
    /// Error: the tax code contains characters other than digits.
    pub tax_code_wrong: &'static str,
    /// Error: the tax code has neither 10 nor 13 digits.
    pub tax_code_length: &'static str,
    /// Label of the field for the representative's position in the organisation.
    pub position: &'static str,
    /// Hint of the field for the representative's position.
    pub position_hint: &'static str,
    /// Error: the representative's position is empty.
    pub position_missing: &'static str,
    /// Error: the representative's position is too long.
    pub position_long: &'static str,
}

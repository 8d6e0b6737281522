//! Texts of registration.

/// Texts of registration.
pub struct RegisterWords {
    /// Texts of the page that offers the ways to register.
    pub methods: RegistrationMethodWords,
    /// Texts of the registration form.
    pub form: RegistrationFormWords,
}

/// Texts of the page that offers the ways to register (R0.9, R2.4).
pub struct RegistrationMethodWords {
    /// Title of the page.
    pub title: &'static str,
    /// Introduction to the list of methods.
    pub intro: &'static str,
    /// Method «Thuê bao di động».
    pub phone: &'static str,
    /// What the citizen needs to register by phone.
    pub phone_help: &'static str,
    /// Notice: the backend offers no method that the app supports.
    pub none: &'static str,
    /// Text before the link to the sign-in page.
    pub have_account: &'static str,
    /// Heading «Phương thức đăng ký và mức độ xác minh tài khoản» (R2.4).
    pub levels_heading: &'static str,
    /// Verification level of an account registered by phone.
    pub phone_level: &'static str,
    /// Verification level of an account registered by an identity provider, and which fields that provider fills in.
    pub identity_level: &'static str,
}

/// Texts of the registration form (R0.10, R1.10, R2.5).
pub struct RegistrationFormWords {
    /// Title of the page.
    pub title: &'static str,
    /// Introduction: what happens after the form is sent.
    pub intro: &'static str,
    /// Label of the full name.
    pub name: &'static str,
    /// Hint of the full name.
    pub name_hint: &'static str,
    /// Error: the name is empty.
    pub name_missing: &'static str,
    /// Error: the name is too long.
    pub name_long: &'static str,
    /// Error: the name contains digits, symbols or emoji.
    pub name_wrong: &'static str,
    /// Error: the name contains invisible characters.
    pub name_invisible: &'static str,
    /// Label of the identity number.
    pub identity: &'static str,
    /// Hint of the identity number.
    pub identity_hint: &'static str,
    /// Error: the identity number is empty.
    pub identity_missing: &'static str,
    /// Error: the identity number contains characters other than digits.
    pub identity_wrong: &'static str,
    /// Error: the identity number has neither 9 nor 12 digits.
    pub identity_length: &'static str,
    /// Label of the date of birth, including the remark that it is optional.
    pub birth_date: &'static str,
    /// Hint of the date of birth.
    pub birth_date_hint: &'static str,
    /// Error: the text isn't a date.
    pub birth_date_wrong: &'static str,
    /// Label of the phone number.
    pub phone: &'static str,
    /// Hint of the phone number.
    pub phone_hint: &'static str,
    /// Error: the phone number is empty.
    pub phone_missing: &'static str,
    /// Error: the text isn't a mobile number.
    pub phone_wrong: &'static str,
    /// Button «Đăng ký».
    pub submit: &'static str,
    /// Link back to the ways to register.
    pub back: &'static str,
    /// Heading of the organisation's fields.
    pub organisation_part: &'static str,
    /// Heading of the fields of the organisation's representative.
    pub person_part: &'static str,
    /// Label of the organisation's name.
    pub organisation: &'static str,
    /// Hint of the organisation's name.
    pub organisation_hint: &'static str,
    /// Error: the organisation's name is empty.
    pub organisation_missing: &'static str,
    /// Error: the organisation's name is too long.
    pub organisation_long: &'static str,
    /// Label «Mã số thuế».
    pub tax_code: &'static str,
    /// Hint of the tax code.
    pub tax_code_hint: &'static str,
    /// Error: the tax code is empty.
    pub tax_code_missing: &'static str,
    /// Error: the tax code contains characters other than digits.
    pub tax_code_wrong: &'static str,
    /// Error: the tax code has neither 10 nor 13 digits.
    pub tax_code_length: &'static str,
    /// Label of the representative's position in the organisation.
    pub position: &'static str,
    /// Hint of the position.
    pub position_hint: &'static str,
    /// Error: the position is empty.
    pub position_missing: &'static str,
    /// Error: the position is too long.
    pub position_long: &'static str,
}

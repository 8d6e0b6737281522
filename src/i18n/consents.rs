//! Texts of the consent form. The wording of each purpose comes from the backend.

/// Texts of the consent form, which lists the consents by purpose.
pub struct ConsentWords {
    /// Heading of the consents that every account needs.
    pub required: &'static str,
    /// Heading of the optional consents.
    pub optional: &'static str,
    /// Hint: an optional consent can be changed later.
    pub optional_hint: &'static str,
    /// Error: a required consent isn't given.
    pub missing: &'static str,
    /// Error: the backend now has another wording than the one on the screen.
    pub changed: &'static str,
    /// Title of the form before the first filing of an account without a required consent.
    pub first_title: &'static str,
    /// Explains why that form is shown.
    pub first_intro: &'static str,
    /// Button that gives the consents and continues.
    pub first_submit: &'static str,
}

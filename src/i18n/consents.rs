//! Texts of the consent form. The backend provides the wording of each consent.

/// Texts of the consent form, which asks for each consent separately.
pub struct ConsentWords {
    /// Heading of the consents that every account must give.
    pub required: &'static str,
    /// Heading of the optional consents.
    pub optional: &'static str,
    /// Hint: the citizen can change an optional consent later.
    pub optional_hint: &'static str,
    /// Error: a required consent isn't given.
    pub missing: &'static str,
    /// Error: the backend has changed the wording of a consent since the page was loaded.
    pub changed: &'static str,
    /// Title of the consent form when it appears before filing, because the account lacks a required consent.
    pub first_title: &'static str,
    /// Explains why the consent form appears before filing.
    pub first_intro: &'static str,
    /// Button that gives the consents and continues with filing.
    pub first_submit: &'static str,
}

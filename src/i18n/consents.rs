//! What the words of consent, purpose by purpose are for.

/// Consent, purpose by purpose.
pub struct ConsentWords {
    /// Above what there can be no account without.
    pub required: &'static str,
    /// Above what may be left out.
    pub optional: &'static str,
    /// That it may be changed later.
    pub optional_hint: &'static str,
    /// A required one isn't given.
    pub missing: &'static str,
    /// The backend asks for another wording than the one on screen.
    pub changed: &'static str,
    /// Heading before the first filing of an account that lacks one.
    pub first_title: &'static str,
    /// Why it is asked.
    pub first_lede: &'static str,
    /// Gives them and goes on.
    pub first_submit: &'static str,
}

//! Choosing the agency and answering the form: what the words are for.

/// Choosing the agency and answering the form.
pub struct FillFormWords {
    /// Title of the page.
    pub title: &'static str,
}

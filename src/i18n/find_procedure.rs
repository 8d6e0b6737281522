//! Searching, filtering and reading procedures: what the words are for.

/// Searching, filtering and reading procedures.
pub struct FindProcedureWords {
    /// Title of the page.
    pub title: &'static str,
}

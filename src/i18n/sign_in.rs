//! Registering, signing in, the one-time code: what the words are for.

/// Registering, signing in, the one-time code.
pub struct SignInWords {
    /// Title of the page.
    pub title: &'static str,
}

//! Rating how a finished dossier was handled.

/// The section with the rating and its form.
mod rating_section;

pub(super) use rating_section::{RATING_HEADING, rating_section};

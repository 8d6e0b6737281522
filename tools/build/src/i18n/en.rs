//! The app's English texts, for a portal that doesn't offer Vietnamese.

#[path = "../../../../src/i18n/en/shell.rs"]
pub(super) mod shell;

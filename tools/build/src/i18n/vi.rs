//! The app's Vietnamese texts.

#[path = "../../../../src/i18n/vi/shell.rs"]
pub(super) mod shell;

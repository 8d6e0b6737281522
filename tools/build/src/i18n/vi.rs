//! The Vietnamese words.

#[path = "../../../../src/i18n/vi/shell.rs"]
pub(super) mod shell;

//! Vietnamese, the language of the first screen.

#[path = "../../../../src/i18n/vi/shell.rs"]
pub(super) mod shell;

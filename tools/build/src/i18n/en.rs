//! The English words, for a portal without Vietnamese.

#[path = "../../../../src/i18n/en/shell.rs"]
pub(super) mod shell;

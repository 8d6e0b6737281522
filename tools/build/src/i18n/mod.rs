//! The app's texts for the first screen. They are compiled from the source files of the app, so that each text is
//! written only once.

/// English texts.
mod en;
/// The language of the first screen.
mod page_language;
/// The type of the texts.
#[path = "../../../../src/i18n/shell.rs"]
#[expect(dead_code, unreachable_pub, reason = "the app uses the other items")]
mod shell;
/// Vietnamese texts.
mod vi;

pub(crate) use self::page_language::PageLanguage;

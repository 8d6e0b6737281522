//! The app's own words, from its own source files: the first screen says what the app will say.

#[path = "../../../../src/i18n/shell.rs"]
#[expect(dead_code, unreachable_pub, reason = "the app uses the rest")]
mod shell;
mod vi;

use self::shell::ShellWords;

/// The words of the first screen, which is in Vietnamese.
pub(crate) fn first_screen_words() -> &'static ShellWords {
    &vi::shell::WORDS
}

//! The app's words for the first screen, compiled from the app's own source files so that they are written once.

#[path = "../../../../src/i18n/shell.rs"]
#[expect(dead_code, unreachable_pub, reason = "the app uses the other items")]
mod shell;
mod en;
mod vi;

use contract::portal::Portal;

use self::shell::ShellWords;

/// The language of `index.html`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageLanguage {
    Vi,
    En,
}

impl PageLanguage {
    /// Returns the language in which the app starts: Vietnamese where the portal offers it, otherwise English.
    pub(crate) fn of(portal: &Portal) -> Self {
        let offers = |language: Self| portal.languages.iter().any(|tag| tag == language.tag());
        if !offers(Self::Vi) && offers(Self::En) {
            Self::En
        } else {
            Self::Vi
        }
    }

    /// Returns the BCP 47 tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// Returns the app's words in this language.
    pub(crate) fn words(self) -> &'static ShellWords {
        match self {
            Self::Vi => &vi::shell::WORDS,
            Self::En => &en::shell::WORDS,
        }
    }

    /// Returns the notice for browsers without JavaScript. Only the plain HTML shows it, so the app's words lack it.
    pub(crate) fn no_script(self) -> &'static str {
        match self {
            Self::Vi => {
                "Trình duyệt đang tắt JavaScript. Hãy bật JavaScript để tìm thủ tục và nộp hồ sơ."
            }
            Self::En => {
                "JavaScript is turned off. Turn it on to find procedures and to send a dossier."
            }
        }
    }
}

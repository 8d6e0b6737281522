//! The app's words for the first screen, compiled from the app's own source files.

#[path = "../../../../src/i18n/shell.rs"]
#[expect(dead_code, unreachable_pub, reason = "the app uses the rest")]
mod shell;
mod en;
mod vi;

use contract::portal::Portal;

use self::shell::ShellWords;

/// A language of the first screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Vi,
    En,
}

impl Language {
    /// The language that the app starts in: Vietnamese where the portal offers it, else English.
    pub(crate) fn of(portal: &Portal) -> Self {
        let offers = |language: Self| portal.languages.iter().any(|tag| tag == language.tag());
        if !offers(Self::Vi) && offers(Self::En) {
            Self::En
        } else {
            Self::Vi
        }
    }

    /// BCP 47 tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The app's words.
    pub(crate) fn words(self) -> &'static ShellWords {
        match self {
            Self::Vi => &vi::shell::WORDS,
            Self::En => &en::shell::WORDS,
        }
    }

    /// What a browser without JavaScript shows; the app has no such words.
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

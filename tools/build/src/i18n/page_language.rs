//! The language of the first screen.

use contract::portal::Portal;

use super::shell::ShellWords;
use super::{en, vi};

/// The language of `index.html`, which has the plain HTML of the first screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageLanguage {
    Vi,
    En,
}

impl PageLanguage {
    /// Returns the language in which the app starts: Vietnamese if the portal offers it, otherwise English.
    pub(crate) fn of(portal: &Portal) -> Self {
        let offers = |language: Self| portal.languages.iter().any(|tag| tag == language.tag());
        if !offers(Self::Vi) && offers(Self::En) {
            Self::En
        } else {
            Self::Vi
        }
    }

    /// Returns the language tag (BCP 47).
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// Returns the app's texts in this language.
    pub(crate) fn words(self) -> &'static ShellWords {
        match self {
            Self::Vi => &vi::shell::WORDS,
            Self::En => &en::shell::WORDS,
        }
    }

    /// Returns the message for browsers without JavaScript. Only the plain HTML shows it, so it isn't one of the app's
    /// texts.
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

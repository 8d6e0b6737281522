//! Registering, signing in, the one-time code, in English.

use crate::i18n::sign_in::SignInWords;

pub(super) const WORDS: SignInWords = SignInWords {
    title: "In progress",
};

//! Registering, signing in, the one-time code, in Vietnamese.

use crate::i18n::sign_in::SignInWords;

pub(super) const WORDS: SignInWords = SignInWords {
    title: "Đang làm"
};

//! English texts of the consent form.

use crate::i18n::consents::ConsentWords;

pub(in crate::i18n) static WORDS: ConsentWords = ConsentWords {
    required: "Needed for an account",
    optional: "Up to you",
    optional_hint: "You can file without. You can change your mind any time under “My account”.",
    missing: "Read this and tick the box; you can't go on without this consent.",
    changed: "The wording has just changed. Load the page again to read it; what you entered stays.",
    first_title: "Before you file",
    first_intro: "Your account lacks the consent below. This is asked only once.",
    first_submit: "Agree and go on",
};

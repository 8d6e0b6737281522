//! English texts of the page that chooses the channels of notices, and of the e-mail address of an account.

use crate::i18n::notice_settings::{ChannelWords, EmailFormWords};

pub(in crate::i18n) static WORDS: ChannelWords = ChannelWords {
    title: "How you get notices",
    intro: "Notices always appear under Notices. You can also get them in the ways below. What is sent contains only the dossier code and what has happened, and no personal data.",
    sms: "Text message (SMS)",
    email: "E-mail",
    zalo: "Zalo",
    no_phone: "The account has no phone number.",
    no_email: "The account has no e-mail address.",
    needs_consent: "You haven't consented to messages about progress, so nothing is sent to the phone.",
    consents: "See your consents",
    saved: "Your choice is saved.",
    address: "E-mail address",
    add_address: "Add an e-mail address",
    change_address: "Change the e-mail address",
    remove_address: "Remove the e-mail address",
    remove_question: "Remove the e-mail address from the account?",
    remove_help: "You will get no notices by e-mail any more. The address gets one e-mail about this.",
    keep_address: "Keep the address",
    removed: "The e-mail address was removed.",
    changed: "The e-mail address is confirmed. From now on, notices are sent to it.",
    form: EmailFormWords {
        title: "E-mail address",
        intro: "A code of 6 digits will be sent to the new address. The address is used only after you have entered the right code.",
        now: "Present address:",
        email: "New e-mail address",
        email_hint: "For example: name@example.vn",
        email_missing: "Enter the e-mail address.",
        email_wrong: "This is no e-mail address. It looks like name@example.vn, without accents.",
        submit: "Send a code to the new address",
    },
};

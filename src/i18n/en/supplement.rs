//! English texts about requests of the office on the page of a dossier.

use crate::i18n::supplement::SupplementWords;

pub(in crate::i18n) static WORDS: SupplementWords = SupplementWords {
    title: "The office asks for more",
    certificate_title: "Check the draft before it is printed",
    until: "Send by: ",
    silence: "If you don't answer by then, it counts as agreed.",
    saved_at: "You have begun; saved at ",
    begin: "Send it now",
    resume: "Continue",
    check: "View the draft and answer",
    for_part: "Procedure: ",
    sent: "What you have sent since",
    sent_at: "Sent at ",
    arrow: " → ",
    nothing: "(empty)",
    yes: "yes",
    no: "no",
    entries: "entries",
    replaced: "replaces ",
    agreed: "You agreed to the draft.",
    disagreed: "You reported a mistake in the draft.",
};

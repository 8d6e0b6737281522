//! English texts of «Thông báo»: the page, the link in the header, and what is announced about a dossier.

use crate::i18n::notices::{NoticeKindWords, NoticeWords};

pub(in crate::i18n) static WORDS: NoticeWords = NoticeWords {
    title: "Notices",
    intro: "Every new step of a dossier is announced here. Press a notice to open the dossier.",
    list: "List of notices",
    empty: "There are no notices yet. When your dossier makes a step, the notice appears here.",
    new: "New",
    unread: "unread:",
    settings: "Choose how you get notices",
    newer: "The dossier has just changed. Finish what you are doing, then look at it.",
    show_newer: "Show the change",
    new_status: "The dossier has a new status: ",
    kinds: NoticeKindWords {
        submitted: "Dossier sent",
        accepted: "Dossier accepted",
        rejected: "Dossier not accepted",
        processing: "Dossier being processed",
        supplement_requested: "Supplement needed",
        supplement_received: "The office has received the supplement",
        fee_requested: "Financial obligation to meet",
        paid: "Payment recorded",
        refund_due: "Money will be paid back",
        refunded: "Money was paid back",
        fee_cancelled: "Fee no longer asked for",
        paused: "Processing paused",
        delayed: "The office apologises and names a new due date",
        result_ready: "The result is ready",
        returned: "Result handed over",
        withdrawal_requested: "Request to withdraw received",
        withdrawn: "Dossier withdrawn",
        message: "Message from the office",
        draft_expires: "A draft will be deleted soon",
        supplement_expires: "A supplement is due soon",
        consent_lapsed: "A new consent is needed",
    },
};

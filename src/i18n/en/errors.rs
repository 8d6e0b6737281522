//! English error messages for failed requests, which all pages use.

use crate::i18n::errors::ErrorWords;

pub(in crate::i18n) static WORDS: ErrorWords = ErrorWords {
    offline: "The server can't be reached. What you typed is still here; check your connection and try again.",
    timed_out: "The server took too long. What you typed is still here; try again.",
    proof_too_old: "This wasn't done, because you haven't confirmed that it is you. Press again and enter the code.",
    session_expired: "Your session has ended. Confirm that it is you to go on; your draft is kept.",
    renew_session: "Confirm and go on",
    unreadable: "The server is busy or under maintenance and its answer can't be read. Try again in a few minutes.",
    blocked: "The network you use blocked this, so it didn't reach the server. What you typed is still here. If it is a Wi-Fi that needs a sign-in, sign in to the Wi-Fi; otherwise change to another network, such as 4G.",
    unusable_form: "The form of this procedure is faulty and can't be opened. Your draft is still there. Report the line below to the office.",
    internal: "The server failed. What you typed is still here; try again.",
    refused: "The server doesn't accept this request. Check what you entered and try again.",
    too_many: "Too many tries. ",
    too_many_shared: "There were too many tries from this network or with this number, perhaps not by you. You can use another network (such as mobile data) or another way to sign in now. ",
    wait_a_little: "Wait a few minutes and try again.",
    wait_before: "Try again in about ",
    minutes: " minutes.",
    hours: " hours.",
    consent_needed: "Your account lacks a consent that filing needs, or its wording has just changed. What you entered is still here.",
    not_found: "This content can't be found.",
    not_printed: "This browser can't print. Take a screenshot, or open this page in Chrome or Safari and print it there.",
    retry: "Try again",
    loading: "Loading…",
    summary: "Some information needs correcting",
    title_prefix: "Error: ",
};

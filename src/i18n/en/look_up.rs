//! English texts of the page «Tra cứu hồ sơ», which looks up a dossier without sign-in.

use crate::i18n::look_up::LookUpWords;

pub(in crate::i18n) static WORDS: LookUpWords = LookUpWords {
    title: "Look up a dossier",
    intro: "See where a dossier is without signing in. Names, declarations and papers are never shown here.",
    code: "Dossier code",
    code_hint: "On the receipt or in the message, such as H50.19.624-261122-0001.",
    code_missing: "Enter the dossier code, such as H50.19.624-261122-0001.",
    code_wrong: "A dossier code has only plain letters, digits, dots and dashes, such as H50.19.624-261122-0001.",
    filed_by: "Phone or citizen id of the person who filed it",
    filed_by_hint: "Such as 0912 345 678 or 001090123456.",
    filed_by_missing: "Enter the phone or the citizen id of the person who filed it, such as 0912 345 678.",
    filed_by_wrong: "A phone has 10 digits, such as 0912 345 678; a citizen id has 12, such as 001090123456.",
    submit: "Look up",
    not_found: "There is no dossier with this code filed by this person. Check both fields; a single digit may be wrong.",
    too_many_before: "You have looked up too often. Try again in about ",
    too_many_shared: "There were too many look-ups from this network or with this number, perhaps not by you. You can use another network (such as mobile data) now, or sign in and open “My dossiers”. Otherwise try again in about ",
    too_many_after: " minute(s).",
    result: "How the dossier stands",
    note_elsewhere: "The office wrote a note to the person who filed the dossier. They can read it after signing in, under «My dossiers».",
    agency: "Agency",
    updated: "Last changed",
    due: "Result due",
    due_provisional: " (provisional: the public holidays of that year aren't known yet)",
    due_unknown: "The office will tell",
    parts: "Each part of the linked dossier",
    unavailable: "Dossiers can't be looked up here without signing in. Sign in and open «My dossiers».",
};

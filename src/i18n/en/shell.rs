//! English texts of the header, the footer and the first screen.

use crate::i18n::shell::ShellWords;

pub(in crate::i18n) static WORDS: ShellWords = ShellWords {
    name: "Một Cửa",
    skip: "Skip to the main content",
    navigation: "Main menu",
    procedures: "Public services",
    dossiers: "My dossiers",
    account: "Account",
    sign_in: "Sign in",
    register: "Register",
    sign_out: "Sign out",
    unsaved: "Something has not reached the server yet and is lost if you sign out now.",
    sign_out_anyway: "Sign out anyway",
    other_language: "Tiếng Việt",
    question: "What do you need to do?",
    search: "Name of the procedure, or what you need to do",
    search_hint: "For example: khai sinh, ho khau, giay doc than",
    find: "Search",
    popular: "Most wanted procedures",
    all: "All procedures",
    groups: "Linked public services",
    look_up: "Look up a dossier",
    more_links: "More links",
    feedback: "Feedback",
    not_found: "This page doesn't exist",
    not_found_help: "The address may be mistyped, or the page has moved.",
    home: "Back to the first page",
};

//! English texts of the list «Hồ sơ của tôi» and of the page of a dossier.

use crate::i18n::following::{FollowingWords, StatusWords, StatusesWords, TabWords, TabsWords};

pub(in crate::i18n) static WORDS: FollowingWords = FollowingWords {
    title: "My dossiers",
    tabs_label: "Dossiers by state",
    tabs: TabsWords {
        new: TabWords {
            name: "New dossiers",
            empty: "You have no new dossier and no draft yet.",
        },
        supplement: TabWords {
            name: "To be supplemented",
            empty: "No dossier needs more papers.",
        },
        processing: TabWords {
            name: "In process",
            empty: "No dossier is in process.",
        },
        obligation: TabWords {
            name: "Financial obligations",
            empty: "No dossier waits for a financial obligation of yours.",
        },
        payment: TabWords {
            name: "Fees to pay",
            empty: "No fee waits for your payment.",
        },
        paused: TabWords {
            name: "Paused",
            empty: "No dossier is paused.",
        },
        processed: TabWords {
            name: "Processed",
            empty: "No dossier is processed and waiting for its result to be returned.",
        },
        returned: TabWords {
            name: "Result returned",
            empty: "No result has been returned yet.",
        },
        closed: TabWords {
            name: "Not accepted / withdrawn",
            empty: "No dossier was refused or withdrawn.",
        },
    },
    statuses: StatusesWords {
        registered: StatusWords {
            name: "Newly registered",
            meaning: "The office has your dossier and will look at it. There is nothing for you to do yet.",
        },
        accepted: StatusWords {
            name: "Accepted",
            meaning: "The office has accepted the dossier and set a day for the result. There is nothing for you to do yet.",
        },
        rejected: StatusWords {
            name: "Not accepted",
            meaning: "The office doesn't accept this dossier. Read the reason below.",
        },
        processing: StatusWords {
            name: "In process",
            meaning: "The specialists are working on it. There is nothing for you to do yet.",
        },
        supplement_requested: StatusWords {
            name: "More papers asked for",
            meaning: "The office needs more papers from you. Read its note below.",
        },
        obligation_requested: StatusWords {
            name: "Financial obligation asked for",
            meaning: "There is a sum to pay before the dossier can go on.",
        },
        withdrawal_requested: StatusWords {
            name: "Withdrawal asked for by the citizen",
            meaning: "You asked to withdraw the dossier. The office is looking at your request.",
        },
        paused: StatusWords {
            name: "Paused",
            meaning: "The office has paused the dossier. Read the reason below.",
        },
        processed: StatusWords {
            name: "Processed",
            meaning: "The result is there. You will receive it the way you chose.",
        },
        returned: StatusWords {
            name: "Result returned",
            meaning: "You have received the result. This dossier is finished.",
        },
    },
    find: "Find a procedure to file",
    refresh: "Refresh",
    refreshed: "This is the latest state.",
    draft: "Draft",
    no_agency: "No agency chosen yet",
    changed_at: "Changed at ",
    expires_on: "Kept until the end of ",
    due_on: "Result due on ",
    go_on: "Continue",
    answered: "Answered ",
    answered_of: " of ",
    answered_end: " required questions",
    remove: "Remove",
    remove_question: "Remove this draft?",
    remove_help: "Everything you filled in and every file you uploaded for this draft will be lost for good.",
    keep: "Keep it",
    page: "Page ",
    page_of: " of ",
    previous: "Previous page",
    next: "Next page",
    dossier: "Follow the dossier",
    code: "Dossier code",
    back: "My dossiers",
    now: "Where the dossier is now",
    office: "Held by",
    handler: "Handled by",
    handler_unknown: "The office gives no name yet",
    listed_under: "Listed under",
    sent_at: "Sent at",
    due_provisional: " (provisional: the public holidays of that year aren't known yet)",
    due_unknown: "The office will tell you",
    note: "The office writes:",
    history: "What has happened",
    deadline: "Deadline of this step: ",
    on_time: "On time",
    late: "Late",
    files: "Papers the office received",
    no_files: "No file came with this dossier.",
    delivery: "How the result will be received",
    declared: "What you declared",
    unanswered: "Not answered",
    receipt: "See the receipt",
    print: "Print this page",
};

//! English texts of the page «Góp ý», which sends feedback.

use crate::i18n::feedback::FeedbackWords;

pub(in crate::i18n) static WORDS: FeedbackWords = FeedbackWords {
    title: "Feedback",
    intro: "Your message goes to the people who run this portal. Don't include citizen ids or the content of a dossier.",
    name: "Full name",
    name_missing: "Enter your name.",
    name_long: "The name has more than 100 letters. Make it shorter.",
    heading: "Title",
    heading_missing: "Enter a title, such as: The letters are rather small.",
    heading_long: "The title has more than 200 letters. Put the rest into the message.",
    content: "Message",
    content_missing: "Enter your message.",
    content_long: "The message has more than 4,000 letters. Shorten it, or send it in two.",
    answer: "Check question",
    answer_hint: "Answer in digits, to show that you are not a machine.",
    answer_missing: "Answer the check question in digits, such as 7.",
    answer_wrong: "The answer was not right, or came too late. Here is a new question; what you wrote is still there.",
    submit: "Send feedback",
    sent: "Your feedback has arrived. Thank you!",
    write_another: "Write another",
    unavailable: "This portal doesn't accept feedback yet.",
};

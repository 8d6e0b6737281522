//! Answers that break a rule, in English.

use crate::i18n::answers::AnswerWords;

pub(in crate::i18n) static WORDS: AnswerWords = AnswerWords {
    missing: "Answer this question.",
    missing_name: "Enter the full name, such as Nguyễn Thị Lan.",
    choose: "Choose an answer.",
    declare: "Read the declaration and tick the box if you agree.",
    name: "A name has letters only, no digits or symbols, such as Nguyễn Thị Lan.",
    citizen_id: "Enter the citizen id of 12 digits, such as 001 190 123 456.",
    citizen_id_digits: "A citizen id has 12 digits; you entered",
    identity_number: "Enter a citizen id of 12 digits or an old identity card number of 9.",
    identity_digits: "This number has 12 digits (or 9 on an old identity card); you entered",
    digits: "digits.",
    phone: "Enter a mobile number of 10 digits, such as 0912 345 678.",
    email: "Enter an e-mail address without accents or spaces, such as lan.nguyen@example.vn.",
    date: "Enter a date such as 15/03/2026 (day/month/year).",
    partial_date: "Enter a date such as 15/03/1956, or 03/1956, or just the year 1956.",
    in_future: "This day hasn't come yet. Check the year.",
    number: "Enter digits only, such as 2.",
    too_small: "This number is too small. Check it.",
    too_large: "This number is too large. Check it.",
    birth_certificate_code: "The code on the birth notice has 18 characters with GCS inside, such as 48123.GCS.00567.26.",
    place: "Choose the province, then the commune.",
    too_short: "This answer is too short. Write more.",
    too_long: "This answer is too long. Keep it within",
    characters: "characters.",
    too_long_plain: "This answer is too long. Make it shorter.",
    invisible: "There are hidden characters, often from copying. Delete the text and type it again.",
    text: "Check this answer.",
    any_of: "Answer this question or the one that can stand for it. See the note at the top of the page.",
};

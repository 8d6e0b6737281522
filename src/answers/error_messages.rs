//! The error message for an answer that breaks a rule. It explains what the citizen should enter, with an example. It
//! never contains the internal name of the rule.

use contract::AnswerProblem;
use domain::form::{
    AnswerKind, FormDefinition, Question, alternative_questions, find_answer, number_limit,
    parse_typed_answer, problem_question_id,
};
use domain::format::FormatError;
use serde_json::Value;

use crate::i18n::answer_errors::AnswerErrorWords;

/// The error message for a problem that [`domain::form::check_answers`] or the server found in the current answers.
/// `None` if the problem concerns no question of the form.
pub fn answer_error_message(
    words: &AnswerErrorWords,
    form: &FormDefinition,
    answers: &contract::form::Answers,
    problem: &AnswerProblem,
) -> Option<String> {
    let id = problem_question_id(form, problem)?;
    let question = form.question(&id)?;
    let answer = find_answer(answers, &id);
    let is_choice = matches!(problem.rule.as_str(), "anyOf" | "oneOf");
    if is_choice && answer.is_none() {
        let others = alternative_questions(form, answers, &id).into_iter();
        let others: Vec<String> = others.filter_map(|id| form.label(&id)).collect();
        if !others.is_empty() {
            let others = others.join(words.or);
            return Some([words.any_of, " «", &others, "»."].concat());
        }
    }
    if let Some(limit) = number_limit(form, answers, &id, &problem.rule) {
        let before = match problem.rule.as_str() {
            "minimum" => words.at_least,
            _ => words.at_most,
        };
        return Some([before, " ", &limit.to_string(), "."].concat());
    }
    Some(message_for_rule(words, question, answer, &problem.rule))
}

/// The error message for the rule that an answer breaks.
fn message_for_rule(
    words: &AnswerErrorWords,
    question: &Question,
    answer: Option<&Value>,
    rule: &str,
) -> String {
    match (rule, answer) {
        ("required", _) | (_, None | Some(Value::Null)) => {
            missing_message(words, &question.kind).to_owned()
        }
        ("in-future", _) => words.in_future.to_owned(),
        // If the typed text couldn't be parsed, the draft stores it unchanged. Parsing it again here gives the exact
        // error.
        (_, Some(Value::String(typed))) => match parse_typed_answer(&question.kind, typed) {
            Err(error) => parse_error_message(words, &question.kind, error),
            Ok(_) => rule_message(words, &question.kind, rule).to_owned(),
        },
        (_, Some(_)) => rule_message(words, &question.kind, rule).to_owned(),
    }
}

/// The error message for a typed text that can't be parsed.
fn parse_error_message(words: &AnswerErrorWords, kind: &AnswerKind, error: FormatError) -> String {
    let message = match error {
        FormatError::Empty => missing_message(words, kind),
        FormatError::TooLong { max } => {
            return [words.too_long, " ", &max.to_string(), " ", words.characters].concat();
        }
        FormatError::TooShort { .. } => words.too_short,
        FormatError::Invisible => words.invisible,
        FormatError::NotAName => kind_message(words, kind),
        FormatError::WrongEncoding => words.wrong_encoding,
        FormatError::WrongDigits { .. } if *kind == AnswerKind::Phone => words.phone,
        FormatError::WrongDigits { found } => {
            let digits = match kind {
                AnswerKind::IdentityNumber => words.identity_digits,
                _ => words.citizen_id_digits,
            };
            return [digits, " ", &found.to_string(), " ", words.digits].concat();
        }
        FormatError::NotAPhone => words.phone,
        FormatError::NotAnEmail => words.email,
        FormatError::NotADate => date_message(words, kind),
        FormatError::NoSuchDay => words.no_such_day,
        FormatError::ShortYear => words.short_year,
        FormatError::InFuture => words.in_future,
        FormatError::NotANumber => words.number,
        FormatError::NotACode => words.birth_certificate_code,
        FormatError::NotAnOption => words.choose,
        FormatError::UnknownPlace => words.place,
        FormatError::BadCharacters => kind_message(words, kind),
    };
    message.to_owned()
}

/// The error message for a JSON Schema keyword that an answer breaks. A keyword without its own message gets the
/// general message for the kind of the answer.
fn rule_message(words: &AnswerErrorWords, kind: &AnswerKind, rule: &str) -> &'static str {
    match rule {
        "maxLength" => words.too_long_plain,
        "minLength" => words.too_short,
        "minimum" | "exclusiveMinimum" => words.too_small,
        "maximum" | "exclusiveMaximum" => words.too_large,
        _ => kind_message(words, kind),
    }
}

/// The error message for a required question that has no answer.
fn missing_message(words: &AnswerErrorWords, kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::YesNo | AnswerKind::Select(_) | AnswerKind::Radio(_) => words.choose,
        AnswerKind::Declaration => words.declare,
        AnswerKind::Place => words.place,
        AnswerKind::Date | AnswerKind::PartialDate => date_message(words, kind),
        AnswerKind::PersonName => words.missing_name,
        AnswerKind::PersonNamePart => words.missing_name_part,
        AnswerKind::Email => words.email,
        AnswerKind::CitizenId
        | AnswerKind::IdentityNumber
        | AnswerKind::Phone
        | AnswerKind::Text(_)
        | AnswerKind::LongText(_)
        | AnswerKind::Count
        | AnswerKind::Money
        | AnswerKind::BirthCertificateCode
        | AnswerKind::List(_)
        | AnswerKind::DateInWords(_) => words.missing,
    }
}

/// The error message that explains how to write a date. In a partial date, the day and the month may be missing.
fn date_message(words: &AnswerErrorWords, kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::PartialDate => words.partial_date,
        _ => words.date,
    }
}

/// The error message that describes a valid answer of this kind, with an example.
fn kind_message(words: &AnswerErrorWords, kind: &AnswerKind) -> &'static str {
    match kind {
        AnswerKind::PersonName => words.name,
        AnswerKind::PersonNamePart => words.name_part,
        AnswerKind::CitizenId => words.citizen_id,
        AnswerKind::IdentityNumber => words.identity_number,
        AnswerKind::Phone => words.phone,
        AnswerKind::Email => words.email,
        AnswerKind::Date | AnswerKind::PartialDate => date_message(words, kind),
        AnswerKind::Place => words.place,
        AnswerKind::Count | AnswerKind::Money => words.number,
        AnswerKind::BirthCertificateCode => words.birth_certificate_code,
        AnswerKind::YesNo | AnswerKind::Select(_) | AnswerKind::Radio(_) => words.choose,
        AnswerKind::Declaration => words.declare,
        AnswerKind::Text(_)
        | AnswerKind::LongText(_)
        | AnswerKind::List(_)
        | AnswerKind::DateInWords(_) => words.text,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use domain::form::load_form;

    use super::*;
    use crate::i18n::Language;
    use serde_json::json;

    fn question(kind: AnswerKind) -> Question {
        let form = serde_json::from_value(json!({
            "key": "one", "version": 1, "title": "One",
            "schema": {"type": "object", "properties": {"a": {"type": "string"}}},
            "ui_schema": {"type": "Control", "scope": "#/properties/a"}
        }));
        let form = load_form(&form.unwrap(), |_| None).unwrap();
        let mut question = form.question("a").unwrap().clone();
        question.kind = kind;
        question
    }

    fn message_for(kind: AnswerKind, answer: Value, rule: &str) -> String {
        let words = Language::Vi.words().answer_errors();
        message_for_rule(words, &question(kind), Some(&answer), rule)
    }

    #[test]
    fn an_invalid_date_gets_an_example() {
        let message = message_for(AnswerKind::Date, json!("hôm qua"), "vn-date");
        assert!(message.contains("15/03/2026"), "{message}");
    }

    #[test]
    fn a_short_citizen_id_gets_the_number_of_its_digits() {
        let message = message_for(AnswerKind::CitizenId, json!("00109012"), "citizen-id");
        assert!(
            message.contains("12 chữ số") && message.contains("8 chữ số"),
            "{message}"
        );
    }

    #[test]
    fn a_phone_number_of_wrong_length_gets_the_phone_message() {
        for typed in ["09123456", "091234567890"] {
            let message = message_for(AnswerKind::Phone, json!(typed), "vn-phone");
            assert!(message.contains("số điện thoại") && message.contains("10 chữ số"));
        }
    }

    #[test]
    fn the_message_for_a_surname_does_not_ask_for_the_full_name() {
        for answer in [json!(null), json!("Nguyễn 2")] {
            let message = message_for(AnswerKind::PersonNamePart, answer, "required");
            assert!(!message.contains("Nguyễn Thị Lan"), "{message}");
        }
        let whole = message_for(AnswerKind::PersonName, json!("Nguyễn 2"), "person-name");
        assert!(whole.contains("Nguyễn Thị Lan"), "{whole}");
    }

    #[test]
    fn a_nonexistent_day_and_a_short_year_get_their_own_messages() {
        let message = message_for(AnswerKind::Date, json!("31/02/2026"), "vn-date");
        assert!(message.contains("Không có ngày này"), "{message}");
        let message = message_for(AnswerKind::PartialDate, json!("1/1/40"), "partial-date");
        assert!(message.contains("đủ 4 chữ số"), "{message}");
    }

    #[test]
    fn a_number_out_of_range_gets_the_limit() {
        let form = serde_json::from_value(json!({
            "key": "one", "version": 1, "title": "One",
            "schema": {"type": "object", "properties": {"copies": {"type": "integer", "minimum": 1, "maximum": 50}}},
            "ui_schema": {"type": "Control", "scope": "#/properties/copies"}
        }));
        let form = load_form(&form.unwrap(), |_| None).unwrap();
        let message = |copies: u32| {
            let mut answers = contract::form::Answers::new();
            answers.insert("copies".to_owned(), json!(copies));
            let problem = domain::form::check_answers(&form, &answers).pop().unwrap();
            let words = Language::Vi.words().answer_errors();
            answer_error_message(words, &form, &answers, &problem).unwrap()
        };
        assert_eq!(message(100), "Nhập một số không quá 50.");
        assert_eq!(message(0), "Nhập một số không dưới 1.");
    }

    #[test]
    fn a_choice_between_two_questions_names_the_other_question() {
        let form = serde_json::from_value(json!({
            "key": "one", "version": 1, "title": "One",
            "schema": {
                "type": "object",
                "properties": {"mother": {"title": "Họ tên mẹ", "type": "string"}, "father": {"title": "Họ tên cha", "type": "string"}},
                "anyOf": [{"required": ["mother"]}, {"required": ["father"]}]
            },
            "ui_schema": {"type": "VerticalLayout", "elements": [
                {"type": "Control", "scope": "#/properties/mother"}, {"type": "Control", "scope": "#/properties/father"}]}
        }));
        let form = load_form(&form.unwrap(), |_| None).unwrap();
        let nobody = contract::form::Answers::new();
        let problems = domain::form::check_answers(&form, &nobody);
        let words = Language::Vi.words().answer_errors();
        let messages: Vec<_> = problems
            .iter()
            .filter_map(|problem| answer_error_message(words, &form, &nobody, problem))
            .collect();
        assert_eq!(messages, ["Hãy trả lời câu này, hoặc câu «Họ tên cha»."]);
    }

    #[test]
    fn a_text_that_is_too_long_gets_the_limit() {
        let text = "ấ".repeat(10_000);
        let message = message_for(AnswerKind::LongText(4_000), json!(text), "maxLength");
        assert!(message.contains("4000 ký tự"), "{message}");
    }

    #[test]
    fn no_message_contains_the_name_of_its_rule() {
        for rule in [
            "required",
            "type",
            "enum",
            "const",
            "minimum",
            "maximum",
            "minLength",
            "not",
            "x-new",
        ] {
            for kind in [
                AnswerKind::Count,
                AnswerKind::YesNo,
                AnswerKind::Declaration,
                AnswerKind::Place,
                AnswerKind::Text(5),
            ] {
                for answer in [json!(null), json!(7), json!("a"), json!({})] {
                    let message = message_for(kind.clone(), answer, rule);
                    assert!(
                        message.ends_with('.') && !message.contains(rule),
                        "{message}"
                    );
                }
            }
        }
    }
}

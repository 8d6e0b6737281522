//! A sentence for an answer that breaks a rule: what to do, with an example. The rule's name never reaches the screen.

use contract::AnswerProblem;
use domain::form::{Definition, Kind, Question, answer_of, instead_of, limit, question_of, read};
use domain::format::Fault;
use serde_json::Value;

use crate::i18n::answer_errors::AnswerErrorWords;

fn answer_words(
    words: &AnswerErrorWords,
    question: &Question,
    answer: Option<&Value>,
    rule: &str,
) -> String {
    match (rule, answer) {
        ("required", _) | (_, None | Some(Value::Null)) => {
            missing_words(words, &question.kind).to_owned()
        }
        ("in-future", _) => words.in_future.to_owned(),
        // What was typed and couldn't be read is kept as text: reading it again tells what is wrong.
        (_, Some(Value::String(typed))) => match read(&question.kind, typed) {
            Err(fault) => fault_words(words, &question.kind, fault),
            Ok(_) => rule_words(words, &question.kind, rule).to_owned(),
        },
        (_, Some(_)) => rule_words(words, &question.kind, rule).to_owned(),
    }
}

/// The sentence for a problem of [`domain::form::check`] or of the server, with the answers as they are now; `None`
/// when no question of the form is meant.
pub fn problem_words(
    words: &AnswerErrorWords,
    form: &Definition,
    answers: &contract::form::Answers,
    problem: &AnswerProblem,
) -> Option<String> {
    let id = question_of(form, problem)?;
    let question = form.question(&id)?;
    let answer = answer_of(answers, &id);
    let is_choice = matches!(problem.rule.as_str(), "anyOf" | "oneOf");
    if is_choice && answer.is_none() {
        let others = instead_of(form, answers, &id).into_iter();
        let others: Vec<String> = others.filter_map(|id| form.label(&id)).collect();
        if !others.is_empty() {
            let others = others.join(words.or);
            return Some([words.any_of, " «", &others, "»."].concat());
        }
    }
    if let Some(limit) = limit(form, answers, &id, &problem.rule) {
        let before = match problem.rule.as_str() {
            "minimum" => words.at_least,
            _ => words.at_most,
        };
        return Some([before, " ", &limit.to_string(), "."].concat());
    }
    Some(answer_words(words, question, answer, &problem.rule))
}

/// The sentence for a typed text that can't be read.
pub fn fault_words(words: &AnswerErrorWords, kind: &Kind, fault: Fault) -> String {
    let sentence = match fault {
        Fault::Empty => missing_words(words, kind),
        Fault::TooLong { max } => {
            return [words.too_long, " ", &max.to_string(), " ", words.characters].concat();
        }
        Fault::TooShort { .. } => words.too_short,
        Fault::Invisible => words.invisible,
        Fault::NotAName => kind_words(words, kind),
        Fault::WrongDigits { .. } if *kind == Kind::Phone => words.phone,
        Fault::WrongDigits { found } => {
            let digits = match kind {
                Kind::IdentityNumber => words.identity_digits,
                _ => words.citizen_id_digits,
            };
            return [digits, " ", &found.to_string(), " ", words.digits].concat();
        }
        Fault::NotAPhone => words.phone,
        Fault::NotAnEmail => words.email,
        Fault::NotADate => date_words(words, kind),
        Fault::NoSuchDay => words.no_such_day,
        Fault::ShortYear => words.short_year,
        Fault::InFuture => words.in_future,
        Fault::NotANumber => words.number,
        Fault::NotACode => words.birth_certificate_code,
        Fault::NotAChoice => words.choose,
        Fault::UnknownPlace => words.place,
        Fault::BadCharacters => kind_words(words, kind),
    };
    sentence.to_owned()
}

fn rule_words(words: &AnswerErrorWords, kind: &Kind, rule: &str) -> &'static str {
    match rule {
        "maxLength" => words.too_long_plain,
        "minLength" => words.too_short,
        "minimum" | "exclusiveMinimum" => words.too_small,
        "maximum" | "exclusiveMaximum" => words.too_large,
        _ => kind_words(words, kind),
    }
}

fn missing_words(words: &AnswerErrorWords, kind: &Kind) -> &'static str {
    match kind {
        Kind::YesNo | Kind::Select(_) | Kind::Radio(_) => words.choose,
        Kind::Declaration => words.declare,
        Kind::Place => words.place,
        Kind::Date | Kind::PartialDate => date_words(words, kind),
        Kind::PersonName => words.missing_name,
        Kind::PersonNamePart => words.missing_name_part,
        Kind::Email => words.email,
        Kind::CitizenId
        | Kind::IdentityNumber
        | Kind::Phone
        | Kind::Text(_)
        | Kind::LongText(_)
        | Kind::Count
        | Kind::Money
        | Kind::BirthCertificateCode
        | Kind::List(_)
        | Kind::WordsOf(_) => words.missing,
    }
}

fn date_words(words: &AnswerErrorWords, kind: &Kind) -> &'static str {
    match kind {
        Kind::PartialDate => words.partial_date,
        _ => words.date,
    }
}

fn kind_words(words: &AnswerErrorWords, kind: &Kind) -> &'static str {
    match kind {
        Kind::PersonName => words.name,
        Kind::PersonNamePart => words.name_part,
        Kind::CitizenId => words.citizen_id,
        Kind::IdentityNumber => words.identity_number,
        Kind::Phone => words.phone,
        Kind::Email => words.email,
        Kind::Date | Kind::PartialDate => date_words(words, kind),
        Kind::Place => words.place,
        Kind::Count | Kind::Money => words.number,
        Kind::BirthCertificateCode => words.birth_certificate_code,
        Kind::YesNo | Kind::Select(_) | Kind::Radio(_) => words.choose,
        Kind::Declaration => words.declare,
        Kind::Text(_) | Kind::LongText(_) | Kind::List(_) | Kind::WordsOf(_) => words.text,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;
    use crate::i18n::Language;
    use serde_json::json;

    fn question(kind: Kind) -> Question {
        let form = serde_json::from_value(json!({
            "key": "one", "version": 1, "title": "One",
            "schema": {"type": "object", "properties": {"a": {"type": "string"}}},
            "ui_schema": {"type": "Control", "scope": "#/properties/a"}
        }));
        let form = Definition::load(&form.unwrap(), |_| None).unwrap();
        let mut question = form.question("a").unwrap().clone();
        question.kind = kind;
        question
    }

    fn told(kind: Kind, answer: Value, rule: &str) -> String {
        let words = Language::Vi.words().answer_errors();
        answer_words(words, &question(kind), Some(&answer), rule)
    }

    #[test]
    fn a_text_that_is_no_date_is_told_with_an_example() {
        let sentence = told(Kind::Date, json!("hôm qua"), "vn-date");
        assert!(sentence.contains("15/03/2026"), "{sentence}");
    }

    #[test]
    fn a_short_citizen_id_is_told_with_the_digits_that_are_there() {
        let sentence = told(Kind::CitizenId, json!("00109012"), "citizen-id");
        assert!(
            sentence.contains("12 chữ số") && sentence.contains("8 chữ số"),
            "{sentence}"
        );
    }

    #[test]
    fn a_phone_number_that_lacks_digits_is_told_as_a_phone_number() {
        for typed in ["09123456", "091234567890"] {
            let sentence = told(Kind::Phone, json!(typed), "vn-phone");
            assert!(sentence.contains("số điện thoại") && sentence.contains("10 chữ số"));
        }
    }

    #[test]
    fn a_surname_is_asked_for_alone_and_never_as_the_whole_name() {
        for answer in [json!(null), json!("Nguyễn 2")] {
            let sentence = told(Kind::PersonNamePart, answer, "required");
            assert!(!sentence.contains("Nguyễn Thị Lan"), "{sentence}");
        }
        let whole = told(Kind::PersonName, json!("Nguyễn 2"), "person-name");
        assert!(whole.contains("Nguyễn Thị Lan"), "{whole}");
    }

    #[test]
    fn a_day_that_never_was_and_a_short_year_are_told_for_what_they_are() {
        let sentence = told(Kind::Date, json!("31/02/2026"), "vn-date");
        assert!(sentence.contains("Không có ngày này"), "{sentence}");
        let sentence = told(Kind::PartialDate, json!("1/1/40"), "partial-date");
        assert!(sentence.contains("đủ 4 chữ số"), "{sentence}");
    }

    #[test]
    fn a_number_beyond_its_limit_is_told_the_limit() {
        let form = serde_json::from_value(json!({
            "key": "one", "version": 1, "title": "One",
            "schema": {"type": "object", "properties": {"copies": {"type": "integer", "minimum": 1, "maximum": 50}}},
            "ui_schema": {"type": "Control", "scope": "#/properties/copies"}
        }));
        let form = Definition::load(&form.unwrap(), |_| None).unwrap();
        let told = |copies: u32| {
            let mut answers = contract::form::Answers::new();
            answers.insert("copies".to_owned(), json!(copies));
            let problem = domain::form::check(&form, &answers).pop().unwrap();
            let words = Language::Vi.words().answer_errors();
            problem_words(words, &form, &answers, &problem).unwrap()
        };
        assert_eq!(told(100), "Nhập một số không quá 50.");
        assert_eq!(told(0), "Nhập một số không dưới 1.");
    }

    #[test]
    fn a_parent_who_is_not_named_is_asked_for_with_the_other_ones_question() {
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
        let form = Definition::load(&form.unwrap(), |_| None).unwrap();
        let nobody = contract::form::Answers::new();
        let problems = domain::form::check(&form, &nobody);
        let words = Language::Vi.words().answer_errors();
        let told: Vec<_> = problems
            .iter()
            .filter_map(|problem| problem_words(words, &form, &nobody, problem))
            .collect();
        assert_eq!(told, ["Hãy trả lời câu này, hoặc câu «Họ tên cha»."]);
    }

    #[test]
    fn a_novel_is_told_how_long_it_may_be() {
        let novel = "ấ".repeat(10_000);
        let sentence = told(Kind::LongText(4_000), json!(novel), "maxLength");
        assert!(sentence.contains("4000 ký tự"), "{sentence}");
    }

    #[test]
    fn no_rule_reaches_the_screen_by_its_name() {
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
                Kind::Count,
                Kind::YesNo,
                Kind::Declaration,
                Kind::Place,
                Kind::Text(5),
            ] {
                for answer in [json!(null), json!(7), json!("a"), json!({})] {
                    let sentence = told(kind.clone(), answer, rule);
                    assert!(
                        sentence.ends_with('.') && !sentence.contains(rule),
                        "{sentence}"
                    );
                }
            }
        }
    }
}

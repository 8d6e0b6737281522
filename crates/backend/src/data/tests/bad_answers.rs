//! Invalid answers to every question of the forms in `crates/backend/data`: blank, overlong, with emoji, markup or
//! invisible characters. The answer that the app saves and the raw answer of another client must both be accepted or
//! both be refused.

use std::collections::BTreeSet;

use contract::form::Answers;
use domain::form::{
    AnswerKind, FormDefinition, Question, check_page, effective_answers, parse_typed_answer,
    problem_question_id, required_questions, visible_elements,
};
use serde_json::{Value, json};

use super::real;

const BLANKS: [&str; 4] = ["", "   ", "\u{A0}\t", "\u{200B}\u{202E}"];
const EMOJI: &str = "😀";
const RIGHT_TO_LEFT: &str = "\u{202E}Lan";
const MARKUP: &str = "<img src=x onerror=alert(1)>";

fn long() -> String {
    "dài ".repeat(2_500)
}

/// Sets of answers to a form. Together they show every question: each question is visible with at least one of the
/// sets.
fn answers_that_show_all(key: &str) -> Vec<Answers> {
    let answers = match key {
        "birth-registration" => vec![json!({
            "mother_name": "Lan", "father_name": "Bình", "parents_married": true, "copies_wanted": true
        })],
        "death-registration" => vec![json!({"notice_kind": "Giấy báo tử", "copies_wanted": true})],
        "marital-status" => vec![
            json!({"marital_status": "married", "for_marriage": true}),
            json!({"marital_status": "divorced", "for_marriage": false}),
            json!({"marital_status": "widowed"}),
        ],
        "birth-group" => vec![json!({
            "mother_name": "Lan", "father_name": "Bình", "parents_married": true, "copies_wanted": true,
            "consent_role": "Chủ hộ"
        })],
        "death-group" => vec![json!({
            "notice_kind": "Giấy báo tử", "copies_wanted": true, "declarant_relation_to_head": "Con đẻ",
            "funeral_entitlement": "Người có công", "recipient_is_requester": false
        })],
        "residence-change" => vec![json!({"relation_to_head": "Vợ", "consent_role": "Chủ hộ"})],
        "draft-certificate" => vec![json!({"agreed": "Có chỗ sai"})],
        "funeral-allowance" => vec![json!({"recipient_is_applicant": false})],
        _ => vec![json!({})],
    };
    answers
        .iter()
        .map(|answers| answers.as_object().unwrap().clone())
        .collect()
}

/// Checks all pages of a form, and returns the ids of the questions with an invalid answer. Asserts that the JSON
/// Schema validator agrees.
fn invalid_questions(
    key: &str,
    definition: &FormDefinition,
    answers: &Answers,
) -> BTreeSet<String> {
    let pages = 0..definition.pages().len();
    let problems = pages.flat_map(|page| check_page(definition, page, answers));
    let invalid: BTreeSet<String> = problems
        .filter_map(|problem| problem_question_id(definition, &problem))
        .collect();
    let checked = Value::Object(effective_answers(definition, answers));
    let valid = real().validator(key).unwrap().is_valid(&checked);
    assert_eq!(invalid.is_empty(), valid, "{checked}");
    invalid
}

/// Calls `check` for each question of each form, with answers that make this question visible.
fn for_each_question(check: impl Fn(&str, &FormDefinition, &Question, &Answers)) {
    for key in real().forms.keys() {
        let definition = real().definition(key).unwrap();
        let bases = answers_that_show_all(key);
        for question in definition.questions() {
            let shows = |base: &&Answers| visible_elements(definition, base).contains(&question.id);
            let base = bases.iter().find(shows);
            let base = base.unwrap_or_else(|| panic!("{} is never visible", question.id));
            if !matches!(question.kind, AnswerKind::DateInWords(_)) {
                check(key, definition, question, base);
            }
        }
    }
}

fn with(base: &Answers, question: &Question, answer: Value) -> Answers {
    let mut answers = base.clone();
    answers.insert(question.id.clone(), answer);
    answers
}

/// The answer that the app saves for an entered text: the parsed value, or the text itself if it can't be parsed.
fn saved_answer(question: &Question, typed: &str) -> Value {
    parse_typed_answer(&question.kind, typed).unwrap_or_else(|_| json!(typed))
}

/// Whether a question accepts any characters. This isn't so for a code with a pattern.
fn is_free_text(key: &str, question: &Question) -> bool {
    let own = &real().form(key).unwrap().schema["properties"][&question.id];
    let any_letters = own.get("pattern").is_none();
    any_letters && matches!(question.kind, AnswerKind::Text(_) | AnswerKind::LongText(_))
}

/// Whether a question asks for a password, which accepts any characters but has a minimum length.
fn is_secret(key: &str, question: &Question) -> bool {
    let own = &real().form(key).unwrap().schema["properties"][&question.id];
    own.get("writeOnly").is_some()
}

#[test]
fn a_blank_answer_counts_as_missing() {
    for_each_question(|key, definition, question, base| {
        let mut without = base.clone();
        without.remove(&question.id);
        let missing = invalid_questions(key, definition, &without);
        for blank in BLANKS {
            let answers = with(base, question, json!(blank));
            assert_eq!(
                invalid_questions(key, definition, &answers),
                missing,
                "{} {blank:?}",
                question.id
            );
            assert_eq!(
                required_questions(definition, &answers),
                required_questions(definition, &without),
                "{} {blank:?}",
                question.id
            );
        }
    });
}

#[test]
fn reports_an_overlong_answer_at_its_question() {
    for_each_question(|key, definition, question, base| {
        for typed in [long(), "9".repeat(10_000)] {
            let answers = with(base, question, saved_answer(question, &typed));
            assert!(
                invalid_questions(key, definition, &answers).contains(&question.id),
                "{}",
                question.id
            );
        }
    });
}

#[test]
fn emoji_markup_and_bidi_characters_are_allowed_in_free_text_only() {
    for_each_question(|key, definition, question, base| {
        if is_secret(key, question) {
            return;
        }
        for typed in [EMOJI, MARKUP, RIGHT_TO_LEFT] {
            for answer in [saved_answer(question, typed), json!(typed)] {
                let answers = with(base, question, answer);
                let wrong = invalid_questions(key, definition, &answers).contains(&question.id);
                assert_eq!(
                    wrong,
                    !is_free_text(key, question),
                    "{} {typed:?}",
                    question.id
                );
            }
        }
    });
}

#[test]
fn free_text_length_ignores_invisible_characters() {
    for_each_question(|key, definition, question, base| {
        if !is_free_text(key, question) {
            return;
        }
        for (typed, expected) in [
            (EMOJI, EMOJI),
            (MARKUP, MARKUP),
            (RIGHT_TO_LEFT, "Lan"),
            ("a\0b", "ab"),
        ] {
            let answers = with(base, question, json!(typed));
            let counted = effective_answers(definition, &answers);
            assert_eq!(counted[&question.id], expected, "{}", question.id);
        }
    });
}

#[test]
fn cleans_and_limits_the_detail_of_a_place() {
    for_each_question(|key, definition, question, base| {
        if question.kind != AnswerKind::Place {
            return;
        }
        let place = |detail: &str| json!({"province": "44", "commune": "19624", "detail": detail});
        let answers = with(base, question, place("\u{202E}Thôn  Một\0"));
        let counted = effective_answers(definition, &answers);
        assert_eq!(counted[&question.id]["detail"], "Thôn Một");
        let answers = with(base, question, place(&long()));
        assert!(
            invalid_questions(key, definition, &answers).contains(&question.id),
            "{}",
            question.id
        );
    });
}

//! The form engine and the JSON Schema validator must agree on random answers to every form.

use contract::form::Answers;
use domain::form::{AnswerKind, Question};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use serde_json::{Value, json};

use super::real;
use super::real_forms::problems;

/// Possible answers to a question. Most of them are valid for some question of this kind. The last answers are invalid
/// for almost every question.
fn pool(question: &Question) -> Vec<Value> {
    let mut pool = match &question.kind {
        AnswerKind::Select(choices) | AnswerKind::Radio(choices) => {
            choices.iter().map(|choice| choice.value.clone()).collect()
        }
        AnswerKind::YesNo | AnswerKind::Declaration => vec![json!(true), json!(false)],
        AnswerKind::Count | AnswerKind::Money => {
            [0, 1, 23, 24, 50, 51, -1].map(Value::from).to_vec()
        }
        AnswerKind::Place => vec![
            json!({"province": "44", "commune": "19624"}),
            json!({"province": "44", "commune": "19624", "detail": "Thôn 1"}),
            json!({"province": "44"}),
            json!({"province": 44, "commune": "19624"}),
        ],
        AnswerKind::Date | AnswerKind::PartialDate => [
            "15/03/1990",
            "01/11/2026",
            "1990",
            "03/1990",
            "31/02/2026",
            "1/3/2026",
        ]
        .map(Value::from)
        .to_vec(),
        AnswerKind::Email => vec![json!("lan.nguyen@example.vn"), json!("lan@")],
        AnswerKind::List(entries) => lists(&entries.questions),
        _ => [
            "Nguyễn Thị Thử",
            "Thử",
            "045195000001",
            "123456789",
            "0912345678",
            "25/2020",
            "38A01.GCS.0B1C2.26",
        ]
        .map(Value::from)
        .to_vec(),
    };
    let good = pool.clone();
    // Repeat the likely valid answers. Most picked answers are then valid, so the rules between questions are tested as
    // well.
    pool.extend(good.iter().cycle().take(24).cloned());
    pool.extend([
        json!(null),
        json!(""),
        json!("x"),
        json!(1.5),
        json!([]),
        json!({}),
        json!(true),
    ]);
    pool
}

/// Answers to a repeating group: complete entries, an entry without its first answer, and more entries than allowed.
fn lists(questions: &[Question]) -> Vec<Value> {
    let entry = |number: usize, questions: &[Question]| {
        let members = questions.iter().map(|question| {
            let pool = pool(question);
            (question.id.clone(), pool[number % pool.len()].clone())
        });
        Value::Object(members.collect())
    };
    let mut lists: Vec<Value> = (0..12)
        .map(|number| json!([entry(number, questions)]))
        .collect();
    lists.extend([
        json!([entry(0, questions), entry(1, questions)]),
        json!([entry(0, &questions[1..])]),
        json!(vec![entry(0, questions); 40]),
    ]);
    lists
}

proptest! {
    // Run at least 400 cases. `make soak` runs more.
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(400)))]

    #[test]
    fn validator_and_json_schema_agree_on_random_answers_to_every_form(
        key in select(real().forms.keys().cloned().collect::<Vec<_>>()),
        picks in prop::collection::vec(prop::option::weighted(0.85, any::<Index>()), 120),
    ) {
        let definition = real().definition(&key).unwrap();
        let answers: Answers = definition
            .questions()
            .zip(picks)
            .filter_map(|(question, pick)| Some((question.id.clone(), pick?.get(&pool(question)).clone())))
            .collect();
        problems(real(), &key, &answers);
    }
}

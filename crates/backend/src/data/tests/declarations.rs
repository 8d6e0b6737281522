//! The declarations of the parts of a group. If the group's form accepts the answers, each part's form must accept the
//! declaration that is made from them. Only answers that come from the result of an earlier part may be missing.

use std::collections::BTreeSet;

use contract::draft::Delivery;
use contract::form::Answers;
use contract::group::{AnswerSource, PartProcedure};
use contract::procedure::Procedure;
use domain::form::{AnswerKind, FormDefinition, Question, check_answers, required_questions};
use domain::group::{build_declaration, filed_parts, placeholders};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use super::real;
use super::real_forms::problems;
use crate::data::patterns;

const BIRTH: &str = "2.000986";
const DEATH: &str = "1.006714";

fn group(code: &str) -> &'static Procedure {
    real().procedure(code).unwrap()
}

fn definition(code: &str) -> &'static FormDefinition {
    real().definition(&group(code).form).unwrap()
}

/// Valid answers to a question. Empty if the answer is derived from other answers.
fn good_answers(question: &Question) -> Vec<Value> {
    let texts = |texts: &[&str]| texts.iter().map(|text| json!(text)).collect();
    match &question.kind {
        AnswerKind::Select(choices) | AnswerKind::Radio(choices) => {
            choices.iter().map(|choice| choice.value.clone()).collect()
        }
        AnswerKind::YesNo => vec![json!(true), json!(false)],
        AnswerKind::Declaration => vec![json!(true)],
        AnswerKind::Count => vec![json!(1), json!(23)],
        AnswerKind::Place => vec![
            json!({"province": "44", "commune": "19624"}),
            json!({"province": "44", "commune": "19624", "detail": "Thôn 1"}),
        ],
        AnswerKind::Date => texts(&["15/03/1990", "01/11/2026"]),
        AnswerKind::PartialDate => texts(&["1940", "03/1940", "15/03/1940"]),
        AnswerKind::CitizenId => texts(&["045195000001"]),
        AnswerKind::IdentityNumber => texts(&["190123456", "045195000001"]),
        AnswerKind::Phone => texts(&["0912345678"]),
        AnswerKind::BirthCertificateCode => texts(&["38A01.GCS.0B1C2.26"]),
        AnswerKind::PersonName => texts(&["Nguyễn Thị Thử", "H'Bia Thử"]),
        AnswerKind::DateInWords(_) => Vec::new(),
        _ => texts(&["Thử"]),
    }
}

/// Answers to the picked questions, and to all questions that become required because of these answers.
fn fill(form: &FormDefinition, picks: &[(bool, Index)]) -> Answers {
    let picked = |(question, (_, pick)): (&Question, &(bool, Index))| {
        let pool = good_answers(question);
        let answer = (!pool.is_empty()).then(|| pick.get(&pool).clone());
        Some((question.id.clone(), answer?))
    };
    let all: Answers = form.questions().zip(picks).filter_map(picked).collect();
    let wanted = form
        .questions()
        .zip(picks)
        .filter(|(_, (wanted, _))| *wanted);
    let mut ids: BTreeSet<String> = wanted.map(|(question, _)| question.id.clone()).collect();
    loop {
        let chosen = all.iter().filter(|(id, _)| ids.contains(*id));
        let answers: Answers = chosen
            .map(|(id, value)| (id.clone(), value.clone()))
            .collect();
        let before = ids.len();
        ids.extend(required_questions(form, &answers));
        if ids.len() == before {
            return answers;
        }
    }
}

/// Builds a declaration and returns its invalid answers. Answers that come from the result of an earlier part are
/// ignored.
fn invalid_answers(by: &PartProcedure, form: &FormDefinition, answers: &Answers) -> Vec<String> {
    let place_name = |place: &_| real().place_name(place);
    let declared = build_declaration(by, form, answers, Some(&Delivery::Counter), &place_name);
    let given_later = |pointer: &String| {
        let id = pointer.trim_start_matches("/answers/");
        matches!(by.declaration.get(id), Some(AnswerSource::Later(_)))
    };
    let mut found = problems(real(), &by.form, &declared);
    found.retain(|pointer| !given_later(pointer));
    found
}

proptest! {
    // Run at least 400 cases. `make soak` runs more.
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(400)))]

    #[test]
    fn declarations_of_accepted_group_answers_are_accepted_by_each_form(
        code in select(vec![BIRTH, DEATH]),
        picks in prop::collection::vec((prop::bool::weighted(0.6), any::<Index>()), 120),
    ) {
        let form = definition(code);
        let answers = fill(form, &picks);
        // Skip the case if the group's form refuses the answers: a form may require one of several answers, and none of
        // them was picked.
        prop_assume!(check_answers(form, &answers).is_empty());
        for filed in filed_parts(group(code), form, &answers, patterns::compile) {
            let invalid = invalid_answers(filed.procedure, form, &answers);
            prop_assert!(invalid.is_empty(), "{} of {code}: {invalid:?} from {answers:?}", filed.part.key);
        }
    }
}

#[test]
fn random_answers_cover_every_question_of_the_groups() {
    for code in [BIRTH, DEATH] {
        assert!(definition(code).questions().count() <= 120, "{code}");
    }
}

#[test]
fn a_declaration_is_filled_from_the_groups_answers() {
    for code in [BIRTH, DEATH] {
        let parts = &group(code).parts;
        let asked = |id: &str| definition(code).question(id).is_some();
        for by in parts.iter().flat_map(|part| &part.procedures) {
            let form = real().definition(&by.form).unwrap();
            for (id, source) in &by.declaration {
                assert!(form.question(id).is_some(), "{} has no {id}", by.form);
                let known = match source {
                    AnswerSource::From(from) => asked(from),
                    AnswerSource::Text(sentence) => placeholders(sentence).all(asked),
                    AnswerSource::Later(key) => parts.iter().any(|part| part.key == *key),
                    AnswerSource::Value(_) | AnswerSource::Delivery => true,
                    AnswerSource::Other => false,
                };
                assert!(known, "{id} of {}: {source:?}", by.form);
            }
        }
    }
}

/// The keys of the group's parts that these answers require, with the codes of their procedures.
fn filed(code: &str, answers: Value) -> Vec<(String, String)> {
    let answers = answers.as_object().unwrap();
    filed_parts(group(code), definition(code), answers, patterns::compile)
        .into_iter()
        .map(|filed| {
            (
                filed.part.key.clone(),
                filed.procedure.procedure.key.clone(),
            )
        })
        .collect()
}

fn pairs(parts: &[(&str, &str)]) -> Vec<(String, String)> {
    let pair = |(key, code): &(&str, &str)| ((*key).to_owned(), (*code).to_owned());
    parts.iter().map(pair).collect()
}

#[test]
fn the_birth_group_files_birth_residence_and_insurance_card() {
    let expected = pairs(&[
        ("birth", "1.001193"),
        ("residence", "1.004222"),
        ("insurance", "1.014137"),
    ]);
    assert_eq!(filed(BIRTH, json!({})), expected);
}

#[test]
fn the_entitlement_decides_which_agency_pays_the_funeral_allowance() {
    let both = [("death", "1.000656"), ("residence", "1.003197")];
    for (entitlement, code) in [
        ("Hưu trí/BHXH", "2.000821"),
        ("Người có công", "1.010824"),
        ("Bảo trợ xã hội", "1.001731"),
        ("Trợ cấp hưu trí xã hội", "1.014028"),
    ] {
        let answers = json!({"funeral_entitlement": entitlement});
        let [death, residence] = both;
        let expected = pairs(&[death, residence, ("funeral", code)]);
        assert_eq!(filed(DEATH, answers), expected, "{entitlement}");
    }
    let none = json!({"funeral_entitlement": "Không thuộc diện hưởng"});
    assert_eq!(filed(DEATH, none), pairs(&both));
}

#[test]
fn a_requester_without_a_citizen_id_names_the_households_representative() {
    let declarant_name = |answers: Value| {
        let answers = answers.as_object().unwrap().clone();
        let filed = filed_parts(group(DEATH), definition(DEATH), &answers, patterns::compile);
        let residence = filed.iter().find(|filed| filed.part.key == "residence");
        residence.unwrap().procedure.declaration["declarant_name"].clone()
    };
    let with_id = json!({"requester_citizen_id": "045175000001"});
    let from = |id: &str| AnswerSource::From(id.to_owned());
    assert_eq!(declarant_name(with_id), from("requester_name"));
    assert_eq!(declarant_name(json!({})), from("representative_name"));
}

#[test]
fn the_childs_citizen_id_comes_from_the_birth_registration() {
    let parts = &group(BIRTH).parts;
    for (key, id) in [
        ("residence", "declarant_citizen_id"),
        ("insurance", "child_citizen_id"),
    ] {
        let part = parts.iter().find(|part| part.key == key).unwrap();
        let source = &part.procedures[0].declaration[id];
        assert_eq!(source, &AnswerSource::Later("birth".to_owned()), "{key}");
        assert!(part.after.contains(&"birth".to_owned()), "{key}");
    }
}

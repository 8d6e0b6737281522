//! Declarations of the parts of a group. Their answers are derived from the answers to the group's form. If the form of
//! a part rejects such an answer, the error points to the question of the group's form, so that the citizen can correct
//! their answer.

use contract::ProblemCode;
use contract::draft::Draft;
use serde_json::json;

use crate::kit::TestBackend;
use crate::kit::group::{GROUP, newborn_answers, photo_of};

#[tokio::test]
async fn reports_a_declaration_error_at_the_groups_question() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    for (id, answer, rule) in [
        ("parent_id", json!("12345"), "identity-number"),
        ("parent_name", json!("<b>"), "person-name"),
    ] {
        let draft = lan.complete_group_draft(&json!({id: answer})).await;
        let refused = lan.submit(&draft.id, "key").await;
        let problem = refused.assert_problem(422, ProblemCode::InvalidAnswers);
        let reported: Vec<_> = problem
            .errors
            .iter()
            .map(|error| (error.pointer.clone(), error.rule.as_str()))
            .collect();
        assert_eq!(reported, [(format!("/answers/{id}"), rule)]);
    }
    assert_eq!(backend.count_rows("dossiers").await, 0);
}

#[tokio::test]
async fn reports_an_overlong_composed_answer_at_its_first_source_answer() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let draft = lan
        .complete_group_draft(&json!({"wish": "dài ".repeat(995)}))
        .await;
    let refused = lan.submit(&draft.id, "key").await;
    let problem = refused.assert_problem(422, ProblemCode::InvalidAnswers);
    assert_eq!(problem.errors.len(), 1);
    assert_eq!(problem.errors[0].pointer, "/answers/child_name");
    assert_eq!(problem.errors[0].rule, "maxLength");
    let shorter = json!({"answers": {"wish": "Ngắn"}});
    let now: Draft = lan.get_draft(&draft.id).await.json();
    lan.save_draft(&draft.id, now.version, &shorter)
        .await
        .json::<Draft>();
    assert_eq!(lan.submit(&draft.id, "key").await.status, 201);
}

#[tokio::test]
async fn reports_only_the_missing_delivery_of_an_otherwise_complete_group() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(GROUP).await;
    let answers = json!({"answers": newborn_answers()});
    lan.save_draft(&draft.id, 1, &answers).await.json::<Draft>();
    lan.upload_file(&draft.id, &photo_of("P-01", "birth-0001"))
        .await;
    lan.upload_file(&draft.id, &photo_of("P-04", "card-00001"))
        .await;
    let missing = lan
        .submit(&draft.id, "key")
        .await
        .assert_problem(422, ProblemCode::IncompleteDossier);
    assert_eq!(missing.pointer.as_deref(), Some("/delivery"));
}

//! A declaration that its own form refuses is told where the citizen can mend it: at the question of the group's form.

use contract::ProblemCode;
use contract::draft::Draft;
use serde_json::json;

use crate::kit::Backend;

#[tokio::test]
async fn what_an_agency_would_refuse_is_told_at_the_question_that_it_came_from() {
    let backend = Backend::start_with_group();
    let lan = backend.lan().await;
    for (id, answer, rule) in [
        ("parent_id", json!("12345"), "identity-number"),
        ("parent_name", json!("<b>"), "person-name"),
    ] {
        let draft = lan.filled_group(&json!({id: answer})).await;
        let refused = lan.submit(&draft.id, "key").await;
        let problem = refused.refusal(422, ProblemCode::InvalidAnswers);
        let told: Vec<_> = problem
            .errors
            .iter()
            .map(|error| (error.pointer.clone(), error.rule.as_str()))
            .collect();
        assert_eq!(told, [(format!("/answers/{id}"), rule)]);
    }
    assert_eq!(backend.count("dossiers").await, 0);
}

#[tokio::test]
async fn a_sentence_that_grows_too_long_is_told_at_the_first_answer_in_it() {
    let backend = Backend::start_with_group();
    let lan = backend.lan().await;
    let draft = lan.filled_group(&json!({"wish": "dài ".repeat(995)})).await;
    let refused = lan.submit(&draft.id, "key").await;
    let problem = refused.refusal(422, ProblemCode::InvalidAnswers);
    assert_eq!(problem.errors.len(), 1);
    assert_eq!(problem.errors[0].pointer, "/answers/child_name");
    assert_eq!(problem.errors[0].rule, "maxLength");
    let shorter = json!({"answers": {"wish": "Ngắn"}});
    let now: Draft = lan.draft(&draft.id).await.body();
    lan.save(&draft.id, now.version, &shorter)
        .await
        .body::<Draft>();
    assert_eq!(lan.submit(&draft.id, "key").await.status, 201);
}

#[tokio::test]
async fn a_group_without_a_way_to_receive_results_is_sent_back_for_that_alone() {
    let backend = Backend::start_with_group();
    let lan = backend.lan().await;
    let draft = lan.begin(crate::kit::group::GROUP).await;
    let answers = json!({"answers": crate::kit::group::newborn()});
    lan.save(&draft.id, 1, &answers).await.body::<Draft>();
    let paper = crate::kit::group::paper;
    lan.attach(&draft.id, &paper("P-01", "birth-0001")).await;
    lan.attach(&draft.id, &paper("P-04", "card-00001")).await;
    let missing = lan
        .submit(&draft.id, "key")
        .await
        .refusal(422, ProblemCode::IncompleteDossier);
    assert_eq!(missing.pointer.as_deref(), Some("/delivery"));
}

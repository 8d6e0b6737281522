//! Rating how a finished dossier was handled.

use contract::dossier::{CitizenAction, NewRating, Rating};
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::group::get_dossier;
use crate::kit::officer::post_decision;
use crate::kit::{TestBackend, TestClient, TestResponse};

async fn rate(client: &TestClient, code: &str, stars: u8, comment: Option<&str>) -> TestResponse {
    let rating = NewRating {
        stars,
        comment: comment.map(str::to_owned),
    };
    client.post(&endpoints::POST_RATING, &[code], &rating).await
}

async fn finished(backend: &TestBackend) -> (TestClient, String) {
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let code = lan.submit(&draft.id, "key").await.json::<Receipt>().code;
    for decision in ["move=2", "move=4"] {
        post_decision(&backend.client(), &code, decision).await;
    }
    rate(&lan, &code, 5, None)
        .await
        .assert_problem(409, ProblemCode::ImpossibleMove);
    post_decision(&backend.client(), &code, "move=9").await;
    (lan, code)
}

#[tokio::test]
async fn a_finished_dossier_is_rated_once_and_changed_until_the_end_of_the_day() {
    let backend = TestBackend::start();
    let (lan, code) = finished(&backend).await;
    let dossier = get_dossier(&lan, &code).await;
    assert_eq!(dossier.rating, None);
    assert!(dossier.actions.contains(&CitizenAction::Rate));
    let first: Rating = rate(&lan, &code, 2, Some(" Chờ lâu. ")).await.json();
    assert_eq!(
        (first.stars, first.comment.as_deref()),
        (2, Some("Chờ lâu."))
    );
    backend.advance_clock(60);
    let changed: Rating = rate(&lan, &code, 4, None).await.json();
    assert_eq!((changed.stars, changed.comment), (4, None));
    assert_eq!(changed.rated_at, first.rated_at);
    backend.advance_clock(24 * 3600);
    let lan = backend.sign_in("0912345678").await;
    let later = get_dossier(&lan, &code).await;
    assert_eq!(later.rating.map(|rating| rating.stars), Some(4));
    assert!(!later.actions.contains(&CitizenAction::Rate));
    rate(&lan, &code, 1, None)
        .await
        .assert_problem(409, ProblemCode::ImpossibleMove);
    let page = backend.client().navigate("/demo").await.text();
    assert!(page.contains("<b>4/5</b>"), "{page}");
}

#[tokio::test]
async fn refuses_ratings_out_of_bounds() {
    let backend = TestBackend::start();
    let (lan, code) = finished(&backend).await;
    for (stars, rule) in [(0, "minimum"), (6, "maximum"), (255, "maximum")] {
        let body = json!({"stars": stars}).to_string();
        let refused = lan.post_raw(&endpoints::POST_RATING, &[&code], body).await;
        let problem = refused.assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(
            (
                problem.errors[0].pointer.as_str(),
                problem.errors[0].rule.as_str()
            ),
            ("/stars", rule)
        );
    }
    rate(&lan, &code, 3, Some(&"a".repeat(4_001)))
        .await
        .assert_problem(422, ProblemCode::InvalidAnswers);
    assert_eq!(get_dossier(&lan, &code).await.rating, None);
}

//! Feedback («Góp ý»): the sender must answer a check question (a small sum). Each check question can be used for one
//! message.

use axum::body::Body;
use contract::ProblemCode;
use contract::endpoints;
use contract::feedback::{Feedback, FeedbackChallenge};

use crate::kit::{TestBackend, TestClient, TestResponse};

const WORDS: [&str; 9] = [
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

#[tokio::test]
async fn feedback_with_the_right_answer_reaches_the_operator() {
    let backend = TestBackend::start();
    let guest = backend.client();
    let challenge = get_challenge(&guest).await;
    let mut message = message(&challenge);
    message.title = "  Chữ   <b>nhỏ</b> ".to_owned();
    let sent = send(&guest, &message).await;
    assert_eq!((sent.status.as_u16(), sent.bytes.len()), (204, 0));
    let page = guest.navigate("/demo").await.text();
    assert!(page.contains("Chữ &lt;b&gt;nhỏ&lt;/b&gt;"), "{page}");
    assert!(page.contains("Nên cho chữ to hơn."));
    // A check question can be used for one message only.
    let again = send(&guest, &message).await;
    let again = again.assert_problem(422, ProblemCode::InvalidAnswers);
    assert_eq!(again.pointer.as_deref(), Some("/challenge"));
    assert_eq!(backend.count_rows("feedback").await, 1);
}

#[tokio::test]
async fn a_wrong_answer_can_be_corrected_a_limited_number_of_times() {
    let backend = TestBackend::start();
    let guest = backend.client();
    let challenge = get_challenge(&guest).await;
    let right = message(&challenge);
    for wrong in ["0", "mười", "-7", "99999999999999999999"] {
        let mut wrong_message = right.clone();
        wrong_message.answer = wrong.to_owned();
        let refused = send(&guest, &wrong_message).await;
        let refused = refused.assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(refused.pointer.as_deref(), Some("/answer"));
    }
    let mut spaced = right.clone();
    spaced.answer = format!(" {} ", right.answer);
    assert_eq!(send(&guest, &spaced).await.status, 204);

    let challenge = get_challenge(&guest).await;
    let mut guess = message(&challenge);
    guess.answer = "0".to_owned();
    for _ in 0..5 {
        let refused = send(&guest, &guess).await;
        let refused = refused.assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(refused.pointer.as_deref(), Some("/answer"));
    }
    let too_late = send(&guest, &message(&challenge)).await;
    let too_late = too_late.assert_problem(422, ProblemCode::InvalidAnswers);
    assert_eq!(too_late.pointer.as_deref(), Some("/challenge"));
}

#[tokio::test]
async fn a_feedback_challenge_expires_after_half_an_hour() {
    let backend = TestBackend::start();
    let guest = backend.client();
    let (early, late) = (get_challenge(&guest).await, get_challenge(&guest).await);
    backend.advance_clock(30 * 60 - 1);
    assert_eq!(send(&guest, &message(&early)).await.status, 204);
    backend.advance_clock(1);
    let expired = send(&guest, &message(&late)).await;
    let expired = expired.assert_problem(422, ProblemCode::InvalidAnswers);
    assert_eq!(expired.pointer.as_deref(), Some("/challenge"));
    get_challenge(&guest).await;
    assert_eq!(backend.count_rows("feedback_challenges").await, 1);
}

#[tokio::test]
async fn rejects_invalid_feedback_with_pointers_and_uses_up_no_try() {
    let backend = TestBackend::start();
    let guest = backend.client();
    let challenge = get_challenge(&guest).await;
    let right = message(&challenge);
    let long = "ấ".repeat(10_000);
    for property in ["name", "title", "content", "challenge", "answer"] {
        for invalid in ["", "  ", &long] {
            let mut message = serde_json::to_value(&right).unwrap();
            message[property] = invalid.into();
            let message: Feedback = serde_json::from_value(message).unwrap();
            let refused = send(&guest, &message).await;
            let refused = refused.assert_problem(422, ProblemCode::InvalidAnswers);
            let pointer = format!("/{property}");
            assert_eq!(refused.pointer, Some(pointer), "{invalid:.9}");
        }
    }
    let invisible = Feedback {
        name: "\u{200B}".to_owned(),
        title: "\u{202E}".to_owned(),
        content: "\n\u{200B}\n".to_owned(),
        ..right.clone()
    };
    let refused = send(&guest, &invisible).await;
    let refused = refused.assert_problem(422, ProblemCode::InvalidAnswers);
    let pointers: Vec<_> = refused
        .errors
        .iter()
        .map(|error| error.pointer.as_str())
        .collect();
    assert_eq!(pointers, ["/name", "/title", "/content"]);
    assert_eq!(send(&guest, &right).await.status, 204);
}

#[tokio::test]
async fn limits_feedback_per_client_ip() {
    let backend = TestBackend::start();
    let guest = backend.client();
    for _ in 0..20 {
        let challenge = get_challenge(&guest).await;
        assert_eq!(send(&guest, &message(&challenge)).await.status, 204);
    }
    let challenge = get_challenge(&guest).await;
    let slowed = send(&guest, &message(&challenge)).await;
    let slowed = slowed.assert_problem(429, ProblemCode::TooManyRequests);
    assert_eq!(slowed.retry_after_seconds, Some(600));
    backend.advance_clock(600);
    assert_eq!(send(&guest, &message(&challenge)).await.status, 204);
}

#[tokio::test]
async fn limits_feedback_challenges_per_client_ip() {
    let backend = TestBackend::start();
    let guest = backend.client();
    let from = async |ip: &str| {
        let request = guest.request(&endpoints::POST_FEEDBACK_CHALLENGE, &[]);
        let request = request.header("x-forwarded-for", ip);
        guest.send(request.body(Body::empty()).unwrap()).await
    };
    for _ in 0..60 {
        assert_eq!(from("203.0.113.7").await.status, 200);
    }
    let slowed = from("203.0.113.7").await;
    assert_eq!(slowed.header("retry-after"), Some("600"));
    let slowed = slowed.assert_problem(429, ProblemCode::TooManyRequests);
    assert_eq!(slowed.retry_after_seconds, Some(600));
    assert_eq!(backend.count_rows("feedback_challenges").await, 60);
    assert_eq!(from("203.0.113.8").await.status, 200);
    backend.advance_clock(600);
    assert_eq!(from("203.0.113.7").await.status, 200);
}

async fn get_challenge(client: &TestClient) -> FeedbackChallenge {
    let response = client.call(&endpoints::POST_FEEDBACK_CHALLENGE, &[]).await;
    assert_eq!(response.header("cache-control"), Some("no-store"));
    response.json()
}

/// A valid message with the right answer to the check question.
fn message(challenge: &FeedbackChallenge) -> Feedback {
    let question = challenge.question.to_lowercase();
    let sum = question.strip_suffix(" bằng mấy?").unwrap();
    let numbers = sum.split(" cộng ").map(|word| {
        let place = WORDS.iter().position(|known| *known == word);
        place.unwrap() + 1
    });
    Feedback {
        name: "Nguyễn Thị Lan".to_owned(),
        title: "Chữ nhỏ".to_owned(),
        content: "Nên cho chữ to hơn.".to_owned(),
        challenge: challenge.id.clone(),
        answer: numbers.sum::<usize>().to_string(),
    }
}

async fn send(client: &TestClient, message: &Feedback) -> TestResponse {
    client.post(&endpoints::POST_FEEDBACK, &[], message).await
}

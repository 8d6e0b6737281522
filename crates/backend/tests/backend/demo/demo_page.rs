//! The page `/demo`: it shows the text messages that were sent, and moves the clock. It exists only if the backend was
//! started with `--demo`.

use contract::problem::ProblemCode;
use serde_json::Value;

use crate::kit::TestBackend;
use crate::kit::officer::{post_decision, post_form};

#[tokio::test]
async fn demo_pages_exist_only_in_demo_mode() {
    let backend = TestBackend::start_with(|config| config.demo = false);
    let guest = backend.client();
    for path in ["/demo", "/demo/", "/demo/messages.json", "/demo/demo.css"] {
        assert_eq!(guest.navigate(path).await.status, 404, "{path}");
    }
    assert_eq!(
        post_decision(&guest, "H50-261122-0001", "move=2")
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn shows_the_code_of_a_registration() {
    let backend = TestBackend::start();
    let guest = backend.client();
    guest
        .start_registration("Nguyễn Thị Lan", "045190000001", "0912345678")
        .await;
    let code = backend.last_code("0912345678").await;
    let page = guest.navigate("/demo").await;
    assert_eq!(
        page.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert!(
        page.text()
            .contains(&format!("<p class=\"code\">{code}</p>"))
    );
    assert!(!page.text().contains("<script") && !page.text().contains("style="));
    let messages: Value = guest
        .navigate("/demo/messages.json?phone=0912345678")
        .await
        .json();
    assert_eq!(messages[0]["code"], code);
    let others: Value = guest
        .navigate("/demo/messages.json?phone=0987654321")
        .await
        .json();
    assert_eq!(others, Value::Array(Vec::new()));
    let css = guest.navigate("/demo/demo.css").await;
    assert_eq!(css.header("content-type"), Some("text/css; charset=utf-8"));
}

#[tokio::test]
async fn links_to_the_dossiers_above_the_messages() {
    let backend = TestBackend::start();
    let guest = backend.client();
    guest
        .start_registration("Nguyễn Thị Lan", "045190000001", "0912345678")
        .await;
    let page = guest.navigate("/demo").await.text();
    let position = |part: &str| page.find(part).unwrap();
    assert!(position("<a href=\"#dossiers\">Hồ sơ đã gửi</a>") < position("<li class=\"card\">"));
    assert!(position("<li class=\"card\">") < position("<h2 id=\"dossiers\">"));
}

#[tokio::test]
async fn wraps_words_and_buttons_on_narrow_screens_with_large_text() {
    let backend = TestBackend::start();
    let css = backend.client().navigate("/demo/demo.css").await.text();
    let rule = |selector: &str| {
        let (_, rest) = css.split_once(&format!("\n{selector} {{")).unwrap();
        rest.split_once('}').unwrap().0.to_owned()
    };
    assert!(rule("body").contains("overflow-wrap: anywhere"));
    assert!(rule(".actions").contains("flex-wrap: wrap"));
    assert!(rule("button").contains("max-width: 100%"));
}

#[tokio::test]
async fn moves_the_clock_only_for_requests_of_the_demo_page() {
    const LATER: &str = "advance_seconds=301";
    let backend = TestBackend::start();
    let guest = backend.client();
    let challenge = guest
        .start_registration("Nguyễn Thị Lan", "045190000001", "0912345678")
        .await;
    let code = backend.last_code("0912345678").await;
    let elsewhere = [("sec-fetch-site", "cross-site")];
    let refused = post_form(&guest, "/demo/clock", LATER, &elsewhere).await;
    assert_eq!(refused.status, 403);
    let here = [("sec-fetch-site", "same-origin")];
    let too_far = post_form(&guest, "/demo/clock", "advance_seconds=99999999", &here).await;
    assert_eq!(too_far.status, 422);
    let moved = post_form(&guest, "/demo/clock", LATER, &here).await;
    assert_eq!(moved.status, 204);
    guest
        .submit_code(&challenge.id, &code)
        .await
        .assert_problem(403, ProblemCode::CodeExpired);
}

//! Forged or changed session cookies. A cookie that differs from the one that the backend set gives no access to any
//! account.

use axum::body::Body;
use axum::http::Request;
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::TestBackend;

#[tokio::test]
async fn a_cookie_altered_in_any_position_gives_no_access() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let cookie = lan.cookie().unwrap();
    let token = cookie.strip_prefix("sid=").unwrap();
    let mut altered: Vec<String> = (0..token.len())
        .map(|end| token[..end].to_owned())
        .collect();
    altered.extend((0..token.len()).map(|index| {
        let other = if &token[index..=index] == "A" {
            "B"
        } else {
            "A"
        };
        [&token[..index], other, &token[index + 1..]].concat()
    }));
    altered.extend([
        [token, "A"].concat(),
        [token, "="].concat(),
        ["\"", token, "\""].concat(),
        token.to_lowercase(),
        token.to_uppercase(),
    ]);
    for token in altered {
        lan.set_cookie(Some(["sid=", &token].concat()));
        lan.call(&endpoints::GET_DOSSIERS, &[])
            .await
            .assert_problem(401, ProblemCode::NotSignedIn);
    }
    lan.set_cookie(Some(cookie));
    assert!(lan.get_session().await.is_some());
}

#[tokio::test]
async fn two_session_cookies_in_one_header_give_no_access() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let draft = lan.complete_draft().await;
    let (lans, binhs) = (lan.cookie().unwrap(), binh.cookie().unwrap());
    lan.set_cookie(Some(binhs.clone()));
    lan.get_draft(&draft.id)
        .await
        .assert_problem(404, ProblemCode::NotFound);
    for both in [[&lans, &binhs], [&binhs, &lans], [&lans, &lans]] {
        lan.set_cookie(Some(both.map(String::as_str).join("; ")));
        lan.get_draft(&draft.id)
            .await
            .assert_problem(401, ProblemCode::NotSignedIn);
    }
}

#[tokio::test]
async fn two_session_cookies_in_two_headers_give_no_access() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let request = Request::get("/api/dossiers")
        .header("cookie", lan.cookie().unwrap())
        .header("cookie", "sid=planted");
    let response = backend
        .client()
        .send(request.body(Body::empty()).unwrap())
        .await;
    response.assert_problem(401, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn ignores_cookies_of_other_services() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let cookie = lan.cookie().unwrap();
    lan.set_cookie(Some(
        ["theme=dark; sid2=x; ", &cookie, "; _ga=GA1.1.1"].concat(),
    ));
    assert!(lan.get_session().await.is_some());
}

//! Protection against cross-site request forgery. Another site can make a browser send requests with the session
//! cookie. Such requests change nothing, at any endpoint.

use axum::body::Body;
use axum::http::Request;
use contract::draft::Draft;
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::operations::{DocumentedOperation, operations};
use crate::kit::{TestBackend, TestClient, officer};

/// The media types that an HTML form can send without a script, each with an example of a body.
const FORMS: [(&str, &str); 3] = [
    ("application/x-www-form-urlencoded", "code=123456"),
    ("text/plain", r#"{"code": "123456", "x": "="}"#),
    (
        "multipart/form-data; boundary=x",
        "--x\r\nContent-Disposition: form-data; name=\"code\"\r\n\r\n123456\r\n--x--",
    ),
];
const EVIL: (&str, &str) = ("origin", "https://evil.example");

/// A demonstration whose host name is `motcua.vn`.
fn backend_of_motcua_vn() -> TestBackend {
    TestBackend::start_with(|config| {
        config.demo = true;
        config.host = "motcua.vn".to_owned();
    })
}

fn unsafe_operations() -> impl Iterator<Item = DocumentedOperation> {
    operations()
        .into_iter()
        .filter(DocumentedOperation::is_unsafe)
}

async fn assert_refused(client: &TestClient, request: Request<Body>, operation: &str) {
    let response = client.send(request).await;
    assert_eq!(response.status, 403, "{operation}: {}", response.text());
    response.assert_problem(403, ProblemCode::MissingRequestHeader);
}

#[tokio::test]
async fn refuses_forms_of_another_site_at_every_endpoint() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let before = backend.messages("0912345678").await.len();
    for operation in unsafe_operations() {
        for (media_type, body) in FORMS {
            let request = operation
                .request(&draft.id)
                .header("content-type", media_type)
                .header(EVIL.0, EVIL.1)
                .header("sec-fetch-site", "cross-site");
            let request = request.body(Body::from(body)).unwrap();
            assert_refused(&lan, request, &operation.name).await;
        }
    }
    assert!(lan.get_session().await.is_some());
    assert_eq!(lan.get_draft(&draft.id).await.json::<Draft>(), draft);
    assert_eq!(backend.messages("0912345678").await.len(), before);
}

#[tokio::test]
async fn refuses_forms_of_browsers_that_send_no_origin() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for operation in unsafe_operations() {
        for (media_type, body) in FORMS {
            let request = operation.request("none").header("content-type", media_type);
            let request = request.body(Body::from(body)).unwrap();
            assert_refused(&lan, request, &operation.name).await;
        }
    }
}

#[tokio::test]
async fn refuses_another_origin_even_with_the_apps_request_header() {
    let backend = backend_of_motcua_vn();
    let lan = backend.register_lan().await;
    let foreign = [
        EVIL,
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ];
    for operation in unsafe_operations() {
        for (name, value) in foreign {
            let headers = [(name, value.to_owned()), ("host", "motcua.vn".to_owned())];
            let request = operation.app_request("none", &headers);
            let request = request.body(Body::from("{}")).unwrap();
            assert_refused(&lan, request, &operation.name).await;
        }
    }
    assert!(lan.get_session().await.is_some());
}

#[tokio::test]
async fn accepts_requests_of_the_apps_own_origin() {
    let backend = backend_of_motcua_vn();
    backend.register_lan().await;
    for own in [
        [
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://motcua.vn"),
        ],
        [("host", "motcua.vn"), ("origin", "https://motcua.vn")],
    ] {
        let lan = backend.sign_in("0912345678").await;
        for (name, value) in own {
            lan.set_header(name, value);
        }
        let response = lan.call(&endpoints::DELETE_SESSION, &[]).await;
        assert_eq!(response.status, 204);
    }
}

#[tokio::test]
async fn refuses_officer_forms_of_another_site() {
    let backend = backend_of_motcua_vn();
    let guest = backend.client();
    for headers in [
        [EVIL, ("host", "motcua.vn")],
        [("sec-fetch-site", "cross-site"), EVIL],
    ] {
        let response =
            officer::post_decision_with_headers(&guest, "none", "move=2", &headers).await;
        assert_eq!(response.status, 403);
    }
}

#[tokio::test]
async fn a_link_or_picture_of_another_site_changes_nothing() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    // The start of single sign-on stores what its callback is compared with.
    let stores_sign_in = ["getSingleSignOn", "getSingleSignOnReturn"];
    for operation in operations() {
        if operation.is_unsafe() || stores_sign_in.contains(&operation.name.as_str()) {
            continue;
        }
        if operation.name == "getEvents" {
            // The body of this response doesn't end.
            let before = stored_rows(&backend).await;
            drop(lan.open(&endpoints::GET_EVENTS).await);
            assert_eq!(stored_rows(&backend).await, before, "{}", operation.name);
            continue;
        }
        for client in [&lan, &backend.client()] {
            let before = stored_rows(&backend).await;
            let request = operation.request(&draft.id).body(Body::empty()).unwrap();
            client.send(request).await;
            assert_eq!(stored_rows(&backend).await, before, "{}", operation.name);
        }
    }
}

/// All rows of the database as text. Leaves out the sessions, because every request renews the idle time of its session.
async fn stored_rows(backend: &TestBackend) -> Vec<String> {
    let rows = backend.state.store.run(|transaction| {
        let mut tables = transaction.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sessions' ORDER BY name",
        )?;
        let tables: Vec<String> = tables
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut rows = Vec::new();
        for table in tables {
            let mut all = transaction.prepare(&format!("SELECT * FROM {table}"))?;
            let columns = all.column_count();
            let texts = all.query_map([], |row| {
                let values = (0..columns).map(|column| row.get_ref(column));
                Ok(format!("{table} {:?}", values.collect::<Result<Vec<_>, _>>()?))
            })?;
            rows.extend(texts.collect::<Result<Vec<_>, _>>()?);
        }
        Ok(rows)
    });
    rows.await.unwrap()
}

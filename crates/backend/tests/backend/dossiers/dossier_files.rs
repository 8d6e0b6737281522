//! The bytes of a dossier's files, also in parts.

use axum::body::Body;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;

use crate::kit::filing::{File, photo};
use crate::kit::{TestBackend, TestClient, TestResponse};

struct SentFile {
    code: String,
    id: String,
    file: File,
}

async fn send_file(lan: &TestClient) -> SentFile {
    let draft = lan.birth_draft_without_attachment().await;
    let file = photo("file-0001", 100_000);
    lan.upload_file(&draft.id, &file).await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    SentFile {
        id: receipt.files[0].id.clone(),
        code: receipt.code,
        file,
    }
}

async fn get(client: &TestClient, sent: &SentFile, headers: &[(&str, &str)]) -> TestResponse {
    let mut request = client.request(&endpoints::GET_DOSSIER_FILE, &[&sent.code, &sent.id]);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    client.send(request.body(Body::empty()).unwrap()).await
}

fn header<'a>(response: &'a TestResponse, name: &str) -> &'a str {
    response.headers[name].to_str().unwrap()
}

#[tokio::test]
async fn returns_the_very_bytes_that_the_citizen_sent() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let sent = send_file(&lan).await;
    let whole = get(&lan, &sent, &[]).await;
    assert_eq!(whole.status, 200);
    assert!(whole.bytes == sent.file.bytes);
    assert_eq!(header(&whole, "content-type"), "image/jpeg");
    assert_eq!(header(&whole, "accept-ranges"), "bytes");
    assert_eq!(header(&whole, "content-length"), "100000");
    assert_eq!(header(&whole, "cache-control"), "no-store");
    assert_eq!(
        header(&whole, "etag"),
        format!("\"{}\"", sent.file.sha256())
    );
    assert!(
        header(&whole, "content-disposition")
            .starts_with("inline; filename=\"giay-chung-sinh.jpg\"")
    );
    assert!(header(&whole, "content-security-policy").starts_with("default-src 'none'"));
    assert_eq!(header(&whole, "x-content-type-options"), "nosniff");
    let path = format!(
        "/api/dossiers/{}/files/{}?download=true",
        sent.code, sent.id
    );
    let saved = lan.navigate(&path).await;
    assert!(header(&saved, "content-disposition").starts_with("attachment; "));
}

#[tokio::test]
async fn a_download_that_broke_off_goes_on_where_it_stopped() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let sent = send_file(&lan).await;
    let bytes = &sent.file.bytes;
    let tag = format!("\"{}\"", sent.file.sha256());
    let rest = get(
        &lan,
        &sent,
        &[("range", "bytes=70000-"), ("if-range", &tag)],
    )
    .await;
    assert_eq!(rest.status, 206);
    assert_eq!(header(&rest, "content-range"), "bytes 70000-99999/100000");
    assert_eq!(header(&rest, "content-length"), "30000");
    assert!(rest.bytes == bytes[70_000..]);
    let last = get(&lan, &sent, &[("range", "bytes=-1")]).await;
    assert!(last.bytes == bytes[99_999..]);
    // Parts of another version must never be joined, and several parts aren't supported.
    for headers in [
        [("range", "bytes=70000-"), ("if-range", "\"other\"")],
        [("range", "bytes=0-1,5-6"), ("accept", "*/*")],
    ] {
        let whole = get(&lan, &sent, &headers).await;
        assert_eq!((whole.status.as_u16(), whole.bytes.len()), (200, 100_000));
    }
    let beyond = get(&lan, &sent, &[("range", "bytes=100000-")]).await;
    assert_eq!(header(&beyond, "content-range"), "bytes */100000");
    beyond.assert_problem(416, ProblemCode::InvalidRequest);
    let current = get(&lan, &sent, &[("if-none-match", &tag)]).await;
    assert_eq!((current.status.as_u16(), current.bytes.len()), (304, 0));
}

#[tokio::test]
async fn head_returns_the_headers_without_the_bytes() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let sent = send_file(&lan).await;
    let request =
        axum::http::Request::head(format!("/api/dossiers/{}/files/{}", sent.code, sent.id));
    let head = lan.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!((head.status.as_u16(), head.bytes.len()), (200, 0));
    assert_eq!(header(&head, "content-length"), "100000");
}

#[tokio::test]
async fn a_file_is_found_only_in_its_own_dossier() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let sent = send_file(&lan).await;
    let other = lan.complete_draft().await;
    let other: Receipt = lan.submit(&other.id, "key-2").await.json();
    for (code, id) in [
        (other.code.as_str(), sent.id.as_str()),
        (&sent.code, "none"),
        (&sent.code, "..%2Fmotcua.sqlite"),
        ("none", &sent.id),
    ] {
        lan.call(&endpoints::GET_DOSSIER_FILE, &[code, id])
            .await
            .assert_problem(404, ProblemCode::NotFound);
    }
    let draft = lan.birth_draft_without_attachment().await;
    let unsent = lan.upload_file(&draft.id, &photo("file-0002", 100)).await;
    lan.call(&endpoints::GET_DOSSIER_FILE, &[&sent.code, &unsent])
        .await
        .assert_problem(404, ProblemCode::NotFound);
}

//! Files that are uploaded in one request, by a client of a backend without tus.

use axum::body::Body;
use contract::ProblemCode;
use contract::attachment::Attachment;
use contract::draft::Draft;
use contract::endpoints;

use crate::kit::filing::{BIRTH, FORM_BOUNDARY, FORM_COMPONENT, File, photo};
use crate::kit::{TestBackend, TestClient, TestResponse};

impl TestClient {
    async fn send_form(&self, draft: &str, form: Vec<u8>) -> TestResponse {
        let request = self.request(&endpoints::POST_FILE, &[draft]).header(
            "content-type",
            format!("multipart/form-data; boundary={FORM_BOUNDARY}"),
        );
        self.send(request.body(Body::from(form)).unwrap()).await
    }

    async fn send_whole(&self, draft: &str, file: &File) -> TestResponse {
        self.send_form(draft, file.form(file.bytes.len())).await
    }
}

#[tokio::test]
async fn a_file_sent_in_one_request_is_an_attachment_once() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let file = photo("photo-0001", 100_000);
    let sent = lan.send_whole(&draft.id, &file).await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let attachment: Attachment = sent.json();
    assert_eq!(attachment.sha256, Some(file.sha256()));
    assert_eq!(attachment.media_type, "image/jpeg");
    let again = lan.send_whole(&draft.id, &file).await;
    assert_eq!((again.status.as_u16(), again.json()), (200, attachment));
    let draft: Draft = lan.get_draft(&draft.id).await.json();
    assert_eq!(draft.attachments.len(), 1);
    lan.delete_upload(&draft.attachments[0].id).await;
    let draft: Draft = lan.get_draft(&draft.id).await.json();
    assert!(draft.attachments.is_empty());
}

#[tokio::test]
async fn a_cut_or_wrong_file_leaves_nothing_behind_and_can_be_sent_again() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let file = photo("photo-0001", 5_000);
    let mut cut = file.form(file.bytes.len());
    cut.truncate(3_000);
    let short = file.form(file.bytes.len() + 1);
    for form in [cut, short] {
        let refused = lan.send_form(&draft.id, form).await;
        refused.assert_problem(400, ProblemCode::InvalidRequest);
    }
    let long = file.form(file.bytes.len() - 1);
    let refused = lan.send_form(&draft.id, long).await;
    refused.assert_problem(413, ProblemCode::FileTooLarge);
    let mut unknown = photo("photo-0001", 5_000);
    unknown.bytes[0] = b'M';
    let refused = lan.send_whole(&draft.id, &unknown).await;
    refused.assert_problem(422, ProblemCode::FileTypeRefused);
    let now: Draft = lan.get_draft(&draft.id).await.json();
    assert!(now.attachments.is_empty());
    assert_eq!(backend.files_on_disk(), 0);
    assert_eq!(lan.send_whole(&draft.id, &file).await.status, 201);
}

#[tokio::test]
async fn rejects_a_form_without_its_fields_and_a_file_for_no_component() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let file = photo("photo-0001", 500);
    let whole = String::from_utf8_lossy(&file.form(500)).into_owned();
    for name in ["component", "file_id", "size", "file"] {
        let without = whole.replace(&format!("name=\"{name}\""), "name=\"other\"");
        let refused = lan.send_form(&draft.id, without.into_bytes()).await;
        refused.assert_problem(400, ProblemCode::InvalidRequest);
    }
    let elsewhere = File {
        component: FORM_COMPONENT,
        ..photo("photo-0001", 500)
    };
    let refused = lan.send_whole(&draft.id, &elsewhere).await;
    refused.assert_problem(422, ProblemCode::InvalidAnswers);
    let request = lan
        .request(&endpoints::POST_FILE, &[&draft.id])
        .header("content-type", "image/jpeg");
    let request = request.body(Body::from(file.bytes.clone())).unwrap();
    let refused = lan.send(request).await;
    refused.assert_problem(415, ProblemCode::UnsupportedMediaType);
    let binh = backend.register_binh().await;
    let foreign = binh.send_whole(&draft.id, &file).await;
    foreign.assert_problem(404, ProblemCode::NotFound);
}

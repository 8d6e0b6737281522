//! Files that the backend rejects, unsafe file names, and requests that break the tus protocol.

use axum::body::Body;
use axum::http::Request;
use contract::ProblemCode;
use contract::draft::Draft;
use contract::endpoints;
use contract::limits::UPLOAD_BYTES;

use crate::kit::TestBackend;
use crate::kit::filing::{BIRTH, FORM_COMPONENT, File, OPTIONAL_COMPONENT, photo, upload_id};

#[tokio::test]
async fn rejects_an_unacceptable_file_before_any_byte_is_sent() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let file = photo("photo-0001", 1000);
    let max_bytes = usize::try_from(backend.state.config.uploads.max_bytes).unwrap();
    let empty = lan.create_upload_of_size(&draft.id, &file, 0).await;
    empty.assert_problem(422, ProblemCode::FileEmpty);
    let large = lan
        .create_upload_of_size(&draft.id, &file, max_bytes + 1)
        .await;
    large.assert_problem(413, ProblemCode::FileTooLarge);
    for component in [FORM_COMPONENT, "no-such-component", ""] {
        let file = File {
            component,
            ..photo("photo-0002", 9)
        };
        lan.create_upload(&draft.id, &file)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
    }
    assert!(
        lan.get_draft(&draft.id)
            .await
            .json::<Draft>()
            .attachments
            .is_empty()
    );
}

#[tokio::test]
async fn limits_files_per_component() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.uploads.max_files = 2;
    });
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    for id in ["photo-0001", "photo-0002"] {
        lan.upload_file(&draft.id, &photo(id, 50)).await;
    }
    let third = lan.create_upload(&draft.id, &photo("photo-0003", 50)).await;
    third.assert_problem(422, ProblemCode::TooManyFiles);
    let mut elsewhere = photo("photo-0004", 50);
    elsewhere.component = OPTIONAL_COMPONENT;
    lan.upload_file(&draft.id, &elsewhere).await;
}

#[tokio::test]
async fn deletes_a_file_of_an_unknown_kind() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let mut unknown = photo("photo-0001", 100);
    unknown.bytes[0] = b'M';
    let mut heic = photo("photo-0002", 100);
    heic.bytes.splice(..12, *b"\0\0\0\x18ftypheic");
    for file in [unknown, heic] {
        let id = upload_id(&lan.create_upload(&draft.id, &file).await);
        let sent = lan.send_chunk(&id, 0, Body::from(file.bytes.clone())).await;
        sent.assert_problem(422, ProblemCode::FileTypeRefused);
        assert_eq!(lan.head_upload(&id).await.status, 404);
    }
    assert!(
        lan.get_draft(&draft.id)
            .await
            .json::<Draft>()
            .attachments
            .is_empty()
    );
    assert_eq!(backend.files_on_disk(), 0);
}

#[tokio::test]
async fn nobody_gets_a_receipt_for_a_file_that_no_officer_can_open() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let locked = "%PDF-1.7\n3 0 obj<</Type/Page>>endobj\ntrailer<</Root 1 0 R/Encrypt 9 0 R>>\n\
                  startxref\n9\n%%EOF";
    let without_page = locked
        .replace("/Page", "/Pages")
        .replace("/Encrypt", "/Info");
    let files: [(&str, Vec<u8>); 6] = [
        ("cut-off", photo("photo-0001", 100).bytes[..60].to_vec()),
        ("cut-off", b"\x89PNG\r\n\x1A\n".to_vec()),
        ("cut-off", [&b"%PDF-1.7\n"[..], &[0; 500]].concat()),
        ("damaged", b"\xFF\xD8\xFF\xD9".to_vec()),
        ("locked", locked.into()),
        ("no-page", without_page.into()),
    ];
    let ids = [
        "file-0001",
        "file-0002",
        "file-0003",
        "file-0004",
        "file-0005",
        "file-0006",
    ];
    for (id, (rule, bytes)) in ids.into_iter().zip(files) {
        let file = File {
            bytes,
            ..photo(id, 50)
        };
        let upload = upload_id(&lan.create_upload(&draft.id, &file).await);
        let sent = lan.send_chunk(&upload, 0, Body::from(file.bytes)).await;
        let problem = sent.assert_problem(422, ProblemCode::FileUnreadable);
        assert_eq!(problem.errors[0].rule, rule, "{id}");
        assert_eq!(lan.head_upload(&upload).await.status, 404);
    }
    assert_eq!(backend.files_on_disk(), 0);
}

#[tokio::test]
async fn a_good_picture_under_another_ending_is_taken_and_its_name_mended() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    for (id, name) in [
        ("file-0001", "z5012.png"),
        ("file-0002", "anh.jpeg.pdf"),
        ("file-0003", "IMG_1.HEIC"),
    ] {
        let mut file = photo(id, 100);
        file.name = name.to_owned();
        lan.upload_file(&draft.id, &file).await;
    }
    let draft: Draft = lan.get_draft(&draft.id).await.json();
    let names: Vec<_> = draft
        .attachments
        .iter()
        .map(|file| file.name.as_str())
        .collect();
    assert_eq!(names, ["z5012.jpg", "anh.jpeg", "IMG_1.jpg"]);
    assert!(
        draft
            .attachments
            .iter()
            .all(|file| file.media_type == "image/jpeg")
    );
}

#[tokio::test]
async fn discards_a_chunk_that_exceeds_the_announced_length() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let photo = photo("photo-0001", 100);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    let sent = lan.send_chunk(&id, 0, Body::from(vec![7; 101])).await;
    sent.assert_problem(413, ProblemCode::FileTooLarge);
    assert_eq!(
        lan.head_upload(&id).await.header("upload-offset"),
        Some("0")
    );
    let sent = lan
        .send_chunk(&id, 0, Body::from(photo.bytes.clone()))
        .await;
    assert_eq!(sent.header("motcua-sha256"), Some(photo.sha256().as_str()));
}

#[tokio::test]
async fn sanitises_file_names_so_that_none_is_a_path() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let long = format!("{}.jpg", "ấ".repeat(200));
    let names = [
        ("../../etc/giấy chứng sinh.jpg", "giấy chứng sinh.jpg"),
        ("C:\\ảnh\\a.jpg", "a.jpg"),
        (long.as_str(), long.as_str()),
        ("a\u{302}\u{301}nh.jpg", "ấnh.jpg"),
        ("\u{202E}gpj.jpg", "gpj.jpg"),
    ];
    let ids = [
        "photo-0001",
        "photo-0002",
        "photo-0003",
        "photo-0004",
        "photo-0005",
    ];
    for (id, (name, expected)) in ids.into_iter().zip(names) {
        let mut file = photo(id, 50);
        file.name = name.to_owned();
        let upload = lan.upload_file(&draft.id, &file).await;
        let now: Draft = lan.get_draft(&draft.id).await.json();
        let attachment = now
            .attachments
            .iter()
            .find(|attachment| attachment.id == upload)
            .unwrap();
        assert_eq!(attachment.name, expected);
    }
    assert_eq!(backend.files_on_disk(), names.len());
}

#[tokio::test]
async fn rejects_requests_that_break_the_tus_protocol() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let photo = photo("photo-0001", 100);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    let without_version = lan.call(&endpoints::PATCH_UPLOAD, &[&id]).await;
    without_version.assert_problem(412, ProblemCode::InvalidRequest);
    assert_eq!(without_version.header("tus-version"), Some("1.0.0"));
    let wrong_media_type = lan
        .request(&endpoints::PATCH_UPLOAD, &[&id])
        .header("tus-resumable", "1.0.0")
        .header("upload-offset", "0")
        .header("content-type", "application/json");
    let response = lan
        .send(wrong_media_type.body(Body::from("{}")).unwrap())
        .await;
    response.assert_problem(415, ProblemCode::UnsupportedMediaType);
    let without_length = lan
        .request(&endpoints::POST_UPLOAD, &[&draft.id])
        .header("tus-resumable", "1.0.0")
        .header("upload-metadata", photo.metadata());
    let response = lan.send(without_length.body(Body::empty()).unwrap()).await;
    response.assert_problem(400, ProblemCode::InvalidRequest);
    let request = Request::options(format!("/api/uploads/{id}"))
        .body(Body::empty())
        .unwrap();
    let options = backend.client().send(request).await;
    assert_eq!(options.status, 204);
    assert_eq!(
        options.header("tus-extension"),
        Some("creation,termination,expiration")
    );
    assert_eq!(options.header("tus-version"), Some("1.0.0"));
    assert_eq!(
        options.header("tus-max-size"),
        Some(UPLOAD_BYTES.to_string().as_str())
    );
}

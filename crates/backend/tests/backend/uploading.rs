//! Uploads over a good line and a bad one.

use axum::body::{Body, Bytes};
use axum::http::Request;
use contract::ProblemCode;
use contract::draft::Draft;
use contract::endpoints;
use futures_util::stream;
use tokio::sync::oneshot;

use crate::kit::Backend;
use crate::kit::filing::{BIRTH, OPTIONAL_PAPER, PAPER_FORM, photo, upload_id};

#[tokio::test]
async fn a_photo_sent_in_two_chunks_is_whole_and_sealed() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let created = lan.create_upload(&draft.id, &photo).await;
    assert_eq!(created.status, 201);
    assert_eq!(created.header("tus-resumable"), Some("1.0.0"));
    assert_eq!(
        created.header("upload-expires"),
        Some("Thu, 21 Jan 2027 17:00:00 GMT")
    );
    let id = upload_id(&created);

    let (first, rest) = photo.bytes.split_at(400);
    let sent = lan.send_chunk(&id, 0, Body::from(first.to_vec())).await;
    assert_eq!(
        (sent.status.as_u16(), sent.header("upload-offset")),
        (204, Some("400"))
    );
    assert_eq!(sent.header("motcua-sha256"), None);
    let head = lan.head_upload(&id).await;
    assert_eq!(head.header("upload-offset"), Some("400"));
    assert_eq!(head.header("upload-length"), Some("1000"));
    assert_eq!(
        head.header("upload-metadata"),
        Some(photo.metadata().as_str())
    );
    assert_eq!(head.header("cache-control"), Some("no-store"));

    let sent = lan.send_chunk(&id, 400, Body::from(rest.to_vec())).await;
    assert_eq!(
        (sent.status.as_u16(), sent.header("upload-offset")),
        (204, Some("1000"))
    );
    assert_eq!(sent.header("motcua-sha256"), Some(photo.sha256().as_str()));
    let head = lan.head_upload(&id).await;
    assert_eq!(head.header("motcua-sha256"), Some(photo.sha256().as_str()));

    let now: Draft = lan.draft(&draft.id).await.body();
    assert_eq!(
        now.version, draft.version,
        "uploading while typing is no conflict"
    );
    let file = &now.attachments[0];
    assert_eq!((file.received, file.size), (1000, 1000));
    assert_eq!(file.media_type, "image/jpeg");
    assert_eq!(file.sha256, Some(photo.sha256()));
}

#[tokio::test]
async fn a_line_that_drops_loses_no_byte_that_had_come() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    let dropped = Body::from_stream(stream::iter([
        Ok(Bytes::copy_from_slice(&photo.bytes[..300])),
        Ok(Bytes::copy_from_slice(&photo.bytes[300..700])),
        Err(std::io::Error::other("the line dropped")),
    ]));
    lan.send_chunk(&id, 0, dropped).await;
    assert_eq!(
        lan.head_upload(&id).await.header("upload-offset"),
        Some("700")
    );
    let rest = Body::from(photo.bytes[700..].to_vec());
    let sent = lan.send_chunk(&id, 700, rest).await;
    assert_eq!(sent.header("motcua-sha256"), Some(photo.sha256().as_str()));
}

#[tokio::test]
async fn a_request_that_is_forgotten_in_the_middle_still_keeps_its_bytes() {
    let backend = Backend::start();
    let lan = std::sync::Arc::new(backend.lan().await);
    let draft = lan.begin(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    let (drop_line, line) = oneshot::channel::<()>();
    let (reached, half_way) = oneshot::channel::<()>();
    let first = Bytes::copy_from_slice(&photo.bytes[..500]);
    let steps = stream::unfold(
        (Some(first), Some((reached, line))),
        |(first, rest)| async move {
            if let Some(first) = first {
                return Some((Ok(first), (None, rest)));
            }
            let (reached, line) = rest?;
            reached.send(()).unwrap();
            let _ = line.await;
            Some((Err(std::io::Error::other("the line dropped")), (None, None)))
        },
    );
    let sending = tokio::spawn({
        let (lan, id) = (std::sync::Arc::clone(&lan), id.clone());
        async move { lan.send_chunk(&id, 0, Body::from_stream(steps)).await }
    });
    half_way.await.unwrap();
    sending.abort();
    assert!(sending.await.is_err());

    let busy = lan.send_chunk(&id, 0, Body::from("x")).await;
    busy.refusal(423, ProblemCode::UploadLocked);
    lan.remove_upload(&id)
        .await
        .refusal(423, ProblemCode::UploadLocked);
    drop_line.send(()).unwrap();
    let offset = backend.offset_once_free(&lan, &id).await;
    assert_eq!(offset, 500);
}

#[tokio::test]
async fn a_chunk_that_starts_elsewhere_is_told_where_the_server_stands() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    lan.send_chunk(&id, 0, Body::from(photo.bytes[..10].to_vec()))
        .await;
    for from in [0, 9, 11, 1000] {
        let answer = lan.send_chunk(&id, from, Body::from("x")).await;
        answer.refusal(409, ProblemCode::OffsetConflict);
        assert_eq!(answer.header("upload-offset"), Some("10"));
        assert_eq!(answer.header("tus-resumable"), Some("1.0.0"));
    }
}

#[tokio::test]
async fn the_same_file_begun_twice_is_one_upload() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let first = lan.create_upload(&draft.id, &photo).await;
    let id = upload_id(&first);
    lan.send_chunk(&id, 0, Body::from(photo.bytes[..10].to_vec()))
        .await;
    let second = lan.create_upload(&draft.id, &photo).await;
    assert_eq!(second.status, 200);
    assert_eq!(second.header("location"), first.header("location"));
    assert_eq!(second.header("upload-offset"), Some("10"));
    let other = lan.create_upload_of(&draft.id, &photo, 999).await;
    other.refusal(409, ProblemCode::IdempotencyConflict);
    assert_eq!(
        lan.draft(&draft.id).await.body::<Draft>().attachments.len(),
        1
    );
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_before_a_byte_is_sent() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let most = usize::try_from(backend.state.config.uploads.max_bytes).unwrap();
    let empty = lan.create_upload_of(&draft.id, &photo, 0).await;
    empty.refusal(422, ProblemCode::FileEmpty);
    let large = lan.create_upload_of(&draft.id, &photo, most + 1).await;
    large.refusal(413, ProblemCode::FileTooLarge);
    for component in [PAPER_FORM, "no-such-paper", ""] {
        let file = crate::kit::filing::File {
            component,
            ..crate::kit::filing::photo("photo-0002", 9)
        };
        lan.create_upload(&draft.id, &file)
            .await
            .refusal(400, ProblemCode::InvalidRequest);
    }
    assert!(
        lan.draft(&draft.id)
            .await
            .body::<Draft>()
            .attachments
            .is_empty()
    );
}

#[tokio::test]
async fn a_component_holds_so_many_files_and_no_more() {
    let backend = Backend::start_with(|config| {
        config.demo = true;
        config.uploads.max_files = 2;
    });
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    for id in ["photo-0001", "photo-0002"] {
        lan.attach(&draft.id, &photo(id, 50)).await;
    }
    let third = lan.create_upload(&draft.id, &photo("photo-0003", 50)).await;
    third.refusal(409, ProblemCode::TooManyFiles);
    let mut elsewhere = photo("photo-0004", 50);
    elsewhere.component = OPTIONAL_PAPER;
    lan.attach(&draft.id, &elsewhere).await;
}

#[tokio::test]
async fn a_picture_named_pdf_is_refused_on_its_last_byte_and_removed() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let mut disguised = photo("photo-0001", 100);
    disguised.name = "giay.pdf".to_owned();
    let mut unknown = photo("photo-0002", 100);
    unknown.bytes[0] = b'M';
    for file in [disguised, unknown] {
        let id = upload_id(&lan.create_upload(&draft.id, &file).await);
        let sent = lan.send_chunk(&id, 0, Body::from(file.bytes.clone())).await;
        sent.refusal(422, ProblemCode::FileTypeRefused);
        assert_eq!(lan.head_upload(&id).await.status, 404);
    }
    assert!(
        lan.draft(&draft.id)
            .await
            .body::<Draft>()
            .attachments
            .is_empty()
    );
    assert_eq!(backend.files_on_disk(), 0);
}

#[tokio::test]
async fn more_bytes_than_were_announced_are_not_kept() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let photo = photo("photo-0001", 100);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    let sent = lan.send_chunk(&id, 0, Body::from(vec![7; 101])).await;
    sent.refusal(413, ProblemCode::FileTooLarge);
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
async fn a_name_from_any_device_becomes_a_name_and_never_a_path() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
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
    for (id, (name, shown)) in ids.into_iter().zip(names) {
        let mut file = photo(id, 50);
        file.name = name.to_owned();
        let upload = lan.attach(&draft.id, &file).await;
        let now: Draft = lan.draft(&draft.id).await.body();
        let held = now
            .attachments
            .iter()
            .find(|held| held.id == upload)
            .unwrap();
        assert_eq!(held.name, shown);
    }
    assert_eq!(backend.files_on_disk(), names.len());
}

#[tokio::test]
async fn a_stranger_finds_no_upload_even_while_it_is_written() {
    let backend = Backend::start();
    let (lan, binh) = (backend.lan().await, backend.binh().await);
    let draft = lan.begin(BIRTH).await;
    let photo = photo("photo-0001", 100);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    binh.create_upload(&draft.id, &photo)
        .await
        .refusal(404, ProblemCode::NotFound);
    assert_eq!(binh.head_upload(&id).await.status, 404);
    let sent = binh.send_chunk(&id, 0, Body::from("x")).await;
    sent.refusal(404, ProblemCode::NotFound);
    binh.remove_upload(&id)
        .await
        .refusal(404, ProblemCode::NotFound);
    assert_eq!(backend.visitor().head_upload(&id).await.status, 401);
    assert_eq!(
        lan.head_upload(&id).await.header("upload-offset"),
        Some("0")
    );
}

#[tokio::test]
async fn a_file_taken_away_leaves_neither_row_nor_bytes() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let id = lan.attach(&draft.id, &photo("photo-0001", 100)).await;
    lan.attach(&draft.id, &photo("photo-0002", 100)).await;
    assert_eq!(lan.remove_upload(&id).await.status, 204);
    assert_eq!(lan.head_upload(&id).await.status, 404);
    assert_eq!(backend.files_on_disk(), 1);
    let thrown = lan.call(&endpoints::DELETE_DRAFT, &[&draft.id]).await;
    assert_eq!(thrown.status, 204);
    assert_eq!(backend.files_on_disk(), 0);
}

#[tokio::test]
async fn requests_that_are_not_tus_are_told_what_is() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let photo = photo("photo-0001", 100);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    let unversioned = lan.call(&endpoints::PATCH_UPLOAD, &[&id]).await;
    unversioned.refusal(412, ProblemCode::InvalidRequest);
    assert_eq!(unversioned.header("tus-version"), Some("1.0.0"));
    let typeless = lan
        .request(&endpoints::PATCH_UPLOAD, &[&id])
        .header("tus-resumable", "1.0.0")
        .header("upload-offset", "0")
        .header("content-type", "application/json");
    let answer = lan.send(typeless.body(Body::from("{}")).unwrap()).await;
    answer.refusal(415, ProblemCode::UnsupportedMediaType);
    let lengthless = lan
        .request(&endpoints::POST_UPLOAD, &[&draft.id])
        .header("tus-resumable", "1.0.0")
        .header("upload-metadata", photo.metadata());
    let answer = lan.send(lengthless.body(Body::empty()).unwrap()).await;
    answer.refusal(400, ProblemCode::InvalidRequest);
    let ask = Request::options(format!("/api/uploads/{id}"))
        .body(Body::empty())
        .unwrap();
    let spoken = backend.visitor().send(ask).await;
    assert_eq!(spoken.status, 204);
    assert_eq!(
        spoken.header("tus-extension"),
        Some("creation,termination,expiration")
    );
    assert_eq!(spoken.header("tus-version"), Some("1.0.0"));
    assert_eq!(spoken.header("tus-max-size"), Some("10485760"));
}

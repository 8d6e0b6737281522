//! Resumable uploads (tus 1.0), with a good connection and with interrupted ones.

use axum::body::{Body, Bytes};
use contract::ProblemCode;
use contract::draft::Draft;
use contract::endpoints;
use futures_util::stream;
use tokio::sync::oneshot;

use crate::kit::TestBackend;
use crate::kit::filing::{BIRTH, photo, upload_id};

#[tokio::test]
async fn a_file_sent_in_two_chunks_is_complete_with_its_sha256() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
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

    let now: Draft = lan.get_draft(&draft.id).await.json();
    assert_eq!(
        now.version, draft.version,
        "an upload doesn't change the version of the draft"
    );
    let file = &now.attachments[0];
    assert_eq!((file.received, file.size), (1000, 1000));
    assert_eq!(file.media_type, "image/jpeg");
    assert_eq!(file.sha256, Some(photo.sha256()));
}

#[tokio::test]
async fn tells_which_bytes_it_holds_so_that_no_two_files_are_mixed() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    let prefix_sha256 = async || {
        let head = lan.head_upload(&id).await;
        head.header("motcua-prefix-sha256").map(str::to_owned)
    };
    assert_eq!(prefix_sha256().await, None);
    for (from, to) in [(0, 400), (400, 700), (700, 1000)] {
        let chunk = Body::from(photo.bytes[from..to].to_vec());
        assert_eq!(lan.send_chunk(&id, from, chunk).await.status, 204);
        let held = domain::sha256::sha256_hex(&photo.bytes[..to]);
        assert_eq!(prefix_sha256().await, Some(held));
    }
}

#[tokio::test]
async fn a_dropped_connection_loses_no_received_bytes() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    let dropped = Body::from_stream(stream::iter([
        Ok(Bytes::copy_from_slice(&photo.bytes[..300])),
        Ok(Bytes::copy_from_slice(&photo.bytes[300..700])),
        Err(std::io::Error::other("connection lost")),
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
async fn a_cancelled_request_keeps_its_received_bytes() {
    let backend = TestBackend::start();
    let lan = std::sync::Arc::new(backend.register_lan().await);
    let draft = lan.create_draft(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    let (drop_connection, connection) = oneshot::channel::<()>();
    let (reached, half_way) = oneshot::channel::<()>();
    let first = Bytes::copy_from_slice(&photo.bytes[..500]);
    let steps = stream::unfold(
        (Some(first), Some((reached, connection))),
        |(first, rest)| async move {
            if let Some(first) = first {
                return Some((Ok(first), (None, rest)));
            }
            let (reached, connection) = rest?;
            reached.send(()).unwrap();
            let _ = connection.await;
            Some((Err(std::io::Error::other("connection lost")), (None, None)))
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
    busy.assert_problem(423, ProblemCode::UploadLocked);
    lan.delete_upload(&id)
        .await
        .assert_problem(423, ProblemCode::UploadLocked);
    drop_connection.send(()).unwrap();
    let offset = backend.wait_for_offset(&lan, &id).await;
    assert_eq!(offset, 500);
}

#[tokio::test]
async fn a_chunk_at_a_wrong_offset_gets_the_servers_offset() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    lan.send_chunk(&id, 0, Body::from(photo.bytes[..10].to_vec()))
        .await;
    for from in [0, 9, 11, 1000] {
        let response = lan.send_chunk(&id, from, Body::from("x")).await;
        response.assert_problem(409, ProblemCode::OffsetConflict);
        assert_eq!(response.header("upload-offset"), Some("10"));
        assert_eq!(response.header("tus-resumable"), Some("1.0.0"));
    }
}

#[tokio::test]
async fn creating_the_same_upload_twice_returns_one_upload() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let first = lan.create_upload(&draft.id, &photo).await;
    let id = upload_id(&first);
    lan.send_chunk(&id, 0, Body::from(photo.bytes[..10].to_vec()))
        .await;
    let second = lan.create_upload(&draft.id, &photo).await;
    assert_eq!(second.status, 200);
    assert_eq!(second.header("location"), first.header("location"));
    assert_eq!(second.header("upload-offset"), Some("10"));
    let other = lan.create_upload_of_size(&draft.id, &photo, 999).await;
    other.assert_problem(409, ProblemCode::IdempotencyConflict);
    assert_eq!(
        lan.get_draft(&draft.id)
            .await
            .json::<Draft>()
            .attachments
            .len(),
        1
    );
}

#[tokio::test]
async fn an_upload_is_not_found_for_another_citizen() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let draft = lan.create_draft(BIRTH).await;
    let photo = photo("photo-0001", 100);
    let id = upload_id(&lan.create_upload(&draft.id, &photo).await);
    binh.create_upload(&draft.id, &photo)
        .await
        .assert_problem(404, ProblemCode::NotFound);
    assert_eq!(binh.head_upload(&id).await.status, 404);
    let sent = binh.send_chunk(&id, 0, Body::from("x")).await;
    sent.assert_problem(404, ProblemCode::NotFound);
    binh.delete_upload(&id)
        .await
        .assert_problem(404, ProblemCode::NotFound);
    assert_eq!(backend.client().head_upload(&id).await.status, 401);
    assert_eq!(
        lan.head_upload(&id).await.header("upload-offset"),
        Some("0")
    );
}

#[tokio::test]
async fn deleting_an_upload_removes_its_row_and_file() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let id = lan.upload_file(&draft.id, &photo("photo-0001", 100)).await;
    lan.upload_file(&draft.id, &photo("photo-0002", 100)).await;
    assert_eq!(lan.delete_upload(&id).await.status, 204);
    assert_eq!(lan.head_upload(&id).await.status, 404);
    assert_eq!(backend.files_on_disk(), 1);
    let deleted = lan.call(&endpoints::DELETE_DRAFT, &[&draft.id]).await;
    assert_eq!(deleted.status, 204);
    assert_eq!(backend.files_on_disk(), 0);
}

#[tokio::test]
async fn limits_new_uploads_per_account_and_hour() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.filing.uploads_an_hour = 2;
    });
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let draft = lan.create_draft(BIRTH).await;
    for (id, status) in [
        ("photo-0001", 201),
        ("photo-0001", 200),
        ("photo-0002", 201),
    ] {
        let created = lan.create_upload(&draft.id, &photo(id, 100)).await;
        assert_eq!(created.status, status);
    }
    let third = photo("photo-0003", 100);
    let refused = lan.create_upload(&draft.id, &third).await;
    refused.assert_problem(429, ProblemCode::TooManyRequests);
    assert_eq!(refused.header("retry-after"), Some("3600"));
    let binhs_draft = binh.create_draft(BIRTH).await;
    assert_eq!(
        binh.create_upload(&binhs_draft.id, &third).await.status,
        201
    );
    backend.advance_clock(3600);
    let lan = backend.sign_in("0912345678").await;
    assert_eq!(lan.create_upload(&draft.id, &third).await.status, 201);
}

#[tokio::test]
async fn an_account_can_not_fill_the_disk_with_unsent_files() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.filing.unsent_bytes = 250;
    });
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    for file_id in ["file-0001", "file-0002"] {
        lan.upload_file(&draft.id, &photo(file_id, 100)).await;
    }
    let refused = lan.create_upload(&draft.id, &photo("file-0003", 100)).await;
    refused.assert_problem(422, ProblemCode::QuotaExceeded);
    // Another account has its own space, and deleting gives space back.
    let binh = backend.register_binh().await;
    let binhs_draft = binh.birth_draft_without_attachment().await;
    binh.upload_file(&binhs_draft.id, &photo("file-0001", 100))
        .await;
    lan.call(&endpoints::DELETE_DRAFT, &[&draft.id]).await;
    let draft = lan.birth_draft_without_attachment().await;
    lan.upload_file(&draft.id, &photo("file-0004", 100)).await;
}

#[tokio::test]
async fn an_account_can_upload_only_so_many_files_a_day() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.filing.uploads_a_day = 2;
    });
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    for file_id in ["file-0001", "file-0002"] {
        lan.upload_file(&draft.id, &photo(file_id, 100)).await;
    }
    let refused = lan.create_upload(&draft.id, &photo("file-0003", 100)).await;
    let problem = refused.assert_problem(429, ProblemCode::TooManyRequests);
    assert_eq!(problem.retry_after_seconds, Some(24 * 3600));
}

#[tokio::test]
async fn uploads_are_refused_before_the_disk_is_full() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.disk_reserve = u64::MAX;
    });
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    let refused = lan.create_upload(&draft.id, &photo("file-0001", 100)).await;
    refused.assert_problem(500, ProblemCode::Internal);
    assert_eq!(backend.count_rows("attachments").await, 0);
}

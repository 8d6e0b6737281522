//! Submission («Gửi hồ sơ»): a repeated request creates no second dossier, and the receipt lists exactly the data that
//! the server holds.

use contract::ProblemCode;
use contract::dossier::Dossier;
use contract::draft::{Draft, Submission};
use contract::endpoints;
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::TestBackend;
use crate::kit::filing::{general_declaration_answers, manifest_of, photo};

#[tokio::test]
async fn submitting_a_complete_draft_creates_a_dossier_and_a_receipt() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let mut photo = photo("photo-0001", 300_000);
    photo.component = "000.00.00.G15-KQ003040";
    let upload = lan.upload_file(&draft.id, &photo).await;

    let sent = lan.submit(&draft.id, "key-1").await;
    assert_eq!(sent.status, 201);
    let receipt: Receipt = sent.json();
    assert_eq!(receipt.code, "H50.19.624-261122-0001");
    assert_eq!(receipt.citizen_name, "Nguyễn Thị Lan");
    // The dossier was submitted on a Sunday and is due after one working day.
    assert_eq!(receipt.due_on.clone().unwrap().0, "2026-11-23");
    assert_eq!(receipt.answers, 7);
    assert_eq!(receipt.files.len(), 1);
    assert_eq!(
        (receipt.files[0].id.as_str(), receipt.files[0].size),
        (upload.as_str(), 300_000)
    );
    assert_eq!(receipt.files[0].sha256, photo.sha256());
    assert!(
        receipt.files[0]
            .component_label
            .starts_with("Văn bản ủy quyền")
    );

    lan.get_draft(&draft.id)
        .await
        .assert_problem(404, ProblemCode::DraftSent);
    assert_eq!(lan.head_upload(&upload).await.status, 404);
    let again: Receipt = lan
        .call(&endpoints::GET_RECEIPT, &[&receipt.code])
        .await
        .json();
    assert_eq!(again, receipt);
    let dossier: Dossier = lan
        .call(&endpoints::GET_DOSSIER, &[&receipt.code])
        .await
        .json();
    assert_eq!(
        serde_json::Value::Object(dossier.answers),
        general_declaration_answers()
    );
    assert_eq!(dossier.files, receipt.files);
    let messages = backend.messages("0912345678").await;
    let last = messages.last().unwrap();
    let expected = format!(
        "Hồ sơ {} đã được gửi tới {}.",
        receipt.code, receipt.agency_name
    );
    assert!(last.starts_with(&expected), "{last}");
    assert!(last.contains("Hẹn trả kết quả ngày 23/11/2026"), "{last}");
}

#[tokio::test]
async fn numbers_dossiers_per_agency_and_day_in_vietnam_time() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut codes = Vec::new();
    for key in ["key-1", "key-2"] {
        let draft = lan.complete_draft().await;
        codes.push(lan.submit(&draft.id, key).await.json::<Receipt>().code);
    }
    // Moves the clock from 08:20 to 00:01 of the next day in Vietnam time. In UTC this is still the same day.
    backend.advance_clock(15 * 3600 + 41 * 60);
    let lan = backend.sign_in("0912345678").await;
    let draft = lan.complete_draft().await;
    codes.push(lan.submit(&draft.id, "key-3").await.json::<Receipt>().code);
    let expected = [
        "H50.19.624-261122-0001",
        "H50.19.624-261122-0002",
        "H50.19.624-261123-0001",
    ];
    assert_eq!(codes, expected);
}

#[tokio::test]
async fn a_repeated_submission_returns_the_same_receipt() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let manifest = manifest_of(&draft);
    let first = lan
        .submit_with_manifest(&draft.id, "key-1", &manifest)
        .await;
    let second = lan
        .submit_with_manifest(&draft.id, "key-1", &manifest)
        .await;
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (201, 200));
    assert_eq!(first.json::<Receipt>(), second.json::<Receipt>());
    assert_eq!(backend.count_rows("dossiers").await, 1);

    let other = Submission {
        version: manifest.version + 1,
        ..manifest.clone()
    };
    let changed = lan.submit_with_manifest(&draft.id, "key-1", &other).await;
    changed.assert_problem(409, ProblemCode::IdempotencyConflict);
    let another_draft = lan.complete_draft().await;
    let reused = lan
        .submit_with_manifest(&another_draft.id, "key-1", &manifest)
        .await;
    reused.assert_problem(409, ProblemCode::IdempotencyConflict);
    let other_key = lan
        .submit_with_manifest(&draft.id, "key-2", &manifest)
        .await;
    other_key.assert_problem(404, ProblemCode::DraftSent);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_submissions_with_one_key_create_one_dossier() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for round in 0..5 {
        let draft = lan.complete_draft().await;
        let manifest = manifest_of(&draft);
        let key = format!("key-{round}");
        let (one, two) = tokio::join!(
            lan.submit_with_manifest(&draft.id, &key, &manifest),
            lan.submit_with_manifest(&draft.id, &key, &manifest)
        );
        let mut statuses = [one.status.as_u16(), two.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 201]);
        assert_eq!(one.json::<Receipt>(), two.json::<Receipt>());
        assert_eq!(backend.count_rows("dossiers").await, round + 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn concurrent_submissions_of_two_devices_create_one_dossier() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let manifest = manifest_of(&draft);
    let (one, two) = tokio::join!(
        lan.submit_with_manifest(&draft.id, "phone", &manifest),
        lan.submit_with_manifest(&draft.id, "laptop", &manifest)
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 404]);
    assert_eq!(backend.count_rows("dossiers").await, 1);
    assert_eq!(
        backend.messages("0912345678").await.len(),
        2,
        "the sign-in code and one receipt"
    );
}

#[tokio::test]
async fn submission_needs_an_idempotency_key() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let keyless = lan
        .post(
            &endpoints::POST_SUBMISSION,
            &[&draft.id],
            &manifest_of(&draft),
        )
        .await;
    keyless.assert_problem(428, ProblemCode::PreconditionRequired);
    let long = lan
        .submit_with_manifest(&draft.id, &"k".repeat(256), &manifest_of(&draft))
        .await;
    long.assert_problem(400, ProblemCode::InvalidRequest);
}

#[tokio::test]
async fn submitting_an_outdated_version_returns_the_current_draft() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let reviewed = manifest_of(&draft);
    let patch = json!({"answers": {"note": "Thêm"}});
    lan.save_draft(&draft.id, draft.version, &patch)
        .await
        .json::<Draft>();
    let response = lan
        .submit_with_manifest(&draft.id, "key-1", &reviewed)
        .await;
    assert_eq!(response.status, 412);
    assert_eq!(response.error_json::<Draft>().answers["note"], "Thêm");
    // The refused request didn't use up the idempotency key, so the client can send the key again.
    assert_eq!(lan.submit(&draft.id, "key-1").await.status, 201);
}

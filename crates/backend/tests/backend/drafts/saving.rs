//! Saving and reading a draft, by its owner, by the owner on a second device, and by another citizen.

use axum::body::Body;
use contract::ProblemCode;
use contract::draft::{Delivery, Draft};
use contract::endpoints;
use serde_json::{Value, json};

use crate::kit::TestBackend;
use crate::kit::filing::{BIRTH, photo, trieu_phong};

/// Code of the procedure «Đăng ký thường trú» (registration of residence). Its form has a list of household members.
const RESIDENCE: &str = "1.004222";

#[tokio::test]
async fn saving_a_change_increments_the_version_and_repeating_it_does_not() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    backend.advance_clock(24 * 3600);
    let lan = backend.sign_in("0912345678").await;
    let patch = json!({"answers": {"child_name": "Trần Minh Anh", "child_sex": "Nam"}});
    let saved = lan.save_draft(&draft.id, 1, &patch).await;
    assert_eq!(saved.header("etag"), Some("\"2\""));
    let saved: Draft = saved.json();
    assert_eq!(
        (saved.version, saved.expires_on.0.as_str()),
        (2, "2027-01-22")
    );
    let again: Draft = lan.save_draft(&draft.id, 2, &patch).await.json();
    assert_eq!(again.version, 2);
    let removed = json!({"answers": {"child_sex": null}});
    let removed: Draft = lan.save_draft(&draft.id, 2, &removed).await.json();
    assert_eq!(
        Value::Object(removed.answers),
        json!({"child_name": "Trần Minh Anh"})
    );
}

#[tokio::test]
async fn stores_sql_in_answers_as_plain_text() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    for text in [
        "'); DROP TABLE drafts; --",
        "\" OR \"\"=\"",
        "?1 %_ \\' UNION SELECT 1",
    ] {
        let current: Draft = lan.get_draft(&draft.id).await.json();
        let patch = json!({"answers": {"child_name": text}});
        let saved: Draft = lan
            .save_draft(&draft.id, current.version, &patch)
            .await
            .json();
        assert_eq!(saved.answers["child_name"], text);
        lan.get_draft(text)
            .await
            .assert_problem(404, ProblemCode::NotFound);
        lan.call(&endpoints::GET_DOSSIER, &[text])
            .await
            .assert_problem(404, ProblemCode::NotFound);
    }
    assert_eq!(backend.count_rows("drafts").await, 1);
}

#[tokio::test]
async fn saving_an_outdated_version_returns_the_current_draft() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let first = json!({"answers": {"child_name": "Trần Minh Anh"}});
    lan.save_draft(&draft.id, 1, &first).await.json::<Draft>();
    let late = lan
        .save_draft(&draft.id, 1, &json!({"answers": {"child_name": "Khác"}}))
        .await;
    assert_eq!(late.status, 412);
    assert_eq!(late.header("content-type"), Some("application/json"));
    assert_eq!(late.header("etag"), Some("\"2\""));
    let current: Draft = late.error_json();
    assert_eq!(current.answers["child_name"], "Trần Minh Anh");
    assert_eq!(current.version, 2);
}

#[tokio::test]
async fn saving_needs_an_if_match_header() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let save_with = |tag: Option<&str>| {
        let mut request = lan
            .request(&endpoints::PATCH_DRAFT, &[&draft.id])
            .header("content-type", "application/json");
        if let Some(tag) = tag {
            request = request.header("if-match", tag);
        }
        lan.send(request.body(Body::from("{}")).unwrap())
    };
    save_with(None)
        .await
        .assert_problem(428, ProblemCode::PreconditionRequired);
    save_with(Some("1"))
        .await
        .assert_problem(400, ProblemCode::InvalidRequest);
    assert_eq!(save_with(Some("W/\"1\"")).await.status, 412);
    assert_eq!(save_with(Some("*")).await.status, 200);
}

#[tokio::test]
async fn rejects_answers_to_unknown_questions_with_a_pointer() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let patch = json!({"answers": {"child_name": "Anh", "<script>": "x"}});
    let problem = lan
        .save_draft(&draft.id, 1, &patch)
        .await
        .assert_problem(422, ProblemCode::InvalidAnswers);
    assert_eq!(problem.pointer.as_deref(), Some("/answers/<script>"));
    assert!(
        lan.get_draft(&draft.id)
            .await
            .json::<Draft>()
            .answers
            .is_empty()
    );
}

#[tokio::test]
async fn removes_an_answer_that_the_form_no_longer_asks_for() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let update = backend.state.store.run(|transaction| {
        let sql = r#"UPDATE drafts SET answers = '{"no_longer_asked": 1}'"#;
        Ok(transaction.execute(sql, [])?)
    });
    assert_eq!(update.await.unwrap(), 1);
    let removal = json!({"answers": {"no_longer_asked": null}});
    let removed: Draft = lan.save_draft(&draft.id, 1, &removal).await.json();
    assert_eq!((removed.version, removed.answers.len()), (2, 0));
    let again: Draft = lan.save_draft(&draft.id, 2, &removal).await.json();
    assert_eq!(again, removed);
}

#[tokio::test]
async fn a_draft_stores_answers_that_break_the_forms_rules() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let long = "a".repeat(10_000);
    for text in [
        "",
        "   ",
        "👶🏽",
        "\u{202E}gnàoH",
        "<b>Anh</b>",
        "123",
        long.as_str(),
    ] {
        let patch = json!({"answers": {"child_name": text}});
        let now: Draft = lan.get_draft(&draft.id).await.json();
        let saved: Draft = lan.save_draft(&draft.id, now.version, &patch).await.json();
        assert_eq!(saved.answers["child_name"], text);
    }
    let decomposed = json!({"answers": {"child_name": "Nguye\u{302}\u{303}n"}});
    let now: Draft = lan.get_draft(&draft.id).await.json();
    let saved: Draft = lan
        .save_draft(&draft.id, now.version, &decomposed)
        .await
        .json();
    assert_eq!(saved.answers["child_name"], "Nguyễn");
}

#[tokio::test]
async fn rejects_an_overlong_answer_with_a_pointer() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let patch = json!({"answers": {"child_name": "ấ".repeat(20_000)}});
    let problem = lan
        .save_draft(&draft.id, 1, &patch)
        .await
        .assert_problem(422, ProblemCode::InvalidAnswers);
    assert_eq!(problem.pointer.as_deref(), Some("/answers/child_name"));
}

#[tokio::test]
async fn validates_a_postal_address_when_it_is_saved() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let place = trieu_phong();
    let post = |recipient: &str, phone: &str, province: &str| {
        json!({"delivery": {
            "channel": "post", "recipient": recipient, "phone": phone,
            "place": {"province": province, "commune": place.commune}, "detail": "Thôn Một"
        }})
    };
    let wrong = post("<b>", "0112345678", "01");
    let problem = lan
        .save_draft(&draft.id, 1, &wrong)
        .await
        .assert_problem(422, ProblemCode::InvalidAnswers);
    let pointers: Vec<_> = problem
        .errors
        .iter()
        .map(|error| error.pointer.as_str())
        .collect();
    assert_eq!(
        pointers,
        ["/delivery/recipient", "/delivery/phone", "/delivery/place"]
    );
    let right = post("Nguye\u{302}\u{303}n Thị Lan", "0912345678", "44");
    let saved: Draft = lan.save_draft(&draft.id, 1, &right).await.json();
    let Some(Delivery::Post { recipient, .. }) = saved.delivery else {
        panic!("{:?}", saved.delivery);
    };
    assert_eq!(recipient, "Nguyễn Thị Lan");
}

#[tokio::test]
async fn rejects_each_invalid_property_of_a_postal_address_with_a_pointer() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let long = "dài ".repeat(2_500);
    let cases = [
        (
            "recipient",
            vec!["", "  ", "😀", "\u{202E}Lan", "<b>Lan</b>", &long],
        ),
        ("phone", vec!["", "  ", "😀", "091234567", "<b>", &long]),
        ("detail", vec!["", " \u{A0}", "\u{200B}", &long]),
    ];
    for (property, values) in cases {
        for value in values {
            let mut post = json!({
                "channel": "post", "recipient": "Nguyễn Thị Lan", "phone": "0912345678",
                "place": trieu_phong(), "detail": "Thôn Một"
            });
            post[property] = json!(value);
            let problem = lan
                .save_draft(&draft.id, 1, &json!({"delivery": post}))
                .await
                .assert_problem(422, ProblemCode::InvalidAnswers);
            let pointer = format!("/delivery/{property}");
            assert_eq!(problem.pointer, Some(pointer), "{value:.20}");
        }
    }
    let current: Draft = lan.get_draft(&draft.id).await.json();
    assert_eq!((current.version, current.delivery), (1, None));
}

#[tokio::test]
async fn the_entries_of_a_list_keep_their_ids_and_old_ones_get_ids() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(RESIDENCE).await;
    let patch = json!({"answers": {"members": [{"name": "An"}, {"_id": "e5f", "name": "Bình"}]}});
    let saved: Draft = lan.save_draft(&draft.id, 1, &patch).await.json();
    let expected = json!([{"_id": "e1", "name": "An"}, {"_id": "e5f", "name": "Bình"}]);
    assert_eq!(saved.answers["members"], expected);
    let again = lan.save_draft(&draft.id, 2, &patch).await.json::<Draft>();
    assert_eq!(again.version, 2, "the same list is no change");
    let old = backend.state.store.run(|transaction| {
        let answers = r#"{"members": [{"name": "An"}, {"name": "Bình"}]}"#;
        transaction.execute("UPDATE drafts SET answers = ?1", [answers])?;
        Ok(())
    });
    old.await.unwrap();
    let read: Draft = lan.get_draft(&draft.id).await.json();
    let expected = json!([{"_id": "e1", "name": "An"}, {"_id": "e2", "name": "Bình"}]);
    assert_eq!(read.answers["members"], expected);
}

#[tokio::test]
async fn a_draft_is_not_found_for_another_citizen() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let draft = lan.create_draft(BIRTH).await;
    binh.get_draft(&draft.id)
        .await
        .assert_problem(404, ProblemCode::NotFound);
    let patch = json!({"answers": {"child_name": "Của tôi"}});
    binh.save_draft(&draft.id, 1, &patch)
        .await
        .assert_problem(404, ProblemCode::NotFound);
    let deleted = binh.call(&endpoints::DELETE_DRAFT, &[&draft.id]).await;
    deleted.assert_problem(404, ProblemCode::NotFound);
    binh.submit_with_manifest(&draft.id, "key", &crate::kit::filing::manifest_of(&draft))
        .await
        .assert_problem(404, ProblemCode::NotFound);
    assert_eq!(lan.get_draft(&draft.id).await.json::<Draft>(), draft);
    let guest = backend.client();
    guest
        .get_draft(&draft.id)
        .await
        .assert_problem(401, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn a_draft_is_deleted_on_request_or_after_sixty_days() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let deleted = lan.create_draft(BIRTH).await;
    let response = lan.call(&endpoints::DELETE_DRAFT, &[&deleted.id]).await;
    assert_eq!(response.status, 204);
    lan.get_draft(&deleted.id)
        .await
        .assert_problem(404, ProblemCode::DraftDeleted);

    let expired = lan.birth_draft_without_attachment().await;
    let photo = photo("file-0001", 100);
    lan.upload_file(&expired.id, &photo).await;
    backend.pass_days(60).await;
    assert_eq!(backend.count_rows("drafts").await, 1);
    backend.advance_clock(24 * 3600);
    let lan = backend.sign_in("0912345678").await;
    lan.get_draft(&expired.id)
        .await
        .assert_problem(404, ProblemCode::DraftExpired);
    backend.run_housekeeping().await;
    assert_eq!(backend.count_rows("drafts").await, 0);
    assert_eq!(backend.files_on_disk(), 0);
}

#[tokio::test]
async fn a_small_correction_of_the_clock_does_not_stop_deletion() {
    for (back, drafts_left) in [(1, 0), (5 * 60, 0), (3600, 1)] {
        let backend = TestBackend::start();
        let lan = backend.register_lan().await;
        lan.birth_draft_without_attachment().await;
        backend.pass_days(59).await;
        backend.advance_clock(-back);
        backend.run_housekeeping().await;
        backend.pass_days(2).await;
        assert_eq!(backend.count_rows("drafts").await, drafts_left, "{back} s");
    }
}

#[tokio::test]
async fn a_clock_that_jumps_two_months_deletes_no_draft() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    lan.upload_file(&draft.id, &photo("file-0001", 100)).await;
    backend.pass_days(30).await;
    let jump = 70 * 24 * 3600;
    backend.advance_clock(jump);
    backend.run_housekeeping().await;
    backend.pass_days(6).await;
    backend.advance_clock(-jump);
    backend.run_housekeeping().await;
    let lan = backend.sign_in("0912345678").await;
    let kept: Draft = lan.get_draft(&draft.id).await.json();
    assert_eq!((kept.id, kept.attachments.len()), (draft.id, 1));
    assert_eq!(backend.files_on_disk(), 1);
    // If nobody corrects the clock for a week, it is believed.
    backend.advance_clock(jump);
    backend.run_housekeeping().await;
    backend.pass_days(7).await;
    assert_eq!(backend.count_rows("drafts").await, 0);
}

//! A draft as its owner, his second device and a stranger meet it.

use axum::body::Body;
use contract::ProblemCode;
use contract::draft::{Delivery, Draft};
use contract::endpoints;
use serde_json::{Value, json};

use crate::kit::Backend;
use crate::kit::filing::{BIRTH, trieu_phong};

#[tokio::test]
async fn each_change_is_kept_and_counted_and_the_same_change_again_is_not() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    backend.wait(24 * 3600);
    let lan = backend.signed_in_again("0912345678").await;
    let patch = json!({"answers": {"child_name": "Trần Minh Anh", "child_sex": "Nam"}});
    let saved = lan.save(&draft.id, 1, &patch).await;
    assert_eq!(saved.header("etag"), Some("\"2\""));
    let saved: Draft = saved.body();
    assert_eq!(
        (saved.version, saved.expires_on.0.as_str()),
        (2, "2027-01-22")
    );
    let again: Draft = lan.save(&draft.id, 2, &patch).await.body();
    assert_eq!(again.version, 2);
    let removed = json!({"answers": {"child_sex": null}});
    let removed: Draft = lan.save(&draft.id, 2, &removed).await.body();
    assert_eq!(
        Value::Object(removed.answers),
        json!({"child_name": "Trần Minh Anh"})
    );
}

#[tokio::test]
async fn sql_in_what_is_typed_is_text_like_any_other() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    for typed in [
        "'); DROP TABLE drafts; --",
        "\" OR \"\"=\"",
        "?1 %_ \\' UNION SELECT 1",
    ] {
        let current: Draft = lan.draft(&draft.id).await.body();
        let patch = json!({"answers": {"child_name": typed}});
        let saved: Draft = lan.save(&draft.id, current.version, &patch).await.body();
        assert_eq!(saved.answers["child_name"], typed);
        lan.draft(typed).await.refusal(404, ProblemCode::NotFound);
        lan.call(&endpoints::GET_DOSSIER, &[typed])
            .await
            .refusal(404, ProblemCode::NotFound);
    }
    assert_eq!(backend.count("drafts").await, 1);
}

#[tokio::test]
async fn the_device_that_comes_late_gets_the_draft_as_it_is_now() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let first = json!({"answers": {"child_name": "Trần Minh Anh"}});
    lan.save(&draft.id, 1, &first).await.body::<Draft>();
    let late = lan
        .save(&draft.id, 1, &json!({"answers": {"child_name": "Khác"}}))
        .await;
    assert_eq!(late.status, 412);
    assert_eq!(late.header("content-type"), Some("application/json"));
    assert_eq!(late.header("etag"), Some("\"2\""));
    let current: Draft = late.json();
    assert_eq!(current.answers["child_name"], "Trần Minh Anh");
    assert_eq!(current.version, 2);
}

#[tokio::test]
async fn saving_needs_to_say_which_version_was_seen() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let blind = |tag: Option<&str>| {
        let mut request = lan
            .request(&endpoints::PATCH_DRAFT, &[&draft.id])
            .header("content-type", "application/json");
        if let Some(tag) = tag {
            request = request.header("if-match", tag);
        }
        lan.send(request.body(Body::from("{}")).unwrap())
    };
    blind(None)
        .await
        .refusal(428, ProblemCode::PreconditionRequired);
    blind(Some("1"))
        .await
        .refusal(400, ProblemCode::InvalidRequest);
    assert_eq!(blind(Some("W/\"1\"")).await.status, 412);
    assert_eq!(blind(Some("*")).await.status, 200);
}

#[tokio::test]
async fn answers_to_questions_that_do_not_exist_are_refused_by_name() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let patch = json!({"answers": {"child_name": "Anh", "<script>": "x"}});
    let problem = lan
        .save(&draft.id, 1, &patch)
        .await
        .refusal(422, ProblemCode::InvalidAnswers);
    assert_eq!(problem.pointer.as_deref(), Some("/answers/<script>"));
    assert!(
        lan.draft(&draft.id)
            .await
            .body::<Draft>()
            .answers
            .is_empty()
    );
}

#[tokio::test]
async fn an_answer_that_an_older_form_left_behind_can_be_removed_and_removed_again() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let left_behind = backend.state.store.run(|transaction| {
        let sql = r#"UPDATE drafts SET answers = '{"no_longer_asked": 1}'"#;
        Ok(transaction.execute(sql, [])?)
    });
    assert_eq!(left_behind.await.unwrap(), 1);
    let removal = json!({"answers": {"no_longer_asked": null}});
    let removed: Draft = lan.save(&draft.id, 1, &removal).await.body();
    assert_eq!((removed.version, removed.answers.len()), (2, 0));
    let again: Draft = lan.save(&draft.id, 2, &removal).await.body();
    assert_eq!(again, removed);
}

#[tokio::test]
async fn what_breaks_the_rules_of_the_form_is_kept_until_it_is_sent() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let long = "a".repeat(10_000);
    for odd in [
        "",
        "   ",
        "👶🏽",
        "\u{202E}gnàoH",
        "<b>Anh</b>",
        "123",
        long.as_str(),
    ] {
        let patch = json!({"answers": {"child_name": odd}});
        let now: Draft = lan.draft(&draft.id).await.body();
        let saved: Draft = lan.save(&draft.id, now.version, &patch).await.body();
        assert_eq!(saved.answers["child_name"], odd);
    }
    let loose = json!({"answers": {"child_name": "Nguye\u{302}\u{303}n"}});
    let now: Draft = lan.draft(&draft.id).await.body();
    let saved: Draft = lan.save(&draft.id, now.version, &loose).await.body();
    assert_eq!(saved.answers["child_name"], "Nguyễn");
}

#[tokio::test]
async fn an_answer_of_a_whole_book_is_refused_at_its_place() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let patch = json!({"answers": {"child_name": "ấ".repeat(20_000)}});
    let problem = lan
        .save(&draft.id, 1, &patch)
        .await
        .refusal(422, ProblemCode::InvalidAnswers);
    assert_eq!(problem.pointer.as_deref(), Some("/answers/child_name"));
}

#[tokio::test]
async fn a_postal_address_is_checked_when_it_is_chosen() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let place = trieu_phong();
    let post = |recipient: &str, phone: &str, province: &str| {
        json!({"delivery": {
            "channel": "post", "recipient": recipient, "phone": phone,
            "place": {"province": province, "commune": place.commune}, "detail": "Thôn Một"
        }})
    };
    let wrong = post("<b>", "0112345678", "01");
    let problem = lan
        .save(&draft.id, 1, &wrong)
        .await
        .refusal(422, ProblemCode::InvalidAnswers);
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
    let saved: Draft = lan.save(&draft.id, 1, &right).await.body();
    let Some(Delivery::Post { recipient, .. }) = saved.delivery else {
        panic!("{:?}", saved.delivery);
    };
    assert_eq!(recipient, "Nguyễn Thị Lan");
}

#[tokio::test]
async fn each_line_of_a_postal_address_is_refused_at_its_place() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let long = "dài ".repeat(2_500);
    let cases = [
        (
            "recipient",
            vec!["", "  ", "😀", "\u{202E}Lan", "<b>Lan</b>", &long],
        ),
        ("phone", vec!["", "  ", "😀", "091234567", "<b>", &long]),
        ("detail", vec!["", " \u{A0}", "\u{200B}", &long]),
    ];
    for (line, unfit) in cases {
        for typed in unfit {
            let mut post = json!({
                "channel": "post", "recipient": "Nguyễn Thị Lan", "phone": "0912345678",
                "place": trieu_phong(), "detail": "Thôn Một"
            });
            post[line] = json!(typed);
            let problem = lan
                .save(&draft.id, 1, &json!({"delivery": post}))
                .await
                .refusal(422, ProblemCode::InvalidAnswers);
            let pointer = format!("/delivery/{line}");
            assert_eq!(problem.pointer, Some(pointer), "{typed:.20}");
        }
    }
    let kept: Draft = lan.draft(&draft.id).await.body();
    assert_eq!((kept.version, kept.delivery), (1, None));
}

#[tokio::test]
async fn a_stranger_finds_no_draft() {
    let backend = Backend::start();
    let (lan, binh) = (backend.lan().await, backend.binh().await);
    let draft = lan.begin(BIRTH).await;
    binh.draft(&draft.id)
        .await
        .refusal(404, ProblemCode::NotFound);
    let patch = json!({"answers": {"child_name": "Của tôi"}});
    binh.save(&draft.id, 1, &patch)
        .await
        .refusal(404, ProblemCode::NotFound);
    let thrown = binh.call(&endpoints::DELETE_DRAFT, &[&draft.id]).await;
    thrown.refusal(404, ProblemCode::NotFound);
    binh.submit_as(&draft.id, "key", &crate::kit::filing::sealed(&draft))
        .await
        .refusal(404, ProblemCode::NotFound);
    assert_eq!(lan.draft(&draft.id).await.body::<Draft>(), draft);
    let guest = backend.visitor();
    guest
        .draft(&draft.id)
        .await
        .refusal(401, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn a_draft_thrown_away_or_forgotten_for_sixty_days_is_gone() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let thrown = lan.begin(BIRTH).await;
    let answer = lan.call(&endpoints::DELETE_DRAFT, &[&thrown.id]).await;
    assert_eq!(answer.status, 204);
    lan.draft(&thrown.id)
        .await
        .refusal(404, ProblemCode::NotFound);

    let forgotten = lan.begin(BIRTH).await;
    backend.wait(61 * 24 * 3600);
    let lan = backend.signed_in_again("0912345678").await;
    lan.draft(&forgotten.id)
        .await
        .refusal(404, ProblemCode::NotFound);
    lan.begin(BIRTH).await;
    let left = backend.count("drafts").await;
    assert_eq!(
        left, 1,
        "the forgotten draft is swept away when another begins"
    );
}

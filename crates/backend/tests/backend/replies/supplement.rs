//! «Bổ sung hồ sơ»: the office asks for single answers and papers, and the citizen sends exactly these, once.

use std::sync::Arc;

use contract::account_data::AccountData;
use contract::dossier::{Dossier, DossierListPage, DossierStatus, Tab};
use contract::draft::Draft;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;
use contract::reply::ReplyReceipt;
use serde_json::json;

use crate::kit::filing::{BIRTH_COMPONENT, File, manifest_of, photo};
use crate::kit::group::{GROUP, get_dossier};
use crate::kit::officer::post_decision;
use crate::kit::replies::ask_for;
use crate::kit::{TestBackend, TestClient};

/// What the office asks in most tests: the name of the child, the paper of the birth, and a paper that the procedure
/// doesn't have.
const ASKED: [(&str, &str); 9] = [
    ("kind", "supplement"),
    ("reason", "Tên con không khớp giấy chứng sinh."),
    ("until", "2026-11-27"),
    ("q:child_name", "on"),
    ("r:q:child_name", "Thiếu chữ đệm"),
    ("c:000.00.00.G15-KQ004389", "on"),
    ("r:c:000.00.00.G15-KQ004389", "Ảnh mờ"),
    ("other:1", "Bản sao thẻ bảo hiểm"),
    ("r:other:1", ""),
];

/// A photo that is attached to a component of a reply.
fn photo_for(component: &'static str, id: &'static str) -> File {
    File {
        component,
        name: format!("{id}.jpg"),
        ..photo(id, 120)
    }
}

#[tokio::test]
async fn the_citizen_sends_exactly_what_the_office_asks_and_it_replaces_the_old() {
    let backend = TestBackend::start();
    let (lan, code) = backend.birth_under_way().await;
    let asked = ask_for(&backend.client(), &code, &ASKED).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    let before = get_dossier(&lan, &code).await;
    assert_eq!(
        (before.status, before.tab),
        (DossierStatus::SupplementRequested, Tab::Supplement)
    );
    let request = before.supplement.unwrap();
    assert_eq!(request.reason, "Tên con không khớp giấy chứng sinh.");
    assert_eq!(request.until.unwrap().0, "2026-11-27");
    let items: Vec<(Option<&str>, Option<&str>, Option<&str>)> = request
        .items
        .iter()
        .map(|item| {
            (
                item.question.as_deref(),
                item.component.as_deref(),
                item.reason.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        items,
        [
            (Some("child_name"), None, Some("Thiếu chữ đệm")),
            (None, Some(BIRTH_COMPONENT), Some("Ảnh mờ")),
            (None, Some("other-1"), None),
        ]
    );
    let begun = lan.begin_reply(&code, &json!({"kind": "supplement"})).await;
    assert_eq!(begun.status, 201, "{}", begun.text());
    let draft: Draft = begun.json();
    let reply = draft.reply.clone().unwrap();
    assert_eq!(reply.questions, ["child_name"]);
    assert_eq!(draft.answers["child_name"], "Nguyễn Minh Anh");
    // The office doesn't ask for the mother's name, so the reply can't change it.
    let patch = json!({"answers": {"child_name": "Nguyễn Minh Ánh", "mother_name": "Ai Đó"}});
    let saved = lan.save_draft(&draft.id, draft.version, &patch).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    let missing = lan.send_reply(&draft.id, "reply-1").await;
    let missing = missing.assert_problem(422, ProblemCode::IncompleteDossier);
    let pointers: Vec<&str> = missing
        .errors
        .iter()
        .map(|error| error.pointer.as_str())
        .collect();
    assert_eq!(
        pointers,
        [
            "/attachments/000.00.00.G15-KQ004389",
            "/attachments/other-1"
        ]
    );
    lan.upload_file(&draft.id, &photo_for(BIRTH_COMPONENT, "new-0001"))
        .await;
    lan.upload_file(&draft.id, &photo_for("other-1", "new-0002"))
        .await;
    let sent = lan.send_reply(&draft.id, "reply-1").await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let receipt: ReplyReceipt = sent.json();
    assert_eq!((receipt.answers, receipt.files.len()), (1, 2));

    let after = get_dossier(&lan, &code).await;
    assert_eq!(
        (after.status, after.tab),
        (DossierStatus::Processing, Tab::Processing)
    );
    assert_eq!(after.history[0].action, "Gửi bổ sung");
    assert_eq!(after.supplement, None);
    assert_eq!(after.answers["child_name"], "Nguyễn Minh Ánh");
    assert_eq!(after.answers["mother_name"], "Nguyễn Thị Lan");
    let names: Vec<&str> = after.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["new-0001.jpg", "new-0002.jpg"]);
    let kept = &after.sent_supplements[0];
    assert_eq!(kept.answers[0].before, Some(json!("Nguyễn Minh Anh")));
    assert_eq!(kept.replaced_files[0].name, "giay-chung-sinh.jpg");
    // The receipt of the filing is a proof and stays as it was issued.
    let receipt = lan.call(&endpoints::GET_RECEIPT, &[&code]).await;
    let receipt: Receipt = receipt.json();
    assert_eq!(receipt.files[0].name, "giay-chung-sinh.jpg");
    let office = backend.client().navigate("/demo").await.text();
    assert!(
        office.contains("Nguyễn Minh Anh → Nguyễn Minh Ánh"),
        "{office}"
    );
}

#[tokio::test]
async fn a_reply_is_sent_once_however_often_and_from_however_many_phones() {
    let backend = TestBackend::start();
    let (lan, code) = backend.birth_under_way().await;
    let other_phone = backend.sign_in("0912345678").await;
    ask_for(
        &backend.client(),
        &code,
        &[
            ("kind", "supplement"),
            ("reason", "Sai tên"),
            ("until", "2026-11-27"),
            ("q:child_name", "on"),
        ],
    )
    .await;
    let body = json!({"kind": "supplement"});
    let first: Draft = lan.begin_reply(&code, &body).await.json();
    let second = other_phone.begin_reply(&code, &body).await;
    assert_eq!(second.status, 200);
    let second: Draft = second.json();
    assert_eq!(first.id, second.id);

    // Nothing is different yet.
    let unchanged = lan.send_reply(&first.id, "reply-1").await;
    let unchanged = unchanged.assert_problem(422, ProblemCode::IncompleteDossier);
    assert_eq!(
        (
            unchanged.errors[0].pointer.as_str(),
            unchanged.errors[0].rule.as_str()
        ),
        ("/answers/child_name", "unchanged")
    );
    let patch = json!({"answers": {"child_name": "Nguyễn An"}});
    let saved: Draft = lan
        .save_draft(&first.id, first.version, &patch)
        .await
        .json();
    // The other phone still shows the old name: it gets the new version first, and merges.
    let outdated = other_phone
        .save_draft(&first.id, first.version, &patch)
        .await;
    assert_eq!(outdated.status, 412);
    let sent = lan.send_reply(&first.id, "reply-1").await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let proof: ReplyReceipt = sent.json();
    let history = get_dossier(&lan, &code).await.history.len();

    // The response was lost, so the phone repeats the request.
    let request = lan
        .request(&endpoints::POST_REPLY, &[&first.id])
        .header("content-type", "application/json")
        .header("idempotency-key", "reply-1");
    let body = serde_json::to_string(&manifest_of(&saved)).unwrap();
    let repeated = lan.send(request.body(body.into()).unwrap()).await;
    assert_eq!(repeated.status, 200, "{}", repeated.text());
    assert_eq!(repeated.json::<ReplyReceipt>(), proof);
    let ended = other_phone.get_draft(&first.id).await;
    let ended = ended.assert_problem(404, ProblemCode::DraftSent);
    assert_eq!(ended.dossier_code.as_deref(), Some(code.as_str()));
    let closed = other_phone
        .begin_reply(&code, &json!({"kind": "supplement"}))
        .await;
    closed.assert_problem(409, ProblemCode::ReplyClosed);
    assert_eq!(get_dossier(&lan, &code).await.history.len(), history);
}

#[tokio::test]
async fn before_acceptance_the_dossier_returns_to_the_front_office() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key-1").await.json();
    let code = receipt.code;
    let note = "move=5&note=Thi%E1%BA%BFu+gi%E1%BA%A5y";
    post_decision(&backend.client(), &code, note).await;
    let request = get_dossier(&lan, &code).await.supplement.unwrap();
    assert_eq!(
        (request.reason.as_str(), request.until),
        ("Thiếu giấy", None)
    );

    // The office wrote only a text, so the citizen answers with a text, files or both.
    let reply: Draft = lan
        .begin_reply(&code, &json!({"kind": "supplement", "request": request.id}))
        .await
        .json();
    let empty = lan.send_reply(&reply.id, "reply-1").await;
    empty.assert_problem(422, ProblemCode::IncompleteDossier);
    let patch = json!({"answers": {"text": "Tôi gửi bản chụp rõ hơn."}});
    lan.save_draft(&reply.id, reply.version, &patch).await;
    lan.upload_file(&reply.id, &photo_for("supplement", "new-0001"))
        .await;
    let sent = lan.send_reply(&reply.id, "reply-1").await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let after = get_dossier(&lan, &code).await;
    assert_eq!(after.status, DossierStatus::Registered);
    assert_eq!(after.history[0].action, "Gửi bổ sung trước tiếp nhận");
    let kept = &after.sent_supplements[0];
    assert_eq!(kept.text.as_deref(), Some("Tôi gửi bản chụp rõ hơn."));
    assert_eq!(kept.files.len(), 1);
    assert_eq!(after.files.len(), 1);
}

#[tokio::test]
async fn a_request_that_nobody_answers_pauses_the_dossier_on_the_day_after() {
    let backend = TestBackend::start();
    let (lan, code) = backend.birth_under_way().await;
    ask_for(&backend.client(), &code, &ASKED).await;
    let reply: Draft = lan
        .begin_reply(&code, &json!({"kind": "supplement"}))
        .await
        .json();
    // From Sunday to Friday evening: the last day isn't over.
    backend.advance_clock(5 * 24 * 3600 + 15 * 3600);
    let lan_on_friday = backend.sign_in("0912345678").await;
    let open = get_dossier(&lan_on_friday, &code).await;
    assert_eq!(open.status, DossierStatus::SupplementRequested);
    backend.advance_clock(3600);
    let lan = backend.sign_in("0912345678").await;
    let paused = get_dossier(&lan, &code).await;
    assert_eq!(
        (paused.status, paused.supplement),
        (DossierStatus::Paused, None)
    );
    assert_eq!(paused.history[0].action, "Quá hạn bổ sung");
    assert_eq!(paused.history[0].handler, None);
    lan.send_reply(&reply.id, "reply-1")
        .await
        .assert_problem(409, ProblemCode::ReplyClosed);
}

#[tokio::test]
async fn replies_are_no_drafts_of_new_dossiers() {
    let backend = TestBackend::start();
    let (lan, code) = backend.birth_under_way().await;
    ask_for(&backend.client(), &code, &ASKED).await;
    let reply: Draft = lan
        .begin_reply(&code, &json!({"kind": "supplement"}))
        .await
        .json();
    let page: DossierListPage = lan.call(&endpoints::GET_DOSSIERS, &[]).await.json();
    assert!(page.items.is_empty());
    lan.submit(&reply.id, "key-1")
        .await
        .assert_problem(404, ProblemCode::NotFound);
    let changed = json!({"delivery": {"channel": "online"}});
    lan.save_draft(&reply.id, reply.version, &changed)
        .await
        .assert_problem(422, ProblemCode::InvalidAnswers);
    let wrong = lan
        .create_upload(&reply.id, &photo_for("000.00.00.G15-KQ003159", "new-0001"))
        .await;
    wrong.assert_problem(422, ProblemCode::InvalidAnswers);
    // A reply that was only opened isn't begun.
    let dossier: Dossier = get_dossier(&lan, &code).await;
    assert_eq!(dossier.supplement.unwrap().saved_at, None);
    let patch = json!({"answers": {"child_name": "An"}});
    lan.save_draft(&reply.id, reply.version, &patch).await;
    // The dossier says that the reply is begun, and the citizen's data contain it.
    let dossier: Dossier = get_dossier(&lan, &code).await;
    assert!(dossier.supplement.unwrap().saved_at.is_some());
    let data: AccountData = lan.call(&endpoints::GET_ACCOUNT_DATA, &[]).await.json();
    assert_eq!(data.drafts[0].id, reply.id);
}

#[tokio::test]
async fn the_officers_form_asks_for_what_is_missing_and_only_while_it_is_possible() {
    let backend = TestBackend::start();
    let (_, code) = backend.birth_under_way().await;
    let office = backend.client();
    let form = office
        .navigate(&format!("/demo/dossiers/{code}/supplement"))
        .await;
    assert_eq!(form.status, 200);
    assert!(form.text().contains("Đang có: Nguyễn Minh Anh"));
    for fields in [
        &[
            ("kind", "supplement"),
            ("reason", "Sai"),
            ("until", "2026-11-27"),
        ][..],
        &[
            ("kind", "supplement"),
            ("q:child_name", "on"),
            ("until", "2026-11-27"),
        ],
        &[
            ("kind", "supplement"),
            ("q:child_name", "on"),
            ("reason", "Sai"),
            ("until", "2026-11-01"),
        ],
    ] {
        assert_eq!(ask_for(&office, &code, fields).await.status, 422);
    }
    assert_eq!(ask_for(&office, &code, &ASKED).await.status, 303);
    assert_eq!(ask_for(&office, &code, &ASKED).await.status, 409);
}

#[tokio::test]
async fn a_part_of_a_group_is_asked_alone_and_the_group_shows_it() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let (whole, birth) = (&receipt.code, &receipt.parts[0].code);
    let office = backend.client();
    let asked = ask_for(
        &office,
        birth,
        &[
            ("kind", "supplement"),
            ("reason", "Ảnh mờ"),
            ("until", "2026-11-27"),
            ("c:P-01", "on"),
        ],
    )
    .await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    let group = get_dossier(&lan, whole).await;
    assert_eq!(group.status, DossierStatus::SupplementRequested);
    assert_eq!(group.supplement, None);
    let request = group.parts[0].supplement.as_ref().unwrap();
    assert_eq!(request.items[0].component.as_deref(), Some("P-01"));
    lan.begin_reply(whole, &json!({"kind": "supplement"}))
        .await
        .assert_problem(409, ProblemCode::ReplyClosed);
    let reply: Draft = lan
        .begin_reply(birth, &json!({"kind": "supplement"}))
        .await
        .json();
    lan.upload_file(&reply.id, &photo_for("P-01", "new-0001"))
        .await;
    let sent = lan.send_reply(&reply.id, "reply-1").await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let group = get_dossier(&lan, whole).await;
    assert_eq!(group.status, DossierStatus::Registered);
    assert!(group.files.iter().any(|file| file.name == "new-0001.jpg"));
    let part = get_dossier(&lan, birth).await;
    let files = part.files.iter().filter(|file| file.component == "P-01");
    assert_eq!(files.count(), 1);
}

/// Asks for one answer of a part, and replies with another one.
async fn correct(backend: &TestBackend, lan: &TestClient, part: &str, id: &str, answer: &str) {
    let question = format!("q:{id}");
    let asked = [
        ("kind", "supplement"),
        ("reason", "Sai"),
        ("until", "2026-12-27"),
        (question.as_str(), "on"),
    ];
    let asked = ask_for(&backend.client(), part, &asked).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    let reply = lan.begin_reply(part, &json!({"kind": "supplement"})).await;
    let reply: Draft = reply.json();
    let patch = json!({"answers": {id: answer}});
    let saved = lan.save_draft(&reply.id, reply.version, &patch).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    let key = id.replace('_', "-");
    let sent = lan.send_reply(&reply.id, &key).await;
    assert_eq!(sent.status, 201, "{}", sent.text());
}

#[tokio::test]
async fn a_corrected_answer_of_a_part_reaches_the_group_and_its_other_parts() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let [birth, residence, card] = [0, 1, 2].map(|part: usize| &receipt.parts[part].code);
    let history = get_dossier(&lan, card).await.history.len();
    correct(&backend, &lan, birth, "owner_phone", "0987654321").await;
    let group = get_dossier(&lan, &receipt.code).await;
    assert_eq!(group.answers["parent_phone"], "0987654321");
    for part in [birth, residence, card] {
        let part = get_dossier(&lan, part).await;
        assert_eq!(part.answers["owner_phone"], "0987654321");
    }
    // Each office sees in the history that the declaration is another one now.
    let of_card = get_dossier(&lan, card).await;
    assert_eq!(of_card.history.len(), history + 1);
    assert_eq!(
        of_card.history[0].action,
        "Sửa thông tin theo phần bổ sung của thủ tục Đăng ký khai sinh"
    );
    assert_eq!(of_card.status, DossierStatus::Registered);

    // A declaration with a composed text gets the new name of the child too, unless its procedure has ended.
    let office = backend.client();
    for decision in ["move=2", "move=4", "move=9"] {
        assert_eq!(post_decision(&office, birth, decision).await.status, 303);
    }
    post_decision(&office, residence, "move=2").await;
    correct(&backend, &lan, residence, "owner_name", "Nguyễn Minh Ánh").await;
    let request = async |part: &str| get_dossier(&lan, part).await.answers["request"].clone();
    assert_eq!(
        request(card).await,
        "Cấp thẻ cho Nguyễn Minh Ánh, sinh ngày 01/11/2026."
    );
    let of_birth = request(birth).await;
    assert!(
        of_birth.as_str().unwrap().contains("Nguyễn Minh Anh"),
        "{of_birth}"
    );

    let body = json!({"procedure": GROUP, "copy_of": receipt.code}).to_string();
    let copying = lan
        .request(&endpoints::POST_DRAFT, &[])
        .header("content-type", "application/json")
        .header("idempotency-key", "copy-1");
    let copy: Draft = lan.send(copying.body(body.into()).unwrap()).await.json();
    assert_eq!(copy.answers["child_name"], "Nguyễn Minh Ánh");
    assert_eq!(copy.answers["parent_phone"], "0987654321");
}

#[tokio::test]
async fn no_dossier_stops_for_seven_days_after_the_clock_of_a_real_portal_has_jumped() {
    let mut backend = TestBackend::start();
    let (_, code) = backend.birth_under_way().await;
    let asked = [
        ("kind", "supplement"),
        ("reason", "Sai tên"),
        ("until", "2026-12-05"),
        ("q:child_name", "on"),
    ];
    ask_for(&backend.client(), &code, &asked).await;
    // From here on it is no demonstration, whose clock is moved on purpose.
    let mut config = (*backend.state.config).clone();
    config.demo = false;
    backend.state.config = Arc::new(config);
    backend.run_housekeeping().await;
    backend.pass_days(8).await;
    let status = async |backend: &TestBackend| {
        let lan = backend.sign_in("0912345678").await;
        get_dossier(&lan, &code).await.status
    };
    // The clock jumps over the last day.
    backend.advance_clock(6 * 24 * 3600);
    assert_eq!(status(&backend).await, DossierStatus::SupplementRequested);
    backend.run_housekeeping().await;
    backend.pass_days(6).await;
    assert_eq!(status(&backend).await, DossierStatus::SupplementRequested);
    backend.pass_days(1).await;
    assert_eq!(status(&backend).await, DossierStatus::Paused);
}

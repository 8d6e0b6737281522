//! Submission of a group (liên thông): one request, one receipt, and one dossier for each part at its own agency.

use contract::ProblemCode;
use contract::dossier::{DossierListPage, DossierStatus, Tab};
use contract::draft::{Delivery, Draft, ForWhom};
use contract::endpoints;
use contract::procedure::{Catalogue, Procedure};
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::TestBackend;
use crate::kit::filing::manifest_of;
use crate::kit::group::{
    BIRTH_COMPONENT, CARD_COMPONENT, GROUP, LODGING_COMPONENT, PROXY_COMPONENT, get_dossier,
    photo_of,
};

#[tokio::test]
async fn a_group_is_listed_as_a_procedure_with_its_parts() {
    let backend = TestBackend::start_with_group();
    let guest = backend.client();
    let catalogue: Catalogue = guest.call(&endpoints::GET_CATALOGUE, &[]).await.json();
    let groups: Vec<_> = catalogue
        .procedures
        .iter()
        .filter(|one| one.group)
        .collect();
    let entry = groups.iter().find(|one| one.code == GROUP).unwrap();
    assert_eq!(entry.aliases, ["ba việc cho trẻ mới sinh"]);
    let group: Procedure = guest.call(&endpoints::GET_PROCEDURE, &[GROUP]).await.json();
    let procedures: Vec<_> = group
        .parts
        .iter()
        .flat_map(|part| &part.procedures)
        .map(|entry| (entry.procedure.name.as_str(), entry.receiver.as_str()))
        .collect();
    assert_eq!(
        procedures,
        [
            ("Đăng ký khai sinh", "Ủy ban nhân dân cấp xã"),
            ("Đăng ký thường trú", "Công an cấp xã"),
            ("Đăng ký tạm trú", "Công an cấp xã"),
            ("Cấp thẻ bảo hiểm y tế", "Bảo hiểm xã hội"),
        ]
    );
}

#[tokio::test]
async fn submitting_a_group_creates_one_dossier_per_part() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    assert_eq!(receipt.code, "H50.19.624-261122-0001");
    let parts: Vec<_> = receipt
        .parts
        .iter()
        .map(|part| (part.code.as_str(), part.agency_name.as_str()))
        .collect();
    assert_eq!(
        parts,
        [
            (
                "H50.19.624-261122-0002",
                "Ủy ban nhân dân Xã Triệu Phong, Tỉnh Quảng Trị"
            ),
            (
                "H50.19.624-261122-0003",
                "Công an Xã Triệu Phong, Tỉnh Quảng Trị"
            ),
            (
                "H50.19.624-261122-0004",
                "Bảo hiểm xã hội phụ trách Xã Triệu Phong, Tỉnh Quảng Trị"
            ),
        ]
    );
    // The first part was submitted on a Sunday and is due after one working day. The other two parts haven't begun, so
    // they have no due date.
    let days: Vec<_> = receipt
        .parts
        .iter()
        .map(|part| part.due_on.clone().map(|day| day.0))
        .collect();
    assert_eq!(days, [Some("2026-11-23".to_owned()), None, None]);
    assert_eq!(receipt.files.len(), 2);

    let group = get_dossier(&lan, &receipt.code).await;
    assert_eq!(
        (group.status, group.group_code),
        (DossierStatus::Registered, None)
    );
    let waits: Vec<_> = group
        .parts
        .iter()
        .map(|part| part.waits_for.join("; "))
        .collect();
    assert_eq!(
        waits,
        [
            "",
            "Đăng ký khai sinh",
            "Đăng ký khai sinh; Đăng ký thường trú"
        ]
    );
    assert_eq!(group.parts[2].result, "Thẻ bảo hiểm y tế");
}

#[tokio::test]
async fn each_part_has_its_own_declaration_and_files() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let draft = lan.complete_group_draft(&json!({})).await;
    lan.upload_file(&draft.id, &photo_of(PROXY_COMPONENT, "proxy-0001"))
        .await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();

    let birth = get_dossier(&lan, &receipt.parts[0].code).await;
    assert_eq!(birth.group_code.as_deref(), Some(receipt.code.as_str()));
    assert_eq!(birth.form, "general-declaration");
    assert_eq!(birth.answers["owner_name"], "Nguyễn Thị Lan");
    assert_eq!(
        birth.answers["request"],
        "Đăng ký khai sinh cho Nguyễn Minh Anh, ở Thôn Một, Xã Triệu Phong, Tỉnh Quảng Trị. \
         Xin làm sớm."
    );
    assert_eq!(birth.answers["note"], "Trực tuyến");
    assert_eq!(birth.history.len(), 1);
    let files: Vec<_> = birth.files.iter().map(|file| &file.component).collect();
    assert_eq!(files, [BIRTH_COMPONENT, PROXY_COMPONENT]);

    let card = get_dossier(&lan, &receipt.parts[2].code).await;
    assert_eq!(card.answers["owner_name"], "Nguyễn Minh Anh");
    // A newborn has no citizen id until the birth is registered.
    assert!(!card.answers.contains_key("owner_citizen_id"));
    let files: Vec<_> = card.files.iter().map(|file| &file.component).collect();
    assert_eq!(files, [CARD_COMPONENT, PROXY_COMPONENT]);
}

#[tokio::test]
async fn a_part_uses_its_own_agency_and_delivery() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let draft = lan.complete_group_draft(&json!({})).await;
    let patch = json!({
        "for_whom": "child",
        "parts": {"residence": {
            "agency": {"province": "01", "commune": "00004"},
            "delivery": {"channel": "counter"}
        }}
    });
    lan.save_draft(&draft.id, draft.version, &patch)
        .await
        .json::<Draft>();
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let residence = &receipt.parts[1];
    assert_eq!(residence.code, "H26.00.004-261122-0001");
    assert!(
        residence.agency_name.starts_with("Công an "),
        "{}",
        residence.agency_name
    );
    assert_eq!(residence.delivery, Delivery::Counter);
    assert_eq!(receipt.parts[2].delivery, Delivery::Online);
    let dossier = get_dossier(&lan, &residence.code).await;
    assert_eq!(
        (dossier.for_whom, dossier.delivery),
        (ForWhom::Child, Delivery::Counter)
    );
}

#[tokio::test]
async fn a_part_excluded_by_the_answers_is_neither_filed_nor_waited_for() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let change = json!({"residence_kind": "Chưa"});
    let draft = lan.complete_group_draft(&change).await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let group = get_dossier(&lan, &receipt.code).await;
    let parts: Vec<_> = group
        .parts
        .iter()
        .map(|part| (part.key.as_str(), part.waits_for.join("; ")))
        .collect();
    assert_eq!(
        parts,
        [
            ("birth", String::new()),
            ("card", "Đăng ký khai sinh".to_owned())
        ]
    );
}

#[tokio::test]
async fn a_file_that_is_not_asked_for_any_more_is_not_sent_and_not_on_the_receipt() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let draft = lan
        .complete_group_draft(&json!({"card_wanted": false}))
        .await;
    lan.upload_file(&draft.id, &photo_of(PROXY_COMPONENT, "proxy-0001"))
        .await;
    // A declined paper, and one that was never uploaded completely.
    let patch = json!({"papers": {PROXY_COMPONENT: false}});
    let saved = lan.save_draft(&draft.id, draft.version, &patch).await;
    assert_eq!(saved.status, 200, "{}", saved.text());
    lan.create_upload(&draft.id, &photo_of(LODGING_COMPONENT, "lodging-01"))
        .await;
    assert_eq!(backend.files_on_disk(), 3);

    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let files: Vec<_> = receipt.files.iter().map(|file| &file.component).collect();
    assert_eq!(files, [BIRTH_COMPONENT]);
    let birth = get_dossier(&lan, &receipt.parts[0].code).await;
    assert_eq!(birth.files, receipt.files);
    assert_eq!(
        backend.files_on_disk(),
        1,
        "the draft is gone with the rest"
    );
}

#[tokio::test]
async fn the_answers_decide_which_components_are_required() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let temporary_residence = json!({"residence_kind": "Tạm trú", "card_wanted": false});
    let draft = lan.complete_group_draft(&temporary_residence).await;
    let missing = lan
        .submit(&draft.id, "key")
        .await
        .assert_problem(422, ProblemCode::IncompleteDossier);
    assert_eq!(missing.errors.len(), 1);
    assert_eq!(
        missing.pointer,
        Some(format!("/attachments/{LODGING_COMPONENT}"))
    );
    // The citizen states that they need the optional component `PROXY_COMPONENT`, so it becomes required.
    let patch = json!({"answers": {"residence_kind": "Chưa"}, "papers": {PROXY_COMPONENT: true}});
    let saved: Draft = lan
        .save_draft(&draft.id, draft.version, &patch)
        .await
        .json();
    let missing = lan
        .submit(&draft.id, "key")
        .await
        .assert_problem(422, ProblemCode::IncompleteDossier);
    assert_eq!(
        missing.pointer,
        Some(format!("/attachments/{PROXY_COMPONENT}"))
    );
    let patch = json!({"papers": {PROXY_COMPONENT: false}});
    lan.save_draft(&draft.id, saved.version, &patch)
        .await
        .json::<Draft>();
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    assert_eq!(receipt.parts.len(), 1);
}

#[tokio::test]
async fn a_repeated_group_submission_creates_no_second_dossiers() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let draft = lan.complete_group_draft(&json!({})).await;
    let now: Draft = lan.get_draft(&draft.id).await.json();
    let manifest = manifest_of(&now);
    let first = lan.submit_with_manifest(&draft.id, "key", &manifest).await;
    let second = lan.submit_with_manifest(&draft.id, "key", &manifest).await;
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (201, 200));
    assert_eq!(first.json::<Receipt>(), second.json::<Receipt>());
    assert_eq!(backend.count_rows("dossiers").await, 4);
    assert_eq!(backend.count_rows("dossier_parts").await, 3);
}

#[tokio::test]
async fn lists_the_group_once_and_shows_parts_only_to_the_owner() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let page: DossierListPage = lan.call(&endpoints::GET_DOSSIERS, &[]).await.json();
    assert_eq!(page.items.len(), 1);
    let counts: u32 = page.counts.iter().map(|count| count.count).sum();
    assert_eq!((counts, page.counts[0].tab), (1, Tab::New));
    let part = &receipt.parts[0].code;
    let of_part: Receipt = lan.call(&endpoints::GET_RECEIPT, &[part]).await.json();
    assert_eq!(of_part, receipt);
    let binh = backend.register_binh().await;
    let response = binh.call(&endpoints::GET_DOSSIER, &[part]).await;
    response.assert_problem(404, ProblemCode::NotFound);
}

//! Drafts that can't be submitted yet: each error in the response points to the missing or invalid item.

use contract::ProblemCode;
use contract::dossier::Dossier;
use contract::draft::{Draft, Submission};
use contract::endpoints;
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::TestBackend;
use crate::kit::filing::{
    BIRTH, BIRTH_COMPONENT, COPY, OPTIONAL_COMPONENT, general_declaration_answers, manifest_of,
    photo,
};

#[tokio::test]
async fn reports_what_is_missing_in_the_order_of_the_steps() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let begun: Draft = {
        let new = contract::draft::NewDraft {
            procedure: COPY.to_owned(),
            agency: None,
            for_whom: contract::draft::ForWhom::default(),
            copy_of: None,
        };
        lan.create_draft_with_key("k0", &new).await.json()
    };
    let missing = lan
        .submit(&begun.id, "k1")
        .await
        .assert_problem(422, ProblemCode::IncompleteDossier);
    assert_eq!(missing.pointer.as_deref(), Some("/agency"));

    let agency = json!({"agency": {"province": "44", "commune": "19624"}});
    lan.save_draft(&begun.id, 1, &agency).await.json::<Draft>();
    let missing = lan
        .submit(&begun.id, "k1")
        .await
        .assert_problem(422, ProblemCode::InvalidAnswers);
    let name = missing
        .errors
        .iter()
        .find(|error| error.pointer == "/answers/owner_name");
    assert_eq!(name.unwrap().rule, "required");

    let answers = json!({"answers": general_declaration_answers()});
    lan.save_draft(&begun.id, 2, &answers).await.json::<Draft>();
    let missing = lan
        .submit(&begun.id, "k1")
        .await
        .assert_problem(422, ProblemCode::IncompleteDossier);
    assert_eq!(missing.pointer.as_deref(), Some("/delivery"));
}

#[tokio::test]
async fn rejects_each_invalid_answer_with_its_rule() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for (id, wrong, rule) in [
        ("owner_name", json!("👶🏽"), "person-name"),
        ("owner_name", json!("a".repeat(10_000)), "maxLength"),
        ("owner_name", json!("   "), "required"),
        ("owner_citizen_id", json!("12345"), "identity-number"),
        ("owner_phone", json!("+84912345678"), "vn-phone"),
        ("owner_birth_date", json!("31/02/1990"), "partial-date"),
        ("owner_birth_date", json!("01/01/2027"), "in-future"),
        (
            "owner_residence",
            json!({"province": "01", "commune": "19624"}),
            "place",
        ),
        ("owner_residence", json!("Triệu Phong"), "type"),
        ("declaration", json!(false), "const"),
        ("request", json!(7), "type"),
    ] {
        let draft = lan.complete_draft().await;
        let patch = json!({"answers": {id: wrong}});
        lan.save_draft(&draft.id, draft.version, &patch)
            .await
            .json::<Draft>();
        let problem = lan
            .submit(&draft.id, "key")
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        let pointer = format!("/answers/{id}");
        let named = problem
            .errors
            .iter()
            .any(|error| error.pointer == pointer && error.rule == rule);
        assert!(named, "{id} {wrong}: {:?}", problem.errors);
    }
    assert_eq!(backend.count_rows("dossiers").await, 0);
}

#[tokio::test]
async fn leaves_out_answers_to_hidden_questions() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    // The draft already states that there is no marriage certificate. So the form hides the questions about its number
    // and its date, but answers to them are stored.
    let typed = json!({"answers": {"marriage_number": "12", "marriage_date": "not a date"}});
    lan.save_draft(&draft.id, draft.version, &typed)
        .await
        .json::<Draft>();
    lan.upload_file(&draft.id, &photo("photo-0001", 100)).await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let dossier: Dossier = lan
        .call(&endpoints::GET_DOSSIER, &[&receipt.code])
        .await
        .json();
    assert!(!dossier.answers.contains_key("marriage_number"));
    assert!(!dossier.answers.contains_key("marriage_date"));
    let words = "Ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi sáu";
    assert_eq!(dossier.answers["child_birth_date_words"], words);
}

#[tokio::test]
async fn a_birth_registration_needs_its_required_component() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    let missing = lan
        .submit(&draft.id, "key")
        .await
        .assert_problem(422, ProblemCode::IncompleteDossier);
    let pointer = format!("/attachments/{BIRTH_COMPONENT}");
    assert_eq!(missing.pointer, Some(pointer));

    let mut other = photo("photo-0001", 100);
    other.component = OPTIONAL_COMPONENT;
    lan.upload_file(&draft.id, &other).await;
    // A file whose upload isn't finished doesn't count as an attachment.
    let unfinished_file = photo("photo-0002", 100);
    lan.create_upload(&draft.id, &unfinished_file).await;
    lan.submit(&draft.id, "key")
        .await
        .assert_problem(422, ProblemCode::IncompleteDossier);

    lan.upload_file(&draft.id, &photo("photo-0003", 100)).await;
    let unfinished = lan.submit(&draft.id, "key").await;
    unfinished.assert_problem(422, ProblemCode::AttachmentMismatch);
    let now: Draft = lan.get_draft(&draft.id).await.json();
    let begun = now
        .attachments
        .iter()
        .find(|file| file.sha256.is_none())
        .unwrap();
    assert_eq!(lan.delete_upload(&begun.id).await.status, 204);
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    // The answers don't ask for the other component.
    let files: Vec<_> = receipt.files.iter().map(|file| &file.component).collect();
    assert_eq!(files, [BIRTH_COMPONENT]);
    assert_eq!(receipt.procedure.key, BIRTH);
}

#[tokio::test]
async fn a_wrong_manifest_is_refused_before_any_file_is_read() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    lan.upload_file(&draft.id, &photo("photo-0001", 100)).await;
    let damaged = lan.upload_file(&draft.id, &photo("photo-0002", 200)).await;
    backend.overwrite_file(&damaged, b"damaged");
    let now: Draft = lan.get_draft(&draft.id).await.json();
    let right = manifest_of(&now);
    let changes: [fn(&mut Submission); 3] = [
        |manifest| manifest.attachments[0].size += 1,
        |manifest| manifest.attachments[0].sha256 = "0".repeat(64),
        |manifest| manifest.attachments.push(manifest.attachments[0].clone()),
    ];
    for change in changes {
        let mut manifest = right.clone();
        change(&mut manifest);
        let response = lan.submit_with_manifest(&draft.id, "key", &manifest).await;
        let problem = response.assert_problem(422, ProblemCode::AttachmentMismatch);
        assert_eq!(problem.errors.len(), 1, "{:?}", problem.errors);
    }
    let response = lan.submit_with_manifest(&draft.id, "key", &right).await;
    let problem = response.assert_problem(422, ProblemCode::AttachmentMismatch);
    assert_eq!(problem.errors.len(), 1, "{:?}", problem.errors);
}

#[tokio::test]
async fn the_manifest_must_match_the_stored_attachments_exactly() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    lan.upload_file(&draft.id, &photo("photo-0001", 100)).await;
    let upload = lan.upload_file(&draft.id, &photo("photo-0002", 200)).await;
    let now: Draft = lan.get_draft(&draft.id).await.json();
    let right = manifest_of(&now);
    let broken = |change: &dyn Fn(&mut Submission)| {
        let mut manifest = right.clone();
        change(&mut manifest);
        manifest
    };
    for manifest in [
        broken(&|manifest| manifest.attachments.truncate(1)),
        broken(&|manifest| manifest.attachments[0].size += 1),
        broken(&|manifest| manifest.attachments[0].sha256 = "0".repeat(64)),
        broken(&|manifest| manifest.attachments[0].id = "another-id".to_owned()),
        broken(&|manifest| manifest.attachments[1] = manifest.attachments[0].clone()),
        broken(&|manifest| manifest.attachments.push(manifest.attachments[0].clone())),
    ] {
        let response = lan.submit_with_manifest(&draft.id, "key", &manifest).await;
        response.assert_problem(422, ProblemCode::AttachmentMismatch);
    }
    let mut spoiled = photo("photo-0002", 200).bytes;
    spoiled[199] ^= 1;
    backend.overwrite_file(&upload, &spoiled);
    let response = lan.submit_with_manifest(&draft.id, "key", &right).await;
    response.assert_problem(422, ProblemCode::AttachmentMismatch);
    spoiled[199] ^= 1;
    backend.overwrite_file(&upload, &spoiled);
    assert_eq!(
        lan.submit_with_manifest(&draft.id, "key", &right)
            .await
            .status,
        201
    );
}

//! Dossiers that can't be sent yet: what is missing or wrong, and where the citizen is sent back to.

use contract::ProblemCode;
use contract::dossier::Dossier;
use contract::draft::{Draft, Submission};
use contract::endpoints;
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::Backend;
use crate::kit::filing::{BIRTH, BIRTH_PAPER, COPY, OPTIONAL_PAPER, declaration, photo, sealed};

#[tokio::test]
async fn each_thing_missing_is_named_in_the_order_of_the_pages() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let begun: Draft = {
        let new = contract::draft::NewDraft {
            procedure: COPY.to_owned(),
            agency: None,
            for_whom: contract::draft::ForWhom::default(),
        };
        lan.begin_as("k0", &new).await.body()
    };
    let missing = lan
        .submit(&begun.id, "k1")
        .await
        .refusal(422, ProblemCode::IncompleteDossier);
    assert_eq!(missing.pointer.as_deref(), Some("/agency"));

    let agency = json!({"agency": {"province": "44", "commune": "19624"}});
    lan.save(&begun.id, 1, &agency).await.body::<Draft>();
    let missing = lan
        .submit(&begun.id, "k1")
        .await
        .refusal(422, ProblemCode::InvalidAnswers);
    let name = missing
        .errors
        .iter()
        .find(|error| error.pointer == "/answers/owner_name");
    assert_eq!(name.unwrap().rule, "required");

    let answers = json!({"answers": declaration()});
    lan.save(&begun.id, 2, &answers).await.body::<Draft>();
    let missing = lan
        .submit(&begun.id, "k1")
        .await
        .refusal(422, ProblemCode::IncompleteDossier);
    assert_eq!(missing.pointer.as_deref(), Some("/delivery"));
}

#[tokio::test]
async fn answers_that_break_the_form_are_refused_one_by_one() {
    let backend = Backend::start();
    let lan = backend.lan().await;
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
        let draft = lan.filled_copy().await;
        let patch = json!({"answers": {id: wrong}});
        lan.save(&draft.id, draft.version, &patch)
            .await
            .body::<Draft>();
        let problem = lan
            .submit(&draft.id, "key")
            .await
            .refusal(422, ProblemCode::InvalidAnswers);
        let pointer = format!("/answers/{id}");
        let named = problem
            .errors
            .iter()
            .any(|error| error.pointer == pointer && error.rule == rule);
        assert!(named, "{id} {wrong}: {:?}", problem.errors);
    }
    assert_eq!(backend.count("dossiers").await, 0);
}

#[tokio::test]
async fn an_answer_hidden_by_another_is_no_part_of_the_dossier() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.filled_birth().await;
    // Typed before she answered that there is no marriage certificate.
    let typed = json!({"answers": {"marriage_number": "12", "marriage_date": "not a date"}});
    lan.save(&draft.id, draft.version, &typed)
        .await
        .body::<Draft>();
    lan.attach(&draft.id, &photo("photo-0001", 100)).await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.body();
    let dossier: Dossier = lan
        .call(&endpoints::GET_DOSSIER, &[&receipt.code])
        .await
        .body();
    assert!(!dossier.answers.contains_key("marriage_number"));
    assert!(!dossier.answers.contains_key("marriage_date"));
    let words = "Ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi sáu";
    assert_eq!(dossier.answers["child_birth_date_words"], words);
}

#[tokio::test]
async fn a_birth_cannot_be_sent_without_its_paper() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.filled_birth().await;
    let missing = lan
        .submit(&draft.id, "key")
        .await
        .refusal(422, ProblemCode::IncompleteDossier);
    let pointer = format!("/attachments/{BIRTH_PAPER}");
    assert_eq!(missing.pointer, Some(pointer));

    let mut other = photo("photo-0001", 100);
    other.component = OPTIONAL_PAPER;
    lan.attach(&draft.id, &other).await;
    // Begun and not finished is as good as nothing.
    let paper = photo("photo-0002", 100);
    lan.create_upload(&draft.id, &paper).await;
    lan.submit(&draft.id, "key")
        .await
        .refusal(422, ProblemCode::IncompleteDossier);

    lan.attach(&draft.id, &photo("photo-0003", 100)).await;
    let unfinished = lan.submit(&draft.id, "key").await;
    unfinished.refusal(422, ProblemCode::AttachmentMismatch);
    let now: Draft = lan.draft(&draft.id).await.body();
    let begun = now
        .attachments
        .iter()
        .find(|file| file.sha256.is_none())
        .unwrap();
    assert_eq!(lan.remove_upload(&begun.id).await.status, 204);
    let receipt: Receipt = lan.submit(&draft.id, "key").await.body();
    assert_eq!(receipt.files.len(), 2);
    assert_eq!(receipt.procedure.key, BIRTH);
}

#[tokio::test]
async fn the_seal_must_be_on_exactly_the_files_that_are_held() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.filled_birth().await;
    lan.attach(&draft.id, &photo("photo-0001", 100)).await;
    let upload = lan.attach(&draft.id, &photo("photo-0002", 200)).await;
    let now: Draft = lan.draft(&draft.id).await.body();
    let right = sealed(&now);
    let broken = |change: &dyn Fn(&mut Submission)| {
        let mut manifest = right.clone();
        change(&mut manifest);
        manifest
    };
    for manifest in [
        broken(&|manifest| manifest.attachments.truncate(1)),
        broken(&|manifest| manifest.attachments[0].size += 1),
        broken(&|manifest| manifest.attachments[0].sha256 = "0".repeat(64)),
        broken(&|manifest| manifest.attachments[0].id = "somebody-elses".to_owned()),
        broken(&|manifest| manifest.attachments[1] = manifest.attachments[0].clone()),
        broken(&|manifest| manifest.attachments.push(manifest.attachments[0].clone())),
    ] {
        let answer = lan.submit_as(&draft.id, "key", &manifest).await;
        answer.refusal(422, ProblemCode::AttachmentMismatch);
    }
    let mut spoiled = photo("photo-0002", 200).bytes;
    spoiled[199] ^= 1;
    backend.spoil(&upload, &spoiled);
    let answer = lan.submit_as(&draft.id, "key", &right).await;
    answer.refusal(422, ProblemCode::AttachmentMismatch);
    spoiled[199] ^= 1;
    backend.spoil(&upload, &spoiled);
    assert_eq!(lan.submit_as(&draft.id, "key", &right).await.status, 201);
}

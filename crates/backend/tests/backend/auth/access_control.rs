//! Nobody reaches what is somebody else's. Every operation of the contract stands here with the reason why; one that is added
//! fails these tests until it has its reason too.

use axum::body::Body;
use backend::config::MessageLimits;
use contract::dossier::DossierPage;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;
use contract::session::Device;
use serde_json::json;

use crate::kit::filing::{manifest_of, photo, upload_id};
use crate::kit::operations::{Operation, operations};
use crate::kit::{TestBackend, TestClient};

/// Why an operation gives nobody what is another's.
enum Reason {
    /// It names a thing of one citizen: to anybody else that is not there.
    Names(Thing),
    /// It names nothing: whoever asks gets his own.
    OnesOwn,
    /// It is for everybody and holds nothing of anybody.
    Published,
    /// It begins something new, and tells nothing of what there is.
    Begins,
    /// Its id can't be guessed, and is told to none but who began it.
    Unguessable,
    /// It asks for the code and for who filed, and tells no more than the status.
    AsksWho,
}

/// What belongs to a citizen.
#[derive(Clone, Copy)]
enum Thing {
    Draft,
    Upload,
    Dossier,
    Device,
}

fn reason(name: &str) -> Reason {
    match name {
        "getDraft" | "patchDraft" | "deleteDraft" | "postUpload" | "postSubmission" => {
            Reason::Names(Thing::Draft)
        }
        "headUpload" | "patchUpload" | "deleteUpload" => Reason::Names(Thing::Upload),
        "getDossier" | "getReceipt" => Reason::Names(Thing::Dossier),
        "deleteDevice" => Reason::Names(Thing::Device),
        "getSession" | "patchSession" | "deleteSession" | "getDevices" | "deleteDevices"
        | "postPasswordChange" | "postPhoneChange" | "getConsents" | "postConsent"
        | "getAccountData" | "postClosing" | "postRenewal" | "getEarlierAnswers" | "postDraft"
        | "getDossiers" => Reason::OnesOwn,
        "getPortal" | "getCatalogue" | "getProcedure" | "getForm" | "getProvinces"
        | "getCommunes" => Reason::Published,
        "postRegistration"
        | "postSignIn"
        | "postPasswordReset"
        | "getSingleSignOn"
        | "getFeedbackChallenge"
        | "postFeedback" => Reason::Begins,
        "getChallenge" | "postCode" | "postResend" | "postPassword" | "getSingleSignOnReturn" => {
            Reason::Unguessable
        }
        "postLookup" => Reason::AsksWho,
        other => panic!("say here why {other} gives nobody what is another's"),
    }
}

/// Something of Lan's, with what a request for it carries besides its id.
struct Hers {
    id: String,
    headers: Vec<(&'static str, String)>,
    body: Body,
}

impl Thing {
    async fn of(self, backend: &TestBackend, lan: &TestClient, operation: &Operation) -> Hers {
        match self {
            Thing::Draft => draft(lan, operation).await,
            Thing::Upload => upload(lan).await,
            Thing::Dossier => dossier(lan).await,
            Thing::Device => device(backend, lan).await,
        }
    }
}

async fn draft(lan: &TestClient, operation: &Operation) -> Hers {
    let draft = match operation.name.as_str() {
        "postUpload" => lan.birth_draft_without_attachment().await,
        _ => lan.complete_draft().await,
    };
    let file = photo("file-0001", 100);
    let body = match operation.name.as_str() {
        "patchDraft" => json!({"answers": {"request": "Xin 3 bản."}}).to_string(),
        "postSubmission" => serde_json::to_string(&manifest_of(&draft)).unwrap(),
        _ => String::new(),
    };
    Hers {
        headers: vec![
            ("if-match", format!("\"{}\"", draft.version)),
            ("idempotency-key", draft.id.replace('_', "-")),
            ("tus-resumable", "1.0.0".to_owned()),
            ("upload-length", file.bytes.len().to_string()),
            ("upload-metadata", file.metadata()),
        ],
        id: draft.id,
        body: Body::from(body),
    }
}

async fn upload(lan: &TestClient) -> Hers {
    let draft = lan.birth_draft_without_attachment().await;
    let file = photo("file-0001", 100);
    let created = lan.create_upload(&draft.id, &file).await;
    Hers {
        id: upload_id(&created),
        headers: vec![
            ("tus-resumable", "1.0.0".to_owned()),
            ("upload-offset", "0".to_owned()),
        ],
        body: Body::from(file.bytes),
    }
}

async fn dossier(lan: &TestClient) -> Hers {
    let draft = lan.complete_draft().await;
    let key = draft.id.replace('_', "-");
    let receipt: Receipt = lan.submit(&draft.id, &key).await.json();
    Hers {
        id: receipt.code,
        headers: Vec::new(),
        body: Body::empty(),
    }
}

async fn device(backend: &TestBackend, lan: &TestClient) -> Hers {
    backend.sign_in("0912345678").await;
    let devices: Vec<Device> = lan.call(&endpoints::GET_DEVICES, &[]).await.json();
    let other = devices.into_iter().find(|device| !device.current);
    Hers {
        id: other.unwrap().id,
        headers: Vec::new(),
        body: Body::empty(),
    }
}

async fn ask(client: &TestClient, operation: &Operation, hers: Hers) -> (u16, String) {
    let request = operation.app_request(&hers.id, &hers.headers);
    let response = client.send(request.body(hers.body).unwrap()).await;
    (response.status.as_u16(), response.text())
}

#[tokio::test]
async fn only_the_owner_can_access_a_resource_by_id() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.messages = MessageLimits::DEMO;
    });
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let guest = backend.client();
    let mut named = 0;
    for operation in operations() {
        let Reason::Names(thing) = reason(&operation.name) else {
            continue;
        };
        named += 1;
        let name = &operation.name;
        let asked_by = |client| {
            let (backend, lan, operation) = (&backend, &lan, &operation);
            async move {
                let hers = thing.of(backend, lan, operation).await;
                ask(client, operation, hers).await
            }
        };
        assert_eq!(asked_by(&binh).await.0, 404, "{name}");
        assert_eq!(asked_by(&guest).await.0, 401, "{name}");
        // The very same request is a good one: it was refused for who asked, and for nothing else.
        let (status, text) = asked_by(&lan).await;
        assert!((200..300).contains(&status), "{name}: {status} {text}");
    }
    assert_eq!(named, 11);
}

#[tokio::test]
async fn operations_that_need_a_session_refuse_guests() {
    let backend = TestBackend::start();
    let guest = backend.client();
    for operation in operations() {
        let requires_session = match reason(&operation.name) {
            Reason::Names(_) => true,
            Reason::OnesOwn => !matches!(
                operation.name.as_str(),
                "getSession" | "deleteSession" | "postRenewal"
            ),
            _ => false,
        };
        assert_eq!(
            operation.requires_session, requires_session,
            "{}",
            operation.name
        );
        if requires_session {
            let status = guest.send(operation.minimal_request()).await.status;
            assert_eq!(status, 401, "{}", operation.name);
        }
    }
}

#[tokio::test]
async fn operations_on_ones_own_data_never_return_another_citizens() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let draft = lan.complete_draft().await;
    let filed = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&filed.id, "key-1").await.json();
    let hers = [
        "Nguyễn Thị Lan",
        "045190000001",
        "0912345678",
        &draft.id,
        &receipt.code,
    ];
    for operation in operations() {
        let reads = operation.method == "GET";
        if reads && matches!(reason(&operation.name), Reason::OnesOwn) {
            let request = operation.request("general-declaration");
            let response = binh.send(request.body(Body::empty()).unwrap()).await;
            for mark in hers {
                assert!(
                    !response.text().contains(mark),
                    "{}: {mark}",
                    operation.name
                );
            }
        }
    }
    // And there was something to be seen.
    let page: DossierPage = lan.call(&endpoints::GET_DOSSIERS, &[]).await.json();
    assert_eq!(page.items.len(), 2);
}

#[tokio::test]
async fn another_citizens_idempotency_key_returns_no_receipt() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let draft = lan.complete_draft().await;
    let receipt = lan.submit(&draft.id, "key-1").await;
    assert_eq!(receipt.status, 201);
    let submission = manifest_of(&draft);
    binh.submit_with_manifest(&draft.id, "key-1", &submission)
        .await
        .assert_problem(404, ProblemCode::NotFound);
}

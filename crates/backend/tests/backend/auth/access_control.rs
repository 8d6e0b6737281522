//! Access control: no operation gives a citizen the data of another citizen. The function `protection` lists each
//! operation of the contract, and the reason why the operation can't do this. If an operation isn't in this list, these
//! tests fail.

use axum::body::Body;
use backend::auth::random;
use backend::config::{FilingLimits, MessageLimits};
use contract::dossier::{DossierListPage, MessagePage};
use contract::draft::Draft;
use contract::endpoints;
use contract::payment::{NewPayment, Payment};
use contract::problem::ProblemCode;
use contract::receipt::Receipt;
use contract::session::Device;
use serde_json::json;

use crate::kit::filing::{manifest_of, photo, upload_id};
use crate::kit::group::get_dossier;
use crate::kit::officer::{post_decision, post_form, post_to_desk};
use crate::kit::operations::{DocumentedOperation, operations};
use crate::kit::payments::{ONLINE_FEE, begin_as};
use crate::kit::{TestBackend, TestClient};

/// Why an operation can't return another citizen's data.
enum Protection {
    /// The path names a resource of one citizen. Another citizen gets the response 404, and a guest gets 401.
    OwnerOnly(Resource),
    /// The path names no resource. The operation uses the account of the session.
    OwnAccount,
    /// The response contains no personal data, so everybody may read it.
    Public,
    /// The operation creates a new resource. Its response reveals nothing about existing resources.
    StartsNew,
    /// The path contains an id that can't be guessed. Only the client that started the flow (for example a
    /// registration) received this id.
    Unguessable,
    /// The request must contain the dossier code and the applicant's phone or citizen id. The response contains the
    /// dossier's status only.
    NeedsApplicant,
}

/// A kind of resource that belongs to a citizen.
#[derive(Clone, Copy)]
enum Resource {
    Draft,
    Upload,
    Dossier,
    DossierFile,
    /// A dossier for which the office has asked for a supplement.
    AskedDossier,
    /// The draft of a reply that is ready to be sent.
    Reply,
    /// A fee that can be paid online.
    Fee,
    /// A payment that has begun.
    Payment,
    Device,
}

fn protection(name: &str) -> Protection {
    match name {
        "getDraft" | "patchDraft" | "deleteDraft" | "postUpload" | "postFile"
        | "postSubmission" => Protection::OwnerOnly(Resource::Draft),
        "headUpload" | "patchUpload" | "deleteUpload" => Protection::OwnerOnly(Resource::Upload),
        "getDossier" | "getReceipt" | "postWithdrawal" | "getMessages" | "postMessage"
        | "postMessagesRead" | "postRating" => Protection::OwnerOnly(Resource::Dossier),
        "getDossierFile" => Protection::OwnerOnly(Resource::DossierFile),
        "postReply" => Protection::OwnerOnly(Resource::Reply),
        "postNewReply" => Protection::OwnerOnly(Resource::AskedDossier),
        "postPayment" => Protection::OwnerOnly(Resource::Fee),
        "getPayment" => Protection::OwnerOnly(Resource::Payment),
        "deleteDevice" => Protection::OwnerOnly(Resource::Device),
        "getSession"
        | "patchSession"
        | "deleteSession"
        | "getDevices"
        | "deleteDevices"
        | "postPasswordChange"
        | "postPhoneChange"
        | "getConsents"
        | "postConsent"
        | "getAccountData"
        | "postClosing"
        | "postRenewal"
        | "getEarlierAnswers"
        | "postDraft"
        | "getDossiers"
        | "postDossierSearch"
        | "getUnderWay"
        | "getNotices"
        | "postNoticesRead"
        | "getEvents"
        | "getNoticeSettings"
        | "patchNoticeSettings"
        | "postEmailChange"
        | "deleteEmail" => Protection::OwnAccount,
        "getPortal" | "getCatalogue" | "getProcedure" | "getForm" | "getProvinces"
        | "getCommunes" => Protection::Public,
        "postRegistration"
        | "postSignIn"
        | "postPasswordReset"
        | "postPhoneRelease"
        | "getSingleSignOn"
        | "postFeedbackChallenge"
        | "postFeedback" => Protection::StartsNew,
        "getChallenge" | "postCode" | "postResend" | "postPassword" | "getSingleSignOnReturn" => {
            Protection::Unguessable
        }
        "postLookup" => Protection::NeedsApplicant,
        other => panic!(
            "add {other} to the list, with the reason why it can't return another citizen's data"
        ),
    }
}

/// A resource that belongs to Lan, with the headers and the body of a valid request for this resource.
struct OwnedResource {
    id: String,
    headers: Vec<(&'static str, String)>,
    body: Body,
}

impl Resource {
    async fn create(
        self,
        backend: &TestBackend,
        lan: &TestClient,
        operation: &DocumentedOperation,
    ) -> OwnedResource {
        match self {
            Resource::Draft => draft(lan, operation).await,
            Resource::Upload => upload(lan).await,
            Resource::Dossier => dossier(backend, lan, operation).await,
            Resource::DossierFile => dossier_file(lan).await,
            Resource::AskedDossier => asked_dossier(backend, lan).await,
            Resource::Reply => reply(backend, lan).await,
            Resource::Fee => fee(backend, lan).await,
            Resource::Payment => payment(backend, lan).await,
            Resource::Device => device(backend, lan).await,
        }
    }
}

async fn draft(lan: &TestClient, operation: &DocumentedOperation) -> OwnedResource {
    let draft = match operation.name.as_str() {
        "postUpload" | "postFile" => lan.birth_draft_without_attachment().await,
        _ => lan.complete_draft().await,
    };
    let file = photo("file-0001", 100);
    let body = match operation.name.as_str() {
        "patchDraft" => json!({"answers": {"request": "Xin 3 bản."}}).to_string(),
        "postSubmission" => serde_json::to_string(&manifest_of(&draft)).unwrap(),
        _ => String::new(),
    };
    let body = match operation.name.as_str() {
        "postFile" => Body::from(file.form(file.bytes.len())),
        _ => Body::from(body),
    };
    OwnedResource {
        headers: vec![
            ("if-match", format!("\"{}\"", draft.version)),
            ("idempotency-key", draft.id.replace('_', "-")),
            ("tus-resumable", "1.0.0".to_owned()),
            ("upload-length", file.bytes.len().to_string()),
            ("upload-metadata", file.metadata()),
        ],
        id: draft.id,
        body,
    }
}

async fn upload(lan: &TestClient) -> OwnedResource {
    let draft = lan.birth_draft_without_attachment().await;
    let file = photo("file-0001", 100);
    let created = lan.create_upload(&draft.id, &file).await;
    OwnedResource {
        id: upload_id(&created),
        headers: vec![
            ("tus-resumable", "1.0.0".to_owned()),
            ("upload-offset", "0".to_owned()),
        ],
        body: Body::from(file.bytes),
    }
}

/// Submits a dossier. Returns its code, and an idempotency key that wasn't used for another request.
async fn submitted(lan: &TestClient) -> (String, String) {
    let draft = lan.complete_draft().await;
    let key = draft.id.replace('_', "-");
    let receipt: Receipt = lan.submit(&draft.id, &key).await.json();
    (receipt.code, key)
}

async fn dossier(
    backend: &TestBackend,
    lan: &TestClient,
    operation: &DocumentedOperation,
) -> OwnedResource {
    let (code, key) = submitted(lan).await;
    let office = backend.client();
    let mut last_message = String::new();
    match operation.name.as_str() {
        "postRating" => {
            for status in [2, 4, 9] {
                let decided = post_decision(&office, &code, &format!("move={status}")).await;
                assert_eq!(decided.status, 303);
            }
        }
        "postMessagesRead" => {
            post_to_desk(&office, &code, "messages", "text=Xin+ch%C3%A0o").await;
            let page: MessagePage = lan.call(&endpoints::GET_MESSAGES, &[&code]).await.json();
            last_message = page.items[0].id.clone();
        }
        _ => {}
    }
    let body = match operation.name.as_str() {
        "postWithdrawal" => json!({"reason": "Tôi nộp nhầm."}).to_string(),
        "postMessage" => json!({"text": "Bao giờ có kết quả?"}).to_string(),
        "postMessagesRead" => json!({"last": last_message}).to_string(),
        "postRating" => json!({"stars": 5}).to_string(),
        _ => String::new(),
    };
    OwnedResource {
        id: code,
        headers: vec![("idempotency-key", key)],
        body: Body::from(body),
    }
}

async fn dossier_file(lan: &TestClient) -> OwnedResource {
    let draft = lan.birth_draft_without_attachment().await;
    lan.upload_file(&draft.id, &photo("file-0001", 100)).await;
    let key = draft.id.replace('_', "-");
    let receipt: Receipt = lan.submit(&draft.id, &key).await.json();
    OwnedResource {
        id: format!("{} {}", receipt.code, receipt.files[0].id),
        headers: Vec::new(),
        body: Body::empty(),
    }
}

async fn asked_dossier(backend: &TestBackend, lan: &TestClient) -> OwnedResource {
    let (id, _) = submitted(lan).await;
    post_decision(&backend.client(), &id, "move=5&note=Sai").await;
    OwnedResource {
        id,
        headers: vec![("idempotency-key", random::id().unwrap().replace('_', "-"))],
        body: Body::from(json!({"kind": "supplement"}).to_string()),
    }
}

async fn reply(backend: &TestBackend, lan: &TestClient) -> OwnedResource {
    let asked = asked_dossier(backend, lan).await;
    let body = json!({"kind": "supplement"});
    let draft: Draft = lan.begin_reply(&asked.id, &body).await.json();
    let patch = json!({"answers": {"text": "Tôi gửi bổ sung."}});
    let saved = lan.save_draft(&draft.id, draft.version, &patch).await;
    let draft: Draft = saved.json();
    OwnedResource {
        headers: vec![("idempotency-key", random::id().unwrap().replace('_', "-"))],
        body: Body::from(serde_json::to_string(&manifest_of(&draft)).unwrap()),
        id: draft.id,
    }
}

async fn fee(backend: &TestBackend, lan: &TestClient) -> OwnedResource {
    let (code, _) = submitted(lan).await;
    let path = format!("/demo/dossiers/{code}/fees");
    let same_origin = [("sec-fetch-site", "same-origin")];
    post_form(&backend.client(), &path, ONLINE_FEE, &same_origin).await;
    let fee = get_dossier(lan, &code).await.fees.remove(0);
    OwnedResource {
        id: fee.id,
        headers: vec![("idempotency-key", random::id().unwrap().replace('_', "-"))],
        body: Body::from(json!({"return_to": "/dossiers"}).to_string()),
    }
}

async fn payment(backend: &TestBackend, lan: &TestClient) -> OwnedResource {
    let fee = fee(backend, lan).await;
    let new = NewPayment {
        return_to: "/dossiers".to_owned(),
    };
    let key = random::id().unwrap().replace('_', "-");
    let begun: Payment = begin_as(lan, &fee.id, &key, &new).await.json();
    OwnedResource {
        id: begun.id,
        headers: Vec::new(),
        body: Body::empty(),
    }
}

async fn device(backend: &TestBackend, lan: &TestClient) -> OwnedResource {
    backend.sign_in("0912345678").await;
    let devices: Vec<Device> = lan.call(&endpoints::GET_DEVICES, &[]).await.json();
    let other = devices.into_iter().find(|device| !device.current);
    OwnedResource {
        id: other.unwrap().id,
        headers: Vec::new(),
        body: Body::empty(),
    }
}

async fn send_request(
    client: &TestClient,
    operation: &DocumentedOperation,
    resource: OwnedResource,
) -> (u16, String) {
    let request = operation.app_request(&resource.id, &resource.headers);
    let response = client.send(request.body(resource.body).unwrap()).await;
    (response.status.as_u16(), response.text())
}

#[tokio::test]
async fn only_the_owner_can_access_a_resource_by_id() {
    let (backend, _gateway) = TestBackend::start_with_gateway(|config| {
        config.messages = MessageLimits::DEMO;
        config.filing = FilingLimits::DEMO;
    })
    .await;
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let guest = backend.client();
    let mut checked = 0;
    for operation in operations() {
        let Protection::OwnerOnly(kind) = protection(&operation.name) else {
            continue;
        };
        checked += 1;
        let name = &operation.name;
        let send_as = |client| {
            let (backend, lan, operation) = (&backend, &lan, &operation);
            async move {
                let resource = kind.create(backend, lan, operation).await;
                send_request(client, operation, resource).await
            }
        };
        assert_eq!(send_as(&binh).await.0, 404, "{name}");
        assert_eq!(send_as(&guest).await.0, 401, "{name}");
        // The same request from the owner succeeds. So the requests of Bình and the guest were refused only because of
        // who sent them.
        let (status, text) = send_as(&lan).await;
        assert!((200..300).contains(&status), "{name}: {status} {text}");
    }
    assert_eq!(checked, 22);
}

#[tokio::test]
async fn operations_that_need_a_session_refuse_guests() {
    let backend = TestBackend::start();
    let guest = backend.client();
    for operation in operations() {
        let requires_session = match protection(&operation.name) {
            Protection::OwnerOnly(_) => true,
            Protection::OwnAccount => !matches!(
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
    let lans_data = [
        "Nguyễn Thị Lan",
        "045190000001",
        "0912345678",
        &draft.id,
        &receipt.code,
    ];
    for operation in operations() {
        // The event stream doesn't end; `notices::event_stream` tests it.
        let reads = operation.method == "GET" && operation.name != "getEvents";
        if reads && matches!(protection(&operation.name), Protection::OwnAccount) {
            let request = operation.request("general-declaration");
            let response = binh.send(request.body(Body::empty()).unwrap()).await;
            for text in lans_data {
                assert!(
                    !response.text().contains(text),
                    "{}: {text}",
                    operation.name
                );
            }
        }
    }
    // Lan really has a draft and a dossier, so a faulty operation would have returned her data.
    let page: DossierListPage = lan.call(&endpoints::GET_DOSSIERS, &[]).await.json();
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

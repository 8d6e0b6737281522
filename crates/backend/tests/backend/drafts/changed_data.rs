//! A draft outlives a change of the portal's data: its procedure, its form, a question or a component may be gone. The
//! citizen is told which, and the draft stays readable.

use backend::data::{Data, Source, Sources};
use contract::ProblemCode;
use contract::draft::Draft;
use contract::endpoints;
use contract::receipt::Receipt;
use serde_json::{Value, json};

use crate::kit::filing::{BIRTH, BIRTH_COMPONENT, COPY, photo};
use crate::kit::{TestBackend, TestClient};

const FORM: &str = "forms/general-declaration.json";

/// The embedded data after `change` has edited the text of each file. The first argument of `change` is the file's name.
fn data_with(change: impl Fn(&str, &str) -> String) -> Data {
    let embedded = Sources::embedded();
    let edit = |source: Source<'static>| Source {
        text: change(source.file, source.text).leak(),
        ..source
    };
    let sources = Sources {
        catalogue: edit(embedded.catalogue),
        procedures: embedded.procedures.iter().copied().map(edit).collect(),
        aliases: edit(embedded.aliases),
        groups: edit(embedded.groups),
        portal: edit(embedded.portal),
        forms: embedded.forms.iter().copied().map(edit).collect(),
        ..embedded
    };
    Data::import(&sources).unwrap()
}

/// Restarts the backend with other data. Returns it with a client that has the same session.
fn restart(backend: TestBackend, lan: &TestClient, data: Data) -> (TestBackend, TestClient) {
    let backend = backend.restart_with_data(data);
    let client = backend.client();
    client.set_cookie(lan.cookie());
    (backend, client)
}

#[tokio::test]
async fn a_withdrawn_procedure_is_named_and_its_draft_stays() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let renamed = data_with(|_, text| text.replace(COPY, "2.999999"));
    let (_backend, lan) = restart(backend, &lan, renamed);
    let stored: Draft = lan.get_draft(&draft.id).await.json();
    assert_eq!(stored.answers, draft.answers);
    let patch = json!({"answers": {"note": "x"}});
    for refused in [
        lan.save_draft(&draft.id, draft.version, &patch).await,
        lan.submit(&draft.id, "key-1").await,
    ] {
        refused.assert_problem(409, ProblemCode::ProcedureWithdrawn);
    }
    let list = lan.call(&endpoints::GET_DOSSIERS, &[]).await;
    assert_eq!(list.json::<Value>()["items"][0]["id"], json!(draft.id));
    let deleted = lan.call(&endpoints::DELETE_DRAFT, &[&draft.id]).await;
    assert_eq!(deleted.status, 204);
}

#[tokio::test]
async fn a_form_that_is_gone_is_named_and_its_draft_stays() {
    let gone =
        |_: &str, text: &str| text.replace("\"general-declaration\"", "\"declaration-2027\"");
    assert_form_replaced(data_with(gone)).await;
}

#[tokio::test]
async fn a_procedure_with_another_form_is_named_and_its_draft_stays() {
    let other = |file: &str, text: &str| match file {
        "procedures/ho-tich.json" => text.replace("\"general-declaration\"", "\"marital-status\""),
        _ => text.to_owned(),
    };
    assert_form_replaced(data_with(other)).await;
}

/// Asserts that a draft of [`COPY`] stays readable with `replaced`, and that changing and submitting it is refused.
async fn assert_form_replaced(replaced: Data) {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let (_backend, lan) = restart(backend, &lan, replaced);
    let stored: Draft = lan.get_draft(&draft.id).await.json();
    assert_eq!(stored.answers, draft.answers);
    let patch = json!({"answers": {"note": "x"}});
    for refused in [
        lan.save_draft(&draft.id, draft.version, &patch).await,
        lan.submit(&draft.id, "key-1").await,
    ] {
        let problem = refused.assert_problem(409, ProblemCode::FormChanged);
        assert!(problem.errors.is_empty());
    }
}

#[tokio::test]
async fn an_answer_to_a_removed_question_is_named_and_the_rest_can_be_sent() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let newer = data_with(|file, text| {
        if file != FORM {
            return text.to_owned();
        }
        let mut form: Value = serde_json::from_str(text).unwrap();
        form["version"] = json!(2);
        form.to_string()
            .replace("\"note\"", "\"remark\"")
            .replace("/note\"", "/remark\"")
    });
    let (_backend, lan) = restart(backend, &lan, newer);
    let patch = json!({"answers": {"note": "x"}});
    let refused = lan.save_draft(&draft.id, draft.version, &patch).await;
    let problem = refused.assert_problem(409, ProblemCode::FormChanged);
    assert_eq!(problem.errors[0].pointer, "/answers/note");
    lan.submit(&draft.id, "key-1").await.json::<Receipt>();
}

#[tokio::test]
async fn a_file_of_a_renamed_component_is_named_and_never_sent() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.birth_draft_without_attachment().await;
    let old = lan.upload_file(&draft.id, &photo("file-old", 1_000)).await;
    let renamed = data_with(|_, text| text.replace(BIRTH_COMPONENT, "000.00.00.G15-KQ999999"));
    let (_backend, lan) = restart(backend, &lan, renamed);
    let mut new = photo("file-new", 2_000);
    new.component = "000.00.00.G15-KQ999999";
    lan.upload_file(&draft.id, &new).await;
    let problem = lan
        .submit(&draft.id, "key-1")
        .await
        .assert_problem(409, ProblemCode::FormChanged);
    let pointer = ["/attachments/", BIRTH_COMPONENT].concat();
    assert_eq!(problem.errors[0].pointer, pointer);
    assert_eq!(lan.delete_upload(&old).await.status, 204);
    let receipt: Receipt = lan.submit(&draft.id, "key-1").await.json();
    assert_eq!(receipt.files.len(), 1);
    assert_eq!(receipt.procedure.key, BIRTH);
}

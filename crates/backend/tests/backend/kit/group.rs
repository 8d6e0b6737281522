//! A test group (liên thông) of three procedures. Each later part waits for the result of an earlier one. The tests use
//! it so that they don't depend on the texts of a real group.

use backend::data::{Data, Source, Sources};
use contract::dossier::Dossier;
use contract::draft::Draft;
use contract::endpoints;
use contract::receipt::Receipt;
use serde_json::{Value, json};

use super::filing::{File, photo};
use super::{TestBackend, TestClient};

/// «Khai sinh, cư trú và thẻ bảo hiểm y tế (thử)»: birth, residence and health-insurance card.
pub(crate) const GROUP: &str = "9.000001";
/// The component that the birth part requires.
pub(crate) const BIRTH_COMPONENT: &str = "P-01";
/// A component that only a temporary residence requires.
pub(crate) const LODGING_COMPONENT: &str = "P-02";
/// A component whose need the citizen must state, because no answer decides it.
pub(crate) const PROXY_COMPONENT: &str = "P-03";
/// A component that only the card part requires.
pub(crate) const CARD_COMPONENT: &str = "P-04";

/// A complete set of answers that include all three parts.
pub(crate) fn newborn_answers() -> Value {
    json!({
        "parent_name": "Nguyễn Thị Lan",
        "parent_id": "045190000001",
        "parent_phone": "0912345678",
        "parent_birth_date": "15/03/1990",
        "child_name": "Nguyễn Minh Anh",
        "child_birth_date": "01/11/2026",
        "home": {"province": "44", "commune": "19624", "detail": "Thôn Một"},
        "wish": "Xin làm sớm.",
        "residence_kind": "Thường trú",
        "card_wanted": true
    })
}

/// A photo to attach to this component.
pub(crate) fn photo_of(component: &'static str, id: &'static str) -> File {
    File {
        component,
        ..photo(id, 100)
    }
}

/// Requests a dossier, which must exist.
pub(crate) async fn get_dossier(client: &TestClient, code: &str) -> Dossier {
    client.call(&endpoints::GET_DOSSIER, &[code]).await.json()
}

impl TestBackend {
    /// Starts a demo backend that serves the test group as well.
    pub(crate) fn start_with_group() -> TestBackend {
        let sources = Sources::embedded();
        let catalogue = append(sources.catalogue, "/order", Value::from(GROUP));
        let group = serde_json::from_str(include_str!("group.json")).unwrap();
        let groups = append(sources.groups, "/groups", group);
        let mut sources: Sources<'_> = Sources { ..sources };
        sources.catalogue.text = &catalogue;
        sources.groups.text = &groups;
        sources.forms.push(Source {
            file: "forms/newborn-test.json",
            text: include_str!("group_form.json"),
        });
        let data = Data::import(&sources).unwrap();
        TestBackend::start_with_data(data, |config| config.demo = true)
    }
}

/// Appends an item to the list at a JSON Pointer of a data file.
fn append(source: Source<'_>, list: &str, item: Value) -> String {
    let mut file: Value = serde_json::from_str(source.text).unwrap();
    let list = file.pointer_mut(list).unwrap().as_array_mut().unwrap();
    list.push(item);
    file.to_string()
}

impl TestClient {
    /// Creates a draft of the group that is ready to be submitted, with these answers changed. The components of the birth
    /// and card parts are attached.
    pub(crate) async fn complete_group_draft(&self, changes: &Value) -> Draft {
        let draft = self.create_draft(GROUP).await;
        let mut answers = newborn_answers();
        let changes = changes.as_object().unwrap().clone();
        answers.as_object_mut().unwrap().extend(changes);
        let patch = json!({"answers": answers, "delivery": {"channel": "online"}});
        let saved = self.save_draft(&draft.id, draft.version, &patch).await;
        self.upload_file(&draft.id, &photo_of(BIRTH_COMPONENT, "birth-0001"))
            .await;
        self.upload_file(&draft.id, &photo_of(CARD_COMPONENT, "card-00001"))
            .await;
        saved.json()
    }

    /// Submits a group dossier with all three parts.
    pub(crate) async fn submit_group(&self) -> Receipt {
        let draft = self.complete_group_draft(&json!({})).await;
        self.submit(&draft.id, "the-group").await.json()
    }
}

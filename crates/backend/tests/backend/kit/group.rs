//! A made-up group (liên thông) of three procedures. Each part except the first waits for the result of an earlier
//! part. With this group, the tests don't depend on the texts of a real group.

use backend::data::{Data, Source, Sources};
use contract::dossier::Dossier;
use contract::draft::Draft;
use contract::endpoints;
use contract::receipt::Receipt;
use serde_json::{Value, json};

use super::filing::{File, photo};
use super::{TestBackend, TestClient};

/// Code of the test group «Khai sinh, cư trú và thẻ bảo hiểm y tế (thử)»: birth registration, residence registration
/// and health-insurance card.
pub(crate) const GROUP: &str = "9.000001";
/// Code of the component that the birth part requires.
pub(crate) const BIRTH_COMPONENT: &str = "P-01";
/// Code of a component that is required only for a temporary residence.
pub(crate) const LODGING_COMPONENT: &str = "P-02";
/// Code of an optional component. No answer decides whether it is needed, so the citizen must state whether they need
/// it.
pub(crate) const PROXY_COMPONENT: &str = "P-03";
/// Code of the component that only the health-insurance card requires.
pub(crate) const CARD_COMPONENT: &str = "P-04";

/// A valid answer to every required question of the group's form. With these answers, all three parts are filed.
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

/// A photo that is attached to the given component.
pub(crate) fn photo_of(component: &'static str, id: &'static str) -> File {
    File {
        component,
        ..photo(id, 100)
    }
}

/// Requests a dossier and asserts that it exists.
pub(crate) async fn get_dossier(client: &TestClient, code: &str) -> Dossier {
    client.call(&endpoints::GET_DOSSIER, &[code]).await.json()
}

/// The embedded data and the test group.
pub(crate) fn group_data() -> Data {
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
    Data::import(&sources).unwrap()
}

impl TestBackend {
    /// Starts a demo backend that serves the embedded data and the test group.
    pub(crate) fn start_with_group() -> TestBackend {
        TestBackend::start_with_data(group_data(), |config| config.demo = true)
    }
}

/// Adds `item` to a list in a JSON data file. `list` is the JSON Pointer of the list. Returns the changed file.
fn append(source: Source<'_>, list: &str, item: Value) -> String {
    let mut file: Value = serde_json::from_str(source.text).unwrap();
    let list = file.pointer_mut(list).unwrap().as_array_mut().unwrap();
    list.push(item);
    file.to_string()
}

impl TestClient {
    /// Creates a draft of the group that is ready to be submitted. `changes` replaces some of its answers. The required
    /// components of the birth part and the card part are attached.
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

    /// Creates and submits a group dossier with all three parts.
    pub(crate) async fn submit_group(&self) -> Receipt {
        let draft = self.complete_group_draft(&json!({})).await;
        self.submit(&draft.id, "the-group").await.json()
    }
}

//! A group of three procedures that wait for one another, beside the real data, so that no test rests on the words of
//! a real group.

use backend::data::{Data, Source, Sources};
use contract::dossier::Dossier;
use contract::draft::Draft;
use contract::endpoints;
use contract::receipt::Receipt;
use serde_json::{Value, json};

use super::filing::{File, photo};
use super::{Backend, Visitor};

/// «Khai sinh, cư trú và thẻ bảo hiểm y tế (thử)».
pub(crate) const GROUP: &str = "9.000001";
/// Its required paper, for the birth.
pub(crate) const BIRTH_PAPER: &str = "P-01";
/// A paper for a temporary residence alone.
pub(crate) const LODGING_PAPER: &str = "P-02";
/// A paper that only the citizen knows whether he needs.
pub(crate) const PROXY_PAPER: &str = "P-03";
/// A paper for the card alone.
pub(crate) const CARD_PAPER: &str = "P-04";

/// Answers that call for all three parts.
pub(crate) fn newborn() -> Value {
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

/// A photo of this paper.
pub(crate) fn paper(component: &'static str, id: &'static str) -> File {
    File {
        component,
        ..photo(id, 100)
    }
}

/// A dossier as its owner reads it.
pub(crate) async fn dossier(visitor: &Visitor, code: &str) -> Dossier {
    visitor.call(&endpoints::GET_DOSSIER, &[code]).await.body()
}

impl Backend {
    /// A demonstration backend that has the group.
    pub(crate) fn start_with_group() -> Backend {
        let sources = Sources::embedded();
        let catalogue = added(sources.catalogue, "/order", Value::from(GROUP));
        let group = serde_json::from_str(include_str!("group.json")).unwrap();
        let groups = added(sources.groups, "/groups", group);
        let mut sources: Sources<'_> = Sources { ..sources };
        sources.catalogue.text = &catalogue;
        sources.groups.text = &groups;
        sources.forms.push(Source {
            file: "forms/newborn-test.json",
            text: include_str!("group_form.json"),
        });
        let data = Data::import(&sources).unwrap();
        Backend::start_of(data, |config| config.demo = true)
    }
}

fn added(source: Source<'_>, list: &str, item: Value) -> String {
    let mut file: Value = serde_json::from_str(source.text).unwrap();
    let list = file.pointer_mut(list).unwrap().as_array_mut().unwrap();
    list.push(item);
    file.to_string()
}

impl Visitor {
    /// A draft of the group with these answers changed, everything chosen, and the papers of birth and card attached.
    pub(crate) async fn filled_group(&self, change: &Value) -> Draft {
        let draft = self.begin(GROUP).await;
        let mut answers = newborn();
        let changed = change.as_object().unwrap().clone();
        answers.as_object_mut().unwrap().extend(changed);
        let patch = json!({"answers": answers, "delivery": {"channel": "online"}});
        let saved = self.save(&draft.id, draft.version, &patch).await;
        self.attach(&draft.id, &paper(BIRTH_PAPER, "birth-0001"))
            .await;
        self.attach(&draft.id, &paper(CARD_PAPER, "card-00001"))
            .await;
        saved.body()
    }

    /// A group that was sent, with all three parts.
    pub(crate) async fn sent_group(&self) -> Receipt {
        let draft = self.filled_group(&json!({})).await;
        self.submit(&draft.id, "the-group").await.body()
    }
}

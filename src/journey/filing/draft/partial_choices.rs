//! Incomplete choices of a draft: a province without its commune, or a postal address without its street. They are not
//! valid answers, so they are never sent. This tab stores them, so they are still there after a reload.

use std::collections::BTreeMap;

use contract::draft::Draft;
use contract::place::PlaceRef;
use domain::json::parse_json;
use serde::{Deserialize, Serialize};

use crate::browser::storage::BrowserStorage;

/// The incomplete choices of one draft, by the keys of its parts. The first part's key is empty.
///
/// Before the draft exists, the choices are stored under the code of the procedure.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct PartialChoices {
    /// The places that are chosen so far for the agencies of the parts.
    agencies: BTreeMap<String, PlaceRef>,
    /// The delivery details of the parts.
    deliveries: BTreeMap<String, PartialDelivery>,
}

/// Delivery details that exist only in this tab and not in the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartialDelivery {
    /// `true` if the citizen has chosen this delivery and not completed it. `false` if the details are a postal address
    /// that the citizen typed and that isn't used, because another kind of delivery is chosen.
    pub is_incomplete: bool,
    /// The texts in the fields of the delivery.
    pub texts: DeliveryTexts,
}

/// The texts that the citizen has entered in a delivery's fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeliveryTexts {
    /// The chosen kind of delivery: `online`, `counter` or `post`. Empty while none is chosen.
    pub channel: String,
    /// Name of the recipient of a postal delivery.
    pub recipient: String,
    /// Phone number of the recipient.
    pub phone: String,
    /// Code of the chosen province; empty if none is chosen.
    pub province: String,
    /// Code of the chosen commune; empty if none is chosen.
    pub commune: String,
    /// The rest of the postal address: house number, street, hamlet.
    pub detail: String,
}

impl PartialChoices {
    /// Reads the stored choices. `owner` is the id of the draft, or the code of the procedure before the draft exists.
    pub(crate) fn load(owner: &str) -> Self {
        let stored = BrowserStorage::Tab.get(&storage_key(owner));
        let choices = stored.and_then(|stored| parse_json(&stored));
        choices.unwrap_or_default()
    }

    /// Writes the choices to the tab's storage. If there are none, removes the stored choices.
    pub(crate) fn store(&self, owner: &str) {
        let is_empty = self.agencies.is_empty() && self.deliveries.is_empty();
        match serde_json::to_string(self) {
            // If the browser provides no storage, incomplete choices are lost when the citizen leaves the page.
            Ok(text) if !is_empty => drop(BrowserStorage::Tab.set(&storage_key(owner), &text)),
            _ => BrowserStorage::Tab.remove(&storage_key(owner)),
        }
    }

    /// Removes the stored choices. Call it when the draft was sent or deleted. Call it with the procedure's code when a
    /// draft of that procedure was created.
    pub(crate) fn remove(owner: &str) {
        BrowserStorage::Tab.remove(&storage_key(owner));
    }

    /// Whether the storage holds choices of any draft, or an agency for a draft that doesn't exist yet.
    pub(crate) fn is_any_stored() -> bool {
        let agencies = BrowserStorage::Tab.list(NEW_DRAFT_PREFIX);
        // The text begins with the code of the province. It is empty if nothing is chosen.
        let is_chosen = |(_, text): &(String, String)| !text.starts_with('/');
        agencies.iter().any(is_chosen) || !BrowserStorage::Tab.list(STORAGE_PREFIX).is_empty()
    }

    /// The places that are chosen so far. In each place, the code of the province or of the commune may be empty.
    pub(crate) fn agencies(&self) -> &BTreeMap<String, PlaceRef> {
        &self.agencies
    }

    /// Replaces the places that are chosen so far.
    pub(crate) fn set_agencies(&mut self, places: BTreeMap<String, PlaceRef>) {
        self.agencies = places;
    }

    /// Replaces the delivery details of one part; `None` removes them.
    pub(crate) fn set_delivery(&mut self, part: &str, details: Option<PartialDelivery>) {
        match details {
            Some(details) => self.deliveries.insert(part.to_owned(), details),
            None => self.deliveries.remove(part),
        };
    }

    /// The delivery details of one part.
    pub(crate) fn take_delivery(mut self, part: &str) -> Option<PartialDelivery> {
        self.deliveries.remove(part)
    }

    /// Keys of the parts whose delivery is chosen but incomplete.
    pub(crate) fn incomplete_deliveries(&self) -> Vec<String> {
        let incomplete = self.deliveries.iter();
        let incomplete = incomplete.filter(|(_, details)| details.is_incomplete);
        incomplete.map(|(part, _)| part.clone()).collect()
    }

    /// Removes the agency from `draft` while the citizen is choosing another one and hasn't completed the choice,
    /// because they no longer want the earlier agency.
    pub(crate) fn hide_replaced_agency(&self, draft: Draft) -> Draft {
        match self.agencies.is_empty() {
            true => draft,
            false => Draft {
                agency: None,
                agency_name: None,
                ..draft
            },
        }
    }
}

/// Beginning of the keys under which the tab stores the agencies of drafts that don't exist yet.
pub(crate) const NEW_DRAFT_PREFIX: &str = "motcua-agency-";

const STORAGE_PREFIX: &str = "motcua-partial-";

/// Key of the choices in the tab's storage.
fn storage_key(owner: &str) -> String {
    [STORAGE_PREFIX, owner].concat()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;
    use serde_json::json;

    fn draft() -> Draft {
        let draft = json!({
            "id": "d1", "procedure": "1.001193", "procedure_name": "Khai sinh", "form": "birth", "form_version": 1,
            "agency": {"province": "44", "commune": "19624"}, "agency_name": "Ủy ban nhân dân Xã Triệu Phong",
            "answers": {}, "attachments": [], "version": 1,
            "created_at": "2026-11-22T01:00:00Z", "updated_at": "2026-11-22T01:00:00Z", "expires_on": "2027-02-20"
        });
        serde_json::from_value(draft).unwrap()
    }

    #[test]
    fn hides_the_saved_agency_while_another_one_is_incomplete() {
        let mut choices = PartialChoices::default();
        assert_eq!(choices.hide_replaced_agency(draft()), draft());
        let place = PlaceRef {
            province: "01".to_owned(),
            commune: String::new(),
        };
        choices.set_agencies(BTreeMap::from([(String::new(), place)]));
        let hidden = choices.hide_replaced_agency(draft());
        assert_eq!((hidden.agency, hidden.agency_name), (None, None));
    }

    #[test]
    fn lists_only_deliveries_that_are_chosen_and_incomplete() {
        let details = |is_incomplete| {
            Some(PartialDelivery {
                is_incomplete,
                texts: DeliveryTexts::default(),
            })
        };
        let mut choices = PartialChoices::default();
        choices.set_delivery("", details(true));
        choices.set_delivery("residence", details(false));
        assert_eq!(choices.incomplete_deliveries(), [""]);
        choices.set_delivery("", None);
        assert!(choices.incomplete_deliveries().is_empty());
    }
}

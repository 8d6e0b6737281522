//! The 34 provinces and their communes, asked of the backend once each and kept for the visit.
//! Everything is keyed by code; a name is only ever looked up.

use std::collections::BTreeMap;

use contract::endpoints::{GET_COMMUNES, GET_PROVINCES};
use contract::place::{Commune, Province};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, Load};

/// Provinces and communes, in the context of the whole app.
#[derive(Clone, Copy)]
pub struct Places {
    api: Api,
    provinces: RwSignal<Load<Vec<Province>>>,
    communes: RwSignal<BTreeMap<String, Load<Vec<Commune>>>>,
    asked: StoredValue<bool>,
}

impl Places {
    /// None asked for yet.
    pub fn new(api: Api) -> Self {
        Self {
            api,
            provinces: RwSignal::new(Load::Waiting),
            communes: RwSignal::new(BTreeMap::new()),
            asked: StoredValue::new(false),
        }
    }

    /// The provinces; asks for them the first time and after a failure.
    pub fn provinces(self) -> RwSignal<Load<Vec<Province>>> {
        if !self.asked.get_value() {
            self.asked.set_value(true);
            self.ask_provinces();
        }
        self.provinces
    }

    /// Asks for the provinces.
    pub fn ask_provinces(self) {
        spawn_local(async move {
            let answer = self.api.get(&GET_PROVINCES, &[], "").await;
            self.provinces
                .set(answer.map_or_else(Load::Failed, Load::Ready));
        });
    }

    /// The communes of a province, tracked; `None` until they are asked for by [`Places::ask_communes`].
    pub fn communes(self, province: &str) -> Option<Load<Vec<Commune>>> {
        self.communes
            .with(|communes| communes.get(province).cloned())
    }

    /// Asks for the communes of a province, unless they are here or on their way.
    pub fn ask_communes(self, province: &str) {
        let known = self.communes.with_untracked(|communes| {
            matches!(communes.get(province), Some(Load::Waiting | Load::Ready(_)))
        });
        if known || province.is_empty() {
            return;
        }
        let province = province.to_owned();
        self.communes.update(|communes| {
            communes.insert(province.clone(), Load::Waiting);
        });
        spawn_local(async move {
            let answer = self.api.get(&GET_COMMUNES, &[&province], "").await;
            self.communes.update(|communes| {
                communes.insert(province, answer.map_or_else(Load::Failed, Load::Ready));
            });
        });
    }

    /// «Xã Triệu Phong, Tỉnh Quảng Trị», tracked; empty while the names are on their way.
    pub fn name(self, province: &str, commune: &str) -> String {
        let mut name = match self.communes(province) {
            Some(Load::Ready(communes)) => communes
                .into_iter()
                .find(|known| known.code == commune)
                .map_or_else(String::new, |known| known.name),
            Some(Load::Waiting | Load::Failed(_)) | None => return String::new(),
        };
        if let Load::Ready(provinces) = self.provinces().get()
            && let Some(known) = provinces.into_iter().find(|known| known.code == province)
        {
            name.push_str(", ");
            name.push_str(&known.name);
        }
        name
    }
}

/// Provinces and communes, from the context that `app.rs` gives.
pub fn use_places() -> Places {
    use_context::<Places>().unwrap_or_else(|| Places::new(crate::api::use_api()))
}

//! Provinces and communes (34 and 3,321 units), fetched when first needed and kept while the app runs.
//! A load that failed is tried again by itself; a list is never partly there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use contract::endpoints::{GET_COMMUNES, GET_PROVINCES};
use contract::place::{Commune, Province};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, ClientError, Load};
use crate::browser::retry;

type Communes = BTreeMap<String, Load<Arc<Vec<Commune>>>>;

/// The places, in the context of the whole app.
#[derive(Clone, Copy)]
pub struct Places {
    provinces: RwSignal<Load<Arc<Vec<Province>>>>,
    communes: RwSignal<Communes>,
    asked: StoredValue<BTreeSet<String>>,
    api: Api,
}

impl Places {
    /// Nothing fetched yet.
    pub fn new(api: Api) -> Self {
        Self {
            provinces: RwSignal::new(Load::Waiting),
            communes: RwSignal::new(BTreeMap::new()),
            asked: StoredValue::new(BTreeSet::new()),
            api,
        }
    }

    /// The provinces; tracked.
    pub fn provinces(&self) -> Load<Arc<Vec<Province>>> {
        if self.is_first("") {
            spawn_local(self.fetch_provinces());
        }
        self.provinces.get()
    }

    /// The communes of a province; tracked.
    pub fn communes(&self, province: &str) -> Load<Arc<Vec<Commune>>> {
        if self.is_first(province) {
            spawn_local(self.fetch_communes(province.to_owned()));
        }
        let known = self.communes.with(|all| all.get(province).cloned());
        known.unwrap_or(Load::Waiting)
    }

    /// «Xã Triệu Phong, Tỉnh Quảng Trị», once both lists are there; tracked.
    pub fn name(&self, province: &str, commune: &str) -> Option<String> {
        if province.is_empty() || commune.is_empty() {
            return None;
        }
        let (Load::Ready(provinces), Load::Ready(communes)) =
            (self.provinces(), self.communes(province))
        else {
            return None;
        };
        let province = provinces.iter().find(|one| one.code == province)?;
        let commune = communes.iter().find(|one| one.code == commune)?;
        Some([&commune.name, ", ", &province.name].concat())
    }

    fn is_first(&self, list: &str) -> bool {
        self.asked
            .try_update_value(|asked| asked.insert(list.to_owned()))
            .unwrap_or(false)
    }

    async fn fetch_provinces(self) {
        let mut failures = 0;
        loop {
            match self.api.get(&GET_PROVINCES, &[], "").await {
                Ok(answer) => return self.provinces.set(Load::Ready(Arc::new(answer))),
                Err(error) => self.provinces.set(Load::Failed(error)),
            }
            failures += 1;
            retry::wait(failures).await;
        }
    }

    async fn fetch_communes(self, province: String) {
        let mut failures = 0;
        loop {
            let answer = self.api.get(&GET_COMMUNES, &[&province], "").await;
            let gone =
                matches!(&answer, Err(ClientError::Refused(problem)) if problem.status == 404);
            let done = answer.is_ok() || gone;
            let load = answer.map_or_else(Load::Failed, |list| Load::Ready(Arc::new(list)));
            self.communes.update(|all| {
                all.insert(province.clone(), load);
            });
            if done {
                return;
            }
            failures += 1;
            retry::wait(failures).await;
        }
    }
}

/// The places, from the context that `filing_pages.rs` gives.
pub fn use_places() -> Places {
    use_context::<Places>().unwrap_or_else(|| Places::new(crate::api::use_api()))
}

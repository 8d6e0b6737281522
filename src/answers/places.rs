//! Provinces and communes (34 and 3,321 units). A list is fetched when it is first needed, stays while the app runs, and is
//! fetched again until it arrives.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use contract::endpoints::{GET_COMMUNES, GET_PROVINCES};
use contract::place::{Commune, Province};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, ClientError, Load};
use crate::browser::retry;

/// Lists of communes by the code of their province.
type Communes = BTreeMap<String, Load<Arc<Vec<Commune>>>>;

/// The loaded places. Copies share them.
#[derive(Clone, Copy)]
pub struct PlaceDirectory {
    /// The list of provinces.
    provinces: RwSignal<Load<Arc<Vec<Province>>>>,
    /// The lists of communes that were requested so far.
    communes: RwSignal<Communes>,
    /// Codes of the lists that were requested; empty for the list of provinces.
    requested: StoredValue<BTreeSet<String>>,
    /// Makes the requests.
    api: Api,
}

impl PlaceDirectory {
    /// Creates an empty store; a list is fetched when it is first read.
    pub fn new(api: Api) -> Self {
        Self {
            provinces: RwSignal::new(Load::Waiting),
            communes: RwSignal::new(BTreeMap::new()),
            requested: StoredValue::new(BTreeSet::new()),
            api,
        }
    }

    /// The provinces. Reactive.
    pub fn provinces(&self) -> Load<Arc<Vec<Province>>> {
        if self.is_first_request("") {
            spawn_local(self.fetch_provinces());
        }
        self.provinces.get()
    }

    /// The communes of a province, by its code. Reactive.
    pub fn communes(&self, province: &str) -> Load<Arc<Vec<Commune>>> {
        if self.is_first_request(province) {
            spawn_local(self.fetch_communes(province.to_owned()));
        }
        let known = self.communes.with(|all| all.get(province).cloned());
        known.unwrap_or(Load::Waiting)
    }

    /// The name of a place, such as «Xã Triệu Phong, Tỉnh Quảng Trị»; `None` until both lists are loaded. Reactive.
    pub fn name(&self, province: &str, commune: &str) -> Option<String> {
        if province.is_empty() || commune.is_empty() {
            return None;
        }
        let (Load::Ready(provinces), Load::Ready(communes)) =
            (self.provinces(), self.communes(province))
        else {
            return None;
        };
        let province = provinces.iter().find(|place| place.code == province)?;
        let commune = communes.iter().find(|place| place.code == commune)?;
        Some([&commune.name, ", ", &province.name].concat())
    }

    /// Whether nobody has requested this list yet. Two pages that read a list at once cause only one request.
    fn is_first_request(&self, list: &str) -> bool {
        self.requested
            .try_update_value(|requested| requested.insert(list.to_owned()))
            .unwrap_or(false)
    }

    /// Fetches the provinces, and repeats that until they arrive.
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

    /// Fetches the communes of a province. Repeats that until they arrive, or until the server says that there is no such
    /// province.
    async fn fetch_communes(self, province: String) {
        let mut failures = 0;
        loop {
            let answer = self.api.get(&GET_COMMUNES, &[&province], "").await;
            let is_unknown = answer.as_ref().is_err_and(ClientError::is_not_found);
            let is_final = answer.is_ok() || is_unknown;
            let load = answer.map_or_else(Load::Failed, |list| Load::Ready(Arc::new(list)));
            self.communes.update(|all| {
                all.insert(province.clone(), load);
            });
            if is_final {
                return;
            }
            failures += 1;
            retry::wait(failures).await;
        }
    }
}

/// The places, from the context of the filing wing. A page of another wing gets places of its own.
pub fn use_places() -> PlaceDirectory {
    use_context::<PlaceDirectory>().unwrap_or_else(|| PlaceDirectory::new(crate::api::use_api()))
}

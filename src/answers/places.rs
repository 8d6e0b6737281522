//! Loads the list of provinces (34) and the lists of communes (3,321 in total). The app fetches a list when a page
//! first reads it, repeats the request until it succeeds, and keeps the list while the app runs. Each list is in the order
//! of the Vietnamese alphabet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use contract::endpoints::{GET_COMMUNES, GET_PROVINCES};
use contract::place::{Commune, Province};
use domain::place_names::compare_places;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, ClientError, Load};
use crate::browser::retry;

/// For each province code, the list of the province's communes.
type Communes = BTreeMap<String, Load<Arc<Vec<Commune>>>>;

/// All lists of places that the app has loaded. Copies share the lists.
#[derive(Clone, Copy)]
pub struct PlaceDirectory {
    /// The list of provinces.
    provinces: RwSignal<Load<Arc<Vec<Province>>>>,
    /// The lists of communes requested so far, by the code of the province.
    communes: RwSignal<Communes>,
    /// Which lists the app has requested: the code of the province for a list of communes, an empty text for the list
    /// of provinces.
    requested: StoredValue<BTreeSet<String>>,
    /// The client that sends the requests for the lists to the backend.
    api: Api,
}

impl PlaceDirectory {
    /// Creates a directory without any list. Each list is fetched when a page first reads it.
    pub fn new(api: Api) -> Self {
        Self {
            provinces: RwSignal::new(Load::Waiting),
            communes: RwSignal::new(BTreeMap::new()),
            requested: StoredValue::new(BTreeSet::new()),
            api,
        }
    }

    /// The list of provinces. Reactive.
    pub fn provinces(&self) -> Load<Arc<Vec<Province>>> {
        if self.is_first_request("") {
            spawn_local(self.fetch_provinces());
        }
        self.provinces.get()
    }

    /// The list of communes of the province with this code. Reactive.
    pub fn communes(&self, province: &str) -> Load<Arc<Vec<Commune>>> {
        if self.is_first_request(province) {
            spawn_local(self.fetch_communes(province.to_owned()));
        }
        let known = self.communes.with(|all| all.get(province).cloned());
        known.unwrap_or(Load::Waiting)
    }

    /// The name of the place with these codes, such as «Xã Triệu Phong, Tỉnh Quảng Trị». `None` until the provinces and
    /// the communes are loaded. Reactive.
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

    /// Whether this is the first request for a list. If two pages read the same list at the same time, the app sends
    /// only one request. `list` is the code of the province, or empty for the list of provinces.
    fn is_first_request(&self, list: &str) -> bool {
        self.requested
            .try_update_value(|requested| requested.insert(list.to_owned()))
            .unwrap_or(false)
    }

    /// Fetches the list of provinces. Repeats the request until it succeeds.
    async fn fetch_provinces(self) {
        let mut failures = 0;
        loop {
            match self.api.get(&GET_PROVINCES, &[], "").await {
                Ok(mut provinces) => {
                    provinces.sort_by(|one, other| compare_places(&one.name, &other.name));
                    return self.provinces.set(Load::Ready(Arc::new(provinces)));
                }
                Err(error) => self.provinces.set(Load::Failed(error)),
            }
            failures += 1;
            retry::wait(failures).await;
        }
    }

    /// Fetches the communes of a province. Repeats the request until it succeeds, or until the server reports that the
    /// province doesn't exist.
    async fn fetch_communes(self, province: String) {
        let mut failures = 0;
        loop {
            let answer = self.api.get(&GET_COMMUNES, &[&province], "").await;
            let is_unknown = answer.as_ref().is_err_and(ClientError::is_not_found);
            let is_final = answer.is_ok() || is_unknown;
            let load = answer.map_or_else(Load::Failed, |mut communes| {
                communes.sort_by(|one, other| compare_places(&one.name, &other.name));
                Load::Ready(Arc::new(communes))
            });
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

/// The directory of places, from the context of the filing wing. A page of another wing creates its own directory.
pub fn use_places() -> PlaceDirectory {
    use_context::<PlaceDirectory>().unwrap_or_else(|| PlaceDirectory::new(crate::api::use_api()))
}

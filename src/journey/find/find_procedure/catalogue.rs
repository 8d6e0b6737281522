//! The catalogue of procedures: loaded once a visit, for every page that searches it.

use std::sync::Arc;

use contract::endpoints::GET_CATALOGUE;
use contract::procedure::{Catalogue, CatalogueEntry};
use domain::search::SearchIndex;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, Load, use_api};
use crate::page::load_errors::retry_automatically;

/// The catalogue with its search index.
#[derive(Debug)]
pub struct SearchableCatalogue {
    /// The catalogue as received.
    pub(super) catalogue: Catalogue,
    /// The search index of the catalogue.
    pub(super) index: SearchIndex,
}

impl SearchableCatalogue {
    /// The procedure at a position, as search results give it.
    pub(super) fn entry(&self, position: usize) -> Option<&CatalogueEntry> {
        self.catalogue.procedures.get(position)
    }

    /// The procedure with this code.
    pub(super) fn by_code(&self, code: &str) -> Option<&CatalogueEntry> {
        self.catalogue
            .procedures
            .iter()
            .find(|entry| entry.code == code)
    }

    /// The name of a field (lĩnh vực).
    pub(super) fn field_name(&self, key: &str) -> String {
        let field = self.catalogue.fields.iter().find(|field| field.key == key);
        field.map(|field| field.name.clone()).unwrap_or_default()
    }
}

/// The loading state of the catalogue, in the context of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct CatalogueState {
    load: RwSignal<Load<Arc<SearchableCatalogue>>>,
    is_loading: StoredValue<bool>,
    api: Api,
}

impl CatalogueState {
    /// Nothing is loaded yet.
    pub fn new(api: Api) -> Self {
        Self {
            load: RwSignal::new(Load::Waiting),
            is_loading: StoredValue::new(false),
            api,
        }
    }

    /// The load, for a page to draw.
    pub(super) fn load(self) -> RwSignal<Load<Arc<SearchableCatalogue>>> {
        self.load
    }

    /// The catalogue, once it is loaded; tracked.
    pub(super) fn ready(self) -> Option<Arc<SearchableCatalogue>> {
        match self.load.get() {
            Load::Ready(all) => Some(all),
            Load::Waiting | Load::Failed(_) => None,
        }
    }

    /// Loads the catalogue unless it is loaded or loading. An error stays on screen until the response arrives.
    pub fn load_once(self) {
        let is_ready = self
            .load
            .with_untracked(|load| matches!(load, Load::Ready(_)));
        if is_ready || self.is_loading.get_value() {
            return;
        }
        self.is_loading.set_value(true);
        spawn_local(async move {
            let answer = self.api.get(&GET_CATALOGUE, &[], "").await;
            self.is_loading.set_value(false);
            self.load.set(match answer {
                Ok(catalogue) => Load::Ready(Arc::new(SearchableCatalogue {
                    index: SearchIndex::new(&catalogue),
                    catalogue,
                })),
                Err(error) => Load::Failed(error),
            });
        });
    }
}

/// The catalogue for a page. Loads it, and retries automatically while the page is shown. The callback retries at once.
pub(super) fn use_catalogue() -> (CatalogueState, Callback<()>) {
    let state = use_context::<CatalogueState>().unwrap_or_else(|| CatalogueState::new(use_api()));
    let reload = Callback::new(move |()| state.load_once());
    state.load_once();
    retry_automatically(state.load(), reload);
    (state, reload)
}

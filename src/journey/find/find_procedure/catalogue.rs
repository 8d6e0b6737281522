//! The catalogue of all procedures. It is loaded once after the app has started, and all pages that search it share it.

use std::sync::Arc;

use contract::endpoints::GET_CATALOGUE;
use contract::procedure::{Catalogue, CatalogueEntry};
use domain::search::SearchIndex;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, Load, use_api};
use crate::page::load_errors::retry_automatically;

/// The catalogue with a search index for it.
#[derive(Debug)]
pub struct SearchableCatalogue {
    /// The catalogue as the backend has returned it.
    pub(super) catalogue: Catalogue,
    /// The search index of the catalogue.
    pub(super) index: SearchIndex,
}

impl SearchableCatalogue {
    /// The catalogue entry at a position. A search result is such a position.
    pub(super) fn entry(&self, position: usize) -> Option<&CatalogueEntry> {
        self.catalogue.procedures.get(position)
    }

    /// The catalogue entry of the procedure with this code.
    pub(super) fn by_code(&self, code: &str) -> Option<&CatalogueEntry> {
        self.catalogue
            .procedures
            .iter()
            .find(|entry| entry.code == code)
    }

    /// The name of a field (lĩnh vực, the subject area of a procedure), by its key. Empty if the key is unknown.
    pub(super) fn field_name(&self, key: &str) -> String {
        let field = self.catalogue.fields.iter().find(|field| field.key == key);
        field.map(|field| field.name.clone()).unwrap_or_default()
    }
}

/// The loading state of the catalogue. It is a context of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct CatalogueState {
    load: RwSignal<Load<Arc<SearchableCatalogue>>>,
    is_loading: StoredValue<bool>,
    api: Api,
}

impl CatalogueState {
    /// Creates the loading state. Doesn't load the catalogue yet.
    pub fn new(api: Api) -> Self {
        Self {
            load: RwSignal::new(Load::Waiting),
            is_loading: StoredValue::new(false),
            api,
        }
    }

    /// The loading state as a signal, for a page to render.
    pub(super) fn load(self) -> RwSignal<Load<Arc<SearchableCatalogue>>> {
        self.load
    }

    /// The catalogue, or `None` if it isn't loaded. Reactive.
    pub(super) fn ready(self) -> Option<Arc<SearchableCatalogue>> {
        match self.load.get() {
            Load::Ready(all) => Some(all),
            Load::Waiting | Load::Failed(_) => None,
        }
    }

    /// Loads the catalogue, unless it is loaded or being loaded. If an earlier attempt failed, its error stays on the
    /// screen until the new response arrives.
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

/// Returns the catalogue for a page. Loads it if necessary, and retries automatically after a failure while the page is
/// shown. The returned callback retries at once.
pub(super) fn use_catalogue() -> (CatalogueState, Callback<()>) {
    let state = use_context::<CatalogueState>().unwrap_or_else(|| CatalogueState::new(use_api()));
    let reload = Callback::new(move |()| state.load_once());
    state.load_once();
    retry_automatically(state.load(), reload);
    (state, reload)
}

//! The catalogue: asked for once a visit, kept for every page that searches it.

use std::sync::Arc;

use contract::endpoints::GET_CATALOGUE;
use contract::procedure::{Catalogue, CatalogueEntry};
use domain::search::Index;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, Load, use_api};
use crate::page::load_errors::retry_automatically;

/// The catalogue and what searches it.
#[derive(Debug)]
pub struct Searchable {
    /// As it came.
    pub(super) catalogue: Catalogue,
    /// Prepared for searching.
    pub(super) index: Index,
}

impl Searchable {
    /// A procedure by its position in search results.
    pub(super) fn entry(&self, position: usize) -> Option<&CatalogueEntry> {
        self.catalogue.procedures.get(position)
    }

    /// A procedure by its code.
    pub(super) fn named(&self, code: &str) -> Option<&CatalogueEntry> {
        self.catalogue
            .procedures
            .iter()
            .find(|entry| entry.code == code)
    }

    /// The words of a field.
    pub(super) fn field_name(&self, key: &str) -> String {
        let field = self.catalogue.fields.iter().find(|field| field.key == key);
        field.map(|field| field.name.clone()).unwrap_or_default()
    }
}

/// The catalogue, in the context of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct CatalogueState {
    load: RwSignal<Load<Arc<Searchable>>>,
    under_way: StoredValue<bool>,
    api: Api,
}

impl CatalogueState {
    /// Not asked for yet.
    pub fn new(api: Api) -> Self {
        Self {
            load: RwSignal::new(Load::Waiting),
            under_way: StoredValue::new(false),
            api,
        }
    }

    /// How the load stands.
    pub(super) fn load(self) -> RwSignal<Load<Arc<Searchable>>> {
        self.load
    }

    /// The catalogue, when it is here; tracked.
    pub(super) fn ready(self) -> Option<Arc<Searchable>> {
        match self.load.get() {
            Load::Ready(all) => Some(all),
            Load::Waiting | Load::Failed(_) => None,
        }
    }

    /// Asks for it unless it is here or on its way. A failure stays on screen until the answer comes.
    pub fn ask(self) {
        let here = self
            .load
            .with_untracked(|load| matches!(load, Load::Ready(_)));
        if here || self.under_way.get_value() {
            return;
        }
        self.under_way.set_value(true);
        spawn_local(async move {
            let answer = self.api.get(&GET_CATALOGUE, &[], "").await;
            self.under_way.set_value(false);
            self.load.set(match answer {
                Ok(catalogue) => Load::Ready(Arc::new(Searchable {
                    index: Index::new(&catalogue),
                    catalogue,
                })),
                Err(error) => Load::Failed(error),
            });
        });
    }
}

/// The catalogue, asked for again by itself while this page stands and it hasn't come.
pub(super) fn use_catalogue() -> (CatalogueState, Callback<()>) {
    let state = use_context::<CatalogueState>().unwrap_or_else(|| CatalogueState::new(use_api()));
    let ask = Callback::new(move |()| state.ask());
    state.ask();
    retry_automatically(state.load(), ask);
    (state, ask)
}

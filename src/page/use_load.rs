//! Loads the data that a page shows.

use contract::Endpoint;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use crate::api::{Load, use_api};

/// Data that is loaded from the backend for one page.
#[derive(Debug)]
pub struct Loader<T: 'static> {
    /// The state of the data: not loaded yet, loaded, or failed with an error.
    pub load: RwSignal<Load<T>>,
    /// Loads the data, or loads it again. Until the new response arrives, the page keeps showing the data that is
    /// already loaded.
    pub reload: Callback<()>,
}

impl<T> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Loader<T> {}

/// Starts to load the response of `endpoint`. `parameters` are the values of the placeholders in the endpoint's path,
/// in order.
pub fn use_load<T>(endpoint: &'static Endpoint<(), T>, parameters: Vec<String>) -> Loader<T>
where
    T: DeserializeOwned + Send + Sync + 'static,
{
    let loader = use_deferred_load(endpoint, parameters);
    loader.reload.run(());
    loader
}

/// Like [`use_load`], but loads nothing before the first call of `reload`.
pub fn use_deferred_load<T>(
    endpoint: &'static Endpoint<(), T>,
    parameters: Vec<String>,
) -> Loader<T>
where
    T: DeserializeOwned + Send + Sync + 'static,
{
    let api = use_api();
    let load = RwSignal::new(Load::Waiting);
    let reload = Callback::new(move |()| {
        let parameters = parameters.clone();
        spawn_local(async move {
            let parameters: Vec<&str> = parameters.iter().map(String::as_str).collect();
            let answer = api.get(endpoint, &parameters, "").await;
            load.try_set(answer.map_or_else(Load::Failed, Load::Ready));
        });
    });
    Loader { load, reload }
}

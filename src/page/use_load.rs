//! Loads what a page shows.

use contract::Endpoint;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use crate::api::{Load, use_api};

/// A resource of the backend, loaded for one page.
#[derive(Debug)]
pub struct Loader<T: 'static> {
    /// The resource, or why it isn't here.
    pub load: RwSignal<Load<T>>,
    /// Loads it, or loads it again. The resource on show stays until the new one arrives.
    pub reload: Callback<()>,
}

impl<T> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Loader<T> {}

/// Starts to load the answer of `endpoint`. `parameters` fill the endpoint's path, in order.
pub fn use_load<T>(endpoint: &'static Endpoint<(), T>, parameters: Vec<String>) -> Loader<T>
where
    T: DeserializeOwned + Send + Sync + 'static,
{
    let loader = use_deferred_load(endpoint, parameters);
    loader.reload.run(());
    loader
}

/// Like [`use_load`], but loads nothing before the first `reload`.
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

//! Loads the data that a page shows.

use contract::Endpoint;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use crate::api::{ClientError, Load, use_api};

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
    loader(move || {
        let parameters = parameters.clone();
        async move {
            let parameters: Vec<&str> = parameters.iter().map(String::as_str).collect();
            api.get(endpoint, &parameters, "").await
        }
    })
}

/// Like [`use_load`], but loads the data with `fetch`, for example with several requests.
pub fn use_load_with<T, F>(fetch: impl Fn() -> F + Send + Sync + 'static) -> Loader<T>
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<T, ClientError>> + 'static,
{
    let loader = loader(fetch);
    loader.reload.run(());
    loader
}

fn loader<T, F>(fetch: impl Fn() -> F + Send + Sync + 'static) -> Loader<T>
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<T, ClientError>> + 'static,
{
    let load = RwSignal::new(Load::Waiting);
    let reload = Callback::new(move |()| {
        let response = fetch();
        spawn_local(async move {
            let outcome = response.await;
            load.try_set(outcome.map_or_else(Load::Failed, Load::Ready));
        });
    });
    Loader { load, reload }
}

//! Fetches form definitions from the backend and converts them to the types of the crate `domain`.

use std::sync::Arc;

use contract::endpoints::GET_FORM;
use domain::form::{FormDefinition, load_form};

use crate::api::{Api, ClientError};
use crate::browser::patterns;

/// Fetches the form with this key.
///
/// # Errors
///
/// Returns the error of the request, or [`ClientError::UnusableForm`] if the form uses a feature that the app doesn't
/// support.
pub(crate) async fn fetch_form(api: Api, key: &str) -> Result<Arc<FormDefinition>, ClientError> {
    let form = api.get(&GET_FORM, &[key], "").await?;
    Ok(Arc::new(load_form(&form, patterns::compile)?))
}

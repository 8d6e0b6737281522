//! Fetches forms and loads them into the domain's types.

use std::sync::Arc;

use contract::endpoints::GET_FORM;
use domain::form::{FormDefinition, load_form};

use crate::api::{Api, ClientError};
use crate::browser::patterns;

/// Fetches the form with this key.
///
/// # Errors
///
/// The error of the request, or [`ClientError::UnusableForm`] for a form outside the subset that the app understands.
pub(crate) async fn fetch_form(api: Api, key: &str) -> Result<Arc<FormDefinition>, ClientError> {
    let form = api.get(&GET_FORM, &[key], "").await?;
    Ok(Arc::new(load_form(&form, patterns::compile)?))
}

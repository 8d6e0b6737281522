//! Public documents: the portal's settings, procedures, forms and places. They don't change while the backend runs, so
//! each document is serialised and compressed only once, at its first request.
//!
//! Caches store these responses, so the documents may contain no personal data.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRef, State};
use axum::http::HeaderMap;
use axum::response::Response;
use contract::account::AccountKind;
use contract::endpoints;
use contract::portal::{Features, Portal, RegistrationMethod, SignInMethod};
use serde::Serialize;

use crate::auth::oidc::IdentityProviders;
use crate::config::Config;
use crate::data::Data;
use crate::http::cached_document::CachedDocument;
use crate::http::extract::Path;
use crate::http::router_ext::RouterExt;
use crate::refusal::Refusal;

/// Value of `Cache-Control`. Clients may use the document for five minutes without a new request.
const FIVE_MINUTES: &str = "public, max-age=300";
/// Value of `Cache-Control`. Clients must ask before each use whether the document has changed. If it hasn't, the
/// response is a short 304. Forms need this, because the app must use the same version of the form as the backend.
const REVALIDATE: &str = "public, no-cache";

/// The routes of the public documents.
pub(crate) fn routes<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Arc<PublicDocuments>: FromRef<S>,
{
    Router::new()
        .endpoint(&endpoints::GET_PORTAL, portal)
        .endpoint(&endpoints::GET_CATALOGUE, catalogue)
        .endpoint(&endpoints::GET_PROCEDURE, procedure)
        .endpoint(&endpoints::GET_FORM, form)
        .endpoint(&endpoints::GET_PROVINCES, provinces)
        .endpoint(&endpoints::GET_COMMUNES, communes)
}

/// All public documents, with their cached responses.
pub struct PublicDocuments {
    data: Arc<Data>,
    portal_content: Portal,
    portal: CachedDocument,
    catalogue: CachedDocument,
    /// The procedures, by procedure code.
    procedures: BTreeMap<String, CachedDocument>,
    /// The forms, by form key.
    forms: BTreeMap<String, CachedDocument>,
    provinces: CachedDocument,
    /// The communes of each province, by province code.
    communes: BTreeMap<String, CachedDocument>,
}

impl PublicDocuments {
    /// Lists the documents. Serialises none of them yet.
    pub(crate) fn new(
        data: Arc<Data>,
        config: &Config,
        providers: &IdentityProviders,
    ) -> PublicDocuments {
        let by_key = |keys: Vec<String>, cache_control| {
            let documents = keys.into_iter();
            documents
                .map(|key| (key, CachedDocument::new(cache_control)))
                .collect()
        };
        let procedures = data.procedures().map(|procedure| procedure.code.clone());
        let forms = data.forms().map(|form| form.key.clone());
        let provinces = data.provinces().iter();
        let provinces = provinces.map(|province| province.code.clone());
        PublicDocuments {
            portal_content: describe_portal(&data, config, providers),
            portal: CachedDocument::new(REVALIDATE),
            catalogue: CachedDocument::new(FIVE_MINUTES),
            procedures: by_key(procedures.collect(), FIVE_MINUTES),
            forms: by_key(forms.collect(), REVALIDATE),
            provinces: CachedDocument::new(FIVE_MINUTES),
            communes: by_key(provinces.collect(), FIVE_MINUTES),
            data,
        }
    }
}

/// Builds the content of `GET /portal`: the portal's settings, and the features that this backend is configured to
/// offer.
fn describe_portal(data: &Data, config: &Config, providers: &IdentityProviders) -> Portal {
    let settings = data.portal().clone();
    let providers = || {
        let providers = providers.list();
        providers.map(|(provider, label)| (provider.to_owned(), label.to_owned()))
    };
    let accounts = vec![AccountKind::Citizen, AccountKind::Organisation];
    let password = SignInMethod::Password {
        accounts: accounts.clone(),
    };
    let phone = RegistrationMethod::Phone { accounts };
    Portal {
        contract: contract::portal::VERSION.to_owned(),
        name: settings.name,
        languages: settings.languages,
        title: settings.title,
        description: settings.description,
        footer: settings.footer,
        tiles: settings.tiles,
        popular: settings.popular,
        sign_in: providers()
            .map(|(provider, label)| SignInMethod::SingleSignOn { provider, label })
            .chain([password])
            .collect(),
        register: providers()
            .map(|(provider, label)| RegistrationMethod::SingleSignOn { provider, label })
            .chain([phone])
            .collect(),
        consents: data.consents().to_vec(),
        uploads: config.uploads.clone(),
        features: Features {
            payments: config.fee_account.is_some(),
            supplements: true,
            lookup: true,
            groups: true,
            feedback: true,
            messages: true,
            ratings: true,
            withdrawals: true,
            results: true,
            copies: true,
            dossier_search: true,
            under_way: true,
            notices: true,
            email: config.demo || config.sends_email,
            events: true,
        },
        theme: settings.theme,
        demo: config.demo.then(|| "/demo".to_owned()),
    }
}

async fn portal(
    State(documents): State<Arc<PublicDocuments>>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    documents
        .portal
        .respond(&documents.portal_content, &headers)
}

async fn catalogue(
    State(documents): State<Arc<PublicDocuments>>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    documents
        .catalogue
        .respond(documents.data.catalogue(), &headers)
}

async fn procedure(
    State(documents): State<Arc<PublicDocuments>>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let procedure = documents.data.procedure(&code);
    respond(&documents.procedures, &code, procedure, &headers)
}

async fn form(
    State(documents): State<Arc<PublicDocuments>>,
    Path(key): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let form = documents.data.form(&key);
    respond(&documents.forms, &key, form, &headers)
}

async fn provinces(
    State(documents): State<Arc<PublicDocuments>>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    documents
        .provinces
        .respond(documents.data.provinces(), &headers)
}

async fn communes(
    State(documents): State<Arc<PublicDocuments>>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let communes = documents.data.communes(&code);
    respond(&documents.communes, &code, communes, &headers)
}

/// Responds with the document that has this key. `value` is its content.
fn respond<T: Serialize + ?Sized>(
    documents: &BTreeMap<String, CachedDocument>,
    key: &str,
    value: Option<&T>,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let document = documents.get(key).zip(value);
    let (document, value) = document.ok_or(Refusal::NotFound)?;
    document.respond(value, headers)
}

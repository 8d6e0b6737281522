//! Public documents: the portal's settings, procedures, forms and places. They don't change while the backend runs, so
//! each document is serialised and compressed once, when the backend starts.
//!
//! Caches store these responses, so the documents may contain no personal data.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRef, State};
use axum::http::HeaderMap;
use axum::response::Response;
use contract::account::AccountKind;
use contract::endpoints;
use contract::portal::{Features, Portal, RegistrationMethod, SignInMethod};

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

/// All public documents.
pub struct PublicDocuments {
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
    /// Serialises and compresses every document.
    ///
    /// # Errors
    ///
    /// A document can't be serialised as JSON.
    pub(crate) fn build(
        data: &Data,
        config: &Config,
        providers: &IdentityProviders,
    ) -> io::Result<PublicDocuments> {
        let portal = describe_portal(data, config, providers);
        let procedures = data.procedures().map(|procedure| {
            let document = CachedDocument::new(procedure, FIVE_MINUTES)?;
            Ok((procedure.code.clone(), document))
        });
        let forms = data
            .forms()
            .map(|form| Ok((form.key.clone(), CachedDocument::new(form, REVALIDATE)?)));
        let communes = data.provinces().iter().map(|province| {
            let communes = data.communes(&province.code).unwrap_or_default();
            let document = CachedDocument::new(communes, FIVE_MINUTES)?;
            Ok((province.code.clone(), document))
        });
        Ok(PublicDocuments {
            portal: CachedDocument::new(&portal, REVALIDATE)?,
            catalogue: CachedDocument::new(data.catalogue(), FIVE_MINUTES)?,
            procedures: procedures.collect::<io::Result<_>>()?,
            forms: forms.collect::<io::Result<_>>()?,
            provinces: CachedDocument::new(data.provinces(), FIVE_MINUTES)?,
            communes: communes.collect::<io::Result<_>>()?,
        })
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
        contract: "1".to_owned(),
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
            lookup: true,
            groups: true,
            feedback: true,
            ..Features::default()
        },
        theme: settings.theme,
        demo: config.demo.then(|| "/demo".to_owned()),
    }
}

async fn portal(State(documents): State<Arc<PublicDocuments>>, headers: HeaderMap) -> Response {
    documents.portal.respond(&headers)
}

async fn catalogue(State(documents): State<Arc<PublicDocuments>>, headers: HeaderMap) -> Response {
    documents.catalogue.respond(&headers)
}

async fn procedure(
    State(documents): State<Arc<PublicDocuments>>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    find(&documents.procedures, &code, &headers)
}

async fn form(
    State(documents): State<Arc<PublicDocuments>>,
    Path(key): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    find(&documents.forms, &key, &headers)
}

async fn provinces(State(documents): State<Arc<PublicDocuments>>, headers: HeaderMap) -> Response {
    documents.provinces.respond(&headers)
}

async fn communes(
    State(documents): State<Arc<PublicDocuments>>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    find(&documents.communes, &code, &headers)
}

fn find(
    documents: &BTreeMap<String, CachedDocument>,
    key: &str,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let document = documents.get(key).ok_or(Refusal::NotFound)?;
    Ok(document.respond(headers))
}

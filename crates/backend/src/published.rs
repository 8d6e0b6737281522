//! What anybody may read and keep: the portal's capabilities, procedures, forms, places. Each answer has
//! an `ETag` and is compressed where the client allows it; nothing personal may pass through here,
//! because these answers stay in caches.

use std::io::Write;

use axum::Router;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use contract::account::AccountKind;
use contract::endpoints;
use contract::portal::{Features, Portal, RegistrationMethod, SignInMethod};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::http::extract::Path;
use crate::http::router_ext::RouterExt;
use crate::refusal::Refusal;
use crate::state::AppState;

/// May be used for some minutes unasked; a changed record is then fetched anew.
const SOME_MINUTES: &str = "public, max-age=300";
/// Must be asked for each time, which costs a 304: a form must fit the answers it is checked with.
const ASK_EACH_TIME: &str = "public, no-cache";

/// The endpoints that need nobody to be signed in and change nothing.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .endpoint(&endpoints::GET_PORTAL, portal)
        .endpoint(&endpoints::GET_CATALOGUE, catalogue)
        .endpoint(&endpoints::GET_PROCEDURE, procedure)
        .endpoint(&endpoints::GET_FORM, form)
        .endpoint(&endpoints::GET_PROVINCES, provinces)
        .endpoint(&endpoints::GET_COMMUNES, communes)
}

async fn portal(State(state): State<AppState>, headers: HeaderMap) -> Result<Response, Refusal> {
    let settings = state.data.portal().clone();
    let portal = Portal {
        contract: "1".to_owned(),
        name: settings.name,
        languages: settings.languages,
        title: settings.title,
        description: settings.description,
        footer: settings.footer,
        tiles: settings.tiles,
        popular: settings.popular,
        sign_in: single_sign_on(&state, |provider, label| SignInMethod::SingleSignOn {
            provider,
            label,
        })
        .chain([SignInMethod::Password {
            accounts: vec![AccountKind::Citizen, AccountKind::Organisation],
        }])
        .collect(),
        register: single_sign_on(&state, |provider, label| RegistrationMethod::SingleSignOn {
            provider,
            label,
        })
        .chain([RegistrationMethod::Phone {
            accounts: vec![AccountKind::Citizen, AccountKind::Organisation],
        }])
        .collect(),
        consents: state.data.consents().to_vec(),
        uploads: state.config.uploads.clone(),
        features: Features {
            lookup: true,
            groups: true,
            feedback: true,
            ..Features::default()
        },
        theme: settings.theme,
        demo: state.config.demo.then(|| "/demo".to_owned()),
    };
    publish(&portal, ASK_EACH_TIME, &headers)
}

/// The identity providers, each as a way in.
fn single_sign_on<Way>(
    state: &AppState,
    way: impl Fn(String, String) -> Way,
) -> impl Iterator<Item = Way> {
    let offered = state.single_sign_on.offered();
    offered.map(move |(provider, label)| way(provider.to_owned(), label.to_owned()))
}

async fn catalogue(State(state): State<AppState>, headers: HeaderMap) -> Result<Response, Refusal> {
    publish(state.data.catalogue(), SOME_MINUTES, &headers)
}

async fn procedure(
    State(state): State<AppState>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let procedure = state.data.procedure(&code).ok_or(Refusal::NotFound)?;
    publish(procedure, SOME_MINUTES, &headers)
}

async fn form(
    State(state): State<AppState>,
    Path(key): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let form = state.data.form(&key).ok_or(Refusal::NotFound)?;
    publish(form, ASK_EACH_TIME, &headers)
}

async fn provinces(State(state): State<AppState>, headers: HeaderMap) -> Result<Response, Refusal> {
    publish(state.data.provinces(), SOME_MINUTES, &headers)
}

async fn communes(
    State(state): State<AppState>,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let communes = state.data.communes(&code).ok_or(Refusal::NotFound)?;
    publish(communes, SOME_MINUTES, &headers)
}

fn publish<T: Serialize + ?Sized>(
    document: &T,
    caching: &'static str,
    asked: &HeaderMap,
) -> Result<Response, Refusal> {
    let json = serde_json::to_vec(document)?;
    // Weak, since the compressed answer has other bytes.
    let tag = format!("W/\"{}\"", short_hash(&json));
    let mut headers = HeaderMap::from_iter([
        (CACHE_CONTROL, HeaderValue::from_static(caching)),
        (VARY, HeaderValue::from_static("Accept-Encoding")),
    ]);
    headers.insert(
        ETAG,
        HeaderValue::try_from(&tag).map_err(Refusal::internal)?,
    );
    if is_held(asked, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if !accepts_gzip(asked) {
        return Ok((headers, json).into_response());
    }
    headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(&json)?;
    Ok((headers, gzip.finish()?).into_response())
}

fn short_hash(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Whether `If-None-Match` names this tag, by weak comparison (RFC 9110, 13.1.2).
fn is_held(asked: &HeaderMap, tag: &str) -> bool {
    let opaque = tag.trim_start_matches("W/");
    asked
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|held| held == "*" || held.trim_start_matches("W/") == opaque)
}

fn accepts_gzip(asked: &HeaderMap) -> bool {
    asked
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
            let refused = matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
            name.trim().eq_ignore_ascii_case("gzip") && !refused
        })
}

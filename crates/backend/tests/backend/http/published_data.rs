//! Data that everybody may read: the portal document, procedures, forms and places. The tests cover their caching and
//! compression.

use axum::body::Body;
use contract::endpoints;
use contract::form::Form;
use contract::place::{Commune, Province};
use contract::portal::Portal;
use contract::problem::ProblemCode;
use contract::procedure::{Catalogue, Procedure};
use serde_json::Value;

use crate::kit::TestBackend;

#[tokio::test]
async fn the_portal_document_names_the_demo_page_only_in_demo_mode() {
    let demo: Portal = TestBackend::start()
        .client()
        .call(&endpoints::GET_PORTAL, &[])
        .await
        .json();
    assert_eq!(demo.demo.as_deref(), Some("/demo"));
    assert_eq!((demo.contract.as_str(), demo.uploads.tus), ("1", true));
    let real: Portal = TestBackend::start_with(|config| config.demo = false)
        .client()
        .call(&endpoints::GET_PORTAL, &[])
        .await
        .json();
    assert_eq!(real.demo, None);
}

#[tokio::test]
async fn the_portal_document_contains_all_settings() {
    let file: Value = serde_json::from_str(include_str!("../../../data/portal.json")).unwrap();
    let portal: Value = TestBackend::start()
        .client()
        .call(&endpoints::GET_PORTAL, &[])
        .await
        .json();
    let settings = file.as_object().unwrap();
    for (member, value) in settings.iter().filter(|(name, _)| *name != "meta") {
        assert_eq!(portal.get(member), Some(value), "{member}");
    }
    assert_eq!(settings.len(), 9);
}

#[tokio::test]
async fn every_procedure_of_the_catalogue_has_details_and_a_form() {
    let backend = TestBackend::start();
    let client = backend.client();
    let catalogue: Catalogue = client.call(&endpoints::GET_CATALOGUE, &[]).await.json();
    assert!(!catalogue.procedures.is_empty());
    for entry in catalogue.procedures {
        let procedure: Procedure = client
            .call(&endpoints::GET_PROCEDURE, &[&entry.code])
            .await
            .json();
        assert_eq!(procedure.name, entry.name);
        let form: Form = client
            .call(&endpoints::GET_FORM, &[&procedure.form])
            .await
            .json();
        assert_eq!(form.key, procedure.form);
    }
}

#[tokio::test]
async fn serves_34_provinces_and_3321_communes() {
    let backend = TestBackend::start();
    let client = backend.client();
    let provinces: Vec<Province> = client.call(&endpoints::GET_PROVINCES, &[]).await.json();
    let mut communes = 0;
    for province in &provinces {
        let here: Vec<Commune> = client
            .call(&endpoints::GET_COMMUNES, &[&province.code])
            .await
            .json();
        communes += here.len();
    }
    assert_eq!((provinces.len(), communes), (34, 3_321));
}

#[tokio::test]
async fn unknown_procedures_forms_and_provinces_are_not_found() {
    let backend = TestBackend::start();
    let client = backend.client();
    for name in ["0.000000", "", "..", "../../etc/passwd", "ấ", "%00", "<b>"] {
        for response in [
            client.call(&endpoints::GET_PROCEDURE, &[name]).await,
            client.call(&endpoints::GET_FORM, &[name]).await,
            client.call(&endpoints::GET_COMMUNES, &[name]).await,
        ] {
            response.assert_problem(404, ProblemCode::NotFound);
        }
    }
}

#[tokio::test]
async fn a_matching_if_none_match_returns_304() {
    let backend = TestBackend::start();
    let client = backend.client();
    let first = client.call(&endpoints::GET_CATALOGUE, &[]).await;
    assert_eq!(first.header("cache-control"), Some("public, max-age=300"));
    let tag = first.header("etag").unwrap().to_owned();
    for (held, status) in [
        (tag.as_str(), 304),
        (tag.trim_start_matches("W/"), 304),
        ("\"other\", *", 304),
        ("\"other\"", 200),
    ] {
        let request = client
            .request(&endpoints::GET_CATALOGUE, &[])
            .header("if-none-match", held);
        let response = client.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.status.as_u16(), status, "{held}");
        assert_eq!(response.header("etag"), Some(tag.as_str()));
        assert_eq!(response.bytes.is_empty(), status == 304);
    }
    let form = client
        .call(&endpoints::GET_FORM, &["birth-registration"])
        .await;
    assert_eq!(form.header("cache-control"), Some("public, no-cache"));
}

#[tokio::test]
async fn compresses_the_catalogue_for_clients_that_accept_gzip() {
    let backend = TestBackend::start();
    let client = backend.client();
    let plain = client.call(&endpoints::GET_CATALOGUE, &[]).await;
    assert_eq!(plain.header("content-encoding"), None);
    for (accepts, coding) in [
        ("gzip, deflate, br", Some("gzip")),
        ("gzip;q=0", None),
        ("br", None),
    ] {
        let request = client
            .request(&endpoints::GET_CATALOGUE, &[])
            .header("accept-encoding", accepts);
        let response = client.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(response.header("content-encoding"), coding, "{accepts}");
        assert_eq!(response.header("vary"), Some("Accept-Encoding"));
        if coding.is_some() {
            assert!(response.bytes.len() * 3 < plain.bytes.len());
            assert!(response.bytes.starts_with(&[0x1f, 0x8b]));
        }
    }
}

//! What anybody may read: capabilities, procedures, forms and places, and how long it may be kept.

use axum::body::Body;
use contract::endpoints;
use contract::form::Form;
use contract::place::{Commune, Province};
use contract::portal::Portal;
use contract::problem::ProblemCode;
use contract::procedure::{Catalogue, Procedure};
use serde_json::Value;

use crate::kit::Backend;

#[tokio::test]
async fn the_portal_says_what_it_offers_and_names_the_demo_only_in_a_demo() {
    let demo: Portal = Backend::start()
        .visitor()
        .call(&endpoints::GET_PORTAL, &[])
        .await
        .body();
    assert_eq!(demo.demo.as_deref(), Some("/demo"));
    assert_eq!((demo.contract.as_str(), demo.uploads.tus), ("1", true));
    let real: Portal = Backend::start_with(|config| config.demo = false)
        .visitor()
        .call(&endpoints::GET_PORTAL, &[])
        .await
        .body();
    assert_eq!(real.demo, None);
}

#[tokio::test]
async fn the_portal_is_called_what_its_settings_say() {
    let file: Value = serde_json::from_str(include_str!("../../data/portal.json")).unwrap();
    let portal: Value = Backend::start()
        .visitor()
        .call(&endpoints::GET_PORTAL, &[])
        .await
        .body();
    let settings = file.as_object().unwrap();
    for (member, value) in settings.iter().filter(|(name, _)| *name != "meta") {
        assert_eq!(portal.get(member), Some(value), "{member}");
    }
    assert_eq!(settings.len(), 9);
}

#[tokio::test]
async fn every_procedure_of_the_catalogue_has_its_page_and_its_form() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    let catalogue: Catalogue = visitor.call(&endpoints::GET_CATALOGUE, &[]).await.body();
    assert_eq!(catalogue.procedures.len(), 60);
    for entry in catalogue.procedures {
        let procedure: Procedure = visitor
            .call(&endpoints::GET_PROCEDURE, &[&entry.code])
            .await
            .body();
        assert_eq!(procedure.name, entry.name);
        let form: Form = visitor
            .call(&endpoints::GET_FORM, &[&procedure.form])
            .await
            .body();
        assert_eq!(form.key, procedure.form);
    }
}

#[tokio::test]
async fn every_province_has_its_communes() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    let provinces: Vec<Province> = visitor.call(&endpoints::GET_PROVINCES, &[]).await.body();
    let mut communes = 0;
    for province in &provinces {
        let here: Vec<Commune> = visitor
            .call(&endpoints::GET_COMMUNES, &[&province.code])
            .await
            .body();
        communes += here.len();
    }
    assert_eq!((provinces.len(), communes), (34, 3_321));
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    for name in ["0.000000", "", "..", "../../etc/passwd", "ấ", "%00", "<b>"] {
        for answer in [
            visitor.call(&endpoints::GET_PROCEDURE, &[name]).await,
            visitor.call(&endpoints::GET_FORM, &[name]).await,
            visitor.call(&endpoints::GET_COMMUNES, &[name]).await,
        ] {
            answer.refusal(404, ProblemCode::NotFound);
        }
    }
}

#[tokio::test]
async fn what_is_held_and_unchanged_is_not_sent_again() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    let first = visitor.call(&endpoints::GET_CATALOGUE, &[]).await;
    assert_eq!(first.header("cache-control"), Some("public, max-age=300"));
    let tag = first.header("etag").unwrap().to_owned();
    for (held, status) in [
        (tag.as_str(), 304),
        (tag.trim_start_matches("W/"), 304),
        ("\"other\", *", 304),
        ("\"other\"", 200),
    ] {
        let request = visitor
            .request(&endpoints::GET_CATALOGUE, &[])
            .header("if-none-match", held);
        let answer = visitor.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status.as_u16(), status, "{held}");
        assert_eq!(answer.header("etag"), Some(tag.as_str()));
        assert_eq!(answer.bytes.is_empty(), status == 304);
    }
    let form = visitor
        .call(&endpoints::GET_FORM, &["birth-registration"])
        .await;
    assert_eq!(form.header("cache-control"), Some("public, no-cache"));
}

#[tokio::test]
async fn the_catalogue_travels_compressed_where_the_client_takes_it() {
    let backend = Backend::start();
    let visitor = backend.visitor();
    let plain = visitor.call(&endpoints::GET_CATALOGUE, &[]).await;
    assert_eq!(plain.header("content-encoding"), None);
    for (accepts, coding) in [
        ("gzip, deflate, br", Some("gzip")),
        ("gzip;q=0", None),
        ("br", None),
    ] {
        let request = visitor
            .request(&endpoints::GET_CATALOGUE, &[])
            .header("accept-encoding", accepts);
        let answer = visitor.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.header("content-encoding"), coding, "{accepts}");
        assert_eq!(answer.header("vary"), Some("Accept-Encoding"));
        if coding.is_some() {
            assert!(answer.bytes.len() * 3 < plain.bytes.len());
            assert!(answer.bytes.starts_with(&[0x1f, 0x8b]));
        }
    }
}

//! «Thiết bị đã đăng nhập»: which they are, and signing them out.

use contract::account::PhoneChange;
use contract::challenge::Challenge;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::Device;

use crate::kit::{Backend, PASSWORD, Visitor};

const PHONE: &str = "0912345678";
const THIEFS_PHONE: &str = "0387654321";
const ANDROID: &str = "Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) \
     Chrome/126.0.0.0 Mobile Safari/537.36";

async fn devices(visitor: &Visitor) -> Vec<Device> {
    visitor.call(&endpoints::GET_DEVICES, &[]).await.body()
}

#[tokio::test]
async fn a_citizen_sees_each_device_in_words_and_which_one_is_in_her_hand() {
    let backend = Backend::start();
    let first = backend.lan().await;
    backend.wait(600);
    let (phone, _) = backend.device(PHONE, &[("user-agent", ANDROID)]).await;
    let seen = devices(&phone).await;
    let names: Vec<&str> = seen.iter().map(|device| device.name.as_str()).collect();
    assert_eq!(names, ["Chrome · Android", ""]);
    assert_eq!([seen[0].current, seen[1].current], [true, false]);
    assert_eq!(seen[1].begun_at.0, "2026-11-22T01:20:00Z");
    assert_eq!(seen[0].last_seen_at.0, "2026-11-22T01:30:00Z");
    let current = devices(&first).await;
    let current: Vec<&str> = current
        .iter()
        .filter(|device| device.current)
        .map(|device| device.id.as_str())
        .collect();
    assert_eq!(current, [seen[1].id.as_str()]);
}

#[tokio::test]
async fn a_device_whose_session_has_ended_is_no_longer_listed() {
    let backend = Backend::start();
    backend.lan().await;
    backend.wait(1800);
    let (phone, _) = backend.device(PHONE, &[]).await;
    assert_eq!(devices(&phone).await.len(), 1);
}

#[tokio::test]
async fn a_lost_phone_is_signed_out_from_another_device() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let (lost, _) = backend.device(PHONE, &[("user-agent", ANDROID)]).await;
    let seen = devices(&lan).await;
    let lost_id = &seen.iter().find(|device| !device.current).unwrap().id;
    let answer = lan.call(&endpoints::DELETE_DEVICE, &[lost_id]).await;
    assert_eq!(answer.status, 204);
    assert_eq!(lost.session().await, None);
    assert!(lan.session().await.is_some());
    lan.call(&endpoints::DELETE_DEVICE, &[lost_id])
        .await
        .refusal(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn whoever_finds_a_session_open_signs_nobody_out_without_a_code() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let (elsewhere, _) = backend.device(PHONE, &[]).await;
    let seen = devices(&lan).await;
    let other = &seen.iter().find(|device| !device.current).unwrap().id;
    backend.wait(15 * 60);
    for answer in [
        lan.call(&endpoints::DELETE_DEVICE, &[other]).await,
        lan.call(&endpoints::DELETE_DEVICES, &[]).await,
    ] {
        answer.refusal(403, ProblemCode::ProofTooOld);
    }
    assert!(elsewhere.session().await.is_some());
    let renewal = lan.post(&endpoints::POST_RENEWAL, &[], &()).await;
    let challenge: Challenge = renewal.body();
    let code = backend.last_code(PHONE).await;
    lan.answer(&challenge.id, &code).await;
    let answer = lan.call(&endpoints::DELETE_DEVICE, &[other]).await;
    assert_eq!(answer.status, 204);
    assert_eq!(elsewhere.session().await, None);
}

#[tokio::test]
async fn another_citizens_device_is_not_found_and_stays_signed_in() {
    let backend = Backend::start();
    let (lan, binh) = (backend.lan().await, backend.binh().await);
    let hers = devices(&lan).await;
    binh.call(&endpoints::DELETE_DEVICE, &[&hers[0].id])
        .await
        .refusal(404, ProblemCode::NotFound);
    assert!(lan.session().await.is_some());
    assert_eq!(devices(&binh).await.len(), 1);
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session_of_the_account_and_no_other() {
    let backend = Backend::start();
    let (lan, binh) = (backend.lan().await, backend.binh().await);
    let (phone, _) = backend.device(PHONE, &[]).await;
    let copied = phone.cookie();
    let answer = phone.call(&endpoints::DELETE_DEVICES, &[]).await;
    assert_eq!(answer.status, 204);
    assert_eq!(phone.cookie(), None);
    phone.set_cookie(copied);
    assert_eq!(phone.session().await, None);
    assert_eq!(lan.session().await, None);
    assert!(binh.session().await.is_some());
}

#[tokio::test]
async fn signing_out_everywhere_voids_what_a_thief_has_begun_with_the_account() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let (stolen, _) = backend.device(PHONE, &[]).await;
    let change = PhoneChange {
        phone: THIEFS_PHONE.to_owned(),
        password: Some(PASSWORD.to_owned()),
    };
    let begun = stolen.post(&endpoints::POST_PHONE_CHANGE, &[], &change);
    let challenge: Challenge = begun.await.body();
    let code = backend.last_code(THIEFS_PHONE).await;
    lan.call(&endpoints::DELETE_DEVICES, &[]).await;
    stolen
        .answer(&challenge.id, &code)
        .await
        .refusal(404, ProblemCode::NotFound);
    backend.wait(600);
    let (again, session) = backend.device(PHONE, &[]).await;
    assert_eq!(session.account.phone.as_deref(), Some(PHONE));
    assert_eq!(devices(&again).await.len(), 1);
}

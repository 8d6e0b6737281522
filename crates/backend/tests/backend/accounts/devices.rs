//! The account's list of signed-in devices («Thiết bị đã đăng nhập»), and signing out one device or all of them.

use contract::account::PhoneChange;
use contract::challenge::Challenge;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::session::Device;

use crate::kit::{PASSWORD, TestBackend, TestClient};

const PHONE: &str = "0912345678";
const THIEFS_PHONE: &str = "0387654321";
const ANDROID: &str = "Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) \
     Chrome/126.0.0.0 Mobile Safari/537.36";

async fn get_devices(client: &TestClient) -> Vec<Device> {
    client.call(&endpoints::GET_DEVICES, &[]).await.json()
}

#[tokio::test]
async fn lists_devices_by_readable_name_and_marks_the_current_one() {
    let backend = TestBackend::start();
    let first = backend.register_lan().await;
    backend.advance_clock(600);
    let (phone, _) = backend
        .sign_in_with_headers(PHONE, &[("user-agent", ANDROID)])
        .await;
    let devices = get_devices(&phone).await;
    let names: Vec<&str> = devices.iter().map(|device| device.name.as_str()).collect();
    assert_eq!(names, ["Chrome · Android", ""]);
    assert_eq!([devices[0].current, devices[1].current], [true, false]);
    assert_eq!(devices[1].begun_at.0, "2026-11-22T01:20:00Z");
    assert_eq!(devices[0].last_seen_at.0, "2026-11-22T01:30:00Z");
    let current = get_devices(&first).await;
    let current: Vec<&str> = current
        .iter()
        .filter(|device| device.current)
        .map(|device| device.id.as_str())
        .collect();
    assert_eq!(current, [devices[1].id.as_str()]);
}

#[tokio::test]
async fn does_not_list_a_device_whose_session_has_expired() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    backend.advance_clock(1800);
    let (phone, _) = backend.sign_in_with_headers(PHONE, &[]).await;
    assert_eq!(get_devices(&phone).await.len(), 1);
}

#[tokio::test]
async fn signs_out_a_lost_phone_from_another_device() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let (lost, _) = backend
        .sign_in_with_headers(PHONE, &[("user-agent", ANDROID)])
        .await;
    let devices = get_devices(&lan).await;
    let lost_id = &devices.iter().find(|device| !device.current).unwrap().id;
    let response = lan.call(&endpoints::DELETE_DEVICE, &[lost_id]).await;
    assert_eq!(response.status, 204);
    assert_eq!(lost.get_session().await, None);
    assert!(lan.get_session().await.is_some());
    lan.call(&endpoints::DELETE_DEVICE, &[lost_id])
        .await
        .assert_problem(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn signing_out_devices_needs_a_recent_code() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let (elsewhere, _) = backend.sign_in_with_headers(PHONE, &[]).await;
    let devices = get_devices(&lan).await;
    let other = &devices.iter().find(|device| !device.current).unwrap().id;
    backend.advance_clock(15 * 60);
    for response in [
        lan.call(&endpoints::DELETE_DEVICE, &[other]).await,
        lan.call(&endpoints::DELETE_DEVICES, &[]).await,
    ] {
        response.assert_problem(403, ProblemCode::ProofTooOld);
    }
    assert!(elsewhere.get_session().await.is_some());
    let renewal = lan.post(&endpoints::POST_RENEWAL, &[], &()).await;
    let challenge: Challenge = renewal.json();
    let code = backend.last_code(PHONE).await;
    lan.submit_code(&challenge.id, &code).await;
    let response = lan.call(&endpoints::DELETE_DEVICE, &[other]).await;
    assert_eq!(response.status, 204);
    assert_eq!(elsewhere.get_session().await, None);
}

#[tokio::test]
async fn cannot_sign_out_another_citizens_device() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let lans_devices = get_devices(&lan).await;
    binh.call(&endpoints::DELETE_DEVICE, &[&lans_devices[0].id])
        .await
        .assert_problem(404, ProblemCode::NotFound);
    assert!(lan.get_session().await.is_some());
    assert_eq!(get_devices(&binh).await.len(), 1);
}

#[tokio::test]
async fn signing_out_everywhere_ends_all_sessions_of_the_account_and_no_others() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let (phone, _) = backend.sign_in_with_headers(PHONE, &[]).await;
    let copied = phone.cookie();
    let response = phone.call(&endpoints::DELETE_DEVICES, &[]).await;
    assert_eq!(response.status, 204);
    assert_eq!(phone.cookie(), None);
    phone.set_cookie(copied);
    assert_eq!(phone.get_session().await, None);
    assert_eq!(lan.get_session().await, None);
    assert!(binh.get_session().await.is_some());
}

#[tokio::test]
async fn signing_out_everywhere_voids_pending_challenges() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let (stolen, _) = backend.sign_in_with_headers(PHONE, &[]).await;
    let change = PhoneChange {
        phone: THIEFS_PHONE.to_owned(),
        password: Some(PASSWORD.to_owned()),
    };
    let response = stolen.post(&endpoints::POST_PHONE_CHANGE, &[], &change);
    let challenge: Challenge = response.await.json();
    let code = backend.last_code(THIEFS_PHONE).await;
    lan.call(&endpoints::DELETE_DEVICES, &[]).await;
    stolen
        .submit_code(&challenge.id, &code)
        .await
        .assert_problem(404, ProblemCode::NotFound);
    backend.advance_clock(600);
    let (again, session) = backend.sign_in_with_headers(PHONE, &[]).await;
    assert_eq!(session.account.phone.as_deref(), Some(PHONE));
    assert_eq!(get_devices(&again).await.len(), 1);
}

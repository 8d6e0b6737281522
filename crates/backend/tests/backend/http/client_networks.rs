//! Limits for each IP address: a customer with a whole IPv6 network has no more attempts than the network's size allows.

use contract::endpoints;
use contract::lookup::LookupRequest;

use crate::kit::{TestBackend, TestClient};

/// Client number `number`, which has a /64 network of its own in the /48 network `site`.
fn client(backend: &TestBackend, site: u16, number: u16) -> TestClient {
    let client = backend.client();
    client.set_header(
        "x-forwarded-for",
        &format!("2001:db8:{site:x}:{number:x}::1"),
    );
    client
}

/// Lets clients of one /48 network make one attempt each, until one is refused. Returns the number of attempts that
/// weren't refused. `spread` is the number of /64 networks from one client to the next.
async fn attempts_until_refused(
    backend: &TestBackend,
    site: u16,
    spread: u16,
    attempt: impl AsyncFn(&TestClient, u16) -> u16,
) -> u16 {
    for number in 0..100 {
        let client = client(backend, site, number * spread);
        if attempt(&client, number).await == 429 {
            return number;
        }
    }
    100
}

async fn enter_wrong_password(client: &TestClient, number: u16) -> u16 {
    let phone = format!("0912{number:06}");
    client
        .post_sign_in(&phone, "not the password")
        .await
        .status
        .as_u16()
}

async fn register(client: &TestClient, number: u16) -> u16 {
    let (citizen_id, phone) = (format!("045190{number:06}"), format!("0912{number:06}"));
    let response = client.post_registration("Lan", &citizen_id, &phone);
    response.await.status.as_u16()
}

async fn look_up(client: &TestClient, number: u16) -> u16 {
    let request = LookupRequest {
        code: format!("000.00.19.H50-261122-{:04}", 1),
        filed_by: format!("0912{number:06}"),
    };
    let response = client.post(&endpoints::POST_LOOKUP, &[], &request).await;
    response.status.as_u16()
}

#[tokio::test]
async fn a_customer_with_many_ipv6_networks_is_limited_by_their_size() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.wrong_passwords.per_client_ip = 2;
        config.messages.per_client_ip = 2;
    });
    let backend = &backend;
    // Neighbouring networks are in one /56 network, and networks that are 256 apart only in one /48 network.
    let in_one_56 = attempts_until_refused(backend, 1, 1, enter_wrong_password).await;
    let in_one_48 = attempts_until_refused(backend, 2, 256, enter_wrong_password).await;
    assert_eq!((in_one_56, in_one_48), (8, 32));
    let in_one_56 = attempts_until_refused(backend, 1, 1, register).await;
    assert_eq!(in_one_56, 8);
    // Ten attempts with one code are allowed from one address.
    let in_one_56 = attempts_until_refused(backend, 1, 1, look_up).await;
    assert_eq!(in_one_56, 40);
    // Another customer isn't affected.
    let other = client(backend, 3, 0);
    assert_eq!(enter_wrong_password(&other, 99).await, 403);
}

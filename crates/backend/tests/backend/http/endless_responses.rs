//! Other servers that never finish their response: the backend stops reading, long before its time limit.

use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, Bytes};
use backend::clock::Clock;
use backend::messages::{HttpGateway, Messages};
use backend::payments::gateway::{GatewayKey, PaymentGateway};
use reqwest::Url;
use serde_json::json;
use tokio::net::TcpListener;

use crate::kit::TestBackend;
use crate::kit::identity_provider::{request_authorize, start_backend_with_provider};

/// Far less than the time limit of each client.
const SOON: Duration = Duration::from_secs(5);

/// Starts a server that answers every request with spaces, without end. Returns its URL.
async fn start_endless_server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let respond = async || {
        let pieces = futures_util::stream::repeat_with(|| {
            Ok::<_, std::io::Error>(Bytes::from_static(&[b' '; 4_096]))
        });
        Body::from_stream(pieces)
    };
    let app = Router::new().fallback(respond);
    tokio::spawn(async move { axum::serve(listener, app).await });
    url
}

#[tokio::test]
async fn an_endless_response_of_the_payment_gateway_is_refused() {
    let url = Url::parse(&start_endless_server().await).unwrap();
    let key = GatewayKey::new(*b"the key of backend and gateway!!");
    let gateway = PaymentGateway::new(url, key).unwrap();
    let begun = Instant::now();
    let refused = gateway.order("order-1", Clock::real().now()).await;
    let error = refused.err().unwrap().to_string();
    assert!(error.contains("too long"), "{error}");
    assert!(begun.elapsed() < SOON);
}

#[tokio::test]
async fn an_endless_response_of_the_gateway_for_text_messages_is_a_failure() {
    let url = start_endless_server().await;
    let mut backend = TestBackend::start_with(|config| config.demo = false);
    let settings = json!({
        "url": url, "headers": {}, "body": {"to": "{phone}", "content": "{text}"},
        "accepted": {"pointer": "/code", "value": 0},
    });
    let file = backend.data_dir().join("gateway.json");
    std::fs::write(&file, settings.to_string()).unwrap();
    backend.state.messages = Messages::through(HttpGateway::open(&file).unwrap());
    let begun = Instant::now();
    let sent = backend.state.messages.send("0912345678", String::new(), 0);
    assert!(sent.await.is_err());
    assert!(begun.elapsed() < SOON);
}

#[tokio::test]
async fn an_endless_response_of_an_identity_provider_ends_the_sign_in() {
    let (backend, _dir) = start_backend_with_provider(&start_endless_server().await, true);
    let begun = Instant::now();
    let response = request_authorize(&backend.client(), "/").await;
    let location = response.header("location").unwrap();
    assert!(location.contains("trouble=failed"), "{location}");
    assert!(begun.elapsed() < SOON);
}

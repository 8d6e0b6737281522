//! The demo gateway as a process of its own.

use std::path::Path;

use backend::auth::secret::Secret;
use backend::clock::Clock;
use backend::demo_gateway::GatewayProcess;
use backend::payments::gateway::{NewOrder, OrderState};

use crate::kit::program::{RunningProgram, data_folder};

#[tokio::test]
async fn the_gateway_keeps_its_orders_when_it_starts_again_and_ends_with_the_backend() {
    let data = data_folder();
    let secret = Secret::open(&data.path().join("secret")).unwrap();
    let start = || {
        let program = Path::new(env!("CARGO_BIN_EXE_backend"));
        let backend = "http://127.0.0.1:1".to_owned();
        GatewayProcess::start(program, backend, data.path(), &secret).unwrap()
    };
    let now = Clock::real().system_now();
    let order = NewOrder {
        order: "order-1".to_owned(),
        amount: 8_000,
        description: "Hồ sơ".to_owned(),
        return_url: "http://localhost/".to_owned(),
        valid_seconds: 900,
    };
    let first = start();
    first.client.create_order(&order, now).await.unwrap();
    let client = first.client.clone();
    drop(first);
    assert!(client.order("order-1", now).await.is_err());
    let second = start();
    let report = second.client.order("order-1", now).await.unwrap();
    assert_eq!((report.state, report.amount), (OrderState::Open, 0));
    assert!(second.client.order("order-2", now).await.is_err());
}

#[tokio::test]
async fn a_demonstration_offers_payments_and_takes_no_unsigned_callback() {
    let data = data_folder();
    let program = RunningProgram::start(data.path(), &["--demo"]);
    let portal = program
        .send("GET /api/portal HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .await;
    assert!(portal.contains("\"payments\":true"), "{portal}");
    let callback = program.post("/payment-callbacks", "{}").await;
    assert!(callback.starts_with("HTTP/1.1 401"), "{callback}");
}

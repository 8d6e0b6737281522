//! A request to begin a payment that the client repeats, because the gateway didn't answer the first one.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use backend::config::FeeAccount;
use backend::payments::gateway::{CreatedOrder, GatewayKey, NewOrder, ORDERS_PATH, PaymentGateway};
use contract::dossier::Dossier;
use contract::payment::NewPayment;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;
use reqwest::Url;
use tokio::net::TcpListener;

use crate::kit::group::get_dossier;
use crate::kit::officer::{post_form, post_to_desk};
use crate::kit::payments::{ONLINE_FEE, begin_as};
use crate::kit::{TestBackend, TestClient, TestResponse};

/// A gateway that keeps the orders that it gets, and fails until it is repaired.
#[derive(Clone, Default)]
struct FailingGateway {
    is_repaired: Arc<Mutex<bool>>,
    orders: Arc<Mutex<Vec<NewOrder>>>,
}

impl FailingGateway {
    fn repair(&self) {
        *self.is_repaired.lock().unwrap() = true;
    }

    fn orders(&self) -> Vec<NewOrder> {
        self.orders.lock().unwrap().clone()
    }
}

async fn create_order(State(gateway): State<FailingGateway>, body: Bytes) -> Response {
    if !*gateway.is_repaired.lock().unwrap() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let order = serde_json::from_slice(&body).unwrap();
    gateway.orders.lock().unwrap().push(order);
    let url = "https://pay.example/1".to_owned();
    axum::Json(CreatedOrder { url }).into_response()
}

struct Test {
    backend: TestBackend,
    gateway: FailingGateway,
    lan: TestClient,
    fee: String,
}

impl Test {
    async fn start() -> Test {
        let gateway = FailingGateway::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let app = Router::new().route(ORDERS_PATH, post(create_order));
        let app = app.with_state(gateway.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        let mut backend = TestBackend::start_with(|config| {
            config.demo = true;
            config.fee_account = Some(FeeAccount::demo());
        });
        let key = GatewayKey::new(*b"the key of backend and gateway!!");
        let client = PaymentGateway::new(Url::parse(&url).unwrap(), key).unwrap();
        backend.state.payment_gateway = Some(client);
        let lan = backend.register_lan().await;
        let draft = lan.complete_draft().await;
        let code = lan.submit(&draft.id, "key").await.json::<Receipt>().code;
        let asked = post_to_desk(&backend.client(), &code, "fees", ONLINE_FEE).await;
        assert_eq!(asked.status, 303);
        let dossier: Dossier = get_dossier(&lan, &code).await;
        let fee = dossier.fees[0].id.clone();
        Test {
            backend,
            gateway,
            lan,
            fee,
        }
    }

    async fn begin(&self, key: &str) -> TestResponse {
        let body = NewPayment {
            return_to: "/dossiers".to_owned(),
        };
        begin_as(&self.lan, &self.fee, key, &body).await
    }
}

#[tokio::test]
async fn a_page_that_comes_late_works_as_long_as_its_payment() {
    let test = Test::start().await;
    test.begin("key")
        .await
        .assert_problem(503, ProblemCode::PaymentUnavailable);
    test.gateway.repair();
    test.backend.advance_clock(10 * 60);
    assert_eq!(test.begin("key").await.status, 200);
    let valid: Vec<u32> = test
        .gateway
        .orders()
        .iter()
        .map(|order| order.valid_seconds)
        .collect();
    assert_eq!(valid, [5 * 60]);
}

#[tokio::test]
async fn a_payment_that_has_expired_without_a_page_gets_none() {
    let test = Test::start().await;
    test.begin("key").await;
    test.gateway.repair();
    test.backend.advance_clock(15 * 60);
    test.begin("key")
        .await
        .assert_problem(409, ProblemCode::FeeClosed);
    assert_eq!(test.gateway.orders(), []);
    assert_eq!(test.begin("another").await.status, 201);
}

#[tokio::test]
async fn a_fee_that_nobody_asks_for_any_more_gets_no_page() {
    let test = Test::start().await;
    test.begin("key").await;
    test.gateway.repair();
    let path = format!("/demo/fees/{}", test.fee);
    let same_origin = [("sec-fetch-site", "same-origin")];
    let office = test.backend.client();
    let cancelled = post_form(&office, &path, "decision=cancel", &same_origin).await;
    assert_eq!(cancelled.status, 303);
    test.begin("key")
        .await
        .assert_problem(409, ProblemCode::FeeClosed);
    assert_eq!(test.gateway.orders(), []);
}

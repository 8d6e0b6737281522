//! The server of the demo gateway: it takes signed orders, shows a page for each, and reports to the backend with signed
//! callbacks.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Form, Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use reqwest::Client;
use serde::Deserialize;
use tokio::net::TcpListener;

use super::orders::{OrderBook, StoredOrder};
use super::pages::{self, PayerChoice};
use crate::auth::random;
use crate::clock::Clock;
use crate::payments::gateway::{
    CALLBACK_PATH, CreatedOrder, GatewayKey, NewOrder, ORDERS_PATH, OrderReport, OrderState,
};

/// How long the backend may take to answer a callback. Afterwards it must ask.
const CALLBACK_TIME: Duration = Duration::from_secs(5);
/// By how many đồng another amount differs from the order.
const OTHER_AMOUNT: u64 = 1_000;
/// No scripts, and no frame of another site around the buttons.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

/// The settings of a demo gateway.
#[derive(Clone)]
pub struct DemoGatewaySettings {
    /// The key that it shares with the backend.
    pub key: GatewayKey,
    /// URL of the backend, without a slash at the end.
    pub backend: String,
    /// File that keeps the orders.
    pub file: PathBuf,
    /// The clock.
    pub clock: Clock,
}

/// What all handlers share.
struct GatewayServer {
    settings: DemoGatewaySettings,
    /// URL of this server.
    own_url: String,
    orders: OrderBook,
    client: Client,
}

/// Serves the gateway. Never ends, unless the connection can't be used.
///
/// # Errors
///
/// An error if the file of orders can't be read, or the listener fails.
pub async fn serve_gateway(
    listener: TcpListener,
    settings: DemoGatewaySettings,
) -> std::io::Result<()> {
    let client = Client::builder().timeout(CALLBACK_TIME).build();
    let gateway = GatewayServer {
        own_url: format!("http://{}", listener.local_addr()?),
        orders: OrderBook::open(settings.file.clone())?,
        client: client.map_err(std::io::Error::other)?,
        settings,
    };
    let order_path = [ORDERS_PATH, "/{order}"].concat();
    let app = Router::new()
        .route(ORDERS_PATH, post(create_order))
        .route(&order_path, get(read_order))
        .route("/pay/{order}", get(show_order).post(choose))
        .with_state(Arc::new(gateway));
    axum::serve(listener, app).await
}

impl GatewayServer {
    fn now(&self) -> i64 {
        self.settings.clock.system_now()
    }

    /// Whether the backend signed this request.
    fn is_signed(&self, headers: &HeaderMap, target: &str, body: &[u8]) -> bool {
        let verified = self.settings.key.verify(headers, target, body, self.now());
        verified.is_ok()
    }

    /// Reports to the backend. A failure changes nothing: the backend will ask.
    async fn call_back(&self, report: &OrderReport) {
        let Ok(body) = serde_json::to_vec(report) else {
            return;
        };
        let target = ["POST ", CALLBACK_PATH].concat();
        let Ok(signed) = self.settings.key.sign(&target, &body, self.now()) else {
            return;
        };
        let url = [&self.settings.backend, CALLBACK_PATH].concat();
        let mut request = self
            .client
            .post(url)
            .header(CONTENT_TYPE, "application/json");
        for (name, value) in signed.headers() {
            request = request.header(name, value);
        }
        match request.body(body).send().await {
            Ok(response) if response.status().is_success() => {}
            Ok(response) => tracing::warn!("the backend refused a callback: {}", response.status()),
            Err(_) => tracing::warn!("the backend can't be reached"),
        }
    }
}

/// `POST /orders`: the backend creates an order.
async fn create_order(
    State(gateway): State<Arc<GatewayServer>>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let target = ["POST ", ORDERS_PATH].concat();
    if !gateway.is_signed(&headers, &target, &body) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let Ok(order) = serde_json::from_slice::<NewOrder>(&body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let url = [&gateway.own_url, "/pay/", &order.order].concat();
    match gateway.orders.add(order, gateway.now()) {
        Ok(()) => axum::Json(CreatedOrder { url }).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// `GET /orders/{order}`: the backend asks for the state of an order.
async fn read_order(
    State(gateway): State<Arc<GatewayServer>>,
    Path(order): Path<String>,
    headers: HeaderMap,
) -> Response {
    let target = ["GET ", ORDERS_PATH, "/", &order].concat();
    if !gateway.is_signed(&headers, &target, b"") {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    match gateway.orders.find(&order) {
        Some(stored) => axum::Json(stored.report(gateway.now())).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn html(status: StatusCode, page: String) -> Response {
    let headers = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (CACHE_CONTROL, "no-store"),
    ];
    (status, headers, Html(page)).into_response()
}

/// `GET /pay/{order}`: the page of an order.
async fn show_order(
    State(gateway): State<Arc<GatewayServer>>,
    Path(order): Path<String>,
) -> Response {
    match gateway.orders.find(&order) {
        Some(stored) => html(StatusCode::OK, pages::order_page(&stored, gateway.now())),
        None => html(StatusCode::NOT_FOUND, pages::unknown_order()),
    }
}

/// The body of `POST /pay/{order}`.
#[derive(Deserialize)]
struct ChoiceForm {
    choice: String,
}

/// `POST /pay/{order}`: the visitor chooses. Leads back to the app afterwards.
async fn choose(
    State(gateway): State<Arc<GatewayServer>>,
    Path(order): Path<String>,
    Form(form): Form<ChoiceForm>,
) -> Response {
    let now = gateway.now();
    let chosen = PayerChoice::from_key(&form.choice);
    let changed = gateway.orders.change(&order, |stored| {
        let choice = chosen.filter(|choice| choice.is_possible(stored.state_at(now)))?;
        after(stored, choice)
    });
    match changed {
        Ok(Some(stored)) => {
            if chosen != Some(PayerChoice::PaySilently) {
                gateway.call_back(&stored.report(now)).await;
            }
            Redirect::to(&stored.order.return_url).into_response()
        }
        // Another tab was faster: its outcome counts.
        Ok(None) => show_order(State(gateway), Path(order)).await,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The order after a choice. `None` if the system has no random numbers.
fn after(stored: StoredOrder, choice: PayerChoice) -> Option<StoredOrder> {
    let amount = stored.order.amount;
    let (state, paid) = match choice {
        PayerChoice::Pay | PayerChoice::PaySilently => (OrderState::Paid, amount),
        PayerChoice::PayOtherAmount => (OrderState::Paid, amount.abs_diff(OTHER_AMOUNT).max(1)),
        PayerChoice::Process => (OrderState::Processing, 0),
        PayerChoice::Fail => (OrderState::Failed, 0),
        PayerChoice::Cancel => (OrderState::Cancelled, 0),
    };
    let transaction = match state {
        OrderState::Paid => Some(format!(
            "TN{:09}",
            random::number_below(1_000_000_000).ok()?
        )),
        _ => None,
    };
    Some(StoredOrder {
        state,
        paid,
        transaction,
        ..stored
    })
}

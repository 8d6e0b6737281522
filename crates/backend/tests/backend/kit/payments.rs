//! A backend with a payment gateway, both reachable over TCP, and the steps of a payment.

use axum::body::Body;
use backend::config::{Config, FeeAccount};
use backend::data::Data;
use backend::demo_gateway::{self, DemoGatewaySettings};
use backend::payments::gateway::{CALLBACK_PATH, GatewayKey, PaymentGateway, SignedMessage};
use contract::dossier::Dossier;
use contract::endpoints;
use contract::payment::{DossierFee, NewPayment, Payment};
use contract::receipt::Receipt;
use reqwest::{Client, Response, Url};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::group::group_data;
use super::officer::post_form;
use super::{TestBackend, TestClient, TestResponse};

/// The officer's form for a fee of 50,000 đ that can be paid online and at the counter.
pub(crate) const ONLINE_FEE: &str = "kind1=duty&name1=Le+phi&amount1=50.000&basis1=NQ+01&reason=Theo+quy+dinh&online=1&counter=Quay+so+1";

/// A backend, its gateway, and Lan with a dossier.
pub(crate) struct PaymentTest {
    pub(crate) backend: TestBackend,
    /// Lan, who filed the dossier.
    pub(crate) lan: TestClient,
    /// Code of Lan's dossier.
    pub(crate) code: String,
    gateway: RunningGateway,
    browser: Client,
}

/// A running gateway that a backend uses. It ends when this value is dropped.
pub(crate) struct RunningGateway {
    key: GatewayKey,
    backend_url: String,
    gateway: JoinHandle<()>,
    _dir: TempDir,
}

impl Drop for RunningGateway {
    fn drop(&mut self) {
        self.gateway.abort();
    }
}

impl TestBackend {
    /// Starts a backend in demo mode whose fees can be paid online, after `configure` has changed its configuration.
    pub(crate) async fn start_with_gateway(
        configure: impl FnOnce(&mut Config),
    ) -> (TestBackend, RunningGateway) {
        TestBackend::start_with_gateway_and_data(Data::load().unwrap(), configure).await
    }

    /// The same with other data.
    async fn start_with_gateway_and_data(
        data: Data,
        configure: impl FnOnce(&mut Config),
    ) -> (TestBackend, RunningGateway) {
        let dir = TempDir::new().unwrap();
        let mut backend = TestBackend::start_with_data(data, |config| {
            config.demo = true;
            config.fee_account = Some(FeeAccount::demo());
            configure(config);
        });
        let key = GatewayKey::new(*b"the key of backend and gateway!!");
        let backend_listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let backend_url = format!("http://{}", backend_listener.local_addr().unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let settings = DemoGatewaySettings {
            key: key.clone(),
            backend: backend_url.clone(),
            file: dir.path().join("orders.jsonl"),
            clock: backend.state.clock.clone(),
        };
        let gateway = tokio::spawn(async move {
            demo_gateway::serve_gateway(listener, settings)
                .await
                .unwrap();
        });
        let url = Url::parse(&url).unwrap();
        backend.state.payment_gateway = Some(PaymentGateway::new(url, key.clone()).unwrap());
        let app = backend::app(backend.state.clone());
        tokio::spawn(async move { axum::serve(backend_listener, app).await });
        let running = RunningGateway {
            key,
            backend_url,
            gateway,
            _dir: dir,
        };
        (backend, running)
    }
}

impl PaymentTest {
    /// Starts everything. Lan has sent a dossier.
    pub(crate) async fn start() -> PaymentTest {
        let (backend, gateway) = TestBackend::start_with_gateway(|_| {}).await;
        let lan = backend.register_lan().await;
        let draft = lan.complete_draft().await;
        let code = lan.submit(&draft.id, "key").await.json::<Receipt>().code;
        PaymentTest::new(backend, gateway, lan, code)
    }

    /// Starts everything. Lan has sent a group. The code of the test is that of its second part, which waits for the result
    /// of the first one.
    pub(crate) async fn start_with_group() -> (PaymentTest, Receipt) {
        let starting = TestBackend::start_with_gateway_and_data(group_data(), |_| {});
        let (backend, gateway) = starting.await;
        let lan = backend.register_lan().await;
        let receipt = lan.submit_group().await;
        let code = receipt.parts[1].code.clone();
        (PaymentTest::new(backend, gateway, lan, code), receipt)
    }

    fn new(
        backend: TestBackend,
        gateway: RunningGateway,
        lan: TestClient,
        code: String,
    ) -> PaymentTest {
        let browser = Client::builder().redirect(reqwest::redirect::Policy::none());
        PaymentTest {
            backend,
            lan,
            code,
            gateway,
            browser: browser.build().unwrap(),
        }
    }

    /// The officer asks for a fee with this form. Returns the fee.
    pub(crate) async fn ask_for_fee(&self, form: &str) -> DossierFee {
        let asked = self.post_fee(form).await;
        assert_eq!(asked.status, 303, "{}", asked.text());
        self.fee().await
    }

    /// The officer sends the form of a new fee.
    pub(crate) async fn post_fee(&self, form: &str) -> TestResponse {
        self.post_at_desk(&format!("dossiers/{}/fees", self.code), form)
            .await
    }

    /// The officer sends a form of the page `/demo`.
    pub(crate) async fn post_at_desk(&self, path: &str, form: &str) -> TestResponse {
        let same_origin = [("sec-fetch-site", "same-origin")];
        post_form(
            &self.backend.client(),
            &format!("/demo/{path}"),
            form,
            &same_origin,
        )
        .await
    }

    /// Lan's dossier.
    pub(crate) async fn dossier(&self) -> Dossier {
        let response = self.lan.call(&endpoints::GET_DOSSIER, &[&self.code]).await;
        response.json()
    }

    /// The latest fee of Lan's dossier.
    pub(crate) async fn fee(&self) -> DossierFee {
        self.dossier().await.fees.remove(0)
    }

    /// Lan begins to pay a fee.
    pub(crate) async fn begin(&self, fee: &str, key: &str) -> TestResponse {
        let body = NewPayment {
            return_to: format!("/dossiers/{}/fees/{fee}", self.code),
        };
        begin_as(&self.lan, fee, key, &body).await
    }

    /// Lan begins to pay a fee, and the gateway shows its page.
    pub(crate) async fn begin_payment(&self, fee: &str, key: &str) -> Payment {
        let begun = self.begin(fee, key).await;
        assert_eq!(begun.status, 201, "{}", begun.text());
        begun.json()
    }

    /// Presses a button on the page of the gateway.
    pub(crate) async fn choose(&self, payment: &Payment, choice: &str) -> Response {
        let request = self.browser.post(payment.url.as_ref().unwrap());
        let form = "application/x-www-form-urlencoded";
        let request = request.header("content-type", form);
        request
            .body(format!("choice={choice}"))
            .send()
            .await
            .unwrap()
    }

    /// The text of the gateway's page.
    pub(crate) async fn gateway_page(&self, payment: &Payment) -> String {
        let page = self.browser.get(payment.url.as_ref().unwrap());
        page.send().await.unwrap().text().await.unwrap()
    }

    /// What Lan is told about a payment.
    pub(crate) async fn payment(&self, id: &str) -> Payment {
        self.lan.call(&endpoints::GET_PAYMENT, &[id]).await.json()
    }

    /// Moves the clock forward. Lan signs in again, because their session has expired meanwhile.
    pub(crate) async fn pass_time(&mut self, seconds: i64) {
        self.backend.advance_clock(seconds);
        self.lan = self.backend.sign_in("0912345678").await;
    }

    /// Signs a callback as the gateway does, at the time `now`.
    pub(crate) fn sign(&self, body: &str, now: i64) -> SignedMessage {
        let target = format!("POST {CALLBACK_PATH}");
        self.gateway
            .key
            .sign(&target, body.as_bytes(), now)
            .unwrap()
    }

    /// Sends a callback to the backend. Returns the status of the response.
    pub(crate) async fn call_back(&self, body: &str, signed: Option<&SignedMessage>) -> u16 {
        let mut request = self
            .browser
            .post([&self.gateway.backend_url, CALLBACK_PATH].concat())
            .header("content-type", "application/json");
        for (name, value) in signed.into_iter().flat_map(SignedMessage::headers) {
            request = request.header(name, value);
        }
        let response = request.body(body.to_owned()).send().await.unwrap();
        response.status().as_u16()
    }

    /// Stops the gateway: nobody can reach it any more.
    pub(crate) fn stop_gateway(&self) {
        self.gateway.gateway.abort();
    }
}

/// Sends the request that begins a payment.
pub(crate) async fn begin_as(
    client: &TestClient,
    fee: &str,
    key: &str,
    body: &NewPayment,
) -> TestResponse {
    let request = client
        .request(&endpoints::POST_PAYMENT, &[fee])
        .header("content-type", "application/json")
        .header("idempotency-key", key);
    let body = serde_json::to_string(body).unwrap();
    client.send(request.body(Body::from(body)).unwrap()).await
}

//! Connections: a client that stops sending or receiving loses its connection, and doesn't stop other clients. A
//! request has exactly one host.

use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::routing::{get, post};
use backend::http::server::{self, ConnectionLimits};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::kit::TestBackend;
use crate::kit::program::{RunningProgram, data_folder, read_to_end};

/// The longest time that a test waits for the end of a connection.
const WAIT_LIMIT: Duration = Duration::from_secs(20);
const GET_PORTAL: &str = "GET /api/portal HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

/// Serves `app` with short limits. Opens a connection to it.
async fn connect(app: Router) -> TcpStream {
    let limits = ConnectionLimits {
        header: Duration::from_millis(300),
        body: Duration::from_millis(200),
        response: Duration::from_millis(200),
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(server::serve_connections(
        listener,
        app,
        limits,
        std::future::pending(),
    ));
    TcpStream::connect(address).await.unwrap()
}

/// Sends the beginning of a request, and waits until the server ends the connection. Returns what the server has sent.
async fn response_to(beginning: &str) -> String {
    let backend = TestBackend::start();
    let mut connection = connect(backend::app(backend.state.clone())).await;
    connection.write_all(beginning.as_bytes()).await.unwrap();
    let reading = read_to_end(&mut connection);
    let response = tokio::time::timeout(WAIT_LIMIT, reading).await;
    response.expect("the server ends the connection")
}

#[tokio::test]
async fn a_client_that_sends_nothing_or_half_a_request_loses_its_connection() {
    for beginning in [
        "",
        "GET /api/portal HT",
        "GET /api/portal HTTP/1.1\r\nHost: localhost\r\nA",
    ] {
        let response = response_to(beginning).await;
        assert!(!response.contains("200 OK"), "{response}");
    }
    let half_a_body = "POST /api/sign-ins HTTP/1.1\r\nHost: localhost\r\nMotcua-Request: 1\r\n\
        Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    let response = response_to(half_a_body).await;
    assert!(response.starts_with("HTTP/1.1 400"), "{response}");
    let idle_after_a_response = GET_PORTAL.replace("close", "keep-alive");
    let response = response_to(&idle_after_a_response).await;
    assert!(response.starts_with("HTTP/1.1 200"), "{response}");
}

#[tokio::test]
async fn a_client_that_receives_nothing_loses_its_connection() {
    let (ended, mut has_ended) = tokio::sync::mpsc::channel::<()>(1);
    let large = get(async move || {
        let sending = SignalsEnd(ended);
        let body = futures_util::stream::unfold(sending, |sending| async {
            let piece = Bytes::from_static(&[b' '; 65_536]);
            Some((Ok::<_, std::io::Error>(piece), sending))
        });
        axum::body::Body::from_stream(body)
    });
    let mut connection = connect(Router::new().route("/api/portal", large)).await;
    connection.write_all(GET_PORTAL.as_bytes()).await.unwrap();
    let end = tokio::time::timeout(WAIT_LIMIT, has_ended.recv()).await;
    assert_eq!(end.expect("the server ends the connection"), Some(()));
}

/// Sends a signal when it is dropped, together with the response that it is a part of.
struct SignalsEnd(tokio::sync::mpsc::Sender<()>);

impl Drop for SignalsEnd {
    fn drop(&mut self) {
        self.0.try_send(()).unwrap();
    }
}

#[tokio::test]
async fn a_slow_client_that_goes_on_sending_keeps_its_connection() {
    let echo = post(async |body: Bytes| body);
    let mut connection = connect(Router::new().route("/", echo)).await;
    let head =
        "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 8\r\n\r\n";
    connection.write_all(head.as_bytes()).await.unwrap();
    let mut pause = tokio::time::interval(Duration::from_millis(50));
    for letter in b"abcdefgh" {
        pause.tick().await;
        connection.write_all(&[*letter]).await.unwrap();
    }
    let response = read_to_end(&mut connection).await;
    assert!(response.ends_with("abcdefgh"), "{response}");
}

#[tokio::test]
async fn a_citizen_is_served_while_three_hundred_connections_are_idle() {
    let data = data_folder();
    let program = RunningProgram::start(data.path(), &["--plain-http"]);
    let mut idle = Vec::new();
    for number in 0..300 {
        let mut connection = program.connect().await;
        if number % 2 == 0 {
            connection
                .write_all(b"GET / HTTP/1.1\r\nHos")
                .await
                .unwrap();
        }
        idle.push(connection);
    }
    let response = program.send(GET_PORTAL).await;
    assert!(response.starts_with("HTTP/1.1 200"), "{response}");
    assert_eq!(idle.len(), 300);
}

#[tokio::test]
async fn a_request_without_a_host_or_with_two_is_refused() {
    let data = data_folder();
    let program = RunningProgram::start(data.path(), &["--plain-http"]);
    let request = |target: &str, hosts: &str| {
        format!("GET {target} HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n")
    };
    for (target, hosts, status) in [
        ("/api/portal", "Host: motcua.vn\r\n", 200),
        ("/api/portal", "", 400),
        ("/api/portal", "Host:\r\n", 400),
        ("/api/portal", "Host: motcua.vn\r\nHost: motcua.vn\r\n", 400),
        (
            "/api/portal",
            "Host: motcua.vn\r\nHost: evil.example\r\n",
            400,
        ),
        ("http://evil.example/api/portal", "Host: motcua.vn\r\n", 400),
        ("/", "", 400),
        ("/healthz", "", 400),
    ] {
        let response = program.send(&request(target, hosts)).await;
        let expected = format!("HTTP/1.1 {status} ");
        assert!(
            response.starts_with(&expected),
            "{target} {hosts}: {response}"
        );
    }
}

#[tokio::test]
async fn a_demonstration_is_not_shown_under_a_foreign_name() {
    let backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.host = "demo.motcua.example".to_owned();
    });
    for (host, status) in [
        ("localhost:8080", 200),
        ("127.0.0.1:8080", 200),
        ("[::1]:8080", 200),
        ("192.168.1.20:8080", 200),
        ("demo.motcua.example", 200),
        ("evil.example", 400),
        ("evil.example:8080", 400),
    ] {
        let client = backend.client();
        client.set_header("host", host);
        for page in ["/demo", "/api/portal"] {
            assert_eq!(client.navigate(page).await.status, status, "{host}{page}");
        }
    }
    let portal = TestBackend::start_with(|config| config.demo = false);
    let client = portal.client();
    client.set_header("host", "motcua.example");
    assert_eq!(client.navigate("/api/portal").await.status, 200);
}

#[tokio::test]
async fn an_open_event_stream_does_not_delay_the_stop_of_the_program() {
    let data = data_folder();
    let mut program = RunningProgram::start(data.path(), &["--demo"]);
    let body = |response: String| -> Value {
        let (_, body) = response.split_once("\r\n\r\n").unwrap();
        serde_json::from_str(body).unwrap()
    };
    let sign_in = json!({"identifier": "0912345678", "password": "motcua-demo"}).to_string();
    let challenge = body(program.post("/api/sign-ins", &sign_in).await);
    let messages =
        "GET /demo/messages.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    let messages = body(program.send(messages).await);
    let text = messages[0]["text"].as_str().unwrap();
    let code = json!({"code": text.rsplit('#').next().unwrap()}).to_string();
    let path = format!("/api/challenges/{}/code", challenge["id"].as_str().unwrap());
    let signed_in = program.post(&path, &code).await;
    let cookie = signed_in
        .lines()
        .find_map(|line| line.strip_prefix("set-cookie: "))
        .unwrap_or_else(|| panic!("{signed_in}"));
    let cookie = cookie.split(';').next().unwrap();

    let mut stream = program.connect().await;
    let request =
        format!("GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut received = String::new();
    while !received.contains("retry: 5000") {
        let mut piece = [0; 4_096];
        let count = stream.read(&mut piece).await.unwrap();
        assert!(count > 0, "{received}");
        received.push_str(&String::from_utf8_lossy(&piece[..count]));
    }
    let took = program.stop();
    assert!(took < Duration::from_secs(3), "{took:?}");
}

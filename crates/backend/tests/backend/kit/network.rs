//! Clients that call a running program over a network connection, which they keep open.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::Mutex;

use super::TestClient;

/// Connects to the program at `address`. To the program, the client has the IP address `client_ip`.
pub(crate) async fn connect_client(address: SocketAddr, client_ip: &str) -> TestClient {
    let stream = TcpStream::connect(address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let (sender, connection) = http1::handshake::<_, Body>(TokioIo::new(stream))
        .await
        .unwrap();
    tokio::spawn(connection);
    let sender = Arc::new(Mutex::new(sender));
    let forward = async move |request: Request| {
        let mut sender = sender.lock().await;
        sender.ready().await.unwrap();
        sender.send_request(request).await.unwrap().map(Body::new)
    };
    let client = TestClient::new(Router::new().fallback(forward));
    client.set_header("x-forwarded-for", client_ip);
    client
}

//! Accepts connections and serves requests on them. A client that stops sending or receiving loses its connection, so
//! that idle clients can't use up the connections that the operating system allows.

use core::convert::Infallible;
use core::future::Future;
use core::time::Duration;
use std::io;
use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;
use tower_http::timeout::TimeoutBody;

use super::write_timeout::WriteTimeout;

/// How long the server waits for a client.
#[derive(Clone, Copy, Debug)]
pub struct ConnectionLimits {
    /// Time in which the header of the next request must arrive. A connection without a request is closed after this
    /// time. It must be longer than a proxy keeps an idle connection, because otherwise the proxy may send a request
    /// just when the connection is closed. For nginx that is 60 seconds.
    pub header: Duration,
    /// Time in which the next bytes of a request's body must arrive.
    pub body: Duration,
    /// Time in which the client must receive the next bytes of a response.
    pub response: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        ConnectionLimits {
            header: Duration::from_secs(75),
            body: Duration::from_secs(30),
            response: Duration::from_secs(30),
        }
    }
}

/// How long the server waits after it couldn't accept a connection, for example because too many are open.
const ACCEPT_PAUSE: Duration = Duration::from_secs(1);

/// Serves requests until `stop` is ready, and then finishes the running requests.
pub async fn serve_connections(
    listener: TcpListener,
    app: Router,
    limits: ConnectionLimits,
    stop: impl Future<Output = ()>,
) {
    let connections = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let connection = serve_connection(stream, peer, app.clone(), limits);
                let connection = connections.watch(connection);
                // An error ends only this connection. It isn't logged, because every client can cause errors.
                tokio::spawn(async { connection.await.unwrap_or_default() });
            }
            Err(error) if is_of_client(&error) => {}
            Err(error) => {
                tracing::error!("no connection can be accepted: {error}");
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop(listener);
    connections.shutdown().await;
}

/// Whether the client has closed the connection before it was accepted.
fn is_of_client(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
    )
}

/// Prepares serving the requests of one connection.
fn serve_connection(
    stream: TcpStream,
    peer: SocketAddr,
    app: Router,
    limits: ConnectionLimits,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> {
    let respond = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(|body| Body::new(TimeoutBody::new(limits.body, body)));
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = app.clone().oneshot(request);
        async { Ok::<_, Infallible>(response.await.unwrap_or_else(|error| match error {})) }
    });
    // Without this, the end of a response may wait for the client's acknowledgement of the beginning. If it fails, the
    // connection is only slower.
    let _slower = stream.set_nodelay(true);
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header)
        .serve_connection(
            TokioIo::new(WriteTimeout::new(stream, limits.response)),
            respond,
        )
}

//! Starts the demo gateway as a child process, and runs it there. The child learns its key over its standard input,
//! where no other user can read it, and ends when that is closed: it never outlives the backend.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use reqwest::Url;
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

use super::server::{self, DemoGatewaySettings};
use crate::auth::secret::Secret;
use crate::clock::Clock;
use crate::payments::gateway::{GatewayKey, GatewayUnavailable, PaymentGateway};

/// Name of the file that keeps the orders, in the data folder.
const ORDERS_FILE: &str = "payment-gateway.jsonl";

/// What the child is told, as one line of JSON.
#[derive(Serialize, Deserialize)]
struct ChildSettings {
    key: String,
    backend: String,
    file: PathBuf,
}

/// A running demo gateway. It ends when this value is dropped.
pub struct GatewayProcess {
    child: Child,
    /// A client of the gateway.
    pub client: PaymentGateway,
}

/// Why the demo gateway can't be started.
#[derive(Debug, thiserror::Error)]
pub enum GatewayProcessError {
    /// The system can't start the process, or it ended at once.
    #[error("the demo payment gateway can't be started: {0}")]
    Start(#[from] std::io::Error),
    /// It didn't say where it listens.
    #[error("the demo payment gateway doesn't answer")]
    Silent,
    /// The client can't be created.
    #[error(transparent)]
    Client(#[from] GatewayUnavailable),
}

impl GatewayProcess {
    /// Starts the gateway with `program`, which calls [`run_as_child`] for the command `payment-gateway`. `backend` is
    /// the URL of this backend, and `data` is its data folder.
    ///
    /// # Errors
    ///
    /// [`GatewayProcessError`].
    pub fn start(
        program: &Path,
        backend: String,
        data: &Path,
        secret: &Secret,
    ) -> Result<GatewayProcess, GatewayProcessError> {
        let key = domain::hex::to_hex(&secret.hash("payment-gateway", &[]));
        let mut child = Command::new(program)
            .arg("payment-gateway")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let settings = ChildSettings {
            key: key.clone(),
            backend,
            file: data.join(ORDERS_FILE),
        };
        let mut line = serde_json::to_vec(&settings).map_err(std::io::Error::from)?;
        line.push(b'\n');
        let input = child.stdin.as_mut().ok_or(GatewayProcessError::Silent)?;
        input.write_all(&line)?;
        input.flush()?;
        let output = child.stdout.take().ok_or(GatewayProcessError::Silent)?;
        let mut address = String::new();
        BufReader::new(output).read_line(&mut address)?;
        let url = Url::parse(address.trim()).map_err(|_| GatewayProcessError::Silent)?;
        let client = PaymentGateway::new(url, GatewayKey::new(key))?;
        Ok(GatewayProcess { child, client })
    }
}

impl Drop for GatewayProcess {
    fn drop(&mut self) {
        // It fails only if the process has ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Runs the gateway on a free port of this machine, in the child process. Ends when the standard input is closed.
///
/// # Errors
///
/// [`GatewayProcessError`].
pub async fn run_as_child() -> Result<(), GatewayProcessError> {
    let (told, settings) = tokio::sync::oneshot::channel();
    let (closed, parent_ended) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let mut lines = std::io::stdin().lines();
        let line = lines.next().and_then(Result::ok).unwrap_or_default();
        drop(told.send(line));
        // The parent sends nothing more, so this ends when it ends.
        lines.for_each(drop);
        let _parent = closed.send(());
    });
    let line = settings.await.map_err(|_| GatewayProcessError::Silent)?;
    let settings: ChildSettings =
        serde_json::from_str(&line).map_err(|_| GatewayProcessError::Silent)?;
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("http://{}", listener.local_addr()?);
    let settings = DemoGatewaySettings {
        key: GatewayKey::new(settings.key),
        backend: settings.backend,
        file: settings.file,
        clock: Clock::real(),
    };
    tokio::select! {
        served = server::serve_gateway(listener, settings) => Ok(served?),
        _ = parent_ended => Ok(()),
    }
}

//! A mail server for tests. It speaks SMTP (RFC 5321) with authentication (RFC 4954) on a port of this machine, and keeps
//! what it receives.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// An e-mail as the server received it.
#[derive(Clone, Debug, Default)]
pub(super) struct ReceivedEmail {
    /// The sender's and the recipient's address of the envelope.
    pub(super) from: String,
    pub(super) to: String,
    /// Headers and body, without the dots that SMTP adds.
    pub(super) content: String,
    /// The name and password in base64, as `AUTH PLAIN` sends them.
    pub(super) credentials: Option<String>,
}

/// A running mail server.
#[derive(Clone)]
pub(super) struct MailServer {
    pub(super) address: SocketAddr,
    received: Arc<Mutex<Vec<ReceivedEmail>>>,
}

impl MailServer {
    /// Starts a server that answers each e-mail with `verdict`, such as `250 OK`.
    pub(super) async fn start(verdict: &'static str) -> MailServer {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = MailServer {
            address: listener.local_addr().unwrap(),
            received: Arc::default(),
        };
        let running = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(running.clone().converse(stream, verdict));
            }
        });
        server
    }

    /// What the server has received, oldest first.
    pub(super) fn received(&self) -> Vec<ReceivedEmail> {
        self.received.lock().unwrap().clone()
    }

    async fn converse(self, stream: TcpStream, verdict: &'static str) {
        let mut stream = BufReader::new(stream);
        let mut email = ReceivedEmail::default();
        reply(&mut stream, "220 mail.test ESMTP").await;
        while let Some(line) = read_line(&mut stream).await {
            let (command, rest) = line.split_once([' ', ':']).unwrap_or((&line, ""));
            match command.to_ascii_uppercase().as_str() {
                "EHLO" => {
                    reply(
                        &mut stream,
                        "250-mail.test\r\n250-8BITMIME\r\n250 AUTH PLAIN",
                    )
                    .await
                }
                "AUTH" => {
                    email.credentials = rest.strip_prefix("PLAIN ").map(str::to_owned);
                    reply(&mut stream, "235 OK").await;
                }
                "MAIL" => {
                    email.from = address_in(rest);
                    reply(&mut stream, "250 OK").await;
                }
                "RCPT" => {
                    email.to = address_in(rest);
                    reply(&mut stream, "250 OK").await;
                }
                "DATA" => {
                    reply(&mut stream, "354 go on").await;
                    email.content = read_content(&mut stream).await;
                    if verdict.starts_with('2') {
                        self.received.lock().unwrap().push(email.clone());
                    }
                    reply(&mut stream, verdict).await;
                }
                "QUIT" => return reply(&mut stream, "221 bye").await,
                _ => reply(&mut stream, "250 OK").await,
            }
        }
    }
}

async fn reply(stream: &mut BufReader<TcpStream>, line: &str) {
    let line = [line, "\r\n"].concat();
    // It fails if the client has gone.
    let _gone = stream.write_all(line.as_bytes()).await;
}

async fn read_line(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut line = String::new();
    let bytes = stream.read_line(&mut line).await.ok()?;
    (bytes > 0).then(|| line.trim_end().to_owned())
}

async fn read_content(stream: &mut BufReader<TcpStream>) -> String {
    let mut lines = Vec::new();
    while let Some(line) = read_line(stream).await {
        match line.strip_prefix('.') {
            Some("") => break,
            Some(rest) => lines.push(rest.to_owned()),
            None => lines.push(line),
        }
    }
    lines.join("\n")
}

fn address_in(text: &str) -> String {
    let inside = text
        .split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'));
    inside
        .map(|(address, _)| address.to_owned())
        .unwrap_or_default()
}

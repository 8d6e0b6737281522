//! The backend program, started as an operator starts it, and requests to it over TCP.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A running backend program. It is killed when it is dropped.
pub(crate) struct RunningProgram {
    process: Child,
    address: SocketAddr,
    /// Kept open: a program that can't print its second line stops.
    _output: BufReader<ChildStdout>,
}

impl RunningProgram {
    /// Starts the program with a data folder and further options, on a free port. Waits until it listens.
    pub(crate) fn start(data: &Path, options: &[&str]) -> RunningProgram {
        RunningProgram::spawn(command(data, options))
    }

    /// Starts the optimised program of `make backend`.
    pub(crate) fn start_optimised(data: &Path, options: &[&str]) -> RunningProgram {
        let program = std::env::var_os("MOTCUA_BACKEND").expect("run this with `make load`");
        RunningProgram::spawn(command_of(program.as_ref(), data, options))
    }

    fn spawn(mut command: Command) -> RunningProgram {
        let mut process = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut welcome = String::new();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        output.read_line(&mut welcome).unwrap();
        let address = welcome.trim_end().trim_end_matches('/');
        let address = address.rsplit("//").next().unwrap();
        RunningProgram {
            address: address.parse().unwrap(),
            process,
            _output: output,
        }
    }

    /// The address at which the program listens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// The resident memory of the program, in MiB.
    pub(crate) fn resident_mib(&self) -> u64 {
        let status = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(status).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let kib = line.unwrap().split_whitespace().nth(1).unwrap();
        kib.parse::<u64>().unwrap() / 1024
    }

    /// Opens a connection to the program.
    pub(crate) async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Sends the text of a request on a new connection. Returns the response, up to the end of the connection.
    pub(crate) async fn send(&self, request: &str) -> String {
        let mut connection = self.connect().await;
        connection.write_all(request.as_bytes()).await.unwrap();
        read_to_end(&mut connection).await
    }

    /// Sends a `POST` with a JSON body, as the app does. Returns the response.
    pub(crate) async fn post(&self, path: &str, body: &str) -> String {
        let length = body.len();
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nMotcua-Request: 1\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        ))
        .await
    }
}

impl RunningProgram {
    /// Asks the program to stop, as the operating system does. Returns how long it took.
    pub(crate) fn stop(&mut self) -> Duration {
        let begun = Instant::now();
        let kill = format!("kill -TERM {}", self.process.id());
        assert!(
            Command::new("sh")
                .args(["-c", &kill])
                .status()
                .unwrap()
                .success()
        );
        assert!(self.process.wait().unwrap().success());
        begun.elapsed()
    }
}

impl Drop for RunningProgram {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

/// Starts the program and waits until it ends. Returns what it wrote to standard error. Panics if it was successful.
pub(crate) fn refused_start(data: &Path, options: &[&str]) -> String {
    let mut process = command(data, options)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut errors = String::new();
    let mut output = process.stderr.take().unwrap();
    output.read_to_string(&mut errors).unwrap();
    assert!(!process.wait().unwrap().success(), "{errors}");
    errors
}

/// An empty data folder.
pub(crate) fn data_folder() -> TempDir {
    TempDir::new().unwrap()
}

/// Reads a response up to the end of the connection.
pub(crate) async fn read_to_end(connection: &mut TcpStream) -> String {
    let mut response = Vec::new();
    // A reset after the response is as good as an end.
    let _reset = connection.read_to_end(&mut response).await;
    String::from_utf8_lossy(&response).into_owned()
}

fn command(data: &Path, options: &[&str]) -> Command {
    command_of(Path::new(env!("CARGO_BIN_EXE_backend")), data, options)
}

fn command_of(program: &Path, data: &Path, options: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.env_clear();
    command
        .args(["--listen", "127.0.0.1:0", "--data"])
        .arg(data);
    command.args(options);
    command
}

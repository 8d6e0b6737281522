//! Load on the optimised backend program, for `make load`: many citizens at once read the catalogue, sign in, upload, and
//! enter wrong passwords. During each phase `/healthz` is asked and the memory is read. The goals are for an otherwise
//! idle machine with two cores, which this test uses as well.

use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use contract::challenge::CodeOutcome;
use contract::session::Session;
use futures_util::future::join_all;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::watch;

use crate::kit::filing::{BIRTH, photo, upload_id};
use crate::kit::network::connect_client;
use crate::kit::program::{RunningProgram, data_folder};
use crate::kit::{PASSWORD, TestClient};

const READERS: usize = 200;
const READ_TIME: Duration = Duration::from_secs(5);
const CITIZENS: usize = 50;
const UPLOADS: usize = 20;
const UPLOAD_BYTES: usize = 5_000_000;
const WRONG_PASSWORDS: usize = 400;
/// Time between two samples of the memory and of `/healthz`.
const SAMPLE_TIME: Duration = Duration::from_millis(20);

const GOAL_READS_A_SECOND: usize = 5_000;
const GOAL_HEALTH: Duration = Duration::from_millis(100);
const GOAL_MEMORY_MIB: u64 = 200;

/// The result of one request: how long it took, and whether it succeeded.
type Timed = (Duration, bool);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes the whole machine; `make load` runs it"]
async fn load_of_many_citizens_keeps_the_backend_fast_and_small() {
    let data = data_folder();
    // The messages of all citizens come from one machine.
    let options = ["--plain-http", "--messages-per-address", "100000"];
    let program = RunningProgram::start_optimised(data.path(), &options);
    let address = program.address();
    let citizens = register_citizens(address, data.path()).await;
    let mut missed = Vec::new();
    println!(
        "{:16} {:>8} {:>6} {:>9} {:>9} {:>8} {:>11} {:>11}",
        "phase", "requests", "errors", "p50", "p99", "memory", "health p50", "health p99"
    );

    let reads = measure(&program, "catalogue", &mut missed, async || {
        let readers = (0..READERS).map(|_| read_catalogue(address));
        join_all(readers).await.concat()
    });
    let reads_a_second = reads.await / READ_TIME.as_secs() as usize;
    println!("{reads_a_second} reads of the catalogue a second");
    if reads_a_second < GOAL_READS_A_SECOND {
        missed.push(format!("fewer than {GOAL_READS_A_SECOND} reads a second"));
    }

    measure(&program, "sign-ins", &mut missed, async || {
        let sign_ins = (0..CITIZENS).map(async |number| {
            let client = connect_client(address, &client_ip(number)).await;
            let started = Instant::now();
            let response = client.post_sign_in(&phone(number), PASSWORD).await;
            (started.elapsed(), response.status == 201)
        });
        join_all(sign_ins).await
    })
    .await;

    measure(&program, "uploads", &mut missed, async || {
        join_all(citizens.iter().take(UPLOADS).map(upload)).await
    })
    .await;

    measure(&program, "wrong passwords", &mut missed, async || {
        let guesses = (0..WRONG_PASSWORDS).map(async |number| {
            let client = connect_client(address, &client_ip(1_000 + number)).await;
            let started = Instant::now();
            let phone = phone(number % CITIZENS);
            let response = client.post_sign_in(&phone, "not the password").await;
            (started.elapsed(), response.status == 403)
        });
        join_all(guesses).await
    })
    .await;

    assert!(missed.is_empty(), "missed goals: {missed:#?}");
}

/// Runs a phase and prints its figures. Returns the number of requests.
async fn measure(
    program: &RunningProgram,
    phase: &str,
    missed: &mut Vec<String>,
    work: impl AsyncFnOnce() -> Vec<Timed>,
) -> usize {
    let (ended, has_ended) = watch::channel(false);
    let sampling = sample(program, has_ended);
    let working = async {
        let timed = work().await;
        ended.send(true).unwrap();
        timed
    };
    let (mut health, timed) = tokio::join!(sampling, working);
    let errors = timed.iter().filter(|(_, is_right)| !is_right).count();
    let mut durations: Vec<_> = timed.iter().map(|(duration, _)| *duration).collect();
    let health_p99 = percentile(&mut health.durations, 99);
    println!(
        "{phase:16} {:>8} {errors:>6} {:>9.1?} {:>9.1?} {:>4} MiB {:>11.1?} {health_p99:>11.1?}",
        timed.len(),
        percentile(&mut durations, 50),
        percentile(&mut durations, 99),
        health.memory_mib,
        percentile(&mut health.durations, 50),
    );
    if errors > 0 {
        missed.push(format!("{phase}: {errors} errors"));
    }
    if health_p99 >= GOAL_HEALTH {
        missed.push(format!("{phase}: /healthz took {health_p99:.1?}"));
    }
    if health.memory_mib >= GOAL_MEMORY_MIB {
        missed.push(format!("{phase}: {} MiB of memory", health.memory_mib));
    }
    timed.len()
}

/// The samples of one phase.
struct HealthSamples {
    durations: Vec<Duration>,
    memory_mib: u64,
}

/// Asks `/healthz` and reads the memory until the phase has ended.
async fn sample(program: &RunningProgram, has_ended: watch::Receiver<bool>) -> HealthSamples {
    let client = connect_client(program.address(), "198.51.100.1").await;
    let mut samples = HealthSamples {
        durations: Vec::new(),
        memory_mib: 0,
    };
    let mut interval = tokio::time::interval(SAMPLE_TIME);
    while !*has_ended.borrow() {
        interval.tick().await;
        let started = Instant::now();
        let response = client.navigate("/healthz").await;
        assert_eq!(response.status, 200, "{}", response.text());
        samples.durations.push(started.elapsed());
        samples.memory_mib = samples.memory_mib.max(program.resident_mib());
    }
    samples
}

fn percentile(durations: &mut [Duration], percent: usize) -> Duration {
    durations.sort();
    let last = durations.len().saturating_sub(1);
    durations
        .get(last * percent / 100)
        .copied()
        .unwrap_or_default()
}

/// Reads the catalogue again and again on one connection.
async fn read_catalogue(address: SocketAddr) -> Vec<Timed> {
    const REQUEST: &[u8] =
        b"GET /api/catalogue HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.set_nodelay(true).unwrap();
    let mut buffer = vec![0; 128 * 1024];
    let mut timed = Vec::new();
    let begun = Instant::now();
    while begun.elapsed() < READ_TIME {
        let started = Instant::now();
        connection.write_all(REQUEST).await.unwrap();
        let is_right = read_response(&mut connection, &mut buffer).await;
        timed.push((started.elapsed(), is_right));
    }
    timed
}

/// Reads a response with a `Content-Length`, and returns whether its status is 200.
async fn read_response(connection: &mut TcpStream, buffer: &mut [u8]) -> bool {
    let mut filled = 0;
    let mut length = None;
    while length.is_none_or(|length| filled < length) {
        let count = connection.read(&mut buffer[filled..]).await.unwrap();
        assert!(count > 0, "the connection has ended");
        filled += count;
        if length.is_none() {
            length = whole_length(&buffer[..filled]);
        }
    }
    buffer.starts_with(b"HTTP/1.1 200 ")
}

/// The length of a response with head and body. `None` until the head is complete.
fn whole_length(response: &[u8]) -> Option<usize> {
    let end = response
        .windows(4)
        .position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&response[..end]).unwrap();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    Some(end + 4 + length.unwrap().parse::<usize>().unwrap())
}

/// Registers the citizens, and returns their signed-in clients.
async fn register_citizens(address: SocketAddr, data: &Path) -> Vec<TestClient> {
    let mut citizens = Vec::new();
    for number in 0..CITIZENS {
        let client = connect_client(address, &client_ip(number)).await;
        let citizen_id = format!("045190{number:06}");
        let challenge = client
            .start_registration("Nguyễn Thị Lan", &citizen_id, &phone(number))
            .await;
        let messages = std::fs::read_to_string(data.join("messages.jsonl")).unwrap();
        let code = messages.rsplit('#').next().unwrap();
        let outcome = client.submit_code(&challenge.id, &code[..6]).await;
        assert_eq!(outcome.json::<CodeOutcome>(), CodeOutcome::SetPassword);
        let response = client.set_password(&challenge.id, PASSWORD).await;
        response.json::<Session>();
        citizens.push(client);
    }
    citizens
}

/// Uploads a large photo to a new draft.
async fn upload(citizen: &TestClient) -> Timed {
    let draft = citizen.create_draft(BIRTH).await;
    let photo = photo("file-0001", UPLOAD_BYTES);
    let created = citizen.create_upload(&draft.id, &photo).await;
    let id = upload_id(&created);
    let started = Instant::now();
    let sent = citizen.send_chunk(&id, 0, photo.bytes.into()).await;
    (started.elapsed(), sent.status == 204)
}

fn phone(number: usize) -> String {
    format!("09123{number:05}")
}

fn client_ip(number: usize) -> String {
    format!("203.0.{}.{}", number / 250, number % 250)
}

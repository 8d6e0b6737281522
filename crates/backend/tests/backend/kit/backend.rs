//! A backend in a temporary folder with a stopped clock, and the accounts that the tests use.

use std::path::Path;
use std::time::Duration;

use backend::clock::Clock;
use backend::config::{Config, PasswordCost};
use backend::data::Data;
use backend::state::AppState;
use contract::challenge::{Challenge, CodeOutcome};
use contract::session::Session;
use tempfile::TempDir;

use super::{PASSWORD, TestClient};

/// The time at which the clock of every test starts: Sunday 2026-11-22, 08:20 in Vietnam, in Unix seconds.
const START_TIME: i64 = 1_795_310_400;
/// How long a test waits for something that the backend does after its response.
const WAIT_LIMIT: Duration = Duration::from_secs(20);

/// A running backend.
pub(crate) struct TestBackend {
    /// The state of the app, for the steps that only an operator can take.
    pub(crate) state: AppState,
    dir: TempDir,
}

impl TestBackend {
    /// Starts a demo backend. Password hashes are cheap and cookies work over plain http.
    pub(crate) fn start() -> TestBackend {
        TestBackend::start_with(|config| config.demo = true)
    }

    /// Starts a backend after `configure` has changed its configuration.
    pub(crate) fn start_with(configure: impl FnOnce(&mut Config)) -> TestBackend {
        TestBackend::start_with_data(Data::load().unwrap(), configure)
    }

    /// Starts a backend that serves this data.
    pub(crate) fn start_with_data(data: Data, configure: impl FnOnce(&mut Config)) -> TestBackend {
        let dir = TempDir::new().unwrap();
        let mut config = Config {
            secure_cookies: false,
            password_cost: PasswordCost {
                memory_kib: 8,
                passes: 1,
            },
            ..Config::default()
        };
        configure(&mut config);
        let clock = Clock::fixed_at(START_TIME);
        let state = AppState::open(dir.path(), data, config, clock).unwrap();
        TestBackend { state, dir }
    }

    /// Stops the backend and starts it again. Only what is on disk survives.
    pub(crate) fn restart(self) -> TestBackend {
        self.restart_with_data(Data::load().unwrap())
    }

    /// Restarts the backend with other data.
    pub(crate) fn restart_with_data(self, data: Data) -> TestBackend {
        let TestBackend { state, dir } = self;
        let (config, clock) = ((*state.config).clone(), state.clock.clone());
        drop(state);
        let state = AppState::open(dir.path(), data, config, clock).unwrap();
        TestBackend { state, dir }
    }

    /// The backend's data folder.
    pub(crate) fn data_dir(&self) -> &Path {
        self.dir.path()
    }

    /// A client that isn't signed in.
    pub(crate) fn client(&self) -> TestClient {
        TestClient::new(backend::app(self.state.clone()))
    }

    /// Registers a citizen and returns the signed-in client.
    pub(crate) async fn register_citizen(
        &self,
        name: &str,
        citizen_id: &str,
        phone: &str,
    ) -> TestClient {
        let client = self.client();
        let challenge = client.start_registration(name, citizen_id, phone).await;
        let code = self.last_code(phone).await;
        let outcome: CodeOutcome = client.submit_code(&challenge.id, &code).await.json();
        assert_eq!(outcome, CodeOutcome::SetPassword);
        let _: Session = client.set_password(&challenge.id, PASSWORD).await.json();
        client
    }

    /// Registers Nguyễn Thị Lan, the citizen whom most tests are about.
    pub(crate) async fn register_lan(&self) -> TestClient {
        self.register_citizen("Nguyễn Thị Lan", "045190000001", "0912345678")
            .await
    }

    /// Registers Trần Văn Bình, who must not see Lan's data.
    pub(crate) async fn register_binh(&self) -> TestClient {
        self.register_citizen("Trần Văn Bình", "045090000002", "0987654321")
            .await
    }

    /// Signs in from a new client, by phone, password and code.
    pub(crate) async fn sign_in(&self, phone: &str) -> TestClient {
        self.sign_in_with_headers(phone, &[]).await.0
    }

    /// Signs in from a new client that sends these headers with each request.
    pub(crate) async fn sign_in_with_headers(
        &self,
        phone: &str,
        headers: &[(&'static str, &str)],
    ) -> (TestClient, Session) {
        let client = self.client();
        for (name, value) in headers {
            client.set_header(name, value);
        }
        let challenge: Challenge = client.post_sign_in(phone, PASSWORD).await.json();
        let code = self.last_code(phone).await;
        let response = client.submit_code(&challenge.id, &code).await;
        let CodeOutcome::SignedIn { session } = response.json() else {
            panic!("{}", response.text());
        };
        (client, session)
    }

    /// All text messages sent to a phone, oldest first.
    pub(crate) async fn messages(&self, phone: &str) -> Vec<String> {
        let phone = phone.to_owned();
        let query = self.state.store.run(move |transaction| {
            let mut statement =
                transaction.prepare("SELECT text FROM messages WHERE phone = ?1 ORDER BY id")?;
            let texts = statement.query_map([phone], |row| row.get(0))?;
            Ok(texts.collect::<Result<Vec<String>, _>>()?)
        });
        query.await.unwrap()
    }

    /// Waits until at least `count` messages were sent to a phone, and returns them, oldest first. The backend sends
    /// some messages after its response.
    pub(crate) async fn wait_for_messages(&self, phone: &str, count: usize) -> Vec<String> {
        let poll = async {
            loop {
                let messages = self.messages(phone).await;
                if messages.len() >= count {
                    return messages;
                }
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(WAIT_LIMIT, poll)
            .await
            .expect("the backend sends the expected number of messages")
    }

    /// The one-time code in the last message to a phone.
    pub(crate) async fn last_code(&self, phone: &str) -> String {
        let messages = self.messages(phone).await;
        let last = messages.last().expect("a message was sent");
        last.rsplit('#').next().unwrap().to_owned()
    }

    /// Waits until at least `count` messages were sent to a phone, and returns the code in the last one.
    pub(crate) async fn wait_for_code(&self, phone: &str, count: usize) -> String {
        self.wait_for_messages(phone, count).await;
        self.last_code(phone).await
    }

    /// Moves the clock forward, or backward if `seconds` is negative.
    pub(crate) fn advance_clock(&self, seconds: i64) {
        self.state.clock.forward(seconds);
    }

    /// The number of rows in a table. `table` may end in a `WHERE` clause.
    pub(crate) async fn count_rows(&self, table: &'static str) -> u32 {
        let count = self.state.store.run(move |transaction| {
            let sql = format!("SELECT count(*) FROM {table}");
            Ok(transaction.query_row(&sql, [], |row| row.get(0))?)
        });
        count.await.unwrap()
    }

    /// The number of attachments on disk.
    pub(crate) fn files_on_disk(&self) -> usize {
        std::fs::read_dir(&self.state.files_dir).unwrap().count()
    }

    /// Overwrites an attachment on disk, as a failing disk might.
    pub(crate) fn overwrite_file(&self, attachment: &str, bytes: &[u8]) {
        std::fs::write(self.state.files_dir.join(attachment), bytes).unwrap();
    }

    /// Waits until the backend has recorded the first bytes of an upload, and returns the offset.
    pub(crate) async fn wait_for_offset(&self, client: &TestClient, upload: &str) -> u64 {
        let poll = async {
            loop {
                let head = client.head_upload(upload).await;
                let offset: u64 = head.header("upload-offset").unwrap().parse().unwrap();
                if offset > 0 {
                    return offset;
                }
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(WAIT_LIMIT, poll)
            .await
            .expect("the backend records the bytes it received")
    }
}

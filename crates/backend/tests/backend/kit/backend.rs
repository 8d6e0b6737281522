//! A backend in a temporary folder with a stopped clock, and the accounts of Lan and Bình, which most tests use.

use std::path::Path;
use std::time::Duration;

use backend::clock::Clock;
use backend::config::{Config, PasswordCost};
use backend::data::Data;
use backend::state::AppState;
use backend::store::housekeeping;
use contract::challenge::{Challenge, CodeOutcome};
use contract::session::Session;
use tempfile::TempDir;

use super::{PASSWORD, TestClient};

/// The time at which the clock of every test starts: Sunday 2026-11-22, 08:20 in Vietnam, in Unix seconds.
const START_TIME: i64 = 1_795_310_400;
/// The longest time that a test waits for work that the backend does after it has sent its response.
const WAIT_LIMIT: Duration = Duration::from_secs(20);

/// A running backend, whose clock moves only when the test calls `advance_clock`.
pub(crate) struct TestBackend {
    /// The backend's state. A test uses it for steps that only an operator can take, such as reading the database.
    pub(crate) state: AppState,
    dir: TempDir,
}

impl TestBackend {
    /// Starts a backend in demo mode. Its password hashes are cheap, so that tests are fast, and its cookies work over
    /// plain http.
    pub(crate) fn start() -> TestBackend {
        TestBackend::start_with(|config| config.demo = true)
    }

    /// Starts a backend. `configure` may change its configuration before the start.
    pub(crate) fn start_with(configure: impl FnOnce(&mut Config)) -> TestBackend {
        TestBackend::start_with_data(Data::load().unwrap(), configure)
    }

    /// Starts a backend that serves `data` instead of the embedded data.
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

    /// Stops the backend and starts it again with the same data folder. Everything that was only in memory is lost.
    pub(crate) fn restart(self) -> TestBackend {
        self.restart_with_data(Data::load().unwrap())
    }

    /// Restarts the backend with the same data folder, and lets it serve `data` afterwards.
    pub(crate) fn restart_with_data(self, data: Data) -> TestBackend {
        let TestBackend { state, dir } = self;
        let (config, clock) = ((*state.config).clone(), state.clock.clone());
        drop(state);
        let state = AppState::open(dir.path(), data, config, clock).unwrap();
        TestBackend { state, dir }
    }

    /// The folder in which the backend stores its database and files.
    pub(crate) fn data_dir(&self) -> &Path {
        self.dir.path()
    }

    /// A new client that isn't signed in.
    pub(crate) fn client(&self) -> TestClient {
        TestClient::new(backend::app(self.state.clone()))
    }

    /// Registers a citizen and returns a client that is signed in as this citizen.
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

    /// Registers Nguyễn Thị Lan, who is the citizen in most tests. Returns a client with their session.
    pub(crate) async fn register_lan(&self) -> TestClient {
        self.register_citizen("Nguyễn Thị Lan", "045190000001", "0912345678")
            .await
    }

    /// Registers Trần Văn Bình, the other citizen, who must not see Lan's data. Returns a client with
    /// their session.
    pub(crate) async fn register_binh(&self) -> TestClient {
        self.register_citizen("Trần Văn Bình", "045090000002", "0987654321")
            .await
    }

    /// Signs in with phone, password and one-time code, and returns the new client.
    pub(crate) async fn sign_in(&self, phone: &str) -> TestClient {
        self.sign_in_with_headers(phone, &[]).await.0
    }

    /// Signs in with phone, password and one-time code. The new client sends `headers` with each request.
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

    /// All text messages that were sent to a phone number, oldest first.
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

    /// Waits until at least `count` text messages were sent to a phone number, because the backend sends some messages
    /// after its response. Returns all messages to that number, oldest first.
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

    /// The one-time code in the latest text message to a phone number.
    pub(crate) async fn last_code(&self, phone: &str) -> String {
        let messages = self.messages(phone).await;
        let last = messages.last().expect("a message was sent");
        last.rsplit('#').next().unwrap().to_owned()
    }

    /// Waits until at least `count` text messages were sent to a phone number. Returns the one-time code in the latest
    /// message.
    pub(crate) async fn wait_for_code(&self, phone: &str, count: usize) -> String {
        self.wait_for_messages(phone, count).await;
        self.last_code(phone).await
    }

    /// All e-mails that were sent to an address, oldest first.
    pub(crate) async fn emails(&self, address: &str) -> Vec<String> {
        let address = address.to_owned();
        let query = self.state.store.run(move |transaction| {
            let mut emails =
                transaction.prepare("SELECT text FROM emails WHERE address = ?1 ORDER BY id")?;
            let texts = emails.query_map([address], |row| row.get(0))?;
            Ok(texts.collect::<Result<Vec<String>, _>>()?)
        });
        query.await.unwrap()
    }

    /// The one-time code in the latest e-mail to an address.
    pub(crate) async fn last_email_code(&self, address: &str) -> String {
        let last = self.emails(address).await.pop().unwrap();
        let is_code = |word: &&str| word.len() == 6 && word.parse::<u32>().is_ok();
        last.split_whitespace().find(is_code).unwrap().to_owned()
    }

    /// Moves the backend's clock forward by `seconds`, or backward if `seconds` is negative.
    pub(crate) fn advance_clock(&self, seconds: i64) {
        self.state.clock.forward(seconds);
    }

    /// Moves the clock forward day by day, as it moves while the backend runs.
    pub(crate) async fn pass_days(&self, days: usize) {
        for _ in 0..days {
            self.advance_clock(24 * 3600);
            self.run_housekeeping().await;
        }
    }

    /// Deletes what is kept no longer, as the backend program does every hour.
    pub(crate) async fn run_housekeeping(&self) {
        let AppState {
            store,
            files_dir,
            clock,
            ..
        } = &self.state;
        housekeeping::run_once(store, files_dir, clock)
            .await
            .unwrap();
    }

    /// The number of rows in a table. `table` may end in a `WHERE` clause.
    pub(crate) async fn count_rows(&self, table: &'static str) -> u32 {
        let count = self.state.store.run(move |transaction| {
            let sql = format!("SELECT count(*) FROM {table}");
            Ok(transaction.query_row(&sql, [], |row| row.get(0))?)
        });
        count.await.unwrap()
    }

    /// The number of attachment files in the backend's data folder.
    pub(crate) fn files_on_disk(&self) -> usize {
        std::fs::read_dir(&self.state.files_dir).unwrap().count()
    }

    /// Overwrites an attachment file with other bytes, as a failing disk might do.
    pub(crate) fn overwrite_file(&self, attachment: &str, bytes: &[u8]) {
        std::fs::write(self.state.files_dir.join(attachment), bytes).unwrap();
    }

    /// Waits until the backend has stored the first bytes of an upload. Returns the number of bytes stored so far.
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

//! A backend in a temporary folder with a clock that stands still, and visitors who keep a cookie as a
//! browser would. Nothing here may reach behind `app()` except for what only an operator could do: move
//! the clock, read a message, choose a configuration.

mod answer;
mod device;
mod visitor;
pub(crate) mod provider;
pub(crate) mod filing;
pub(crate) mod group;
pub(crate) mod officer;
pub(crate) mod operation;

use backend::clock::Clock;
use backend::config::{Config, PasswordCost};
use backend::data::Data;
use backend::state::AppState;
use contract::account::{AccountKind, Registration, SignIn};
use contract::challenge::{Challenge, CodeAnswer, CodeOutcome, NewPassword};
use contract::consent::ConsentGiven;
use contract::endpoints;
use contract::session::Session;
use tempfile::TempDir;

pub(crate) use answer::Answer;
pub(crate) use visitor::Visitor;

/// 2026-11-22, a Sunday, at 08:20 in Vietnam.
pub(crate) const A_SUNDAY_MORNING: i64 = 1_795_310_400;
/// The password of every account here.
pub(crate) const PASSWORD: &str = "một mật khẩu dài";

/// A running backend.
pub(crate) struct Backend {
    /// Its state, for what only an operator can do.
    pub(crate) state: AppState,
    dir: TempDir,
}

impl Backend {
    /// A demonstration backend with cheap passwords and plain-http cookies.
    pub(crate) fn start() -> Backend {
        Backend::start_with(|config| config.demo = true)
    }

    /// A backend whose configuration `choose` may change.
    pub(crate) fn start_with(choose: impl FnOnce(&mut Config)) -> Backend {
        Backend::start_of(Data::load().unwrap(), choose)
    }

    /// A backend of this data.
    pub(crate) fn start_of(data: Data, choose: impl FnOnce(&mut Config)) -> Backend {
        let dir = TempDir::new().unwrap();
        let mut config = Config {
            secure_cookies: false,
            password_cost: PasswordCost {
                memory_kib: 8,
                passes: 1,
            },
            ..Config::default()
        };
        choose(&mut config);
        let clock = Clock::standing_at(A_SUNDAY_MORNING);
        let state = AppState::open(dir.path(), data, config, clock).unwrap();
        Backend { state, dir }
    }

    /// The same backend after its process was stopped and begun again: only what is on disk is left.
    pub(crate) fn restart(self) -> Backend {
        self.restart_with(Data::load().unwrap())
    }

    /// The same after its data was changed, too.
    pub(crate) fn restart_with(self, data: Data) -> Backend {
        let Backend { state, dir } = self;
        let (config, clock) = ((*state.config).clone(), state.clock.clone());
        drop(state);
        let state = AppState::open(dir.path(), data, config, clock).unwrap();
        Backend { state, dir }
    }

    /// Where it keeps what it keeps.
    pub(crate) fn dir(&self) -> &std::path::Path {
        self.dir.path()
    }

    /// Somebody who isn't signed in.
    pub(crate) fn visitor(&self) -> Visitor {
        Visitor::of(backend::app(self.state.clone()))
    }

    /// A registered, signed-in citizen.
    pub(crate) async fn citizen(&self, name: &str, citizen_id: &str, phone: &str) -> Visitor {
        let visitor = self.visitor();
        let challenge = visitor.register(name, citizen_id, phone).await;
        let code = self.last_code(phone).await;
        let outcome: CodeOutcome = visitor.answer(&challenge.id, &code).await.body();
        assert_eq!(outcome, CodeOutcome::SetPassword);
        let _: Session = visitor
            .choose_password(&challenge.id, PASSWORD)
            .await
            .body();
        visitor
    }

    /// Nguyễn Thị Lan, who owns what the test is about.
    pub(crate) async fn lan(&self) -> Visitor {
        self.citizen("Nguyễn Thị Lan", "045190000001", "0912345678")
            .await
    }

    /// Trần Văn Bình, who must not see what is Lan's.
    pub(crate) async fn binh(&self) -> Visitor {
        self.citizen("Trần Văn Bình", "045090000002", "0987654321")
            .await
    }

    /// Every text message sent to a phone, the oldest first.
    pub(crate) async fn messages(&self, phone: &str) -> Vec<String> {
        let phone = phone.to_owned();
        let read = self.state.store.run(move |transaction| {
            let mut statement =
                transaction.prepare("SELECT text FROM messages WHERE phone = ?1 ORDER BY id")?;
            let texts = statement.query_map([phone], |row| row.get(0))?;
            Ok(texts.collect::<Result<Vec<String>, _>>()?)
        });
        read.await.unwrap()
    }

    /// Every text message to a phone, once there are so many: some are sent after the answer.
    pub(crate) async fn messages_once(&self, phone: &str, many: usize) -> Vec<String> {
        let asking = async {
            loop {
                let messages = self.messages(phone).await;
                if messages.len() >= many {
                    return messages;
                }
                tokio::task::yield_now().await;
            }
        };
        let limit = std::time::Duration::from_secs(20);
        tokio::time::timeout(limit, asking)
            .await
            .expect("so many messages are sent")
    }

    /// The code in the last message to a phone.
    pub(crate) async fn last_code(&self, phone: &str) -> String {
        let messages = self.messages(phone).await;
        let last = messages.last().expect("a message was sent");
        last.rsplit('#').next().unwrap().to_owned()
    }

    /// The last code sent to a phone, once there have been so many messages.
    pub(crate) async fn code_once(&self, phone: &str, many: usize) -> String {
        self.messages_once(phone, many).await;
        self.last_code(phone).await
    }

    /// Somebody who signs in with a password and the code from this phone.
    pub(crate) async fn signed_in(&self, identifier: &str, phone: &str) -> Visitor {
        let visitor = self.visitor();
        let challenge: Challenge = visitor.sign_in(identifier, PASSWORD).await.body();
        let code = self.last_code(phone).await;
        let outcome: CodeOutcome = visitor.answer(&challenge.id, &code).await.body();
        assert!(matches!(outcome, CodeOutcome::SignedIn { .. }));
        visitor
    }

    /// Lets the time go by.
    pub(crate) fn wait(&self, seconds: i64) {
        self.state.clock.forward(seconds);
    }
}

/// A consent to every purpose, in the version that is asked for.
pub(crate) fn consents() -> Vec<ConsentGiven> {
    let given = |key: &str| ConsentGiven {
        purpose: key.to_owned(),
        version: 1,
    };
    ["file_dossiers", "reuse_answers", "progress_messages"]
        .map(given)
        .to_vec()
}

impl Visitor {
    /// Who the backend says this is; a guest is nobody.
    pub(crate) async fn session(&self) -> Option<Session> {
        self.call(&endpoints::GET_SESSION, &[]).await.body()
    }

    /// Sends the registration slip.
    pub(crate) async fn register(&self, name: &str, citizen_id: &str, phone: &str) -> Challenge {
        let slip = Registration {
            name: name.to_owned(),
            citizen_id: citizen_id.to_owned(),
            birth_date: None,
            phone: phone.to_owned(),
            organisation: None,
            consents: consents(),
        };
        self.post(&endpoints::POST_REGISTRATION, &[], &slip)
            .await
            .body()
    }

    /// Sends identifier and password.
    pub(crate) async fn sign_in(&self, identifier: &str, password: &str) -> Answer {
        let sign_in = SignIn {
            kind: AccountKind::Citizen,
            identifier: identifier.to_owned(),
            password: password.to_owned(),
        };
        self.post(&endpoints::POST_SIGN_IN, &[], &sign_in).await
    }

    /// Answers a challenge.
    pub(crate) async fn answer(&self, challenge: &str, code: &str) -> Answer {
        let answer = CodeAnswer {
            code: code.to_owned(),
        };
        self.post(&endpoints::POST_CODE, &[challenge], &answer)
            .await
    }

    /// Sets the password of a registration.
    pub(crate) async fn choose_password(&self, challenge: &str, password: &str) -> Answer {
        let password = NewPassword {
            password: password.to_owned(),
        };
        self.post(&endpoints::POST_PASSWORD, &[challenge], &password)
            .await
    }
}

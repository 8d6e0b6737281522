//! The state that all handlers share.

use std::path::Path;
use std::sync::Arc;

use axum::extract::FromRef;
use contract::notice::NoticeChannel;

use crate::auth::oidc::{IdentityProviders, ProviderSettingsError};
use crate::auth::password::Passwords;
use crate::auth::secret::Secret;
use crate::change_events::ChangeEvents;
use crate::clock::Clock;
use crate::config::Config;
use crate::data::Data;
use crate::http::client_ip::ClientIp;
use crate::messages::{DemoEmailGateway, DemoGateway, Emails, FileGateway, Messages};
use crate::payments::gateway::PaymentGateway;
use crate::published::PublicDocuments;
use crate::refusal::Refusal;
use crate::store::database::{Store, StoreError};
use crate::store::private_files::{self, PrivateFilesError};
use crate::store::rate_limit::RateLimit;
use crate::store::upload_locks::UploadLocks;

/// State of a running backend. A clone is cheap and shares all data with the original.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub store: Store,
    /// Reference data: procedures, forms and places. It doesn't change while the backend runs.
    pub data: Arc<Data>,
    /// The operator's configuration.
    pub config: Arc<Config>,
    /// The clock. All code reads the time from this clock.
    pub clock: Clock,
    /// Folder of the attached files. Each file has a random name.
    pub files_dir: Arc<Path>,
    /// Sends text messages through the configured gateway.
    pub messages: Messages,
    /// Creates and checks online payments. `None` if fees can't be paid online.
    pub payment_gateway: Option<PaymentGateway>,
    /// Sends e-mails through the configured gateway, if there is one.
    pub emails: Emails,
    /// Sends Zalo messages through the configured gateway. `None` if there is none.
    pub zalo: Option<Messages>,
    /// Tells open event streams and the outbox what has changed.
    pub(crate) events: ChangeEvents,
    /// Hashes and verifies passwords.
    pub passwords: Passwords,
    /// The configured identity providers.
    pub identity_providers: IdentityProviders,
    /// The key with which codes, identifiers and IP addresses are hashed.
    pub secret: Secret,
    /// The public documents. Each is serialised and compressed at its first request.
    pub published: Arc<PublicDocuments>,
    /// Locks of the uploads. A request holds the lock of an upload while it writes to that upload.
    pub upload_locks: UploadLocks,
}

impl AppState {
    /// Opens the database and the other files in `dir`, or creates them.
    ///
    /// In a demonstration, all messages are shown on `/demo`. Otherwise text messages are appended to `messages.jsonl`
    /// in
    /// `dir`, unless the caller replaces `messages`, and no e-mails or Zalo messages are sent, unless the caller sets
    /// `emails` and `zalo`.
    pub fn open(
        dir: &Path,
        data: Data,
        config: Config,
        clock: Clock,
    ) -> Result<AppState, OpenError> {
        std::fs::create_dir_all(dir)?;
        if is_served(dir, config.app_dir.as_deref())? {
            return Err(OpenError::ServedFolder);
        }
        let files_dir = private_files::prepare_data_folder(dir)?;
        let store = Store::open(&dir.join(private_files::DATABASE))?;
        store.mark(config.demo)?;
        let (messages, emails, zalo) = if config.demo {
            let gateway = |channel| Messages::through(DemoGateway::new(store.clone(), channel));
            (
                gateway(NoticeChannel::Sms),
                Emails::through(DemoEmailGateway::new(store.clone())),
                Some(gateway(NoticeChannel::Zalo)),
            )
        } else {
            let file = FileGateway::new(dir.join("messages.jsonl"));
            (Messages::through(file), Emails::default(), None)
        };
        let passwords =
            Passwords::new(config.password_cost).map_err(|_: Refusal| OpenError::PasswordCost)?;
        let identity_providers = IdentityProviders::load(config.identity_providers.as_deref())?;
        let data = Arc::new(data);
        let published = PublicDocuments::new(data.clone(), &config, &identity_providers);
        Ok(AppState {
            store,
            data,
            config: Arc::new(config),
            clock,
            files_dir: files_dir.into(),
            messages,
            payment_gateway: None,
            emails,
            zalo,
            events: ChangeEvents::default(),
            passwords,
            identity_providers,
            secret: Secret::open(&dir.join("secret"))?,
            published: Arc::new(published),
            upload_locks: UploadLocks::default(),
        })
    }

    /// Ends all open event streams. The program calls it when it stops: a response that never ends would delay the
    /// stop.
    pub fn end_event_streams(&self) {
        self.events.announce_stop();
    }

    /// The counts of a client's attempts, each with its limit: one for the client itself, and for an IPv6 client one
    /// for each larger network that contains it. `purpose` and `parts` say what is attempted.
    pub(crate) fn client_limits(
        &self,
        purpose: &str,
        parts: &[&str],
        client_ip: &ClientIp,
        limit: RateLimit,
    ) -> Vec<([u8; 32], RateLimit)> {
        let groups = client_ip.groups().iter();
        groups
            .map(|group| {
                let hashed: Vec<&str> =
                    parts.iter().copied().chain([group.name.as_str()]).collect();
                let of_group = RateLimit {
                    max: limit.max.saturating_mul(group.multiple),
                    is_shared: limit.is_shared || group.multiple > 1,
                    ..limit
                };
                (self.secret.hash(purpose, &hashed), of_group)
            })
            .collect()
    }
}

/// Whether the folder `dir` is in the folder of the built app, so that anybody could request its files.
fn is_served(dir: &Path, app_dir: Option<&Path>) -> std::io::Result<bool> {
    let dir = dir.canonicalize()?;
    let app_dir = app_dir.and_then(|app_dir| app_dir.canonicalize().ok());
    Ok(app_dir.is_some_and(|app_dir| dir.starts_with(app_dir)))
}

impl FromRef<AppState> for Arc<Config> {
    fn from_ref(state: &AppState) -> Arc<Config> {
        state.config.clone()
    }
}

impl FromRef<AppState> for Store {
    fn from_ref(state: &AppState) -> Store {
        state.store.clone()
    }
}

impl FromRef<AppState> for Clock {
    fn from_ref(state: &AppState) -> Clock {
        state.clock.clone()
    }
}

impl FromRef<AppState> for Arc<PublicDocuments> {
    fn from_ref(state: &AppState) -> Arc<PublicDocuments> {
        state.published.clone()
    }
}

/// Why the state can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The data folder or the secret key can't be created, read or written.
    #[error("the data folder can't be used: {0}")]
    Folder(#[from] std::io::Error),
    /// The data folder isn't private.
    #[error(transparent)]
    NotPrivate(#[from] PrivateFilesError),
    /// The data folder is in the folder of the built app, whose files everybody may request.
    #[error(
        "the data folder is in the folder of the app, so everybody could read it; choose another"
    )]
    ServedFolder,
    /// The database can't be opened or migrated.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file of identity providers is invalid.
    #[error(transparent)]
    IdentityProviders(#[from] ProviderSettingsError),
    /// Argon2 doesn't support the configured cost of password hashes.
    #[error("the cost of password hashes is out of bounds")]
    PasswordCost,
}

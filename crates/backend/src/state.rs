//! What every handler may reach.

use std::path::Path;
use std::sync::Arc;

use axum::extract::FromRef;

use crate::auth::oidc::{IdentityProviders, ProviderSettingsError};
use crate::auth::password::Passwords;
use crate::auth::secret::Secret;
use crate::clock::Clock;
use crate::config::Config;
use crate::data::Data;
use crate::messages::{DemoGateway, FileGateway, Messages};
use crate::published::PublicDocuments;
use crate::refusal::Refusal;
use crate::store::database::{Store, StoreError};
use crate::store::upload_locks::UploadLocks;

/// The state of one running backend; cheap to clone.
#[derive(Clone)]
pub struct AppState {
    /// Accounts, drafts, dossiers.
    pub store: Store,
    /// Procedures, forms and places; never changes while running.
    pub data: Arc<Data>,
    /// The operator's choices.
    pub config: Arc<Config>,
    /// The time.
    pub clock: Clock,
    /// Where attached files are kept, under random names.
    pub files_dir: Arc<Path>,
    /// Sends text messages.
    pub messages: Messages,
    /// Makes and checks password hashes.
    pub passwords: Passwords,
    /// The identity providers.
    pub identity_providers: IdentityProviders,
    /// The backend's own key.
    pub secret: Secret,
    /// Public documents, ready to be sent.
    pub published: Arc<PublicDocuments>,
    /// Which uploads are being written to.
    pub upload_locks: UploadLocks,
}

impl AppState {
    /// Opens what is kept in `dir`, or begins it there. Messages go to `/demo` in a demonstration, and to
    /// the file `messages.jsonl` otherwise.
    pub fn open(
        dir: &Path,
        data: Data,
        config: Config,
        clock: Clock,
    ) -> Result<AppState, OpenError> {
        let files_dir = dir.join("files");
        std::fs::create_dir_all(&files_dir)?;
        let store = Store::open(&dir.join("motcua.sqlite"))?;
        let messages = if config.demo {
            Messages::through(DemoGateway::new(store.clone()))
        } else {
            Messages::through(FileGateway::new(dir.join("messages.jsonl")))
        };
        let passwords =
            Passwords::new(config.password_cost).map_err(|_: Refusal| OpenError::PasswordCost)?;
        let identity_providers = IdentityProviders::load(config.identity_providers.as_deref())?;
        let published = PublicDocuments::build(&data, &config, &identity_providers)
            .map_err(OpenError::Documents)?;
        Ok(AppState {
            store,
            data: Arc::new(data),
            config: Arc::new(config),
            clock,
            files_dir: files_dir.into(),
            messages,
            passwords,
            identity_providers,
            secret: Secret::open(&dir.join("secret"))?,
            published: Arc::new(published),
            upload_locks: UploadLocks::default(),
        })
    }
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

/// Why a backend can't begin.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder can't be used.
    #[error("the data folder can't be used: {0}")]
    Folder(#[from] std::io::Error),
    /// A public document can't be serialised.
    #[error("a public document can't be serialised: {0}")]
    Documents(std::io::Error),
    /// The database can't be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The identity providers can't be used.
    #[error(transparent)]
    IdentityProviders(#[from] ProviderSettingsError),
    /// Argon2 refuses the cost.
    #[error("the cost of password hashes is out of bounds")]
    PasswordCost,
}

//! What every handler may reach.

use std::path::Path;
use std::sync::Arc;

use crate::accounts::Passwords;
use crate::clock::Clock;
use crate::config::Config;
use crate::data::Data;
use crate::messages::Messages;
use crate::secret::Secret;
use crate::store::Store;
use crate::uploads::Writers;

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
    /// The backend's own key.
    pub secret: Secret,
    /// Which uploads are being written to.
    pub writers: Writers,
}

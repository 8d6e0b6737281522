//! What all uploads of a visit share.

use crate::api::Api;
use crate::browser::upload_turns::UploadTurns;
use crate::journey::filing::draft::OpenDrafts;

/// The queues of the uploads: one file after another is checked, and one after another is sent.
#[derive(Clone, Default)]
pub(super) struct UploadQueues {
    /// The turns to check a file. A whole file is in memory during the check.
    pub(super) checks: UploadTurns,
    /// The turns to send a file.
    pub(super) sends: UploadTurns,
}

/// What every upload gets when it is created.
pub(super) struct UploadContext {
    /// The queues that all uploads share.
    pub(super) queues: UploadQueues,
    /// Client that sends the requests to the backend.
    pub(super) api: Api,
    /// The open drafts. Their attachments are updated while files are uploaded.
    pub(super) drafts: OpenDrafts,
}

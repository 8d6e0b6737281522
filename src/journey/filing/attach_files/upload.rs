//! The upload of one file. The file is checked, hashed and sent; then its hash is compared with the server's SHA-256.
//! An upload belongs to the app, so its signals outlive the page that started it.

use std::rc::Rc;

use contract::attachment::Attachment;
use contract::endpoints::{HEAD_UPLOAD, POST_FILE, POST_UPLOAD};
use contract::portal::UploadLimits;
use domain::file_content::{FileError, check_file_content, check_file_size};
use domain::file_kind::{FileKind, mend_file_name, sanitize_file_name};
use domain::sha256::sha256_hex;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::attachment_sync::{add_attachment, mark_received, remove_attachment};
use super::upload_context::{UploadContext, UploadQueues};
use super::upload_stage::{UploadError, UploadStage};
use crate::api::Api;
use crate::browser::file_slices::{self, File, Preview};
use crate::browser::notify::Notify;
use crate::browser::tus_upload;
use crate::browser::upload_request::UploadControl;
use crate::browser::upload_runner::{self, Outcome, Report, UploadOrder};
use crate::browser::{random_id, unicode};
use crate::journey::filing::draft::OpenDrafts;

/// What is known about a file and its upload.
#[derive(Clone, Debug)]
pub(super) struct UploadInfo {
    /// Id of the draft that the file is attached to.
    pub(super) draft: String,
    /// Code of the component that the file is attached to.
    pub(super) component: String,
    /// Size of the file in bytes.
    pub(super) size: u64,
    /// Random id of the file, generated on this device. The server creates at most one upload for each id, so a
    /// repeated request doesn't create a second upload.
    file_id: String,
    /// The id that the server gave the upload; `None` until the server has created it.
    pub(super) id: Option<String>,
}

/// The upload of one file. All copies share one state.
#[derive(Clone, Copy)]
pub(super) struct FileUpload {
    /// Number of the upload, unique since the app was loaded.
    pub(super) number: usize,
    /// The stage that the upload has reached.
    pub(super) stage: RwSignal<UploadStage>,
    /// What is known about the file and its upload.
    pub(super) info: StoredValue<UploadInfo>,
    /// File name as it is displayed. The check may give it another extension.
    pub(super) name: RwSignal<String>,
    /// The queues that all uploads share.
    queues: StoredValue<UploadQueues, LocalStorage>,
    /// A preview picture of the file; `None` if the file is not an image.
    pub(super) preview: RwSignal<Option<Preview>, LocalStorage>,
    /// The file as the browser provides it.
    file: StoredValue<File, LocalStorage>,
    /// Stops the running upload, or ends its wait for the connection.
    hand: StoredValue<UploadControl, LocalStorage>,
    /// Notified when the stage changes, and when the server has returned the upload's id.
    progress: StoredValue<Rc<Notify>, LocalStorage>,
    /// Client for requests to the backend. It provides the authorization of the upload requests.
    api: Api,
    /// The open drafts. Their attachments are updated while files are uploaded.
    drafts: OpenDrafts,
}

impl FileUpload {
    /// Creates the upload of a file that was just chosen, and doesn't start it yet. `to_resume` is the attachment of
    /// an earlier, unfinished upload that may be of the same file, and that this upload tries to resume.
    pub(super) fn new(
        number: usize,
        draft: &str,
        component: &str,
        file: File,
        to_resume: Option<&Attachment>,
        context: UploadContext,
    ) -> FileUpload {
        let info = UploadInfo {
            draft: draft.to_owned(),
            component: component.to_owned(),
            size: file_slices::size(&file),
            file_id: random_id::generate(),
            id: to_resume.map(|attachment| attachment.id.clone()),
        };
        FileUpload {
            number,
            stage: RwSignal::new(UploadStage::Queued(0)),
            info: StoredValue::new(info),
            name: RwSignal::new(file_name(&file)),
            queues: StoredValue::new_local(context.queues),
            preview: RwSignal::new_local(None),
            file: StoredValue::new_local(file),
            hand: StoredValue::new_local(UploadControl::default()),
            progress: StoredValue::new_local(Rc::default()),
            api: context.api,
            drafts: context.drafts,
        }
    }

    /// Checks the file on this device and uploads it.
    pub(super) fn start(self, limits: UploadLimits) {
        let hand = UploadControl::new(self.queues.get_value().sends);
        self.hand.set_value(hand.clone());
        self.set_stage(UploadStage::Queued(0));
        let limits_again = limits.clone();
        spawn_local(async move {
            let stage = match self.check_and_send(limits, hand.clone()).await {
                Some(stage) if !hand.is_stopped() => stage,
                _ => return,
            };
            self.set_stage(stage);
            let signed_out = UploadStage::Failed(UploadError::SignedOut);
            // While this task waited for the session to be renewed, `Uploads` may have restarted the upload already.
            if stage == signed_out
                && self.api.reauthenticate().await
                && self.stage.try_get_untracked() == Some(signed_out)
            {
                self.start(limits_again);
            }
        });
    }

    /// Retries a failed upload; the citizen doesn't have to choose the file again. If the upload is waiting until the
    /// device is online again, this wait ends.
    pub(super) fn retry(self, limits: UploadLimits) {
        match self.stage.get_untracked() {
            UploadStage::Interrupted(..) => self.hand.with_value(UploadControl::retry_now),
            UploadStage::Failed(error) => {
                // If the session has ended, the server still has the unfinished upload. After any other failure the
                // server doesn't have it, so the upload starts as a new one.
                if error != UploadError::SignedOut {
                    self.info.update_value(|info| {
                        info.file_id = random_id::generate();
                        info.id = None;
                    });
                }
                self.start(limits);
            }
            UploadStage::Queued(_)
            | UploadStage::Checking
            | UploadStage::Sending(_)
            | UploadStage::Received => {}
        }
    }

    /// Stops the upload. The server keeps the bytes that it has received.
    pub(super) fn stop(self) {
        self.hand.with_value(UploadControl::stop);
        self.queues.with_value(|queues| queues.checks.wake());
        self.preview.try_set(None);
    }

    /// Stops the upload and deletes the uploaded bytes from the server. Returns `false` if the server hasn't confirmed
    /// the deletion.
    pub(super) async fn cancel_and_delete(self) -> bool {
        // The deletion needs the upload's id. While the request that creates the upload is running, only its response
        // will contain that id, so wait for it.
        let is_created = || {
            let has_id = self.info.with_value(|info| info.id.is_some());
            has_id
                || !matches!(
                    self.stage.get_untracked(),
                    UploadStage::Checking | UploadStage::Sending(_)
                )
        };
        let progress = self.progress.get_value();
        progress.wait_for(|| is_created().then_some(())).await;
        self.stop();
        self.delete_from_server().await
    }

    /// Runs the upload until it is complete or has failed. `None` if the upload was stopped.
    async fn check_and_send(
        self,
        limits: UploadLimits,
        hand: UploadControl,
    ) -> Option<UploadStage> {
        let (file, info) = (self.file.get_value(), self.info.get_value());
        let failed = |error| Some(UploadStage::Failed(error));
        let (kind, own_sha256) = match self.check(&file, info.size, &limits, &hand).await? {
            Ok(checked) => checked,
            Err(error) => return failed(error),
        };
        let is_picture = matches!(kind, FileKind::Jpeg | FileKind::Png);
        self.preview
            .try_set(is_picture.then(|| Preview::of(&file)).flatten());
        self.name
            .try_update(|name| *name = mend_file_name(name, kind));
        let order = self.order(file, &info, kind, limits.tus);
        let outcome = upload_runner::run(order, hand, move |report| self.on_report(report)).await;
        match outcome {
            Outcome::Complete(Some(sha256)) if own_sha256 == sha256 => {
                let id = self.info.with_value(|info| info.id.clone());
                mark_received(self.drafts, &info.draft, id.as_deref(), info.size, sha256);
                Some(UploadStage::Received)
            }
            Outcome::Complete(_) => {
                self.delete_from_server().await;
                failed(UploadError::HashMismatch)
            }
            Outcome::GaveUp { reason, response } => {
                let error = UploadError::from_refusal(reason, &response);
                if error != UploadError::SignedOut {
                    self.forget_attachment();
                }
                failed(error)
            }
            Outcome::Unreadable => {
                self.delete_from_server().await;
                failed(UploadError::Unreadable)
            }
            Outcome::Stopped => None,
        }
    }

    /// Checks the file on this device, and computes its SHA-256. `None` if the upload was stopped.
    async fn check(
        self,
        file: &File,
        size: u64,
        limits: &UploadLimits,
        hand: &UploadControl,
    ) -> Option<Result<(FileKind, String), UploadError>> {
        let invalid = |error: FileError| Some(Err(UploadError::Invalid(error)));
        if let Err(error) = check_file_size(size, limits) {
            return invalid(error);
        }
        let checks = self.queues.get_value().checks;
        let _turn = checks.take(self.number, || hand.is_stopped()).await?;
        self.set_stage(UploadStage::Checking);
        let Some(bytes) = file_slices::bytes_before(file, size).await else {
            return Some(Err(UploadError::Unreadable));
        };
        match check_file_content(&bytes, limits) {
            Ok(kind) => Some(Ok((kind, sha256_hex(&bytes)))),
            Err(error) => invalid(error),
        }
    }

    /// Collects what `upload_runner` needs: the URLs, the metadata, the authorization and the file.
    fn order(self, file: File, info: &UploadInfo, kind: FileKind, has_tus: bool) -> UploadOrder {
        UploadOrder {
            number: self.number,
            create_url: self.api.url(&POST_UPLOAD, &[&info.draft]),
            whole_url: (!has_tus).then(|| self.api.url(&POST_FILE, &[&info.draft])),
            started: info.id.clone(),
            uploads_url: self.api.url(&HEAD_UPLOAD, &[""]),
            metadata: vec![
                ("filename", self.name.get_untracked()),
                ("filetype", kind.media_type().to_owned()),
                ("component", info.component.clone()),
                ("file_id", info.file_id.clone()),
            ],
            authorization: self.api.authorization(),
            file,
        }
    }

    /// Handles a progress report of `upload_runner`.
    fn on_report(self, report: Report) {
        match report {
            Report::Queued => self.set_stage(UploadStage::Queued(self.sent_bytes())),
            Report::Resumed => self.set_stage(UploadStage::Sending(self.sent_bytes())),
            Report::Started(id) => self.on_created(id),
            Report::Separated => self.info.update_value(|info| info.id = None),
            Report::Sent(bytes) => {
                // Every chunk that the server accepts restarts the session's idle timeout.
                self.api.record_activity();
                self.set_stage(UploadStage::Sending(bytes));
            }
            Report::Waiting(cause) => {
                self.set_stage(UploadStage::Interrupted(cause, self.sent_bytes()));
            }
        }
    }

    /// The number of bytes that were sent so far.
    fn sent_bytes(self) -> u64 {
        self.stage
            .try_get_untracked()
            .and_then(UploadStage::sent_bytes)
            .unwrap_or(0)
    }

    /// Changes the stage. Wakes [`cancel_and_delete`](Self::cancel_and_delete) if it is waiting for this change.
    fn set_stage(self, stage: UploadStage) {
        self.stage.try_set(stage);
        self.progress.with_value(|progress| progress.notify_all());
    }

    /// Records the id that the server gave the upload, and adds the file to the open draft's attachments.
    fn on_created(self, id: String) {
        self.info.update_value(|info| info.id = Some(id.clone()));
        self.progress.with_value(|progress| progress.notify_all());
        let info = self.info.get_value();
        let attachment = Attachment {
            id,
            component: info.component,
            name: self.name.get_untracked(),
            media_type: self.file.with_value(|file| file.type_()),
            size: info.size,
            received: 0,
            sha256: None,
        };
        add_attachment(self.drafts, &info.draft, attachment);
    }

    /// Removes the file from the open draft's attachments, because the server doesn't have the file.
    fn forget_attachment(self) {
        let mut info = self.info.get_value();
        if let Some(id) = info.id.take() {
            remove_attachment(self.drafts, &info.draft, &id);
        }
        self.info.set_value(info);
    }

    /// Deletes the uploaded bytes from the server. Returns `false` if the server hasn't confirmed the deletion.
    async fn delete_from_server(self) -> bool {
        let Some(id) = self.info.with_value(|info| info.id.clone()) else {
            return true;
        };
        let is_deleted =
            tus_upload::delete_upload(self.api.url(&HEAD_UPLOAD, &[&id]), self.api.authorization())
                .await;
        if is_deleted {
            self.forget_attachment();
        }
        is_deleted
    }
}

/// The file's name for display, cleaned by the same rules that the server applies.
pub(super) fn file_name(file: &File) -> String {
    sanitize_file_name(&unicode::nfc(&file.name()))
}

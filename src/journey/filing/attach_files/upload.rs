//! One file that is being uploaded: checked, hashed, sent, and compared with the server's SHA-256.
//! It belongs to the app, so its signals outlive the page.

use std::rc::Rc;

use contract::attachment::Attachment;
use contract::endpoints::{HEAD_UPLOAD, POST_UPLOAD};
use contract::portal::UploadLimits;
use domain::file_kind::{SNIFFED_BYTES, check_file, sanitize_file_name};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::attachment_sync::{add_attachment, mark_received, remove_attachment};
use super::upload_stage::{UploadError, UploadStage};
use crate::api::Api;
use crate::browser::file_slices::{self, File, Fingerprint, Preview};
use crate::browser::notify::Notify;
use crate::browser::tus_upload;
use crate::browser::upload_request::UploadControl;
use crate::browser::upload_runner::{self, Outcome, Report, UploadOrder};
use crate::browser::{random_id, unicode};
use crate::journey::filing::draft::OpenDrafts;

/// Facts about a file and its upload.
#[derive(Clone, Debug)]
pub(super) struct UploadInfo {
    /// Id of the draft.
    pub(super) draft: String,
    /// Code of the component.
    pub(super) component: String,
    /// File name for display.
    pub(super) name: String,
    /// Size in bytes.
    pub(super) size: u64,
    /// Id of the file, generated on this device. The server creates only one upload for it.
    file_id: String,
    /// The server's id of the upload; `None` until the server has created it.
    pub(super) id: Option<String>,
}

/// A file that is being uploaded. Copies are the same upload.
#[derive(Clone, Copy)]
pub(super) struct FileUpload {
    /// Number of the upload in this visit.
    pub(super) number: usize,
    /// How far the upload has come.
    pub(super) stage: RwSignal<UploadStage>,
    /// Facts about the file and its upload.
    pub(super) info: StoredValue<UploadInfo>,
    /// A picture of the file, if it is an image.
    pub(super) preview: RwSignal<Option<Preview>, LocalStorage>,
    /// The file as the browser gave it.
    file: StoredValue<File, LocalStorage>,
    /// Stops the running upload, or ends its wait.
    hand: StoredValue<UploadControl, LocalStorage>,
    /// Notified when the stage changes or the server's id arrives.
    progress: StoredValue<Rc<Notify>, LocalStorage>,
    /// Makes the requests, and knows how the session is authorized.
    api: Api,
    /// The open drafts, whose attachments are updated.
    drafts: OpenDrafts,
}

impl FileUpload {
    /// Creates the upload of a file that was just chosen, without starting it. `unfinished` is the attachment that an
    /// earlier visit began with the same file.
    pub(super) fn new(
        number: usize,
        draft: &str,
        component: &str,
        file: File,
        unfinished: Option<&Attachment>,
        api: Api,
        drafts: OpenDrafts,
    ) -> FileUpload {
        let info = UploadInfo {
            draft: draft.to_owned(),
            component: component.to_owned(),
            name: file_name(&file),
            size: file_slices::size(&file),
            file_id: random_id::generate(),
            id: unfinished.map(|unfinished| unfinished.id.clone()),
        };
        FileUpload {
            number,
            stage: RwSignal::new(UploadStage::Checking),
            info: StoredValue::new(info),
            preview: RwSignal::new_local(None),
            file: StoredValue::new_local(file),
            hand: StoredValue::new_local(UploadControl::default()),
            progress: StoredValue::new_local(Rc::default()),
            api,
            drafts,
        }
    }

    /// Checks the file and uploads it.
    pub(super) fn start(self, limits: UploadLimits) {
        let hand = UploadControl::default();
        self.hand.set_value(hand.clone());
        self.set_stage(UploadStage::Checking);
        let limits_again = limits.clone();
        spawn_local(async move {
            let stage = match self.check_and_send(limits, hand.clone()).await {
                Some(stage) if !hand.is_stopped() => stage,
                _ => return,
            };
            self.set_stage(stage);
            let signed_out = UploadStage::Failed(UploadError::SignedOut);
            // When the session continues, `Uploads` may have restarted the upload already.
            if stage == signed_out
                && self.api.reauthenticate().await
                && self.stage.try_get_untracked() == Some(signed_out)
            {
                self.start(limits_again);
            }
        });
    }

    /// Starts a failed upload again without choosing the file again, or ends the wait for the connection.
    pub(super) fn retry(self, limits: UploadLimits) {
        match self.stage.get_untracked() {
            UploadStage::Interrupted(_) => self.hand.with_value(UploadControl::retry_now),
            UploadStage::Failed(error) => {
                // After the session has ended the server still has the upload; after any other failure it doesn't.
                if error != UploadError::SignedOut {
                    self.info.update_value(|info| {
                        info.file_id = random_id::generate();
                        info.id = None;
                    });
                }
                self.start(limits);
            }
            UploadStage::Checking | UploadStage::Sending(_) | UploadStage::Received => {}
        }
    }

    /// Stops the upload. The server keeps the bytes that it has.
    pub(super) fn stop(self) {
        self.hand.with_value(UploadControl::stop);
        self.preview.try_set(None);
    }

    /// Stops the upload and deletes it from the server. Returns `false` if the deletion is not confirmed.
    pub(super) async fn cancel_and_delete(self) -> bool {
        // While the server creates the upload, only its answer contains the id to delete.
        let is_created = || {
            let has_id = self.info.with_value(|info| info.id.is_some());
            has_id || self.stage.get_untracked() != UploadStage::Checking
        };
        let progress = self.progress.get_value();
        progress.wait_for(|| is_created().then_some(())).await;
        self.stop();
        self.delete_from_server().await
    }

    /// Runs the upload to its end. `None` if it was stopped.
    async fn check_and_send(
        self,
        limits: UploadLimits,
        hand: UploadControl,
    ) -> Option<UploadStage> {
        let (file, info) = (self.file.get_value(), self.info.get_value());
        let failed = |error| Some(UploadStage::Failed(error));
        let Some(first) = file_slices::first_bytes(&file, SNIFFED_BYTES as u64).await else {
            return failed(UploadError::Unreadable);
        };
        if let Err(fault) = check_file(&info.name, info.size, &first, &limits) {
            return failed(UploadError::Invalid(fault));
        }
        self.preview.try_set(Preview::of(&file));
        let own_sha256 = match file_slices::fingerprint(&file).await {
            Fingerprint::Known(sha256) => Some(sha256),
            Fingerprint::Unavailable => None,
            Fingerprint::Unreadable => return failed(UploadError::Unreadable),
        };
        let order = self.order(file, &info);
        let outcome = upload_runner::run(order, hand, move |report| self.on_report(report)).await;
        match outcome {
            Outcome::Complete(Some(sha256))
                if own_sha256.as_ref().is_none_or(|own| *own == sha256) =>
            {
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

    /// What the upload runner needs to know.
    fn order(self, file: File, info: &UploadInfo) -> UploadOrder {
        UploadOrder {
            create_at: self.api.url(&POST_UPLOAD, &[&info.draft]),
            started: info.id.clone(),
            uploads_at: self.api.url(&HEAD_UPLOAD, &[""]),
            metadata: tus_upload::metadata(&[
                ("filename", &info.name),
                ("filetype", &file.type_()),
                ("component", &info.component),
                ("file_id", &info.file_id),
            ]),
            authorization: self.api.authorization(),
            file,
        }
    }

    /// Handles a report of the upload runner.
    fn on_report(self, report: Report) {
        match report {
            Report::Started(id) => self.on_created(id),
            Report::Sent(bytes) => {
                // Every accepted chunk restarts the idle time of the session.
                self.api.record_activity();
                self.set_stage(UploadStage::Sending(bytes));
            }
            Report::Waiting => self.set_stage(match self.stage.try_get_untracked() {
                Some(UploadStage::Sending(sent) | UploadStage::Interrupted(sent)) => {
                    UploadStage::Interrupted(sent)
                }
                _ => UploadStage::Interrupted(0),
            }),
        }
    }

    /// Changes the stage, and wakes [`cancel_and_delete`](Self::cancel_and_delete) if it waits for that.
    fn set_stage(self, stage: UploadStage) {
        self.stage.try_set(stage);
        self.progress.with_value(|progress| progress.notify_all());
    }

    /// Records the server's id, and adds the attachment to the open draft.
    fn on_created(self, id: String) {
        self.info.update_value(|info| info.id = Some(id.clone()));
        self.progress.with_value(|progress| progress.notify_all());
        let info = self.info.get_value();
        let attachment = Attachment {
            id,
            component: info.component,
            name: info.name,
            media_type: self.file.with_value(|file| file.type_()),
            size: info.size,
            received: 0,
            sha256: None,
        };
        add_attachment(self.drafts, &info.draft, attachment);
    }

    /// Removes the attachment from the open draft: the server doesn't have the file.
    fn forget_attachment(self) {
        let mut info = self.info.get_value();
        if let Some(id) = info.id.take() {
            remove_attachment(self.drafts, &info.draft, &id);
        }
        self.info.set_value(info);
    }

    /// Deletes the upload from the server. Returns `false` if the deletion is not confirmed.
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

/// The name of a file for display, cleaned like the server cleans it.
pub(super) fn file_name(file: &File) -> String {
    sanitize_file_name(&unicode::nfc(&file.name()))
}

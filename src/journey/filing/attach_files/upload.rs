//! One file on its way: looked at, hashed, sent, and held only when the server's sha-256 is the device's own.
//! It belongs to the app, so every change goes through signals that outlive the page.

use contract::attachment::Attachment;
use contract::endpoints::{HEAD_UPLOAD, POST_UPLOAD};
use contract::portal::UploadLimits;
use domain::file_kind::{SNIFFED_BYTES, check_file, clean_file_name};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::stage::{Cause, Stage};
use crate::api::Api;
use crate::browser::file_slices::{self, File, Fingerprint, Preview};
use crate::browser::tus_upload;
use crate::browser::upload_request::UploadControl;
use crate::browser::upload_runner::{self, Outcome, Report, UploadOrder};
use crate::browser::{clock, random_id, unicode};
use crate::journey::filing::draft::open_draft::OpenDrafts;

/// Looks so often whether an upload has begun, in milliseconds.
const LOOK_MS: i32 = 100;

/// What is known of a file from the start.
#[derive(Clone, Debug)]
pub(super) struct About {
    /// Draft id.
    pub(super) draft: String,
    /// Code of the component.
    pub(super) component: String,
    /// Name for display.
    pub(super) name: String,
    /// Length, in bytes.
    pub(super) size: u64,
    /// The device's own id of the file.
    file_id: String,
    /// The server's id, once it has made the upload.
    pub(super) id: Option<String>,
}

/// A file on its way. Copies are the same one.
#[derive(Clone, Copy)]
pub(super) struct Upload {
    /// Its number in this visit.
    pub(super) number: usize,
    /// How far it has come.
    pub(super) stage: RwSignal<Stage>,
    /// What is known of it.
    pub(super) about: StoredValue<About>,
    /// A picture of it, once it is known to be one.
    pub(super) preview: RwSignal<Option<Preview>, LocalStorage>,
    /// The file.
    pub(super) file: StoredValue<File, LocalStorage>,
    hand: StoredValue<UploadControl, LocalStorage>,
    api: Api,
    pub(super) drafts: OpenDrafts,
}

impl Upload {
    /// A file just chosen; `begun` is what the server has of it from an earlier visit.
    pub(super) fn new(
        number: usize,
        draft: &str,
        component: &str,
        file: File,
        begun: Option<&Attachment>,
        api: Api,
        drafts: OpenDrafts,
    ) -> Upload {
        let about = About {
            draft: draft.to_owned(),
            component: component.to_owned(),
            name: file_name(&file),
            size: file_slices::size(&file),
            file_id: random_id::generate(),
            id: begun.map(|begun| begun.id.clone()),
        };
        Upload {
            number,
            stage: RwSignal::new(Stage::Checking),
            about: StoredValue::new(about),
            preview: RwSignal::new_local(None),
            file: StoredValue::new_local(file),
            hand: StoredValue::new_local(UploadControl::default()),
            api,
            drafts,
        }
    }

    /// Looks at the file and brings it to the server.
    pub(super) fn start(self, limits: UploadLimits) {
        let hand = UploadControl::default();
        self.hand.set_value(hand.clone());
        self.stage.set(Stage::Checking);
        let limits_again = limits.clone();
        spawn_local(async move {
            let stage = match self.carry(limits, hand.clone()).await {
                Some(stage) if !hand.is_stopped() => stage,
                _ => return,
            };
            self.stage.try_set(stage);
            let signed_out = Stage::Failed(Cause::SignedOut);
            // The session that goes on may have begun it anew already.
            if stage == signed_out
                && self.api.reauthenticate().await
                && self.stage.try_get_untracked() == Some(signed_out)
            {
                self.start(limits_again);
            }
        });
    }

    /// Begins again without choosing again, or ends the wait for the line.
    pub(super) fn retry(self, limits: UploadLimits) {
        match self.stage.get_untracked() {
            Stage::Away(_) => self.hand.with_value(UploadControl::retry_now),
            Stage::Failed(cause) => {
                if cause != Cause::SignedOut {
                    self.about.update_value(|about| {
                        about.file_id = random_id::generate();
                        about.id = None;
                    });
                }
                self.start(limits);
            }
            Stage::Checking | Stage::Sending(_) | Stage::Held => {}
        }
    }

    /// Stops it; what the server has of it stays there.
    pub(super) fn stop(self) {
        self.hand.with_value(UploadControl::stop);
        self.preview.try_set(None);
    }

    /// Stops it and takes it away from the server; `false` when it isn't known to be gone.
    pub(super) async fn take_back(self) -> bool {
        // While the server is making the upload, only its answer tells what to take away.
        let nameless = || self.about.with_value(|about| about.id.is_none());
        while nameless() && self.stage.get_untracked() == Stage::Checking {
            clock::wait_ms(LOOK_MS).await;
        }
        self.stop();
        self.take_from_server().await
    }

    /// `None` when it was stopped.
    async fn carry(self, limits: UploadLimits, hand: UploadControl) -> Option<Stage> {
        let (file, about) = (self.file.get_value(), self.about.get_value());
        let failed = |cause| Some(Stage::Failed(cause));
        let Some(first) = file_slices::first_bytes(&file, SNIFFED_BYTES as u64).await else {
            return failed(Cause::Unreadable);
        };
        if let Err(fault) = check_file(&about.name, about.size, &first, &limits) {
            return failed(Cause::Unfit(fault));
        }
        self.preview.try_set(Preview::of(&file));
        let own = match file_slices::fingerprint(&file).await {
            Fingerprint::Known(own) => Some(own),
            Fingerprint::Unavailable => None,
            Fingerprint::Unreadable => return failed(Cause::Unreadable),
        };
        let order = self.order(file, &about);
        let outcome = upload_runner::run(order, hand, move |report| self.hear(report)).await;
        match outcome {
            Outcome::Complete(Some(sha256)) if own.as_ref().is_none_or(|own| *own == sha256) => {
                self.note_held(sha256);
                Some(Stage::Held)
            }
            Outcome::Complete(_) => {
                self.take_from_server().await;
                failed(Cause::Unlike)
            }
            Outcome::GaveUp { reason, response } => {
                let cause = Cause::of(reason, &response);
                if cause != Cause::SignedOut {
                    self.note_gone();
                }
                failed(cause)
            }
            Outcome::Unreadable => {
                self.take_from_server().await;
                failed(Cause::Unreadable)
            }
            Outcome::Stopped => None,
        }
    }

    fn order(self, file: File, about: &About) -> UploadOrder {
        UploadOrder {
            create_at: self.api.url(&POST_UPLOAD, &[&about.draft]),
            started: about.id.clone(),
            uploads_at: self.api.url(&HEAD_UPLOAD, &[""]),
            metadata: tus_upload::metadata(&[
                ("filename", &about.name),
                ("filetype", &file.type_()),
                ("component", &about.component),
                ("file_id", &about.file_id),
            ]),
            authorization: self.api.authorization(),
            file,
        }
    }

    fn hear(self, report: Report) {
        match report {
            Report::Started(id) => self.note_begun(id),
            Report::Sent(bytes) => {
                // Each chunk that was taken has the session's idle time count anew.
                self.api.record_activity();
                self.stage.try_set(Stage::Sending(bytes));
            }
            Report::Waiting => {
                self.stage.try_update(|stage| match stage {
                    Stage::Sending(sent) | Stage::Away(sent) => *stage = Stage::Away(*sent),
                    Stage::Checking | Stage::Held | Stage::Failed(_) => *stage = Stage::Away(0),
                });
            }
        }
    }

    /// Takes it away from the server as well; `false` when it isn't known to be gone.
    pub(super) async fn take_from_server(self) -> bool {
        let Some(id) = self.about.with_value(|about| about.id.clone()) else {
            return true;
        };
        let gone =
            tus_upload::remove(self.api.url(&HEAD_UPLOAD, &[&id]), self.api.authorization()).await;
        if gone {
            self.note_gone();
        }
        gone
    }
}

/// The file's name for display, as the server keeps it too.
pub(super) fn file_name(file: &File) -> String {
    clean_file_name(&unicode::nfc(&file.name()))
}

//! All uploads that were started since the app was loaded. They belong to the whole app, so leaving a page doesn't stop
//! an upload.
//! When another citizen signs in on the same device, all uploads are stopped and removed.

use contract::attachment::Attachment;
use contract::portal::UploadLimits;
use leptos::prelude::*;

use super::attachment_sync::remove_attachment;
use super::upload::{FileUpload, file_name};
use super::upload_context::{UploadContext, UploadQueues};
use super::upload_stage::{UploadError, UploadStage};
use crate::api::Api;
use crate::browser::file_slices::{self, File};
use crate::browser::window_listener::WindowListener;
use crate::journey::filing::draft::{OpenDrafts, use_open_drafts};
use crate::reactive::effect;
use crate::session::{SessionState, Visitor};

/// All uploads since the app was loaded. All copies share one state.
#[derive(Clone, Copy)]
pub struct Uploads {
    /// The uploads, in the order in which their files were chosen.
    all: RwSignal<Vec<FileUpload>>,
    /// The upload limits of the portal. They are kept here for uploads that are restarted.
    limits: StoredValue<Option<UploadLimits>>,
    /// The app's reactive owner. It owns the signals of every upload, so that they outlive the page.
    owner: StoredValue<Option<Owner>>,
    /// Key of the account that the uploads belong to; `None` until a citizen has signed in.
    account: StoredValue<Option<String>>,
    /// The number that the next upload gets.
    next_number: StoredValue<usize>,
    /// Client that sends the requests to the backend.
    api: Api,
    /// The open drafts. Their attachments are updated while files are uploaded.
    drafts: OpenDrafts,
    /// The queues that all uploads share.
    queues: StoredValue<UploadQueues, LocalStorage>,
}

impl Uploads {
    /// Creates an empty list of uploads. Call it once, after the open drafts have been provided as a context.
    pub fn new(api: Api, session: SessionState) -> Self {
        let uploads = Self {
            all: RwSignal::new(Vec::new()),
            limits: StoredValue::new(None),
            owner: StoredValue::new(Owner::current()),
            account: StoredValue::new(None),
            next_number: StoredValue::new(0),
            api,
            drafts: use_open_drafts(),
            queues: StoredValue::new_local(UploadQueues::default()),
        };
        let is_uploading = Memo::new(move |_| {
            uploads
                .all
                .with(|all| all.iter().any(|upload| upload.stage.get().is_in_progress()))
        });
        let leave_warning = StoredValue::new_local(None);
        effect(move || {
            leave_warning.set_value(is_uploading.get().then(WindowListener::before_unload));
        });
        effect(move || uploads.on_visitor_change(session.visitor()));
        session.flush_before_sign_out(Box::new(move || {
            Box::pin(async move { !is_uploading.get_untracked() })
        }));
        uploads
    }

    /// Uploads files for a component. If `attachments` has an unfinished upload that may be of the same file, that upload
    /// is tried first. It continues only if the server proves that it holds the beginning of this file.
    pub(super) fn add(
        self,
        draft: &str,
        component: &str,
        files: Vec<File>,
        attachments: &[Attachment],
        limits: &UploadLimits,
    ) {
        self.limits.set_value(Some(limits.clone()));
        let mut resumed: Vec<String> = Vec::new();
        for file in files {
            let name = file_name(&file);
            let size = file_slices::size(&file);
            let candidates = attachments.iter().filter(|known| {
                known.component == component
                    && known.sha256.is_none()
                    && known.size == size
                    && !resumed.contains(&known.id)
                    && !self.has_attachment(&known.id)
            });
            // The server's name may have another extension, because it was mended.
            let to_resume = candidates.max_by_key(|known| known.name == name);
            resumed.extend(to_resume.map(|attachment| attachment.id.clone()));
            let number = self.next_number.get_value();
            self.next_number.set_value(number.saturating_add(1));
            let make = || {
                FileUpload::new(
                    number,
                    draft,
                    component,
                    file,
                    to_resume,
                    UploadContext {
                        queues: self.queues.get_value(),
                        api: self.api,
                        drafts: self.drafts,
                    },
                )
            };
            // The signals are created under the app's reactive owner. So they are not disposed when the citizen leaves
            // the page.
            let upload = match self.owner.get_value() {
                Some(owner) => owner.with(make),
                None => make(),
            };
            self.all.update(|all| all.push(upload));
            upload.start(limits.clone());
        }
    }

    /// The uploads for one component of one draft. Reactive.
    pub(super) fn of_component(self, draft: &str, component: &str) -> Vec<FileUpload> {
        self.all.with(|all| {
            let is_of_component = |upload: &&FileUpload| {
                upload
                    .info
                    .with_value(|info| info.draft == draft && info.component == component)
            };
            all.iter().filter(is_of_component).copied().collect()
        })
    }

    /// The number of listed files of a component that were refused and of which the server holds nothing.
    pub(super) fn refused_count(self, draft: &str, component: &str) -> usize {
        untrack(|| self.of_component(draft, component))
            .iter()
            .filter(|upload| matches!(upload.stage.get_untracked(), UploadStage::Failed(_)))
            .filter(|upload| upload.info.with_value(|info| info.id.is_none()))
            .count()
    }

    /// The upload with this number. `None` if it was removed.
    pub(super) fn find(self, number: usize) -> Option<FileUpload> {
        self.all
            .with_untracked(|all| all.iter().find(|upload| upload.number == number).copied())
    }

    /// The number of files of one draft that are being uploaded now. Reactive.
    pub(crate) fn in_progress_count(self, draft: &str) -> usize {
        self.all.with(|all| {
            all.iter()
                .filter(|upload| upload.info.with_value(|info| info.draft == draft))
                .filter(|upload| upload.stage.get().is_in_progress())
                .count()
        })
    }

    /// Whether the server has received every file that was chosen for a draft since the app was loaded. `false` if no
    /// file was chosen. Reactive.
    pub(super) fn all_received(self, draft: &str) -> bool {
        self.all.with(|all| {
            let mut own = all
                .iter()
                .filter(|upload| upload.info.with_value(|info| info.draft == draft))
                .peekable();
            own.peek().is_some() && own.all(|upload| upload.stage.get() == UploadStage::Received)
        })
    }

    /// Whether one of the uploads in this list belongs to the attachment with this id.
    pub(super) fn has_attachment(self, id: &str) -> bool {
        self.all.with_untracked(|all| {
            all.iter().any(|upload| {
                upload
                    .info
                    .with_value(|info| info.id.as_deref() == Some(id))
            })
        })
    }

    /// Stops an upload and removes it from the list. The server keeps the bytes that it has received.
    pub(super) fn remove_from_list(self, number: usize) {
        if let Some(upload) = self.find(number) {
            upload.stop();
        }
        self.all
            .update(|all| all.retain(|upload| upload.number != number));
    }

    /// Deletes an upload from the server and removes it from the list. If the server doesn't confirm the deletion,
    /// returns `false`, and the upload stays in the list.
    pub(super) async fn delete(self, number: usize) -> bool {
        let is_deleted = match self.find(number) {
            Some(upload) => upload.cancel_and_delete().await,
            None => true,
        };
        if is_deleted {
            self.remove_from_list(number);
        }
        is_deleted
    }

    /// Removes an attachment from the open draft, after the server has deleted the file.
    pub(super) fn remove_attachment(self, draft: &str, id: &str) {
        remove_attachment(self.drafts, draft, id);
    }

    /// Called when the signed-in citizen may have changed. If it is the same citizen, the uploads continue. If it is
    /// another citizen, or nobody is signed in, all uploads are stopped and removed.
    fn on_visitor_change(self, visitor: Visitor) {
        if visitor == Visitor::Unknown {
            return;
        }
        let now = visitor.account_key();
        let before = self.account.get_value();
        self.account.set_value(now.clone());
        let all = self.all.get_untracked();
        if before.is_some() && before != now {
            for upload in all {
                upload.stop();
            }
            self.all.set(Vec::new());
        } else if let Some(limits) = self.limits.get_value() {
            let signed_out = UploadStage::Failed(UploadError::SignedOut);
            for upload in all {
                if upload.stage.get_untracked() == signed_out {
                    upload.retry(limits.clone());
                }
            }
        }
    }
}

/// Returns the uploads from the context that `filing::routes` provides.
pub(crate) fn use_uploads() -> Uploads {
    use_context::<Uploads>()
        .unwrap_or_else(|| Uploads::new(crate::api::use_api(), crate::session::use_session()))
}

//! All uploads of this visit. They belong to the whole app, so that leaving the page stops none of them.
//! They stop and disappear when another citizen signs in on the same device.

use contract::attachment::Attachment;
use contract::portal::UploadLimits;
use leptos::prelude::*;

use super::attachment_sync::remove_attachment;
use super::upload::{FileUpload, file_name};
use super::upload_stage::{UploadError, UploadStage};
use crate::api::Api;
use crate::browser::file_slices::{self, File};
use crate::browser::window_listener::WindowListener;
use crate::journey::filing::draft::{OpenDrafts, use_open_drafts};
use crate::session::{SessionState, Visitor};

/// All uploads of this visit. Copies are the same list.
#[derive(Clone, Copy)]
pub struct Uploads {
    /// The uploads, in the order in which their files were chosen.
    all: RwSignal<Vec<FileUpload>>,
    /// The limits of the portal, for uploads that are restarted.
    limits: StoredValue<Option<UploadLimits>>,
    /// The reactive owner of the app, which owns the signals of each upload.
    owner: StoredValue<Option<Owner>>,
    /// Key of the account whose uploads these are; `None` until somebody is signed in.
    account: StoredValue<Option<String>>,
    /// Number for the next upload.
    next_number: StoredValue<usize>,
    /// Makes the requests.
    api: Api,
    /// The open drafts, whose attachments are updated.
    drafts: OpenDrafts,
}

impl Uploads {
    /// Creates an empty list. Call it once, when the chunk of this wing is loaded and the open drafts are provided.
    pub fn new(api: Api, session: SessionState) -> Self {
        let uploads = Self {
            all: RwSignal::new(Vec::new()),
            limits: StoredValue::new(None),
            owner: StoredValue::new(Owner::current()),
            account: StoredValue::new(None),
            next_number: StoredValue::new(0),
            api,
            drafts: use_open_drafts(),
        };
        let is_uploading = Memo::new(move |_| {
            uploads
                .all
                .with(|all| all.iter().any(|upload| upload.stage.get().is_in_progress()))
        });
        let leave_warning = StoredValue::new_local(None);
        Effect::new(move |_| {
            leave_warning.set_value(is_uploading.get().then(WindowListener::before_unload));
        });
        Effect::new(move |_| uploads.on_visitor_change(session.visitor()));
        session.flush_before_sign_out(Box::new(move || {
            Box::pin(async move { !is_uploading.get_untracked() })
        }));
        uploads
    }

    /// Uploads files for a component. A file that an earlier visit began to upload is resumed.
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
            let unfinished = attachments.iter().find(|known| {
                known.component == component
                    && known.sha256.is_none()
                    && known.name == name
                    && known.size == size
                    && !resumed.contains(&known.id)
                    && !self.has_attachment(&known.id)
            });
            resumed.extend(unfinished.map(|unfinished| unfinished.id.clone()));
            let number = self.next_number.get_value();
            self.next_number.set_value(number.saturating_add(1));
            let make = || {
                FileUpload::new(
                    number,
                    draft,
                    component,
                    file,
                    unfinished,
                    self.api,
                    self.drafts,
                )
            };
            // The signals belong to the app, so that leaving a page doesn't dispose them.
            let upload = match self.owner.get_value() {
                Some(owner) => owner.with(make),
                None => make(),
            };
            self.all.update(|all| all.push(upload));
            upload.start(limits.clone());
        }
    }

    /// The uploads of a component. Reactive.
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

    /// The upload with this number.
    pub(super) fn find(self, number: usize) -> Option<FileUpload> {
        self.all
            .with_untracked(|all| all.iter().find(|upload| upload.number == number).copied())
    }

    /// The number of files of a draft that are being uploaded. Reactive.
    pub(super) fn in_progress_count(self, draft: &str) -> usize {
        self.all.with(|all| {
            all.iter()
                .filter(|upload| upload.info.with_value(|info| info.draft == draft))
                .filter(|upload| upload.stage.get().is_in_progress())
                .count()
        })
    }

    /// Whether the server has every file that was chosen for a draft in this visit; `false` if none was. Reactive.
    pub(super) fn all_received(self, draft: &str) -> bool {
        self.all.with(|all| {
            let mut own = all
                .iter()
                .filter(|upload| upload.info.with_value(|info| info.draft == draft))
                .peekable();
            own.peek().is_some() && own.all(|upload| upload.stage.get() == UploadStage::Received)
        })
    }

    /// Whether an upload of this visit sends the file of an attachment, by the attachment's id.
    pub(super) fn has_attachment(self, id: &str) -> bool {
        self.all.with_untracked(|all| {
            all.iter().any(|upload| {
                upload
                    .info
                    .with_value(|info| info.id.as_deref() == Some(id))
            })
        })
    }

    /// Stops an upload and removes it from the list. The server keeps the bytes that it has.
    pub(super) fn remove_from_list(self, number: usize) {
        if let Some(upload) = self.find(number) {
            upload.stop();
        }
        self.all
            .update(|all| all.retain(|upload| upload.number != number));
    }

    /// Deletes an upload from the server and the list. Returns `false`, and keeps the upload in the list, if the deletion
    /// is not confirmed.
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

    /// Removes an attachment that the server has deleted from the open draft.
    pub(super) fn remove_attachment(self, draft: &str, id: &str) {
        remove_attachment(self.drafts, draft, id);
    }

    /// Continues for the same citizen; stops and removes all uploads when another one, or nobody, is signed in.
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

/// The uploads of this visit, from the context that `filing::routes` provides.
pub(super) fn use_uploads() -> Uploads {
    use_context::<Uploads>()
        .unwrap_or_else(|| Uploads::new(crate::api::use_api(), crate::session::use_session()))
}

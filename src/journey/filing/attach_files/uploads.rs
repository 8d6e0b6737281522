//! Every upload of this visit, in the context of the whole app: leaving the page stops none of them.
//! What one citizen chose must never be shown to the next one on the same phone.

use contract::attachment::Attachment;
use contract::portal::UploadLimits;
use leptos::prelude::*;

use super::noting::note;
use super::stage::{Cause, Stage};
use super::upload::{Upload, file_name};
use crate::api::Api;
use crate::browser::file_slices::{self, File};
use crate::browser::window_listener::WindowListener;
use crate::journey::filing::draft::open_draft::{OpenDrafts, use_open_drafts};
use crate::session::{SessionState, Visitor};

/// Every upload of this visit.
#[derive(Clone, Copy)]
pub struct Uploads {
    all: RwSignal<Vec<Upload>>,
    limits: StoredValue<Option<UploadLimits>>,
    owner: StoredValue<Option<Owner>>,
    citizen: StoredValue<Option<String>>,
    made: StoredValue<usize>,
    api: Api,
    drafts: OpenDrafts,
}

impl Uploads {
    /// None yet. Made once, when the part arrives, after the open drafts.
    pub fn new(api: Api, session: SessionState) -> Self {
        let uploads = Self {
            all: RwSignal::new(Vec::new()),
            limits: StoredValue::new(None),
            owner: StoredValue::new(Owner::current()),
            citizen: StoredValue::new(None),
            made: StoredValue::new(0),
            api,
            drafts: use_open_drafts(),
        };
        let under_way = Memo::new(move |_| {
            uploads
                .all
                .with(|all| all.iter().any(|upload| upload.stage.get().is_under_way()))
        });
        let warning = StoredValue::new_local(None);
        Effect::new(move |_| {
            warning.set_value(under_way.get().then(WindowListener::before_unload));
        });
        Effect::new(move |_| uploads.meet(session.visitor()));
        session.flush_before_sign_out(Box::new(move || {
            Box::pin(async move { !under_way.get_untracked() })
        }));
        uploads
    }

    /// Brings files to a component. One that was begun on an earlier visit goes on from where it stopped.
    pub(super) fn add(
        self,
        draft: &str,
        component: &str,
        files: Vec<File>,
        known: &[Attachment],
        limits: &UploadLimits,
    ) {
        self.limits.set_value(Some(limits.clone()));
        let mut taken: Vec<String> = Vec::new();
        for file in files {
            let name = file_name(&file);
            let size = file_slices::size(&file);
            let begun = known.iter().find(|held| {
                held.component == component
                    && held.sha256.is_none()
                    && held.name == name
                    && held.size == size
                    && !taken.contains(&held.id)
                    && !self.covers(&held.id)
            });
            taken.extend(begun.map(|begun| begun.id.clone()));
            let number = self.made.get_value();
            self.made.set_value(number.saturating_add(1));
            let make = || Upload::new(number, draft, component, file, begun, self.api, self.drafts);
            // Its signals belong to the app: a page that is left must not take them along.
            let upload = match self.owner.get_value() {
                Some(owner) => owner.with(make),
                None => make(),
            };
            self.all.update(|all| all.push(upload));
            upload.start(limits.clone());
        }
    }

    /// The uploads of a component; tracked.
    pub(super) fn of(self, draft: &str, component: &str) -> Vec<Upload> {
        self.all.with(|all| {
            let here = |upload: &&Upload| {
                upload
                    .about
                    .with_value(|about| about.draft == draft && about.component == component)
            };
            all.iter().filter(here).copied().collect()
        })
    }

    /// The upload of that number.
    pub(super) fn find(self, number: usize) -> Option<Upload> {
        self.all
            .with_untracked(|all| all.iter().find(|upload| upload.number == number).copied())
    }

    /// How many files of a draft are on their way; tracked.
    pub(super) fn under_way(self, draft: &str) -> usize {
        self.all.with(|all| {
            all.iter()
                .filter(|upload| upload.about.with_value(|about| about.draft == draft))
                .filter(|upload| upload.stage.get().is_under_way())
                .count()
        })
    }

    /// Whether every file chosen for a draft in this visit is held by the server; tracked.
    pub(super) fn all_held(self, draft: &str) -> bool {
        self.all.with(|all| {
            let mut own = all
                .iter()
                .filter(|upload| upload.about.with_value(|about| about.draft == draft))
                .peekable();
            own.peek().is_some() && own.all(|upload| upload.stage.get() == Stage::Held)
        })
    }

    /// Whether an upload of this visit brings that attachment.
    pub(super) fn covers(self, id: &str) -> bool {
        self.all.with_untracked(|all| {
            all.iter().any(|upload| {
                upload
                    .about
                    .with_value(|about| about.id.as_deref() == Some(id))
            })
        })
    }

    /// Takes an upload off the list; what the server has of it stays.
    pub(super) fn dismiss(self, number: usize) {
        if let Some(upload) = self.find(number) {
            upload.stop();
        }
        self.all
            .update(|all| all.retain(|upload| upload.number != number));
    }

    /// Takes an upload off the list and away from the server; it stays when it isn't known to be gone.
    pub(super) async fn take_back(self, number: usize) -> bool {
        let gone = match self.find(number) {
            Some(upload) => upload.take_back().await,
            None => true,
        };
        if gone {
            self.dismiss(number);
        }
        gone
    }

    /// Forgets an attachment that the server has thrown away.
    pub(super) fn forget(self, draft: &str, id: &str) {
        note(self.drafts, draft, |attachments| {
            attachments.retain(|known| known.id != id);
        });
    }

    /// The same citizen again: goes on. Another one, or nobody: stops and forgets everything.
    fn meet(self, visitor: Visitor) {
        if visitor == Visitor::Unknown {
            return;
        }
        let now = visitor.account_key();
        let before = self.citizen.get_value();
        self.citizen.set_value(now.clone());
        let all = self.all.get_untracked();
        if before.is_some() && before != now {
            for upload in all {
                upload.stop();
            }
            self.all.set(Vec::new());
        } else if let Some(limits) = self.limits.get_value() {
            for upload in all {
                if upload.stage.get_untracked() == Stage::Failed(Cause::SignedOut) {
                    upload.retry(limits.clone());
                }
            }
        }
    }
}

/// The uploads of this visit, from the context that `filing_pages.rs` gives.
pub fn use_uploads() -> Uploads {
    use_context::<Uploads>()
        .unwrap_or_else(|| Uploads::new(crate::api::use_api(), crate::session::use_session()))
}

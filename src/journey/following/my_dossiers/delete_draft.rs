//! «Xóa» of a draft, after a confirmation. The draft leaves the list only when the server has deleted it, or no longer has
//! it.

use contract::endpoints::DELETE_DRAFT;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::i18n::{official, use_words};
use crate::page::deleted_drafts::use_deleted_drafts;
use crate::page::load_errors::ErrorNotice;
use crate::ui::{Button, ButtonKind, Dialog};

/// The confirmation dialog: the draft it is about, whether it is open, and why a deletion failed.
#[derive(Clone, Copy)]
pub(super) struct DeleteDraft {
    /// The draft's id and the name of its procedure.
    draft: RwSignal<Option<(String, String)>>,
    open: RwSignal<bool>,
    error: RwSignal<Option<ClientError>>,
}

impl DeleteDraft {
    /// A closed dialog.
    pub(super) fn new() -> Self {
        Self {
            draft: RwSignal::new(None),
            open: RwSignal::new(false),
            error: RwSignal::new(None),
        }
    }

    /// Opens the dialog for a draft.
    pub(super) fn confirm(self, id: &str, procedure: &str) {
        self.draft.set(Some((id.to_owned(), procedure.to_owned())));
        self.error.set(None);
        self.open.set(true);
    }
}

/// Draws the dialog. Calls `on_deleted` after the draft was deleted.
pub(super) fn delete_draft_dialog(dialog: DeleteDraft, on_deleted: Callback<()>) -> impl IntoView {
    let words = use_words().following();
    let api = use_api();
    let deleted = use_deleted_drafts();
    let busy = RwSignal::new(false);
    let remove = Callback::new(move |()| {
        let Some((id, _)) = dialog.draft.get_untracked() else {
            return;
        };
        busy.set(true);
        dialog.error.set(None);
        spawn_local(async move {
            let outcome = api.send_empty(&DELETE_DRAFT, &[&id]).await;
            busy.try_set(false);
            match outcome {
                Err(error) if !error.is_not_found() => {
                    dialog.error.try_set(Some(error));
                }
                _ => {
                    deleted.add(&id);
                    dialog.open.try_set(false);
                    on_deleted.try_run(());
                }
            }
        });
    });
    let procedure = move || {
        dialog
            .draft
            .with(|draft| draft.as_ref().map(|(_, procedure)| procedure.clone()))
    };
    view! {
        <Dialog
            id="remove-draft"
            open=dialog.open
            title=words.remove_question
            close_label=words.keep
        >
            <p class="dossier-card__procedure" lang=official()>{procedure}</p>
            <p>{words.remove_help}</p>
            <ErrorNotice error=dialog.error />
            <div class="actions">
                <Button kind=ButtonKind::Danger busy=busy on_press=remove>{words.remove}</Button>
            </div>
        </Dialog>
    }
}

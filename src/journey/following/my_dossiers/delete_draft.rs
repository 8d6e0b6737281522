//! Deletes a draft after the citizen has pressed «Xóa» and confirmed the deletion in a dialog. The draft disappears
//! from the list only after the server has deleted it, or has responded that it doesn't exist.

use contract::endpoints::DELETE_DRAFT;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::i18n::{official, use_words};
use crate::page::deleted_drafts::use_deleted_drafts;
use crate::page::load_errors::ErrorNotice;
use crate::reactive::dynamic;
use crate::ui::{Button, ButtonKind, Dialog};

/// The confirmation dialog. It holds the draft to delete, whether the dialog is open, and why a deletion failed.
#[derive(Clone, Copy)]
pub(super) struct DeleteDraft {
    /// Id of the draft and name of its procedure. `None` before the dialog is opened for the first time.
    draft: RwSignal<Option<(String, String)>>,
    open: RwSignal<bool>,
    error: RwSignal<Option<ClientError>>,
}

impl DeleteDraft {
    /// Creates a closed dialog.
    pub(super) fn new() -> Self {
        Self {
            draft: RwSignal::new(None),
            open: RwSignal::new(false),
            error: RwSignal::new(None),
        }
    }

    /// Opens the dialog, which asks whether to delete the draft.
    pub(super) fn confirm(self, id: &str, procedure: &str) {
        self.draft.set(Some((id.to_owned(), procedure.to_owned())));
        self.error.set(None);
        self.open.set(true);
    }
}

/// Renders the dialog. Calls `on_deleted` after the draft was deleted.
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
                Err(error) if !error.is_not_found() && !error.is_draft_deleted() => {
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
    let procedure = dynamic(move || {
        dialog
            .draft
            .with(|draft| draft.as_ref().map(|(_, procedure)| procedure.clone()))
    });
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

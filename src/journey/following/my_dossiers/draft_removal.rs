//! «Xóa» of a draft: asked first, and done only when the server says so. A draft that is gone already is gone.

use contract::ProblemCode;
use contract::endpoints::DELETE_DRAFT;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::i18n::{official, use_words};
use crate::page::deleted_drafts::use_deleted_drafts;
use crate::page::load_errors::ErrorNotice;
use crate::ui::{Button, ButtonKind, Dialog};

/// The draft that is asked about: its id and the name of its procedure.
#[derive(Clone, Copy)]
pub(super) struct DraftRemoval {
    asked: RwSignal<Option<(String, String)>>,
    open: RwSignal<bool>,
    trouble: RwSignal<Option<ClientError>>,
}

impl DraftRemoval {
    /// Nothing is asked yet.
    pub(super) fn new() -> Self {
        Self {
            asked: RwSignal::new(None),
            open: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }

    /// Asks whether the draft is to go.
    pub(super) fn ask(self, id: &str, procedure: &str) {
        self.asked.set(Some((id.to_owned(), procedure.to_owned())));
        self.trouble.set(None);
        self.open.set(true);
    }
}

/// The question, once a page.
pub(super) fn draft_removal_dialog(removal: DraftRemoval, on_gone: Callback<()>) -> impl IntoView {
    let words = use_words().following();
    let api = use_api();
    let deleted = use_deleted_drafts();
    let busy = RwSignal::new(false);
    let remove = Callback::new(move |()| {
        let Some((id, _)) = removal.asked.get_untracked() else {
            return;
        };
        busy.set(true);
        removal.trouble.set(None);
        spawn_local(async move {
            let outcome = api.act(&DELETE_DRAFT, &[&id]).await;
            busy.try_set(false);
            match outcome {
                Err(error) if !is_gone(&error) => {
                    removal.trouble.try_set(Some(error));
                }
                _ => {
                    deleted.add(&id);
                    removal.open.try_set(false);
                    on_gone.try_run(());
                }
            }
        });
    });
    let procedure = move || {
        removal
            .asked
            .with(|asked| asked.as_ref().map(|(_, procedure)| procedure.clone()))
    };
    view! {
        <Dialog
            id="remove-draft"
            open=removal.open
            title=words.remove_question
            close_label=words.keep
        >
            <p class="dossier-card__procedure" lang=official()>{procedure}</p>
            <p>{words.remove_help}</p>
            <ErrorNotice error=removal.trouble />
            <div class="actions">
                <Button kind=ButtonKind::Danger busy=busy on_press=remove>{words.remove}</Button>
            </div>
        </Dialog>
    }
}

fn is_gone(error: &ClientError) -> bool {
    matches!(error, ClientError::Refused(problem) if problem.code == ProblemCode::NotFound)
}

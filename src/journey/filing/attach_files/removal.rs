//! «Xóa» is asked first, and a file leaves the list only when the server is known to have let go of it.

use contract::endpoints::HEAD_UPLOAD;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::uploads::use_uploads;
use crate::api::use_api;
use crate::browser::{page, tus_upload};
use crate::i18n::use_words;
use crate::ui::{Button, ButtonKind, Dialog, Notice, NoticeKind};

/// Which file is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The upload of that number, of this visit.
    Mine(usize),
    /// One that only the server knows of, by its id.
    Known(String),
}

/// The file that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// Which one.
    pub(super) which: Which,
    /// Its name.
    pub(super) name: String,
    /// Element id of the file input it was chosen with; takes the focus afterwards.
    pub(super) field: String,
}

/// Whether a file is asked about, and which.
#[derive(Clone, Copy)]
pub struct Removal {
    asked: RwSignal<Option<Asked>>,
    open: RwSignal<bool>,
    failed: RwSignal<bool>,
    gone: RwSignal<bool>,
}

impl Removal {
    /// Nothing is asked yet.
    pub(super) fn new() -> Self {
        Self {
            asked: RwSignal::new(None),
            open: RwSignal::new(false),
            failed: RwSignal::new(false),
            gone: RwSignal::new(false),
        }
    }

    /// Asks whether the file is to go.
    pub(super) fn ask(self, asked: Asked) {
        self.asked.set(Some(asked));
        self.failed.set(false);
        self.gone.set(false);
        self.open.set(true);
    }
}

/// The question, once a page.
pub(super) fn removal_dialog(removal: Removal, draft: String) -> impl IntoView {
    let words = use_words().attach_files();
    let api = use_api();
    let uploads = use_uploads();
    let busy = RwSignal::new(false);
    let remove = Callback::new(move |()| {
        let Some(asked) = removal.asked.get_untracked() else {
            return;
        };
        busy.set(true);
        removal.failed.set(false);
        let draft = draft.clone();
        spawn_local(async move {
            let gone = match &asked.which {
                Which::Mine(number) => uploads.take_back(*number).await,
                Which::Known(id) => {
                    let address = api.url(&HEAD_UPLOAD, &[id]);
                    let gone = tus_upload::remove(address, api.authorization()).await;
                    if gone {
                        uploads.forget(&draft, id);
                    }
                    gone
                }
            };
            busy.try_set(false);
            if gone {
                removal.gone.try_set(true);
                removal.open.try_set(false);
            } else {
                removal.failed.try_set(true);
            }
        });
    });
    // The button that was pressed is gone with its file, and the browser would leave the focus nowhere.
    let closed = Callback::new(move |()| {
        let field = removal
            .asked
            .with_untracked(|asked| Some(asked.as_ref()?.field.clone()));
        if let (true, Some(field)) = (removal.gone.get_untracked(), field) {
            page::focus_at(&field, None);
        }
    });
    let name = move || {
        removal
            .asked
            .with(|asked| asked.as_ref().map(|asked| asked.name.clone()))
    };
    let trouble = move || {
        removal.failed.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Problem announce=true>
                    <p>{words.remove_failed}</p>
                </Notice>
            }
        })
    };
    view! {
        <Dialog
            id="remove-file"
            open=removal.open
            title=words.remove_question
            close_label=words.keep
            on_close=closed
        >
            <p class="attached-name">{name}</p>
            {trouble}
            <div class="actions">
                <Button kind=ButtonKind::Danger busy=busy on_press=remove>{words.remove}</Button>
            </div>
        </Dialog>
    }
}

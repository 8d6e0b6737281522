//! «Đăng xuất khỏi mọi thiết bị», this one too: asked first, and again when something unsaved would be lost.

use contract::endpoints::DELETE_DEVICES;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::i18n::use_words;
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_navigation;
use crate::routes;
use crate::session::use_session;
use crate::ui::{Button, ButtonKind, Dialog};

/// The button and its question.
#[component]
pub fn SignOutEverywhere() -> impl IntoView {
    let text = &use_words().account().devices;
    let api = use_api();
    let session = use_session();
    let go = use_navigation();
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let trouble = RwSignal::new(None::<ClientError>);
    let warned = RwSignal::new(false);
    let ask = Callback::new(move |()| {
        trouble.set(None);
        warned.set(false);
        open.set(true);
    });
    let sign_out = Callback::new(move |()| {
        let go = go.clone();
        busy.set(true);
        trouble.set(None);
        spawn_local(async move {
            if warned.try_get_untracked() == Some(false) && !session.flush_unsaved().await {
                warned.try_set(true);
                busy.try_set(false);
                return;
            }
            match api.send_empty(&DELETE_DEVICES, &[]).await {
                Ok(()) | Err(ClientError::SessionExpired) => {
                    // The session is over; what this tab holds goes with it.
                    session.sign_out();
                    go(&routes::home());
                }
                Err(error) => {
                    trouble.try_set(Some(error));
                    busy.try_set(false);
                }
            }
        });
    });
    view! {
        <div class="actions">
            <Button kind=ButtonKind::Danger on_press=ask>{text.everywhere}</Button>
        </div>
        <Dialog id="sign-out-everywhere" open=open title=text.question close_label=text.keep>
            <p>{text.question_help}</p>
            <p role="status">{move || warned.get().then_some(text.unsaved)}</p>
            <ErrorNotice error=trouble />
            <div class="actions">
                <Button kind=ButtonKind::Danger busy=busy on_press=sign_out>{text.everywhere}</Button>
            </div>
        </Dialog>
    }
}

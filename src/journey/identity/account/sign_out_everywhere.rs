//! The button «Đăng xuất khỏi mọi thiết bị»: signs the citizen out on all devices, including this one. A dialog asks
//! for confirmation first. If unsaved changes would be lost, the dialog shows a warning and asks again.
//! The sign-out on this device works even if the session has expired in the meantime.

use contract::endpoints::DELETE_DEVICES;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::i18n::use_words;
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_navigation;
use crate::reactive::dynamic;
use crate::routes;
use crate::session::use_session;
use crate::ui::{Button, ButtonKind, Dialog};

/// The button «Đăng xuất khỏi mọi thiết bị» and its dialog.
/// Sends `DELETE /account/devices`. Unsaved changes on this device are sent first.
#[component]
pub fn SignOutEverywhere() -> impl IntoView {
    let text = &use_words().account().devices;
    let api = use_api();
    let session = use_session();
    let go = use_navigation();
    let (is_open, is_busy) = (RwSignal::new(false), RwSignal::new(false));
    let error = RwSignal::new(None::<ClientError>);
    let is_warned = RwSignal::new(false);
    let open_dialog = Callback::new(move |()| {
        error.set(None);
        is_warned.set(false);
        is_open.set(true);
    });
    let sign_out = Callback::new(move |()| {
        let go = go.clone();
        is_busy.set(true);
        error.set(None);
        spawn_local(async move {
            // The first press sends the unsaved changes. If that fails, the dialog warns the citizen, and a second
            // press signs out without sending them.
            if is_warned.try_get_untracked() == Some(false) && !session.flush_unsaved().await {
                is_warned.try_set(true);
                is_busy.try_set(false);
                return;
            }
            match api.send_empty(&DELETE_DEVICES, &[]).await {
                Ok(()) | Err(ClientError::SessionExpired) => {
                    // The session has ended on the server. So this tab ends it too, and deletes its personal data.
                    session.sign_out();
                    go(&routes::home());
                }
                Err(refusal) => {
                    error.try_set(Some(refusal));
                    is_busy.try_set(false);
                }
            }
        });
    });
    view! {
        <div class="actions">
            <Button kind=ButtonKind::Danger on_press=open_dialog>{text.everywhere}</Button>
        </div>
        <Dialog id="sign-out-everywhere" open=is_open title=text.question close_label=text.keep>
            <p>{text.question_help}</p>
            <p role="status">{dynamic(move || is_warned.get().then_some(text.unsaved))}</p>
            <ErrorNotice error=error />
            <div class="actions">
                <Button kind=ButtonKind::Danger busy=is_busy on_press=sign_out>{text.everywhere}</Button>
            </div>
        </Dialog>
    }
}

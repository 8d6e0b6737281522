//! The checkbox «Máy dùng chung» for the current session: whether several people use this device. On a shared device
//! the session expires earlier, and nothing is stored on the device.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ClientError;
use crate::i18n::use_words;
use crate::page::load_errors::ErrorNotice;
use crate::reactive::effect;
use crate::session::use_session;
use crate::ui::Checkbox;

/// The checkbox «Máy dùng chung».
/// Sends `PATCH /session`. After the response, this tab uses the session's new expiry times.
#[component]
pub fn DeviceSharing() -> impl IntoView {
    let text = &use_words().sign_in().shared_device;
    let session = use_session();
    let is_checked = RwSignal::new(session.is_device_shared_untracked());
    let status = RwSignal::new("");
    let error = RwSignal::new(None::<ClientError>);
    // The citizen may also change «Máy dùng chung» in another tab.
    let is_shared = Memo::new(move |_| session.is_device_shared());
    effect(move || is_checked.set(is_shared.get()));
    let change = Callback::new(move |()| {
        let requested = is_checked.get_untracked();
        status.set("");
        error.set(None);
        spawn_local(async move {
            match session.set_device_shared(requested).await {
                Ok(()) => {
                    status.try_set(if requested { text.on } else { text.off });
                }
                Err(refusal) => {
                    // The request failed, so set the checkbox back to the state that the server has.
                    is_checked.try_set(!requested);
                    error.try_set(Some(refusal));
                }
            }
        });
    });
    view! {
        <h2>{text.title}</h2>
        <Checkbox
            id="shared-device"
            label=text.label
            hint=text.hint
            checked=is_checked
            on_change=change
        />
        <p class="muted" role="status">
            {status}
        </p>
        <ErrorNotice error=error />
    }
}

//! «Máy dùng chung»: the citizen says that others use this device too; the session then ends sooner, and nothing is kept
//! here.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ClientError;
use crate::i18n::use_words;
use crate::page::load_errors::ErrorNotice;
use crate::session::use_session;
use crate::ui::Checkbox;

/// The switch.
#[component]
pub fn DeviceSharing() -> impl IntoView {
    let text = &use_words().sign_in().shared_device;
    let session = use_session();
    let shared = RwSignal::new(session.is_device_shared_untracked());
    let said = RwSignal::new("");
    let trouble = RwSignal::new(None::<ClientError>);
    // What another tab said of the device is so here too.
    let held = Memo::new(move |_| session.is_device_shared());
    Effect::new(move |_| shared.set(held.get()));
    let change = Callback::new(move |()| {
        let wanted = shared.get_untracked();
        said.set("");
        trouble.set(None);
        spawn_local(async move {
            match session.set_device_shared(wanted).await {
                Ok(()) => {
                    said.try_set(if wanted { text.on } else { text.off });
                }
                Err(error) => {
                    // As it was: the box must not say what doesn't hold.
                    shared.try_set(!wanted);
                    trouble.try_set(Some(error));
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
            checked=shared
            on_change=change
        />
        <p class="quiet" role="status">
            {said}
        </p>
        <ErrorNotice error=trouble />
    }
}

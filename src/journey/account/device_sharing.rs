//! «Máy dùng chung»: the citizen says that others use this device too; the backend then ends the session sooner.

use contract::endpoints::{GET_SESSION, PATCH_SESSION};
use contract::session::SessionChange;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::i18n::use_words;
use crate::journey::trouble::TroubleNotice;
use crate::session::use_session;
use crate::ui::Checkbox;

/// The switch, once it is known how it stands.
#[component]
pub fn DeviceSharing() -> impl IntoView {
    let text = &use_words().account().device_sharing;
    let api = use_api();
    let session = use_session();
    let shared = RwSignal::new(false);
    let known = RwSignal::new(false);
    let said = RwSignal::new("");
    let trouble = RwSignal::new(None::<ClientError>);
    spawn_local(async move {
        if let Ok(Some(now)) = api.get(&GET_SESSION, &[], "").await {
            shared.try_set(now.shared_device);
            known.try_set(true);
        }
    });
    let change = Callback::new(move |()| {
        let wanted = SessionChange {
            shared_device: shared.get_untracked(),
        };
        said.set("");
        trouble.set(None);
        spawn_local(async move {
            match api.send(&PATCH_SESSION, &[], &wanted, Vec::new()).await {
                Ok(changed) => {
                    said.try_set(if changed.shared_device {
                        text.on
                    } else {
                        text.off
                    });
                    session.begin(changed);
                }
                Err(error) => {
                    // As it was: the box must not say what doesn't hold.
                    shared.try_set(!wanted.shared_device);
                    trouble.try_set(Some(error));
                }
            }
        });
    });
    view! {
        <Show when=move || known.get()>
            <h2>{text.title}</h2>
            <Checkbox
                id="shared-device"
                label=text.label
                hint=text.hint
                checked=shared
                on_changed=change
            />
            <p class="quiet" role="status">
                {said}
            </p>
            <TroubleNotice error=trouble />
        </Show>
    }
}

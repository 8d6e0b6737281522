//! «Máy dùng chung», said before a session begins, at every way in. What was said on one page of a way still holds on the
//! next.

use leptos::prelude::*;

use super::identity_input::use_identity_input;
use crate::i18n::use_words;
use crate::ui::checkbox::Checkbox;

/// The box; it stands before whatever begins the session or leaves the app to begin it.
#[component]
pub fn SharedDeviceCheckbox() -> impl IntoView {
    let text = &use_words().sign_in().shared_device;
    let shared = use_identity_input().shared_device;
    view! { <Checkbox id="shared-device" label=text.label hint=text.hint checked=shared /> }
}

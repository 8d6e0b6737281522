//! The checkbox «Máy dùng chung» (shared device), on each page that may begin a session. All pages share its state.

use leptos::prelude::*;

use super::identity_input::use_identity_input;
use crate::i18n::use_words;
use crate::ui::checkbox::Checkbox;

/// The checkbox «Máy dùng chung». Place it above the button or link that begins the session.
/// Its state is sent with the sign-in request, or passed to the backend in the link to the identity provider.
#[component]
pub fn SharedDeviceCheckbox() -> impl IntoView {
    let text = &use_words().sign_in().shared_device;
    let is_shared = use_identity_input().shared_device;
    view! { <Checkbox id="shared-device" label=text.label hint=text.hint checked=is_shared /> }
}

//! The checkbox «Máy dùng chung», on each page that may begin a session. All pages share its state.

use leptos::prelude::*;

use super::identity_input::use_identity_input;
use crate::i18n::use_words;
use crate::ui::checkbox::Checkbox;

/// The checkbox. Place it before the button or link that begins the session.
/// The state is sent with the sign-in, or to the identity provider's return URL.
#[component]
pub fn SharedDeviceCheckbox() -> impl IntoView {
    let text = &use_words().sign_in().shared_device;
    let is_shared = use_identity_input().shared_device;
    view! { <Checkbox id="shared-device" label=text.label hint=text.hint checked=is_shared /> }
}

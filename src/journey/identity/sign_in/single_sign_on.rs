//! Links to the identity providers (R0.14, R4.2). The backend does the whole exchange with a provider. The app only
//! links to the backend, and passes the page to return to. If the provider reports an error, the backend returns it as
//! a word in the URL of the sign-in page.
//!
//! This page loads nothing from a provider: no script and no image. It sends no request to a provider before the
//! citizen follows the link.

use contract::endpoints::GET_SINGLE_SIGN_ON;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::identity_input::use_identity_input;
use super::next_page::{self, ERROR_PARAMETER};
use crate::api::use_api;
use crate::browser::query;
use crate::i18n::sign_in::SignInFormWords;
use crate::i18n::{official, use_words};
use crate::reactive::dynamic;
use crate::ui::notice::{Notice, NoticeKind};

/// Returns a function that makes the URL for signing in through a provider. The URL contains the page to return to, and
/// whether «Máy dùng chung» is checked. The returned function is reactive. Call the hook while the component is
/// created.
pub(super) fn use_single_sign_on_url() -> impl Fn(&str) -> String + Copy + Send + Sync + 'static {
    let api = use_api();
    let is_shared = use_identity_input().shared_device;
    move |provider: &str| {
        let shared = match is_shared.get() {
            true => "true",
            false => "",
        };
        let query = query::encode_query(&[
            ("back", &next_page::destination()),
            ("shared_device", shared),
        ]);
        api.url(&GET_SINGLE_SIGN_ON, &[provider]) + &query
    }
}

/// The link to sign in through one identity provider. `rel="external"` makes the browser follow the link, and not the
/// app's router.
#[component]
pub fn ProviderButton(
    /// Name of the provider in the API.
    provider: String,
    /// Label of the button.
    label: String,
) -> impl IntoView {
    let url = use_single_sign_on_url();
    view! {
        <a class="button button--primary" href=move || url(&provider) rel="external">
            <span lang=official()>{label}</span>
        </a>
    }
}

/// Shows the error that an identity provider has reported. It is taken from the URL of the page.
#[component]
pub fn SingleSignOnErrorNotice() -> impl IntoView {
    let text = &use_words().sign_in().form;
    let search = use_location().search;
    dynamic(move || {
        let error = search.with(|search| query::value(search, ERROR_PARAMETER))?;
        Some(view! {
            <Notice kind=NoticeKind::Warning announce=true>
                <p>{error_text(text, &error)}</p>
            </Notice>
        })
    })
}

/// The text for an error. Anyone can write the URL's parameter. So for an unknown value, the text says only that the
/// sign-in failed.
fn error_text(text: &SignInFormWords, error: &str) -> &'static str {
    match error {
        "cancelled" => text.cancelled,
        "expired" => text.expired,
        "unverified" => text.unverified,
        _ => text.failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_error_only_says_that_the_sign_in_failed() {
        let words = &crate::i18n::Language::Vi.words().sign_in().form;
        assert_eq!(error_text(words, "cancelled"), words.cancelled);
        assert_eq!(error_text(words, "<b>call 0912</b>"), words.failed);
    }
}

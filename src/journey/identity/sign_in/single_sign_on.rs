//! Leaving for the identity provider (R0.14, R4.2): the backend does all of it; the app links to it and names the page
//! to come back to. What went wrong there comes back as one word of a few.

use contract::endpoints::GET_SINGLE_SIGN_ON;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::onward;
use super::slip::use_slip;
use crate::api::use_api;
use crate::browser::query;
use crate::i18n::sign_in::SignInFormWords;
use crate::i18n::{official, use_words};
use crate::ui::notice::{Notice, NoticeKind};

/// Gives the address that leads to a provider and back to where the citizen wants to go, to a session of a shared device
/// where that is ticked; tracked. Call the hook while drawing.
pub(super) fn use_single_sign_on() -> impl Fn(&str) -> String + Copy + Send + Sync + 'static {
    let api = use_api();
    let shared = use_slip().shared_device;
    move |provider: &str| {
        let shared = match shared.get() {
            true => "true",
            false => "",
        };
        let asked = query::text(&[("back", &onward::destination()), ("shared_device", shared)]);
        api.url(&GET_SINGLE_SIGN_ON, &[provider]) + &asked
    }
}

/// The way over one identity provider. The browser itself follows it: it leaves the app.
#[component]
pub fn SingleSignOn(
    /// Names the provider.
    provider: String,
    /// What stands on the button.
    label: String,
) -> impl IntoView {
    let address = use_single_sign_on();
    view! {
        <a class="button button--primary" href=move || address(&provider) rel="external">
            <span lang=official()>{label}</span>
        </a>
    }
}

/// What went wrong at the identity provider, from the page's address.
#[component]
pub fn SingleSignOnTrouble() -> impl IntoView {
    let text = &use_words().sign_in().form;
    let search = use_location().search;
    move || {
        let trouble = search.with(|search| query::value(search, TROUBLE))?;
        Some(view! {
            <Notice kind=NoticeKind::Warning announce=true>
                <p>{said(text, &trouble)}</p>
            </Notice>
        })
    }
}

/// The key in the address of the sign-in page.
pub(super) const TROUBLE: &str = "trouble";

fn said(text: &SignInFormWords, trouble: &str) -> &'static str {
    match trouble {
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
    fn a_word_made_up_by_somebody_else_says_no_more_than_that_it_failed() {
        let words = &crate::i18n::Language::Vi.words().sign_in().form;
        assert_eq!(said(words, "cancelled"), words.cancelled);
        assert_eq!(said(words, "<b>call 0912</b>"), words.failed);
    }
}

//! The sign-in page. The citizen signs in through an identity provider, if the backend offers one (R0.14), or by
//! password (R2.6–R2.8, R4.2–R4.4). If the backend offers neither, the page says so.

use contract::portal::{Portal, SignInMethod};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::account_kind::password_kinds;
use super::next_page;
use super::portal_loader::PortalLoader;
use super::shared_device::SharedDeviceCheckbox;
use super::sign_in_form::SignInForm;
use super::signed_in_notice::SignedInNotice;
use super::single_sign_on::{ProviderButton, SingleSignOnErrorNotice};
use crate::i18n::use_words;
use crate::page::form_submission::FormSubmission;
use crate::routes;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::page::Page;

/// The sign-in page.
/// It first stores the query parameter `next`, because every sign-in method may leave this page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().form;
    next_page::save_destination(&use_location().search.get_untracked());
    let form = FormSubmission::new();
    let ready = move |portal: Portal| methods(form, &portal).into_any();
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <ErrorSummary title=words.errors().summary errors=form.summary />
            <SingleSignOnErrorNotice />
            <SignedInNotice />
            <PortalLoader ready=ready />
            <p>
                {text.no_account} " "
                <a href=routes::register()>{words.register().form.submit}</a>
            </p>
        </Page>
    }
}

/// Renders the sign-in methods that the backend offers, with the identity providers first.
fn methods(form: FormSubmission, portal: &Portal) -> impl IntoView + use<> {
    let text = &use_words().sign_in().form;
    let providers = providers_of(&portal.sign_in);
    let kinds = password_kinds(&portal.sign_in);
    let (has_providers, has_password) = (!providers.is_empty(), kinds.is_some());
    let provider_buttons = has_providers.then(|| {
        let buttons: Vec<_> = providers
            .into_iter()
            .map(|(provider, label)| view! { <ProviderButton provider=provider label=label /> })
            .collect();
        view! {
            <SharedDeviceCheckbox />
            <div class="sign-in-options">{buttons}</div>
            <p class="muted">{text.provider_help}</p>
        }
    });
    // A heading separates the identity providers from the password form, if the page shows both.
    let password_heading =
        (has_providers && has_password).then(|| view! { <h2>{text.by_password}</h2> });
    let password_form =
        kinds.map(|kinds| view! { <SignInForm form=form kinds=Signal::stored(kinds) /> });
    let no_method = (!has_providers && !has_password).then(|| view! { <p>{text.none}</p> });
    view! {
        {provider_buttons}
        {password_heading}
        {password_form}
        {no_method}
    }
}

/// The identity providers that the backend offers: for each, its name in the API and the label of its button.
fn providers_of(methods: &[SignInMethod]) -> Vec<(String, String)> {
    let provider = |method: &SignInMethod| match method {
        SignInMethod::SingleSignOn { provider, label } => Some((provider.clone(), label.clone())),
        _ => None,
    };
    methods.iter().filter_map(provider).collect()
}

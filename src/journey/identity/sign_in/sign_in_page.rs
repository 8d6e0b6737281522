//! Signing in: over an identity provider where the backend has one (R0.14), or by password (R2.6–R2.8, R4.2–R4.4).

use contract::portal::{Portal, SignInMethod};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::kind::password_kinds;
use super::of_portal::OfPortal;
use super::onward;
use super::password_form::PasswordForm;
use super::single_sign_on::{SingleSignOn, SingleSignOnTrouble};
use super::whose_device::SharedDevice;
use crate::i18n::use_words;
use crate::page::form_submission::FormSubmission;
use crate::routes;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::page::Page;

/// The page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().form;
    onward::remember(&use_location().search.get_untracked());
    let form = FormSubmission::new();
    let ready = move |portal: Portal| ways(form, &portal).into_any();
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <ErrorSummary title=words.errors().summary problems=form.summary />
            <SingleSignOnTrouble />
            <OfPortal ready=ready />
            <p>
                {text.no_account} " "
                <a href=routes::register()>{words.register().form.submit}</a>
            </p>
        </Page>
    }
}

/// The ways that the backend offers, those over an identity provider first.
fn ways(form: FormSubmission, portal: &Portal) -> impl IntoView + use<> {
    let text = &use_words().sign_in().form;
    let providers = providers_of(&portal.sign_in);
    let kinds = password_kinds(&portal.sign_in);
    let (leaves, stays) = (!providers.is_empty(), kinds.is_some());
    let over_providers = leaves.then(|| {
        let buttons: Vec<_> = providers
            .into_iter()
            .map(|(provider, label)| view! { <SingleSignOn provider=provider label=label /> })
            .collect();
        view! {
            <SharedDevice />
            <div class="sign-in-ways">{buttons}</div>
            <p class="quiet">{text.provider_help}</p>
        }
    });
    let second = (leaves && stays).then(|| view! { <h2>{text.by_password}</h2> });
    let by_password =
        kinds.map(|kinds| view! { <PasswordForm form=form kinds=Signal::stored(kinds) /> });
    let none = (!leaves && !stays).then(|| view! { <p>{text.none}</p> });
    view! {
        {over_providers}
        {second}
        {by_password}
        {none}
    }
}

/// The identity providers, each by its name and the words on its button.
fn providers_of(ways: &[SignInMethod]) -> Vec<(String, String)> {
    let provider = |way: &SignInMethod| match way {
        SignInMethod::SingleSignOn { provider, label } => Some((provider.clone(), label.clone())),
        _ => None,
    };
    ways.iter().filter_map(provider).collect()
}

//! Signing in: over an identity provider where the backend has one (R0.14), or by password (R2.6–R2.8, R4.2–R4.4).

use contract::portal::{Portal, SignInWay};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::kind::password_kinds;
use super::onward;
use super::password_form::PasswordForm;
use super::single_sign_on::{SingleSignOn, SingleSignOnTrouble};
use crate::api::Load;
use crate::i18n::use_words;
use crate::journey::form_problems::FormProblems;
use crate::routes;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::page::Page;

/// The page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().entry;
    onward::remember(&use_location().search.get_untracked());
    let form = FormProblems::new();
    let portal = use_context::<RwSignal<Load<Portal>>>();
    let ways = Memo::new(move |_| match portal.map(|portal| portal.get()) {
        Some(Load::Ready(portal)) => portal.sign_in,
        // Until the backend has answered, the form is there: it is the way nearly every backend has.
        _ => vec![SignInWay::Password {
            accounts: Vec::new(),
        }],
    });
    let providers = Memo::new(move |_| ways.with(|ways| providers_of(ways)));
    let kinds = Memo::new(move |_| ways.with(|ways| password_kinds(ways)));
    let has_password = Memo::new(move |_| kinds.with(Option::is_some));
    let kinds = Signal::derive(move || kinds.get().unwrap_or_default());
    let over_providers = move || {
        let providers = providers.get();
        (!providers.is_empty()).then(|| {
            let buttons: Vec<_> = providers
                .into_iter()
                .map(|(provider, label)| view! { <SingleSignOn provider=provider label=label /> })
                .collect();
            view! {
                <div class="sign-in-ways">{buttons}</div>
                <p class="quiet">{text.leaving}</p>
            }
        })
    };
    let second = move || {
        let second = has_password.get() && providers.with(|all| !all.is_empty());
        second.then(|| view! { <h2>{text.by_password}</h2> })
    };
    let by_password = move || {
        has_password
            .get()
            .then(|| view! { <PasswordForm form=form kinds=kinds /> })
    };
    let none = move || {
        let some = has_password.get() || providers.with(|all| !all.is_empty());
        (!some).then(|| view! { <p>{text.none}</p> })
    };
    view! {
        <Page title=text.title site=words.shell().name prefix=form.prefix()>
            <ErrorSummary title=words.trouble().summary problems=form.listed />
            <SingleSignOnTrouble />
            {over_providers}
            {second}
            {by_password}
            {none}
            <p>
                {text.no_account} " "
                <a href=routes::register()>{words.register().slip.submit}</a>
            </p>
        </Page>
    }
}

/// The identity providers, each by its name and the words on its button.
fn providers_of(ways: &[SignInWay]) -> Vec<(String, String)> {
    let provider = |way: &SignInWay| match way {
        SignInWay::SingleSignOn { provider, label } => Some((provider.clone(), label.clone())),
        _ => None,
    };
    ways.iter().filter_map(provider).collect()
}

//! The pages where a registration starts (R2.4–R2.5). The first page lists the registration methods that the backend
//! offers. For each method, it shows how far the citizen's identity is verified (the level). The second page has the
//! form of the method «Thuê bao di động» (R0.9–R0.10); it is followed by a one-time code.

use contract::account::AccountKind;
use contract::portal::{Portal, RegistrationMethod};
use leptos::prelude::*;

use super::next_page;
use super::portal_loader::PortalLoader;
use super::registration_form::RegistrationForm;
use super::shared_device::SharedDeviceCheckbox;
use super::signed_in_notice::SignedInNotice;
use super::single_sign_on::use_single_sign_on_url;
use crate::i18n::{official, use_words};
use crate::page::form_submission::FormSubmission;
use crate::routes;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::page::Page;

/// The page that lists the registration methods.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let words = use_words();
    let text = &words.register().methods;
    let ready = move |portal: Portal| {
        let is_single_sign_on =
            |method: &RegistrationMethod| matches!(method, RegistrationMethod::SingleSignOn { .. });
        // This page has the checkbox «Máy dùng chung» only for registration through an identity provider. For
        // registration by phone, the page that sets the password has it.
        let shared_device = portal
            .register
            .iter()
            .any(is_single_sign_on)
            .then(|| view! { <SharedDeviceCheckbox /> });
        let methods: Vec<AnyView> = portal
            .register
            .into_iter()
            .filter_map(method_link)
            .collect();
        // A backend may offer no registration online, only at its counter.
        match methods.is_empty() {
            true => view! { <p>{text.none}</p> }.into_any(),
            false => view! {
                <p class="lede">{text.intro}</p>
                <h2>{text.levels_heading}</h2>
                {shared_device}
                <ul class="link-list link-list--described">{methods}</ul>
            }
            .into_any(),
        }
    };
    view! {
        <Page title=text.title>
            <SignedInNotice />
            <PortalLoader ready=ready />
            <p>
                {text.have_account} " "
                <a href=next_page::sign_in_path()>{words.sign_in().form.submit}</a>
            </p>
        </Page>
    }
}

/// The link to a registration method. `None` for a method that this version of the app doesn't know.
fn method_link(method: RegistrationMethod) -> Option<AnyView> {
    let text = &use_words().register().methods;
    let single_sign_on_url = use_single_sign_on_url();
    match method {
        RegistrationMethod::SingleSignOn { provider, label } => Some(
            view! {
                <li>
                    <a href=move || single_sign_on_url(&provider) rel="external">
                        <span>
                            <span lang=official()>{label}</span>
                            " "
                            <span class="choice__help">{text.identity_level}</span>
                        </span>
                    </a>
                </li>
            }
            .into_any(),
        ),
        RegistrationMethod::Phone { .. } => Some(
            view! {
                <li>
                    <a href=routes::register_phone()>
                        <span>
                            {text.phone} " " <span class="choice__help">{text.phone_level}</span> " "
                            <span class="choice__help">{text.phone_help}</span>
                        </span>
                    </a>
                </li>
            }
            .into_any(),
        ),
        // A method from a newer version of the API contract.
        RegistrationMethod::Other => None,
    }
}

/// The page with the registration form of «Thuê bao di động».
#[component]
pub fn RegisterPhonePage() -> impl IntoView {
    let words = use_words();
    let text = &words.register().form;
    let form = FormSubmission::new();
    // A citizen may open this route directly, even if the backend doesn't offer registration by phone.
    let ready = move |portal: Portal| match phone_kinds(&portal.register) {
        None => view! { <p>{words.register().methods.none}</p> }.into_any(),
        Some(kinds) => view! {
            <p class="lede">{text.intro}</p>
            <RegistrationForm form=form kinds=kinds purposes=portal.consents />
        }
        .into_any(),
    };
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <ErrorSummary title=words.errors().summary errors=form.summary />
            <SignedInNotice />
            <PortalLoader ready=ready />
        </Page>
    }
}

/// The kinds of account that can be registered by phone. `None` if the backend doesn't offer registration by phone.
fn phone_kinds(methods: &[RegistrationMethod]) -> Option<Vec<AccountKind>> {
    methods.iter().find_map(|method| match method {
        RegistrationMethod::Phone { accounts } => Some(accounts.clone()),
        _ => None,
    })
}

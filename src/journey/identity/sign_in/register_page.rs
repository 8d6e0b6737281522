//! The pages that start a registration (R2.4–R2.5). The first lists the methods of the backend, each with the level at which
//! it verifies the citizen's identity. The second has the form of «Thuê bao di động» (R0.9–R0.10); a one-time code follows.

use contract::account::AccountKind;
use contract::portal::{Portal, RegistrationMethod};
use leptos::prelude::*;

use super::next_page;
use super::portal_loader::PortalLoader;
use super::registration_form::RegistrationForm;
use super::shared_device::SharedDeviceCheckbox;
use super::single_sign_on::use_single_sign_on_url;
use crate::i18n::{official, use_words};
use crate::page::form_submission::FormSubmission;
use crate::routes;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::page::Page;

/// The list of registration methods.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let words = use_words();
    let text = &words.register().methods;
    let ready = move |portal: Portal| {
        let is_single_sign_on =
            |method: &RegistrationMethod| matches!(method, RegistrationMethod::SingleSignOn { .. });
        // For registration by phone, the page of the password has the checkbox.
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
        // A backend may have registration only at its counter.
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
            <PortalLoader ready=ready />
            <p>
                {text.have_account} " "
                <a href=next_page::sign_in_path()>{words.sign_in().form.submit}</a>
            </p>
        </Page>
    }
}

/// The link of a method. `None` for a method that this version of the app doesn't know.
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
                            <span class="option__help">{text.identity_level}</span>
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
                            {text.phone} " " <span class="option__help">{text.phone_level}</span> " "
                            <span class="option__help">{text.phone_help}</span>
                        </span>
                    </a>
                </li>
            }
            .into_any(),
        ),
        // A method of a newer version of the contract.
        RegistrationMethod::Other => None,
    }
}

/// The page of the registration form of «Thuê bao di động».
#[component]
pub fn RegisterPhonePage() -> impl IntoView {
    let words = use_words();
    let text = &words.register().form;
    let form = FormSubmission::new();
    // A citizen may open this route directly although the backend has no registration by phone.
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
            <PortalLoader ready=ready />
        </Page>
    }
}

/// The kinds of account that register by phone. `None` if the backend has no registration by phone.
fn phone_kinds(methods: &[RegistrationMethod]) -> Option<Vec<AccountKind>> {
    methods.iter().find_map(|method| match method {
        RegistrationMethod::Phone { accounts } => Some(accounts.clone()),
        _ => None,
    })
}

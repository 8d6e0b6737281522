//! Registering (R2.4–R2.5): the ways the backend offers, each with how far it verifies who one is; then the slip of
//! «Thuê bao di động» (R0.9–R0.10). A one-time code follows.

use contract::account::AccountKind;
use contract::portal::{Portal, RegistrationMethod};
use leptos::prelude::*;

use super::of_portal::OfPortal;
use super::onward;
use super::single_sign_on::use_single_sign_on;
use super::slip_form::SlipForm;
use super::whose_device::SharedDevice;
use crate::i18n::{official, use_words};
use crate::page::form_submission::FormSubmission;
use crate::routes;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::page::Page;

/// The ways to register that the backend offers.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let words = use_words();
    let text = &words.register().methods;
    let ready = move |portal: Portal| {
        let leaves =
            |way: &RegistrationMethod| matches!(way, RegistrationMethod::SingleSignOn { .. });
        let shared = portal
            .register
            .iter()
            .any(leaves)
            .then(|| view! { <SharedDevice /> });
        let ways: Vec<AnyView> = portal.register.into_iter().filter_map(way).collect();
        match ways.is_empty() {
            true => view! { <p>{text.none}</p> }.into_any(),
            false => view! {
                <p class="lede">{text.intro}</p>
                <h2>{text.levels_heading}</h2>
                {shared}
                <ul class="ways ways--told">{ways}</ul>
            }
            .into_any(),
        }
    };
    view! {
        <Page title=text.title>
            <OfPortal ready=ready />
            <p>
                {text.have_account} " "
                <a href=onward::sign_in_address()>{words.sign_in().form.submit}</a>
            </p>
        </Page>
    }
}

fn way(way: RegistrationMethod) -> Option<AnyView> {
    let text = &use_words().register().methods;
    let single_sign_on = use_single_sign_on();
    match way {
        RegistrationMethod::SingleSignOn { provider, label } => Some(
            view! {
                <li>
                    <a href=move || single_sign_on(&provider) rel="external">
                        <span>
                            <span lang=official()>{label}</span>
                            " "
                            <span class="way__help">{text.identity_level}</span>
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
                            {text.phone} " " <span class="way__help">{text.phone_level}</span> " "
                            <span class="way__help">{text.phone_help}</span>
                        </span>
                    </a>
                </li>
            }
            .into_any(),
        ),
        RegistrationMethod::Other => None,
    }
}

/// The slip of «Thuê bao di động».
#[component]
pub fn RegisterPhonePage() -> impl IntoView {
    let words = use_words();
    let text = &words.register().form;
    let form = FormSubmission::new();
    let ready = move |portal: Portal| match kinds(&portal.register) {
        None => view! { <p>{words.register().methods.none}</p> }.into_any(),
        Some(kinds) => view! {
            <p class="lede">{text.intro}</p>
            <SlipForm form=form kinds=kinds purposes=portal.consents />
        }
        .into_any(),
    };
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <ErrorSummary title=words.errors().summary problems=form.summary />
            <OfPortal ready=ready />
        </Page>
    }
}

/// The kinds of account that register by phone; `None` where nobody does.
fn kinds(ways: &[RegistrationMethod]) -> Option<Vec<AccountKind>> {
    ways.iter().find_map(|way| match way {
        RegistrationMethod::Phone { accounts } => Some(accounts.clone()),
        _ => None,
    })
}

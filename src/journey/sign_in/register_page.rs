//! Registering: the ways the backend offers, and the slip of «Thuê bao di động» (R0.9–R0.10). A one-time
//! code follows.

use contract::portal::{Portal, RegisterWay};
use leptos::prelude::*;

use super::onward;
use super::slip_form::SlipForm;
use crate::api::Load;
use crate::i18n::use_words;
use crate::journey::form_problems::FormProblems;
use crate::journey::trouble::TroubleNotice;
use crate::routes;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

/// The ways to register that the backend offers (R2.4).
#[component]
pub fn RegisterPage() -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().ways;
    let portal = use_context::<RwSignal<Load<Portal>>>();
    let ways = move || match portal.map_or(Load::Waiting, |portal| portal.get()) {
        Load::Waiting => view! { <Skeleton lines=2 label=words.trouble().loading /> }.into_any(),
        // The app goes on asking by itself.
        Load::Failed(error) => {
            view! { <TroubleNotice error=Signal::stored(Some(error)) /> }.into_any()
        }
        Load::Ready(portal)
            if portal
                .register
                .iter()
                .any(|way| matches!(way, RegisterWay::Phone { .. })) =>
        {
            view! { <PhoneWay /> }.into_any()
        }
        Load::Ready(_) => view! { <p>{text.none}</p> }.into_any(),
    };
    view! {
        <Page title=text.title site=words.shell().name>
            {ways}
            <p>
                {text.have_account} " "
                <a href=onward::sign_in_address()>{words.sign_in().entry.submit}</a>
            </p>
        </Page>
    }
}

#[component]
fn PhoneWay() -> impl IntoView {
    let text = &use_words().sign_in().ways;
    view! {
        <p class="lede">{text.lede}</p>
        <ul class="ways">
            <li>
                <a href=routes::register_phone()>
                    <span>
                        {text.phone} <span class="way__help">{text.phone_help}</span>
                    </span>
                </a>
            </li>
        </ul>
    }
}

/// The slip of «Thuê bao di động».
#[component]
pub fn RegisterPhonePage() -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().slip;
    let form = FormProblems::new();
    view! {
        <Page title=text.title site=words.shell().name prefix=form.prefix()>
            <p class="lede">{text.lede}</p>
            <ErrorSummary title=words.trouble().summary problems=form.listed />
            <SlipForm form=form />
        </Page>
    }
}

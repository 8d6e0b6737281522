//! The page for somebody whose phone number still belongs to the account of its former owner. A one-time code proves that
//! they hold the number. The number leaves the account after a waiting time, unless its owner keeps it. Afterwards the
//! page shows the day.

use contract::account::PhoneRelease;
use contract::endpoints::POST_PHONE_RELEASE;
use domain::format;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::identity_input::use_identity_input;
use super::registration_fields as fields;
use super::registration_fields::nfc_text;
use crate::api::use_api;
use crate::i18n::use_words;
use crate::journey::identity::last_outcome::LastOutcome;
use crate::page::dates::format_date;
use crate::page::form_submission::FormSubmission;
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_navigation;
use crate::routes;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::error_summary::ErrorSummary;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page::Page;

/// The page that releases a phone number.
/// Sends `POST /phone-releases`, and opens the code page of the returned challenge (one-time code).
#[component]
pub fn PhoneReleasePage() -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().phone_release;
    let form = FormSubmission::new();
    let content = match LastOutcome::take() {
        Some(LastOutcome::PhoneLeaves(day)) => {
            let sentence = [text.leaves_before, &format_date(&day), text.leaves_after].concat();
            let home = (routes::home(), words.shell().home);
            view! { <Released sentence=sentence next=home /> }.into_any()
        }
        Some(LastOutcome::PhoneFree) => {
            let register = (routes::register_phone(), words.register().form.submit);
            view! { <Released sentence=text.free.to_owned() next=register /> }.into_any()
        }
        _ => view! { <PhoneReleaseForm form=form /> }.into_any(),
    };
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <ErrorSummary title=words.errors().summary errors=form.summary />
            {content}
        </Page>
    }
}

/// Says what the code has led to, with a link to the page `next`: its URL and its label.
#[component]
fn Released(sentence: String, next: (String, &'static str)) -> impl IntoView {
    let (href, label) = next;
    view! {
        <Notice kind=NoticeKind::Success announce=true>
            <p>{sentence}</p>
        </Notice>
        <div class="actions">
            <ButtonLink href=href>{label}</ButtonLink>
        </div>
    }
}

/// The form with the phone number.
#[component]
fn PhoneReleaseForm(form: FormSubmission) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().phone_release;
    let api = use_api();
    let input = use_identity_input();
    let go = use_navigation();
    let field = move || fields::phone_field(&words.register().form, input);
    let request_code = Callback::new(move |()| {
        if !form.start(fields::validate_fields(&words.register().form, &[field()])) {
            return;
        }
        let body = PhoneRelease {
            phone: format::parse_phone(&nfc_text(input.phone)).unwrap_or_default(),
        };
        let go = go.clone();
        spawn_local(async move {
            match api.send(&POST_PHONE_RELEASE, &[], &body, Vec::new()).await {
                Ok(challenge) if form.is_on_screen() => go(&routes::enter_code(&challenge.id)),
                Ok(_) => {}
                Err(error) => fields::show_refusal(form, &[field()], error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        request_code.run(());
    };
    view! {
        <p class="lede">{text.intro}</p>
        <p class="prose">{text.waiting}</p>
        <form on:submit=submit novalidate>
            {fields::render(form, field())}
            <ErrorNotice error=form.request_error() on_retry=request_code />
            <div class="actions">
                <Button submit=true busy=form.busy()>{words.sign_in().reset.submit}</Button>
            </div>
        </form>
    }
}

//! The page that closes the account. It lists the consequences, and the citizen must check a box to confirm that they
//! have read them. Then they confirm the closing with a one-time code.
//! After the citizen has entered the correct code, the session has ended, and `AccountClosedPage` confirms that the
//! account is closed.

use contract::ProblemCode;
use contract::endpoints::POST_CLOSING;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::i18n::use_words;
use crate::journey::identity::last_outcome::LastOutcome;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::{use_navigation, use_replace};
use crate::reactive::effect;
use crate::routes;
use crate::ui::page::Page;
use crate::ui::{
    Button, ButtonKind, ButtonLink, Checkbox, ErrorSummary, Notice, NoticeKind, Skeleton,
};

/// Element id of the checkbox with which the citizen confirms that they have read the consequences.
const UNDERSTOOD: &str = "understood";

/// The page that closes the account.
/// Sends `POST /account/closing`, and opens the code page of the returned challenge (one-time code). An account without
/// a phone number can't receive the code. In that case the page explains how to add a phone number.
#[component]
pub fn CloseAccountPage() -> impl IntoView {
    let words = use_words();
    let text = &words.account().closing;
    let api = use_api();
    let go = use_navigation();
    let form = FormSubmission::new();
    let is_understood = RwSignal::new(false);
    let lacks_phone = RwSignal::new(false);
    let request_code = Callback::new(move |()| {
        let is_unread = !is_understood.get_untracked();
        let error = is_unread.then(|| field_error(UNDERSTOOD, text.understood_missing));
        if !form.start(error.into_iter().collect()) {
            return;
        }
        let go = go.clone();
        spawn_local(async move {
            match api.send(&POST_CLOSING, &[], &(), Vec::new()).await {
                Ok(challenge) if form.is_on_screen() => go(&routes::enter_code(&challenge.id)),
                Ok(_) => {}
                // To close the account, the citizen needs a one-time code, which is sent to the account's phone number.
                // If the account has no phone number, the page explains how to add one.
                Err(ClientError::Refused(refusal)) if refusal.code == ProblemCode::PhoneMissing => {
                    form.clear();
                    lacks_phone.try_set(true);
                }
                Err(error) => form.failed(error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        request_code.run(());
    };
    let consequences = text.consequences.map(|point| view! { <li>{point}</li> });
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <ErrorSummary title=words.errors().summary errors=form.summary />
            <p class="lede">{text.intro}</p>
            <ul class="bullet-list">{consequences}</ul>
            <p>
                <a href=routes::account_data()>{text.data_first}</a>
            </p>
            <form on:submit=submit novalidate>
                <Checkbox
                    id=UNDERSTOOD
                    label=text.understood
                    checked=is_understood
                    error=form.error_at(UNDERSTOOD)
                />
                <ErrorNotice error=form.request_error() on_retry=request_code />
                <Show when=move || lacks_phone.get()>
                    <Notice kind=NoticeKind::Warning announce=true>
                        <p>{text.no_phone}</p>
                    </Notice>
                </Show>
                <div class="actions">
                    <Button kind=ButtonKind::Danger submit=true busy=form.busy()>{text.submit}</Button>
                    <ButtonLink href=routes::account() kind=ButtonKind::Plain>{text.keep}</ButtonLink>
                </div>
            </form>
        </Page>
    }
}

/// The page that confirms that the account is closed.
#[component]
pub fn AccountClosedPage() -> impl IntoView {
    let words = use_words();
    let text = &words.account().closing;
    let go = use_replace();
    let is_closed = LastOutcome::take() == Some(LastOutcome::AccountClosed);
    // Somebody has opened the address without closing an account.
    effect(move || {
        if !is_closed {
            go(&routes::home());
        }
    });
    if !is_closed {
        return view! { <Skeleton lines=2 label=words.errors().loading /> }.into_any();
    }
    view! {
        <Page title=text.closed_title>
            <p>{text.closed}</p>
            <div class="actions">
                <ButtonLink href=routes::home()>{words.shell().home}</ButtonLink>
            </div>
        </Page>
    }
    .into_any()
}

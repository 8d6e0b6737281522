//! A forgotten password: who and which phone; a one-time code and the new password follow. What comes next is the same
//! whether or not there is such an account.

use contract::account::{AccountKind, PasswordReset};
use contract::endpoints::POST_PASSWORD_RESET;
use domain::format;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::kind::{AccountKindQuestion, password_kinds};
use super::onward;
use super::slip::{Slip, use_slip};
use super::slip_fields as fields;
use super::slip_fields::{SlipField, typed};
use crate::api::{Load, use_api};
use crate::i18n::{Words, use_words};
use crate::page::form_submission::FormSubmission;
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_navigation;
use crate::routes;
use crate::session::portal_features::use_portal;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::error_summary::ErrorSummary;
use crate::ui::page::Page;

/// The page.
#[component]
pub fn ForgottenPage() -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().reset;
    let form = FormSubmission::new();
    let api = use_api();
    let slip = use_slip();
    let go = use_navigation();
    let ask = Callback::new(move |()| {
        let slip_words = &words.register().form;
        if !form.start(fields::wrong(slip_words, &asked_of(words, slip))) {
            return;
        }
        let body = canonical(slip);
        let go = go.clone();
        spawn_local(async move {
            match api.send(&POST_PASSWORD_RESET, &[], &body, Vec::new()).await {
                Ok(challenge) if form.is_on_screen() => go(&routes::code(&challenge.id)),
                Ok(_) => {}
                Err(error) => fields::refuse(form, &asked_of(words, slip), error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        ask.run(());
    };
    let of_kind = Memo::new(move |_| slip.kind());
    let asked = move || {
        // Read, not only tracked: a memo that nobody reads hears nothing.
        of_kind.get();
        let drawn: Vec<AnyView> = asked_of(words, slip)
            .into_iter()
            .map(|field| fields::draw(form, field))
            .collect();
        drawn
    };
    let portal = use_portal();
    let kinds = Signal::derive(move || match portal.get() {
        Load::Ready(portal) => password_kinds(&portal.sign_in).unwrap_or_default(),
        _ => Vec::new(),
    });
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <p class="lede">{text.intro}</p>
            <ErrorSummary title=words.errors().summary problems=form.summary />
            <form on:submit=submit novalidate>
                <AccountKindQuestion kinds=kinds />
                {asked}
                <ErrorNotice error=form.request_error() on_retry=ask />
                <div class="actions">
                    <Button submit=true busy=form.busy()>{text.submit}</Button>
                    <ButtonLink href=onward::sign_in_address() kind=ButtonKind::Plain>
                        {text.back}
                    </ButtonLink>
                </div>
            </form>
        </Page>
    }
}

/// The fields on screen, in their order.
fn asked_of(words: Words, slip: Slip) -> [SlipField; 2] {
    let text = &words.register().form;
    let identifier = match untrack(|| slip.kind()) {
        AccountKind::Citizen => fields::identity(text, slip),
        AccountKind::Organisation => fields::tax_code(text, slip),
    };
    [
        identifier.with_pointer("/identifier"),
        fields::phone(text, slip).with_hint(words.sign_in().reset.phone_hint),
    ]
}

fn canonical(slip: Slip) -> PasswordReset {
    let kind = untrack(|| slip.kind());
    let identifier = match kind {
        AccountKind::Citizen => format::identity_number(&typed(slip.identity)),
        AccountKind::Organisation => format::tax_code(&typed(slip.tax_code)),
    };
    PasswordReset {
        kind,
        identifier: identifier.unwrap_or_default(),
        phone: format::phone(&typed(slip.phone)).unwrap_or_default(),
    }
}

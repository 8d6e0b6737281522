//! Signing in (R2.6–R2.8, R4.2–R4.4): citizen id or phone, and password; a one-time code follows. Which of
//! the two is wrong is never said.

use contract::ProblemCode;
use contract::account::{AccountKind, SignIn};
use contract::endpoints::POST_SIGN_IN;
use contract::portal::{Portal, SignInWay};
use domain::format;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use super::slip::use_slip;
use super::{faults, onward};
use crate::api::{ClientError, Load, use_api};
use crate::browser::text::nfc;
use crate::i18n::sign_in::EntryWords;
use crate::i18n::use_words;
use crate::journey::form_problems::{FormProblems, problem};
use crate::journey::going::use_go;
use crate::journey::trouble::TroubleNotice;
use crate::routes;
use crate::ui::button::Button;
use crate::ui::error_summary::ErrorSummary;
use crate::ui::page::Page;
use crate::ui::text_field::{TextField, TextKind};

const IDENTIFIER: &str = "identifier";
const PASSWORD: &str = "password";

/// The page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().entry;
    onward::remember(&use_location().search.get_untracked());
    let form = FormProblems::new();
    let portal = use_context::<RwSignal<Load<Portal>>>();
    // Until the backend has answered, the form is there: it is the way nearly every backend has.
    let by_password = Memo::new(move |_| {
        portal.is_none_or(|portal| {
            portal.with(|load| match load {
                Load::Ready(portal) => portal
                    .sign_in
                    .iter()
                    .any(|way| matches!(way, SignInWay::Password { .. })),
                Load::Waiting | Load::Failed(_) => true,
            })
        })
    });
    let screen = move || match by_password.get() {
        true => view! { <PasswordForm form=form /> }.into_any(),
        false => view! { <p>{text.none}</p> }.into_any(),
    };
    view! {
        <Page title=text.title site=words.shell().name prefix=form.prefix()>
            <ErrorSummary title=words.trouble().summary problems=form.listed />
            {screen}
            <p>
                {text.no_account} " "
                <a href=routes::register()>{words.sign_in().slip.submit}</a>
            </p>
        </Page>
    }
}

#[component]
fn PasswordForm(form: FormProblems) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().entry;
    let api = use_api();
    let slip = use_slip();
    let go = use_go();
    let password = RwSignal::new(String::new());
    let sign_in = Callback::new(move |()| {
        let identifier = slip.identifier.get_untracked();
        let secret = nfc(&password.get_untracked());
        let missing = secret.is_empty().then_some(text.password_missing);
        let wrong = [
            faults::identifier(text, &identifier).map(|message| problem(IDENTIFIER, message)),
            missing.map(|message| problem(PASSWORD, message)),
        ];
        if !form.may_send(wrong.into_iter().flatten().collect()) {
            return;
        }
        let body = SignIn {
            kind: AccountKind::Citizen,
            identifier: format::sign_in_identifier(&identifier).unwrap_or_default(),
            password: secret,
        };
        let go = go.clone();
        spawn_local(async move {
            match api.send(&POST_SIGN_IN, &[], &body, Vec::new()).await {
                Ok(challenge) if form.stands() => go(&routes::code(&challenge.id)),
                Ok(_) => {}
                Err(error) => refuse(form, text, error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        sign_in.run(());
    };
    let leave = Callback::new(move |()| {
        let typed = slip.identifier.get_untracked();
        form.left(
            IDENTIFIER,
            typed.is_empty(),
            faults::identifier(text, &typed),
        );
    });
    view! {
        <p class="lede">{text.lede}</p>
        <form on:submit=submit novalidate>
            <TextField
                id=IDENTIFIER
                label=text.identifier
                hint=text.identifier_hint
                value=slip.identifier
                error=form.at(IDENTIFIER)
                kind=TextKind::Digits
                autocomplete="username"
                on_leave=leave
            />
            <TextField
                id=PASSWORD
                label=text.password
                value=password
                error=form.at(PASSWORD)
                kind=TextKind::Password
                autocomplete="current-password"
                show_label=words.sign_in().password.show
                hide_label=words.sign_in().password.hide
            />
            <TroubleNotice error=form.trouble() on_retry=sign_in />
            <div class="actions">
                <Button submit=true busy=form.busy()>{text.submit}</Button>
            </div>
        </form>
    }
}

fn refuse(form: FormProblems, text: &EntryWords, error: ClientError) {
    let ClientError::Refused(refusal) = error else {
        return form.failed(error);
    };
    match (refusal.code, refusal.pointer.as_deref()) {
        (ProblemCode::WrongCredentials, _) | (ProblemCode::InvalidAnswers, Some("/password")) => {
            form.refused(PASSWORD, text.mismatch);
        }
        (ProblemCode::InvalidAnswers, Some("/identifier")) => {
            form.refused(IDENTIFIER, text.identifier_wrong);
        }
        _ => form.failed(ClientError::Refused(refusal)),
    }
}

//! The password that ends a registration (R0.12). Its rules stand before the field; it is typed once, can be
//! shown, and is never kept.

use contract::challenge::NewPassword;
use contract::endpoints::POST_PASSWORD;
use contract::{Problem, ProblemCode};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::slip::use_slip;
use super::{faults, onward};
use crate::api::{ClientError, use_api};
use crate::browser::text::nfc;
use crate::i18n::use_words;
use crate::journey::form_problems::{FormProblems, problem};
use crate::journey::going::use_go_instead;
use crate::journey::trouble::TroubleNotice;
use crate::routes;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::error_summary::ErrorSummary;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page::Page;
use crate::ui::text_field::{TextField, TextKind};

const PASSWORD: &str = "password";

/// Why no password can be set here.
#[derive(Clone, Copy, PartialEq)]
enum Closed {
    /// It can.
    Not,
    /// The code comes first.
    CodeFirst,
    /// The registration is over or too old.
    Gone,
}

/// The page.
#[component]
pub fn PasswordPage(
    /// Id of the challenge.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().password;
    let api = use_api();
    let slip = use_slip();
    let session = use_session();
    let go = use_go_instead();
    let form = FormProblems::new();
    let closed = RwSignal::new(Closed::Not);
    let value = RwSignal::new(String::new());
    let challenge = StoredValue::new(id);
    let set_password = Callback::new(move |()| {
        let password = nfc(&value.get_untracked());
        let wrong = faults::new_password(text, &password);
        let wrong = wrong.map(|message| problem(PASSWORD, message));
        if !form.may_send(wrong.into_iter().collect()) {
            return;
        }
        let go = go.clone();
        let id = challenge.get_value();
        spawn_local(async move {
            let body = NewPassword { password };
            match api.send(&POST_PASSWORD, &[&id], &body, Vec::new()).await {
                Ok(begun) => {
                    let stands = form.stands();
                    let onward = onward::enter(session, slip, begun, routes::home());
                    if stands {
                        go(&onward);
                    }
                }
                Err(ClientError::Refused(refusal)) => match why_closed(&refusal) {
                    Closed::Not if refusal.code == ProblemCode::InvalidAnswers => {
                        form.refused(PASSWORD, text.short);
                    }
                    Closed::Not => form.failed(ClientError::Refused(refusal)),
                    why => {
                        form.clear();
                        closed.try_set(why);
                    }
                },
                Err(error) => form.failed(error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        set_password.run(());
    };
    let ways_on = move || match closed.get() {
        Closed::Not => ().into_any(),
        Closed::CodeFirst => view! {
            <Notice kind=NoticeKind::Warning announce=true>
                <p>{text.code_first}</p>
                <ButtonLink href=routes::code(&challenge.get_value())>
                    {words.sign_in().code.title}
                </ButtonLink>
            </Notice>
        }
        .into_any(),
        Closed::Gone => view! {
            <Notice kind=NoticeKind::Warning announce=true>
                <p>{text.gone}</p>
                <div class="actions">
                    <ButtonLink href=onward::sign_in_address()>
                        {words.sign_in().entry.submit}
                    </ButtonLink>
                    <ButtonLink href=routes::register_phone() kind=ButtonKind::Secondary>
                        {text.again}
                    </ButtonLink>
                </div>
            </Notice>
        }
        .into_any(),
    };
    view! {
        <Page title=text.title site=words.shell().name prefix=form.prefix()>
            <ErrorSummary title=words.trouble().summary problems=form.listed />
            <form on:submit=submit novalidate>
                <TextField
                    id=PASSWORD
                    label=text.label
                    hint=text.rules
                    value=value
                    error=form.at(PASSWORD)
                    kind=TextKind::Password
                    autocomplete="new-password"
                    show_label=text.show
                    hide_label=text.hide
                    on_leave=Callback::new(move |()| {
                        let typed = nfc(&value.get_untracked());
                        form.left(
                            PASSWORD,
                            typed.is_empty(),
                            faults::new_password(text, &typed),
                        );
                    })
                />
                <TroubleNotice error=form.trouble() on_retry=set_password />
                {ways_on}
                <div class="actions">
                    <Button submit=true busy=form.busy()>{text.submit}</Button>
                </div>
            </form>
        </Page>
    }
}

fn why_closed(refusal: &Problem) -> Closed {
    match refusal.code {
        ProblemCode::ChallengeOpen => Closed::CodeFirst,
        ProblemCode::CodeExpired | ProblemCode::CodeExhausted | ProblemCode::NotFound => {
            Closed::Gone
        }
        _ => Closed::Not,
    }
}

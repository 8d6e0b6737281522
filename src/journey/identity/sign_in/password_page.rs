//! The password that ends a registration (R0.12) or takes the place of a forgotten one.

use contract::challenge::NewPassword;
use contract::endpoints::POST_PASSWORD;
use contract::{Problem, ProblemCode};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::onward;
use super::slip::use_slip;
use super::slip_fields::typed;
use super::whose_device::SharedDevice;
use crate::api::{ClientError, use_api};
use crate::i18n::sign_in::PasswordWords;
use crate::i18n::use_words;
use crate::journey::identity::new_password_field::{
    NEW_PASSWORD, NewPasswordField, new_password_wrong,
};
use crate::page::form_submission::FormSubmission;
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_replace;
use crate::routes;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::error_summary::ErrorSummary;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page::Page;

/// Whose password it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sets {
    /// A new account's.
    First,
    /// An account's whose password was forgotten.
    Forgotten,
}

/// Why no password can be set here.
#[derive(Clone, Copy, PartialEq)]
enum Closed {
    /// It can.
    Not,
    /// The code comes first.
    CodeFirst,
    /// The challenge is over or too old.
    Gone,
}

/// What the page says in one case and the other.
struct Said {
    title: &'static str,
    lede: Option<&'static str>,
    submit: &'static str,
    gone: &'static str,
    again: &'static str,
    begin: fn() -> String,
}

impl Sets {
    fn said(self, text: &PasswordWords) -> Said {
        match self {
            Sets::First => Said {
                title: text.title,
                lede: None,
                submit: text.submit,
                gone: text.gone,
                again: text.again,
                begin: routes::register_phone,
            },
            Sets::Forgotten => Said {
                title: text.reset_title,
                lede: Some(text.reset_intro),
                submit: text.reset_submit,
                gone: text.reset_gone,
                again: text.reset_again,
                begin: routes::forgotten_password,
            },
        }
    }
}

/// The page.
#[component]
pub fn PasswordPage(
    /// Id of the challenge.
    id: String,
    /// Whose password it is.
    sets: Sets,
) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().password;
    let said = sets.said(text);
    let api = use_api();
    let session = use_session();
    let shared = use_slip().shared_device;
    let go = use_replace();
    let form = FormSubmission::new();
    let closed = RwSignal::new(Closed::Not);
    let value = RwSignal::new(String::new());
    let challenge = StoredValue::new(id);
    let set_password = Callback::new(move |()| {
        let password = typed(value);
        let wrong = new_password_wrong(text, &password);
        if !form.start(wrong.into_iter().collect()) {
            return;
        }
        let go = go.clone();
        let id = challenge.get_value();
        let shared_device = shared.get_untracked();
        spawn_local(async move {
            let body = NewPassword { password };
            match api.send(&POST_PASSWORD, &[&id], &body, Vec::new()).await {
                Ok(begun) => {
                    let stands = form.is_on_screen();
                    let onward = onward::enter(session, begun, shared_device, routes::home()).await;
                    if stands {
                        go(&onward);
                    }
                }
                Err(ClientError::Refused(refusal)) => match why_closed(&refusal) {
                    // Whatever else a password may lack is told before it is sent.
                    Closed::Not if refusal.code == ProblemCode::InvalidAnswers => {
                        form.show_field_error(NEW_PASSWORD, text.too_common);
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
                <p>{said.gone}</p>
                <div class="actions">
                    <ButtonLink href=onward::sign_in_address()>
                        {words.sign_in().form.submit}
                    </ButtonLink>
                    <ButtonLink href=(said.begin)() kind=ButtonKind::Secondary>
                        {said.again}
                    </ButtonLink>
                </div>
            </Notice>
        }
        .into_any(),
    };
    view! {
        <Page title=said.title prefix=form.title_prefix()>
            {said.lede.map(|lede| view! { <p class="lede">{lede}</p> })}
            <ErrorSummary title=words.errors().summary problems=form.summary />
            <form on:submit=submit novalidate>
                <NewPasswordField label=text.label form=form value=value />
                <SharedDevice />
                <ErrorNotice error=form.request_error() on_retry=set_password />
                {ways_on}
                <div class="actions">
                    <Button submit=true busy=form.busy()>{said.submit}</Button>
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

//! Typing the one-time code and what may be wrong with it. The code is checked by the backend alone and
//! never kept.

use contract::ProblemCode;
use contract::challenge::{Challenge, CodeAnswer, CodeOutcome, Purpose};
use contract::endpoints::POST_CODE;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::demo_notice::DemoNotice;
use super::faults;
use super::onward;
use super::resend::Resend;
use super::slip::use_slip;
use crate::api::{ClientError, use_api};
use crate::i18n::sign_in::CodeWords;
use crate::i18n::use_words;
use crate::journey::form_problems::{FormProblems, problem};
use crate::journey::going::use_go_instead;
use crate::journey::trouble::TroubleNotice;
use crate::routes;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::code_field::CodeField;
use crate::ui::disclosure::Disclosure;
use crate::ui::notice::{Notice, NoticeKind};

const CODE: &str = "code";

/// The form of a challenge that awaits its code.
#[component]
pub fn CodeForm(
    /// What is wrong with the code.
    form: FormProblems,
    /// The challenge as the backend described it.
    challenge: Challenge,
    /// The challenge must be asked for anew.
    on_stale: Callback<()>,
) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().code;
    let purpose = challenge.purpose;
    let sent_to = challenge.sent_to.clone();
    let challenge = RwSignal::new(challenge);
    let used_up = Memo::new(move |_| challenge.with(|challenge| challenge.tries_left == 0));
    let expired = move || challenge.with(|challenge| challenge.expires_in_seconds == 0);
    let body = move || match used_up.get() {
        true => view! { <UsedUp purpose=purpose /> }.into_any(),
        false => view! {
            <AnswerForm form=form challenge=challenge />
            <DemoNotice />
            <Resend challenge=challenge on_stale=on_stale />
            <Help purpose=purpose />
        }
        .into_any(),
    };
    view! {
        <p class="lede">
            {text.sent_to} " " <strong class="whole">{sent_to}</strong> ". " {text.reference} " "
            <strong>{move || challenge.with(|challenge| challenge.reference.clone())}</strong> "."
        </p>
        {move || {
            expired()
                .then(|| {
                    view! {
                        <Notice kind=NoticeKind::Warning>
                            <p>{text.expired}</p>
                        </Notice>
                    }
                })
        }}
        {body}
    }
}

#[component]
fn AnswerForm(form: FormProblems, challenge: RwSignal<Challenge>) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().code;
    let api = use_api();
    let slip = use_slip();
    let session = use_session();
    let go = use_go_instead();
    let value = RwSignal::new(String::new());
    let answer = Callback::new(move |()| {
        let typed = value.get_untracked();
        let wrong = faults::code(text, &typed).map(|message| problem(CODE, message));
        if !form.may_send(wrong.into_iter().collect()) {
            return;
        }
        let id = challenge.with_untracked(|challenge| challenge.id.clone());
        let code = domain::format::one_time_code(&typed).unwrap_or_default();
        let go = go.clone();
        spawn_local(async move {
            let outcome = api
                .send(&POST_CODE, &[&id], &CodeAnswer { code }, Vec::new())
                .await;
            match outcome {
                Ok(CodeOutcome::SignedIn { session: begun }) => {
                    let stands = form.stands();
                    let onward = onward::enter(session, slip, begun, routes::dossiers("new", 1));
                    if stands {
                        go(&onward);
                    }
                }
                Ok(CodeOutcome::SetPassword) if form.stands() => go(&routes::new_password(&id)),
                Ok(
                    CodeOutcome::SetPassword
                    | CodeOutcome::PhoneChanged { .. }
                    | CodeOutcome::Closed,
                ) => {}
                Err(error) => refuse(form, challenge, text, error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        answer.run(());
    };
    view! {
        <form on:submit=submit novalidate>
            <CodeField id=CODE label=text.label hint=text.hint value=value error=form.at(CODE) />
            <p class="code-secret">{text.secret}</p>
            <TroubleNotice error=form.trouble() on_retry=answer />
            <div class="actions">
                <Button submit=true busy=form.busy()>{text.submit}</Button>
            </div>
        </form>
    }
}

/// Says at the field what the backend said of the code; anything else stands near the button.
fn refuse(
    form: FormProblems,
    challenge: RwSignal<Challenge>,
    text: &CodeWords,
    error: ClientError,
) {
    let ClientError::Refused(refusal) = error else {
        return form.failed(error);
    };
    match refusal.code {
        ProblemCode::WrongCode => form.refused(CODE, &wrong_code(text, refusal.tries_left)),
        ProblemCode::CodeExpired | ProblemCode::NotFound => form.refused(CODE, text.expired),
        ProblemCode::InvalidAnswers => form.refused(CODE, text.malformed),
        ProblemCode::CodeExhausted => {
            form.clear();
            challenge.try_update(|challenge| challenge.tries_left = 0);
        }
        _ => form.failed(ClientError::Refused(refusal)),
    }
}

fn wrong_code(text: &CodeWords, tries_left: Option<u32>) -> String {
    match tries_left {
        None => text.wrong.to_owned(),
        Some(left) => [
            text.wrong,
            " ",
            text.tries_before,
            &left.to_string(),
            text.tries_after,
        ]
        .concat(),
    }
}

/// Too many wrong codes: the way to a new one. The slip is still filled in.
#[component]
fn UsedUp(purpose: Purpose) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let (href, label) = match purpose {
        Purpose::Registration => (routes::register_phone(), text.exhausted_registration),
        _ => (onward::sign_in_address(), text.exhausted_sign_in),
    };
    view! {
        <Notice kind=NoticeKind::Problem announce=true>
            <p>{text.exhausted}</p>
        </Notice>
        <div class="actions">
            <ButtonLink href=href>{label}</ButtonLink>
        </div>
    }
}

#[component]
fn Help(purpose: Purpose) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let ways_on = match purpose {
        Purpose::Registration => view! {
            <p>
                <a href=routes::register_phone()>{text.correct_number}</a>
            </p>
            <p>
                {text.account_exists} " "
                <a href=onward::sign_in_address()>{use_words().sign_in().entry.submit}</a>
            </p>
        }
        .into_any(),
        _ => view! {
            <p>
                <a href=onward::sign_in_address()>{text.other_account}</a>
            </p>
        }
        .into_any(),
    };
    view! {
        <Disclosure summary=text.help>
            <p>{text.help_wait}</p>
            {ways_on}
        </Disclosure>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_code_says_how_many_tries_are_left() {
        let words = &crate::i18n::Language::Vi.words().sign_in().code;
        assert_eq!(
            wrong_code(words, Some(3)),
            "Mã này không đúng. Bạn còn 3 lần thử."
        );
        assert_eq!(wrong_code(words, None), "Mã này không đúng.");
    }
}

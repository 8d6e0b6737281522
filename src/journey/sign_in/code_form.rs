//! Typing the one-time code and what may be wrong with it. The code is checked by the backend alone and
//! never kept.

use contract::ProblemCode;
use contract::challenge::{Challenge, CodeAnswer, Purpose};
use contract::endpoints::POST_CODE;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::demo_notice::DemoNotice;
use super::onward::{Asked, carry_out};
use super::purpose;
use super::resend::Resend;
use crate::api::{ClientError, use_api};
use crate::browser::one_time_code::Awaiting;
use crate::i18n::sign_in::CodeWords;
use crate::i18n::use_words;
use crate::journey::account_faults as faults;
use crate::journey::form_problems::{FormProblems, problem};
use crate::journey::going::use_go_instead;
use crate::journey::trouble::TroubleNotice;
use crate::session::use_session;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::checkbox::Checkbox;
use crate::ui::code_field::CodeField;
use crate::ui::disclosure::Disclosure;
use crate::ui::notice::{Notice, NoticeKind};

const CODE: &str = "code";
const SHARED: &str = "shared-device";

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
            {purpose::sent_to(text, purpose)} " " <strong class="whole">{sent_to}</strong> ". " {text.reference} " "
            <strong>{move || challenge.with(|challenge| challenge.reference.clone())}</strong> "."
        </p>
        {purpose::warning(text, purpose)
            .map(|warning| {
                view! {
                    <Notice kind=NoticeKind::Warning>
                        <p>{warning}</p>
                    </Notice>
                }
            })}
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
    let session = use_session();
    let go = use_go_instead();
    let value = RwSignal::new(String::new());
    let shared = RwSignal::new(false);
    let purpose = challenge.with_untracked(|challenge| challenge.purpose);
    // Ends with the form. What the citizen has begun to type stays.
    let _awaiting = StoredValue::new_local(Awaiting::begin(move |code| {
        if value.try_with_untracked(String::is_empty) == Some(true) {
            value.set(code);
        }
    }));
    let answer = Callback::new(move |()| {
        let typed = value.get_untracked();
        let wrong = faults::code(text, &typed).map(|message| problem(CODE, message));
        if !form.may_send(wrong.into_iter().collect()) {
            return;
        }
        let id = challenge.with_untracked(|challenge| challenge.id.clone());
        let code = domain::format::one_time_code(&typed).unwrap_or_default();
        let shared_device = shared.get_untracked();
        let go = go.clone();
        spawn_local(async move {
            let outcome = api
                .send(&POST_CODE, &[&id], &CodeAnswer { code }, Vec::new())
                .await;
            let outcome = match outcome {
                Ok(outcome) => outcome,
                Err(error) => return refuse(form, challenge, text, error),
            };
            let stands = form.stands();
            let asked = Asked {
                challenge: id,
                purpose,
                shared_device,
            };
            let onward = carry_out(session, outcome, asked).await;
            if stands {
                go(&onward);
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
            {(purpose == Purpose::SignIn).then(|| view! { <SharedDevice shared=shared /> })}
            <TroubleNotice error=form.trouble() on_retry=answer />
            <div class="actions">
                <Button submit=true busy=form.busy()>{purpose::submit(text, purpose)}</Button>
            </div>
        </form>
    }
}

/// «Máy dùng chung», said before the session begins.
#[component]
fn SharedDevice(shared: RwSignal<bool>) -> impl IntoView {
    let text = &use_words().sign_in().shared_device;
    view! { <Checkbox id=SHARED label=text.label hint=text.hint checked=shared /> }
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

/// Too many wrong codes: the way to a new one. What was typed before is still there.
#[component]
fn UsedUp(purpose: Purpose) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let (href, label) = purpose::beginning(text, purpose);
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
    view! {
        <Disclosure summary=text.help>
            <p>{text.help_wait}</p>
            {purpose::ways_on(purpose)}
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

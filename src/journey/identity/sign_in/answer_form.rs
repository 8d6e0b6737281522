//! The field for a one-time code, its button, and what the backend says of the code: on the page of the code and on the
//! sheet that asks for one over a page. The code is checked by the backend alone and never kept.

use std::sync::Arc;

use contract::ProblemCode;
use contract::challenge::{Challenge, CodeAnswer, CodeOutcome};
use contract::endpoints::POST_CODE;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::purpose;
use crate::api::{ClientError, use_api};
use crate::browser::one_time_code::CodeReceiver;
use crate::i18n::sign_in::CodeWords;
use crate::i18n::use_words;
use crate::journey::identity::validation as faults;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::page::load_errors::ErrorNotice;
use crate::ui::button::Button;
use crate::ui::code_field::CodeField;

/// Goes on with what a right code leads to, also where the form has been left meanwhile.
pub type GoOn = Arc<dyn Fn(CodeOutcome) + Send + Sync>;

/// Where the code went, and which message is meant.
#[component]
pub fn SentTo(
    /// The challenge that was sent.
    challenge: RwSignal<Challenge>,
) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let (sent_to, purpose) =
        challenge.with_untracked(|challenge| (challenge.sent_to.clone(), challenge.purpose));
    view! {
        <p class="lede">
            {purpose::sent_to(text, purpose)} " " <strong class="whole">{sent_to}</strong> ". " {text.reference} " "
            <strong>{move || challenge.with(|challenge| challenge.reference.clone())}</strong> "."
        </p>
    }
}

/// The form. A challenge whose tries are used up has none left from then on.
#[component]
pub fn AnswerForm(
    /// Id of the field, unique on the page.
    id: &'static str,
    /// What is wrong with the code.
    form: FormSubmission,
    /// The challenge that awaits it.
    challenge: RwSignal<Challenge>,
    /// Goes on with a right one.
    go_on: GoOn,
    /// What is asked with it.
    #[prop(optional, into)]
    beside: ViewFn,
) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let api = use_api();
    let value = RwSignal::new(String::new());
    let purpose = challenge.with_untracked(|challenge| challenge.purpose);
    // Ends with the form. What the citizen has begun to type stays.
    let _awaiting = StoredValue::new_local(CodeReceiver::start(move |code| {
        if value.try_with_untracked(String::is_empty) == Some(true) {
            value.set(code);
        }
    }));
    let answer = Callback::new(move |()| {
        let typed = value.get_untracked();
        let wrong = faults::code(text, &typed).map(|message| field_error(id, message));
        if !form.start(wrong.into_iter().collect()) {
            return;
        }
        let challenge_id = challenge.with_untracked(|challenge| challenge.id.clone());
        let code = domain::format::one_time_code(&typed).unwrap_or_default();
        let go_on = go_on.clone();
        spawn_local(async move {
            let answer = CodeAnswer { code };
            match api
                .send(&POST_CODE, &[&challenge_id], &answer, Vec::new())
                .await
            {
                Ok(outcome) => go_on(outcome),
                Err(error) => refuse(id, form, challenge, text, error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        answer.run(());
    };
    view! {
        <form on:submit=submit novalidate>
            <CodeField id=id label=text.label hint=text.hint value=value error=form.error_at(id) />
            <p class="code-secret">{text.secret}</p>
            {beside.run()}
            <ErrorNotice error=form.request_error() on_retry=answer />
            <div class="actions">
                <Button submit=true busy=form.busy()>{purpose::submit(text, purpose)}</Button>
            </div>
        </form>
    }
}

/// Says at the field what the backend said of the code; anything else stands near the button.
fn refuse(
    id: &'static str,
    form: FormSubmission,
    challenge: RwSignal<Challenge>,
    text: &CodeWords,
    error: ClientError,
) {
    let ClientError::Refused(refusal) = error else {
        return form.failed(error);
    };
    match refusal.code {
        ProblemCode::WrongCode => form.show_field_error(id, &wrong_code(text, refusal.tries_left)),
        ProblemCode::CodeExpired | ProblemCode::NotFound => form.show_field_error(id, text.expired),
        ProblemCode::InvalidAnswers => form.show_field_error(id, text.malformed),
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

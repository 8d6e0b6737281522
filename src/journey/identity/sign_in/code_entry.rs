//! The field for a one-time code, and its button. The code page and the renewal sheet both use them. Only the backend
//! checks whether the code is correct; the app never stores the code.
//!
//! If the browser supports WebOTP, the code is taken from the text message and filled in automatically.

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
use crate::journey::identity::validation;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::page::load_errors::ErrorNotice;
use crate::reactive::dynamic;
use crate::ui::button::Button;
use crate::ui::code_field::CodeField;

/// Called after the citizen has entered a correct code. The argument says what this code allows. The function is called
/// even if the citizen has left the form in the meantime.
pub type OnCorrectCode = Arc<dyn Fn(CodeOutcome) + Send + Sync>;

/// Shows to which phone number the code was sent, and how the citizen recognises the message.
#[component]
pub fn SentTo(
    /// The challenge, that is, the one-time code that was sent and isn't confirmed yet.
    challenge: RwSignal<Challenge>,
) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let (sent_to, purpose) =
        challenge.with_untracked(|challenge| (challenge.sent_to.clone(), challenge.purpose));
    view! {
        <p class="lede">
            {purpose::sent_to(text, purpose)} " " <strong class="no-wrap" translate="no">{sent_to}</strong> ". " {text.reference} " "
            <strong translate="no">{dynamic(move || challenge.with(|challenge| challenge.reference.clone()))}</strong> "."
        </p>
    }
}

/// Shows the form with the field for the code. After too many wrong codes, sets the challenge's `tries_left` to 0.
/// Sends `POST /challenges/{id}/code`.
#[component]
pub fn CodeEntry(
    /// Element id of the field, unique on the page.
    id: &'static str,
    /// Errors of the form, and the state of its request.
    form: FormSubmission,
    /// The challenge that the entered code confirms.
    challenge: RwSignal<Challenge>,
    /// Called after the citizen has entered a correct code. The argument says what this code allows.
    on_correct_code: OnCorrectCode,
    /// Additional form controls, such as the checkbox «Máy dùng chung».
    #[prop(optional, into)]
    options: ViewFn,
    /// Called when the challenge accepts this code no longer, so that the page loads the challenge again. The backend
    /// may have accepted the code already, and the response was lost.
    #[prop(optional, into)]
    on_stale: Option<Callback<()>>,
) -> impl IntoView {
    let text = &use_words().sign_in().code;
    let api = use_api();
    let value = RwSignal::new(String::new());
    let purpose = challenge.with_untracked(|challenge| challenge.purpose);
    // Waits for the code from the text message, until the form is unmounted. A code that the citizen has begun to type
    // is never replaced.
    let _receiver = StoredValue::new_local(CodeReceiver::start(move |code| {
        if value.try_with_untracked(String::is_empty) == Some(true) {
            value.set(code);
        }
    }));
    let send_code = Callback::new(move |()| {
        let typed = value.get_untracked();
        let error = validation::code_error(text, &typed).map(|message| field_error(id, message));
        if !form.start(error.into_iter().collect()) {
            return;
        }
        let challenge_id = challenge.with_untracked(|challenge| challenge.id.clone());
        let code = domain::format::parse_one_time_code(&typed).unwrap_or_default();
        let on_correct_code = on_correct_code.clone();
        spawn_local(async move {
            let answer = CodeAnswer { code };
            match api
                .send(&POST_CODE, &[&challenge_id], &answer, Vec::new())
                .await
            {
                Ok(outcome) => on_correct_code(outcome),
                Err(error) => {
                    let is_stale = show_refusal(id, form, challenge, text, error);
                    if let Some(on_stale) = on_stale.filter(|_| is_stale) {
                        on_stale.try_run(());
                    }
                }
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send_code.run(());
    };
    view! {
        <form on:submit=submit novalidate>
            <CodeField id=id label=text.label hint=text.hint value=value error=form.error_at(id) />
            <p class="code-warning">{text.secret}</p>
            {options.run()}
            <ErrorNotice error=form.request_error() on_retry=send_code />
            <div class="actions">
                <Button submit=true busy=form.busy()>{purpose::submit_label(text, purpose)}</Button>
            </div>
        </form>
    }
}

/// Shows the error of a failed request: at the field if the backend refuses the code, or else near the button. Returns
/// whether the challenge accepts this code no longer.
fn show_refusal(
    id: &'static str,
    form: FormSubmission,
    challenge: RwSignal<Challenge>,
    text: &CodeWords,
    error: ClientError,
) -> bool {
    let ClientError::Refused(refusal) = error else {
        form.failed(error);
        return false;
    };
    let is_stale = matches!(
        refusal.code,
        ProblemCode::CodeExpired | ProblemCode::NotFound
    );
    match refusal.code {
        ProblemCode::WrongCode => {
            form.show_field_error(id, &wrong_code_message(text, refusal.tries_left))
        }
        ProblemCode::CodeExpired | ProblemCode::NotFound => form.show_field_error(id, text.expired),
        ProblemCode::InvalidAnswers => form.show_field_error(id, text.malformed),
        ProblemCode::CodeExhausted => {
            form.clear();
            challenge.try_update(|challenge| challenge.tries_left = 0);
        }
        _ => form.failed(ClientError::Refused(refusal)),
    }
    is_stale
}

/// The error message for a wrong code. If the backend limits the number of tries, the message says how many are left.
fn wrong_code_message(text: &CodeWords, tries_left: Option<u32>) -> String {
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
    fn the_message_for_a_wrong_code_counts_the_tries_left() {
        let words = &crate::i18n::Language::Vi.words().sign_in().code;
        assert_eq!(
            wrong_code_message(words, Some(3)),
            "Mã này không đúng. Bạn còn 3 lần thử."
        );
        assert_eq!(wrong_code_message(words, None), "Mã này không đúng.");
    }
}

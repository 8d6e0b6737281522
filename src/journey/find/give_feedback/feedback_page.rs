//! The page with the form «Góp ý». After a wrong answer to the check question, the page shows another check question.
//! The other typed texts stay.

use contract::ProblemCode;
use contract::endpoints::POST_FEEDBACK;
use contract::feedback::Feedback;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::check_question::CheckQuestion;
use super::feedback_fields::{ANSWER, CONTENT, FeedbackFields, NAME, TITLE};
use super::feedback_input::{FeedbackInput, use_feedback_input};
use super::validation;
use crate::api::{Api, ClientError, use_api};
use crate::browser::unicode::nfc;
use crate::i18n::feedback::FeedbackWords;
use crate::i18n::use_words;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::reactive::dynamic;
use crate::session::portal_features::use_feature;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::error_summary::{ErrorSummary, FieldError};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page::Page;

/// The page with the form «Góp ý».
#[component]
pub fn FeedbackPage() -> impl IntoView {
    let words = use_words();
    let text = words.feedback();
    let form = FormSubmission::new();
    let sent = RwSignal::new(false);
    let has_feedback = use_feature(|parts| parts.feedback);
    let another = Callback::new(move |()| sent.set(false));
    let content = dynamic(move || match (has_feedback.get(), sent.get()) {
        (Some(false), _) => view! { <p>{text.unavailable}</p> }.into_any(),
        (_, true) => view! {
            <Notice kind=NoticeKind::Success announce=true>
                <p>{text.sent}</p>
                <Button kind=ButtonKind::Secondary on_press=another>{text.write_another}</Button>
            </Notice>
        }
        .into_any(),
        (_, false) => view! { <FeedbackForm form=form sent=sent /> }.into_any(),
    });
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <ErrorSummary title=words.errors().summary errors=form.summary />
            {content}
        </Page>
    }
}

#[component]
fn FeedbackForm(form: FormSubmission, sent: RwSignal<bool>) -> impl IntoView {
    let text = use_words().feedback();
    let api = use_api();
    let input = use_feedback_input();
    let question = CheckQuestion::load_first();
    let send = Callback::new(move |()| {
        let message = match read_message(text, input, question) {
            Ok(message) => message,
            Err(errors) => {
                form.start(errors);
                return;
            }
        };
        if form.start(Vec::new()) {
            spawn_local(send_message(
                api,
                message,
                FormParts {
                    form,
                    sent,
                    input,
                    question,
                    text,
                },
            ));
        }
    });
    view! { <FeedbackFields form=form input=input question=question on_send=send /> }
}

/// What [`send_message`] changes when the response arrives: the state of the form, and its texts.
#[derive(Clone, Copy)]
struct FormParts {
    form: FormSubmission,
    sent: RwSignal<bool>,
    input: FeedbackInput,
    question: CheckQuestion,
    text: &'static FeedbackWords,
}

async fn send_message(api: Api, message: Feedback, parts: FormParts) {
    let FormParts {
        form,
        sent,
        input,
        question,
        text,
    } = parts;
    match api.send(&POST_FEEDBACK, &[], &message, Vec::new()).await {
        Ok(()) => {
            input.clear_message();
            form.clear();
            sent.try_set(true);
        }
        Err(ClientError::Refused(refusal)) if is_wrong_answer(&refusal) => {
            question.renew();
            form.show_field_error(ANSWER, text.answer_wrong);
        }
        Err(error) => form.failed(error),
    }
}

/// Whether the backend refused the answer to the check question, because the answer is wrong, or because the check
/// question is no longer valid.
fn is_wrong_answer(refusal: &contract::Problem) -> bool {
    let points_to_question = matches!(refusal.pointer.as_deref(), Some("/answer" | "/challenge"));
    let has_code = matches!(
        refusal.code,
        ProblemCode::WrongCode
            | ProblemCode::CodeExpired
            | ProblemCode::CodeExhausted
            | ProblemCode::NotFound
    );
    points_to_question || has_code
}

/// Makes the request body from the fields. If a field is invalid, returns the errors of all invalid fields.
fn read_message(
    text: &FeedbackWords,
    input: FeedbackInput,
    question: CheckQuestion,
) -> Result<Feedback, Vec<FieldError>> {
    let typed = |value: RwSignal<String>| nfc(&value.get_untracked());
    let name = validation::name(text, &typed(input.name));
    let title = validation::title(text, &typed(input.title));
    let content = validation::content(text, &typed(input.content));
    let answer = validation::answer(text, &typed(question.answer));
    // The check question may not be loaded yet.
    let challenge = question.id().ok_or(text.answer_missing);
    match (name, title, content, answer, challenge) {
        (Ok(name), Ok(title), Ok(content), Ok(answer), Ok(challenge)) => Ok(Feedback {
            name,
            title,
            content,
            challenge,
            answer,
        }),
        (name, title, content, answer, challenge) => {
            let errors = [
                (NAME, name.err()),
                (TITLE, title.err()),
                (CONTENT, content.err()),
                (ANSWER, answer.err().or(challenge.err())),
            ];
            let errors = errors.into_iter();
            Err(errors
                .filter_map(|(field, error)| Some(field_error(field, error?)))
                .collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(code: ProblemCode, pointer: Option<&str>) -> contract::Problem {
        contract::Problem {
            status: 422,
            code,
            title: String::new(),
            detail: None,
            pointer: pointer.map(str::to_owned),
            errors: Vec::new(),
            retry_after_seconds: None,
            tries_left: None,
            dossier_code: None,
            shared_limit: false,
        }
    }

    #[test]
    fn recognises_a_wrong_or_late_answer_among_all_refusals() {
        for (code, pointer) in [
            (ProblemCode::WrongCode, None),
            (ProblemCode::CodeExpired, None),
            (ProblemCode::InvalidAnswers, Some("/answer")),
            (ProblemCode::InvalidRequest, Some("/challenge")),
        ] {
            assert!(is_wrong_answer(&refusal(code, pointer)), "{code:?}");
        }
        for (code, pointer) in [
            (ProblemCode::TooManyRequests, None),
            (ProblemCode::InvalidRequest, Some("/title")),
            (ProblemCode::Internal, None),
        ] {
            assert!(!is_wrong_answer(&refusal(code, pointer)), "{code:?}");
        }
    }
}

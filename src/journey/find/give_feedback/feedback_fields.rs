//! The fields of «Góp ý» with their errors.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::check_question::CheckQuestion;
use super::feedback_input::FeedbackInput;
use crate::api::Load;
use crate::i18n::{official, use_words};
use crate::page::form_submission::FormSubmission;
use crate::page::load_errors::ErrorNotice;
use crate::ui::button::Button;
use crate::ui::text_area::TextArea;
use crate::ui::text_field::{TextField, TextKind};

/// Id of the name field.
pub(super) const NAME: &str = "feedback-name";
/// Id of the title field.
pub(super) const TITLE: &str = "feedback-title";
/// Id of the message field.
pub(super) const CONTENT: &str = "feedback-content";
/// Id of the answer field.
pub(super) const ANSWER: &str = "feedback-answer";

/// The form.
#[component]
pub fn FeedbackFields(
    /// Errors and request state.
    form: FormSubmission,
    /// The typed texts.
    input: FeedbackInput,
    /// The question against automatic senders.
    question: CheckQuestion,
    /// Called by the button and by Enter.
    on_send: Callback<()>,
) -> impl IntoView {
    let text = use_words().feedback();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        on_send.run(());
    };
    let question_error = Signal::derive(move || match question.load.get() {
        Load::Failed(error) => Some(error),
        Load::Waiting | Load::Ready(_) => None,
    });
    let question_text = move || {
        question.load.with(|load| match load {
            Load::Ready(challenge) => challenge.question.clone(),
            Load::Waiting | Load::Failed(_) => String::new(),
        })
    };
    view! {
        <p class="lede">{text.intro}</p>
        <form on:submit=submit novalidate>
            <TextField
                id=NAME
                label=text.name
                value=input.name
                error=form.error_at(NAME)
                autocomplete="name"
            />
            <TextField
                id=TITLE
                label=text.heading
                value=input.title
                error=form.error_at(TITLE)
                autocomplete="off"
            />
            <TextArea
                id=CONTENT
                label=text.content
                value=input.content
                rows=6
                error=form.error_at(CONTENT)
                autocomplete="off"
            />
            <ErrorNotice error=question_error on_retry=question.retry() />
            <p class="check-question" role="status" lang=official()>{question_text}</p>
            <TextField
                id=ANSWER
                label=text.answer
                hint=text.answer_hint
                value=question.answer
                error=form.error_at(ANSWER)
                kind=TextKind::Digits
                autocomplete="off"
            />
            <ErrorNotice error=form.request_error() on_retry=on_send />
            <div class="actions">
                <Button submit=true busy=form.busy()>{text.submit}</Button>
            </div>
        </form>
    }
}

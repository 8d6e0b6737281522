//! The fields of the form «Góp ý», with their error messages.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::check_question::CheckQuestion;
use super::feedback_input::FeedbackInput;
use crate::api::Load;
use crate::i18n::{official, use_words};
use crate::page::form_submission::FormSubmission;
use crate::page::load_errors::ErrorNotice;
use crate::reactive::dynamic;
use crate::ui::button::Button;
use crate::ui::text_area::TextArea;
use crate::ui::text_field::{TextField, TextKind};

/// Element id of the field for the name.
pub(super) const NAME: &str = "feedback-name";
/// Element id of the field for the title.
pub(super) const TITLE: &str = "feedback-title";
/// Element id of the field for the message.
pub(super) const CONTENT: &str = "feedback-content";
/// Element id of the field for the answer to the check question.
pub(super) const ANSWER: &str = "feedback-answer";

/// Shows the form «Góp ý».
#[component]
pub fn FeedbackFields(
    /// Errors of the form, and the state of its request.
    form: FormSubmission,
    /// The texts that the citizen has typed.
    input: FeedbackInput,
    /// The check question, which protects the form against bots.
    question: CheckQuestion,
    /// Called when the citizen presses the button or the Enter key.
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
    let question_text = dynamic(move || {
        question.load.with(|load| match load {
            Load::Ready(challenge) => challenge.question.clone(),
            Load::Waiting | Load::Failed(_) => String::new(),
        })
    });
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

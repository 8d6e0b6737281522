//! Answers that are shown but can't be edited: a date written in words, and an answer that is derived from another
//! answer.

use domain::form::{AnswerKind, Question};
use domain::format::date_in_words;
use leptos::prelude::*;
use serde_json::Value;

use super::form_state::FormState;
use crate::answers::lines::answer_texts;
use crate::answers::places::use_places;
use crate::i18n::{official, use_words};
use crate::reactive::dynamic;
use crate::ui::MixedText;

/// Shows the date of another question in words, so that the citizen can check it (R4.9: «ghi bằng chữ»).
#[component]
pub(super) fn DateInWords(
    /// The question of the form that this component shows.
    question: Question,
    /// State that all questions of this form page share: the draft, the answers and the errors.
    state: FormState,
) -> impl IntoView {
    let words = use_words().fill_form();
    let lang = official();
    let source = match &question.kind {
        AnswerKind::DateInWords(source) => source.clone(),
        _ => question.id.clone(),
    };
    let date = state.questions.answer(&source);
    let in_words = dynamic(move || {
        let date = date.get();
        let in_words = date
            .as_ref()
            .and_then(Value::as_str)
            .and_then(date_in_words);
        let text = in_words.map(|in_words| MixedText::of(lang, in_words));
        text.unwrap_or_else(|| words.words_wait.into()).render()
    });
    view! {
        <div class="derived-answer" id=question.id>
            <p class="derived-answer__label" lang=official()>{question.label}</p>
            <p class="muted" lang=official()>{question.hint}</p>
            <p role="status">{in_words}</p>
        </div>
    }
}

/// Shows an answer that is derived from another answer and can't be edited.
#[component]
pub(super) fn LockedAnswer(
    /// The question of the form that this component shows.
    question: Question,
    /// State that all questions of this form page share: the draft, the answers and the errors.
    state: FormState,
) -> impl IntoView {
    let places = use_places();
    let answer = state.questions.answer(&question.id);
    let (id, label) = (question.id.clone(), question.label.clone());
    let lines = dynamic(move || {
        let answers = answer.get().map(|answer| (question.id.clone(), answer));
        let answers = answers.into_iter().collect();
        let form = state.form.get_value();
        let lines = answer_texts(places, &form, &question, &answers).into_iter();
        let line =
            |line: String| view! { <p class="derived-answer__line" lang=official()>{line}</p> };
        lines.map(line).collect_view()
    });
    view! {
        <div class="derived-answer" id=id>
            <p class="derived-answer__label" lang=official()>{label}</p>
            {lines}
        </div>
    }
}

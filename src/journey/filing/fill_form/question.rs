//! Chooses the field for a question, depending on its kind. When a kind is added to `domain::form`, this file doesn't
//! compile until the new kind has a field.

use domain::form::{AnswerKind, PageElement, Question};
use leptos::prelude::*;

use super::choice_question::{CheckboxQuestion, RadioQuestion, SelectQuestion};
use super::derived_answer::{DateInWords, LockedAnswer};
use super::form_state::FormState;
use super::place_question::PlaceQuestion;
use super::repeating_group::RepeatingGroup;
use super::same_person::SamePersonOffers;
use super::typed_question::{TextAreaQuestion, TypedQuestion};
use crate::i18n::official;
use crate::reactive::dynamic;

/// Shows a question or a note while the rules of the form make it visible. A hidden question keeps its answer.
#[component]
pub(crate) fn FormElement(
    /// The question or note to show.
    element: PageElement,
    /// State that all questions of this form page share.
    state: FormState,
) -> impl IntoView {
    let id = element.id().to_owned();
    let visible = Memo::new(move |_| {
        let is_locked = || state.questions.locked.with(|locked| locked.contains(&id));
        state
            .questions
            .visible
            .with(|visible| visible.contains(&id))
            .then(is_locked)
    });
    dynamic(move || {
        visible.get().map(|is_locked| match element.clone() {
            PageElement::Note(note) => {
                view! { <p class="muted" lang=official()>{note.text}</p> }.into_any()
            }
            PageElement::SamePerson(offer) => {
                view! { <SamePersonOffers offer=offer state=state /> }.into_any()
            }
            PageElement::Question(question) if is_locked => {
                view! { <LockedAnswer question=question state=state /> }.into_any()
            }
            PageElement::Question(question) => question_field(question, state),
        })
    })
}

/// Returns the field for the kind of `question`.
pub(super) fn question_field(question: Question, state: FormState) -> AnyView {
    match question.kind {
        AnswerKind::PersonName
        | AnswerKind::PersonNamePart
        | AnswerKind::CitizenId
        | AnswerKind::IdentityNumber
        | AnswerKind::Phone
        | AnswerKind::Email
        | AnswerKind::Date
        | AnswerKind::PartialDate
        | AnswerKind::Text(_)
        | AnswerKind::Count
        | AnswerKind::Money
        | AnswerKind::BirthCertificateCode => {
            view! { <TypedQuestion question=question state=state /> }.into_any()
        }
        AnswerKind::LongText(_) => {
            view! { <TextAreaQuestion question=question state=state /> }.into_any()
        }
        AnswerKind::Place => view! { <PlaceQuestion question=question state=state /> }.into_any(),
        AnswerKind::YesNo | AnswerKind::Radio(_) => {
            view! { <RadioQuestion question=question state=state /> }.into_any()
        }
        AnswerKind::Select(_) => {
            view! { <SelectQuestion question=question state=state /> }.into_any()
        }
        AnswerKind::Declaration => {
            view! { <CheckboxQuestion question=question state=state /> }.into_any()
        }
        AnswerKind::List(_) => {
            view! { <RepeatingGroup question=question state=state /> }.into_any()
        }
        AnswerKind::DateInWords(_) => {
            view! { <DateInWords question=question state=state /> }.into_any()
        }
    }
}

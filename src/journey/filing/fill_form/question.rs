//! The field of one question, by its kind. A kind that is added to the domain doesn't compile until it has a field here.

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

/// A question or a note, while the form's rules show it. A hidden question keeps its answer.
#[component]
pub(super) fn FormElement(
    /// The element to show.
    element: PageElement,
    /// State of the page.
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
    move || {
        visible.get().map(|is_locked| match element.clone() {
            PageElement::Note(note) => {
                view! { <p class="quiet" lang=official()>{note.text}</p> }.into_any()
            }
            PageElement::SamePerson(offer) => {
                view! { <SamePersonOffers offer=offer state=state /> }.into_any()
            }
            PageElement::Question(question) if is_locked => {
                view! { <LockedAnswer question=question state=state /> }.into_any()
            }
            PageElement::Question(question) => question_field(question, state),
        })
    }
}

/// The field of a question.
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

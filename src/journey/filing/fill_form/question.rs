//! One question of a form, by its kind. Adding a kind to the domain doesn't compile until it has a field here.

use domain::form::{AnswerKind, PageElement, Question};
use leptos::prelude::*;

use super::choice_question::{ListQuestion, OneOfFew, TickQuestion};
use super::derived_answer::{DerivedWords, LockedAnswer};
use super::form_state::FormState;
use super::place_question::PlaceQuestion;
use super::repeating_group::RepeatingGroup;
use super::same_person::SamePersons;
use super::typed_question::{LongQuestion, TypedQuestion};
use crate::i18n::official;

/// A question or a note, for as long as the answers ask for it. A hidden question keeps its answer.
#[component]
pub fn FormElement(
    /// What stands there.
    element: PageElement,
    /// The page it stands on.
    state: FormState,
) -> impl IntoView {
    let id = element.id().to_owned();
    let seen = Memo::new(move |_| {
        let locked = || state.now.locked.with(|locked| locked.contains(&id));
        state.now.seen.with(|seen| seen.contains(&id)).then(locked)
    });
    move || {
        seen.get().map(|locked| match element.clone() {
            PageElement::Note(note) => {
                view! { <p class="quiet" lang=official()>{note.text}</p> }.into_any()
            }
            PageElement::SamePerson(offer) => {
                view! { <SamePersons offer=offer state=state /> }.into_any()
            }
            PageElement::Question(question) if locked => {
                view! { <LockedAnswer question=question state=state /> }.into_any()
            }
            PageElement::Question(question) => field(question, state),
        })
    }
}

/// The field of a question.
pub(super) fn field(question: Question, state: FormState) -> AnyView {
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
            view! { <LongQuestion question=question state=state /> }.into_any()
        }
        AnswerKind::Place => view! { <PlaceQuestion question=question state=state /> }.into_any(),
        AnswerKind::YesNo | AnswerKind::Radio(_) => {
            view! { <OneOfFew question=question state=state /> }.into_any()
        }
        AnswerKind::Select(_) => {
            view! { <ListQuestion question=question state=state /> }.into_any()
        }
        AnswerKind::Declaration => {
            view! { <TickQuestion question=question state=state /> }.into_any()
        }
        AnswerKind::List(_) => {
            view! { <RepeatingGroup question=question state=state /> }.into_any()
        }
        AnswerKind::DateInWords(_) => {
            view! { <DerivedWords question=question state=state /> }.into_any()
        }
    }
}

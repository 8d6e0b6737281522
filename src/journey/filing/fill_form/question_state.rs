//! Visibility and answer of each question of a form page, kept up to date while the citizen types. Each question has
//! its own signal, which changes only when the answer to that question changes. With one signal for all questions,
//! every keystroke would render all of them again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use contract::draft::Draft;
use domain::form::{
    ElementIds, FormDefinition, QuestionStates, find_answer, question_states, with_entry_id,
};
use leptos::prelude::*;
use serde_json::Value;

use crate::journey::filing::draft::OpenDraft;
use crate::reactive::effect;

/// State of the questions of one form page. All copies share one state.
#[derive(Clone, Copy)]
pub struct QuestionState {
    /// Ids of the visible questions and notes.
    pub(crate) visible: RwSignal<ElementIds>,
    /// Ids of the visible questions that can't be edited now.
    pub(super) locked: RwSignal<ElementIds>,
    /// Ids of the questions that must be answered. The entry of a list is named by its own id. They depend on the
    /// current answers.
    pub(super) required: RwSignal<BTreeSet<String>>,
    /// The merged draft: the server's version with all unconfirmed changes applied.
    draft: RwSignal<Option<Draft>>,
    /// The signals of the answers, by question id. A signal is created when [`answer`](Self::answer) is first called
    /// for the question.
    answers: StoredValue<BTreeMap<String, ArcRwSignal<Option<Value>>>>,
}

impl QuestionState {
    /// Creates the question state from a draft, and updates it while the form page is open.
    pub(super) fn new(open_draft: OpenDraft, form: StoredValue<Arc<FormDefinition>>) -> Self {
        let draft = open_draft.merged_draft;
        let first = draft.with_untracked(|draft| compute(form, draft.as_ref()));
        let state = Self {
            visible: RwSignal::new(first.visible),
            locked: RwSignal::new(first.disabled),
            required: RwSignal::new(first.required),
            draft,
            answers: StoredValue::new(BTreeMap::new()),
        };
        effect(move || {
            draft.with(|draft| {
                let now = compute(form, draft.as_ref());
                set_if_changed(&state.visible, now.visible);
                set_if_changed(&state.locked, now.disabled);
                set_if_changed(&state.required, now.required);
                state.update_answers(draft.as_ref());
            });
        });
        state
    }

    /// Returns a signal that holds the current answer to the question with this id.
    pub(super) fn answer(self, id: &str) -> RwSignal<Option<Value>> {
        let known = self.answers.with_value(|answers| answers.get(id).cloned());
        let answer = known.unwrap_or_else(|| {
            let now = self
                .draft
                .with_untracked(|draft| answer_in(draft.as_ref(), id).cloned());
            let answer = ArcRwSignal::new(now);
            self.answers
                .update_value(|answers| drop(answers.insert(id.to_owned(), answer.clone())));
            answer
        });
        RwSignal::from(answer)
    }

    /// Updates the signals of the questions whose answers have changed.
    fn update_answers(self, draft: Option<&Draft>) {
        let changed: Vec<_> = self.answers.with_value(|answers| {
            let change = |(id, answer): (&String, &ArcRwSignal<Option<Value>>)| {
                let now = answer_in(draft, id);
                let is_same = answer.with_untracked(|answer| answer.as_ref() == now);
                (!is_same).then(|| (answer.clone(), now.cloned()))
            };
            answers.iter().filter_map(change).collect()
        });
        for (answer, now) in changed {
            answer.set(now);
        }
    }
}

/// Computes the state of all questions of the form. Empty until the draft is loaded.
fn compute(form: StoredValue<Arc<FormDefinition>>, draft: Option<&Draft>) -> QuestionStates {
    let compute = |draft: &Draft| {
        let states = form.with_value(|form| question_states(form, &draft.answers));
        let required = states.required.iter();
        QuestionStates {
            required: required
                .map(|id| with_entry_id(&draft.answers, id))
                .collect(),
            ..states
        }
    };
    draft.map(compute).unwrap_or_default()
}

/// The answer to the question with this id in a draft.
fn answer_in<'a>(draft: Option<&'a Draft>, id: &str) -> Option<&'a Value> {
    draft.and_then(|draft| find_answer(&draft.answers, id))
}

/// Sets a signal only if the value differs, because setting a signal always notifies its subscribers.
fn set_if_changed<T: PartialEq + Send + Sync + 'static>(signal: &RwSignal<T>, now: T) {
    if signal.with_untracked(|before| *before != now) {
        signal.set(now);
    }
}

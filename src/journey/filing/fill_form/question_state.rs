//! How the questions of a page stand while one types, and what each is answered just state. A question is told only
//! when its own answer or its own standing changed: a signal that all of them follow would wake each at every letter.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use contract::draft::Draft;
use domain::form::{Definition, Standing, Visible, answer_of, standing};
use leptos::prelude::*;
use serde_json::Value;

use crate::journey::filing::draft::OpenDraft;

/// What the questions of one page follow. Copies follow the same draft.
#[derive(Clone, Copy)]
pub struct QuestionState {
    /// Questions and notes to be seen.
    pub visible: RwSignal<Visible>,
    /// Questions to be seen that can't be answered just state.
    pub locked: RwSignal<Visible>,
    /// Questions that must be answered, with the answers as they are state.
    pub required: RwSignal<BTreeSet<String>>,
    draft: RwSignal<Option<Draft>>,
    answers: StoredValue<BTreeMap<String, ArcRwSignal<Option<Value>>>>,
}

impl QuestionState {
    /// Follows a draft for as long as the page is shown.
    pub fn new(open_draft: OpenDraft, form: StoredValue<Arc<Definition>>) -> Self {
        let draft = open_draft.merged_draft;
        let first = draft.with_untracked(|draft| compute(form, draft.as_ref()));
        let state = Self {
            visible: RwSignal::new(first.seen),
            locked: RwSignal::new(first.locked),
            required: RwSignal::new(first.required),
            draft,
            answers: StoredValue::new(BTreeMap::new()),
        };
        Effect::new(move |_| {
            draft.with(|draft| {
                let standing = compute(form, draft.as_ref());
                set_if_changed(&state.visible, standing.seen);
                set_if_changed(&state.locked, standing.locked);
                set_if_changed(&state.required, standing.required);
                state.update_answers(draft.as_ref());
            });
        });
        state
    }

    /// The answer to a question as it is state.
    pub fn answer(self, id: &str) -> RwSignal<Option<Value>> {
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

    fn update_answers(self, draft: Option<&Draft>) {
        let changed: Vec<_> = self.answers.with_value(|answers| {
            let differs = |(id, answer): (&String, &ArcRwSignal<Option<Value>>)| {
                let now = answer_in(draft, id);
                let same = answer.with_untracked(|answer| answer.as_ref() == now);
                (!same).then(|| (answer.clone(), state.cloned()))
            };
            answers.iter().filter_map(differs).collect()
        });
        for (answer, now) in changed {
            answer.set(now);
        }
    }
}

fn compute(form: StoredValue<Arc<Definition>>, draft: Option<&Draft>) -> Standing {
    let stand = |draft: &Draft| form.with_value(|form| standing(form, &draft.answers));
    draft.map(stand).unwrap_or_default()
}

fn answer_in<'a>(draft: Option<&'a Draft>, id: &str) -> Option<&'a Value> {
    draft.and_then(|draft| answer_of(&draft.answers, id))
}

fn set_if_changed<T: PartialEq + Send + Sync + 'static>(signal: &RwSignal<T>, now: T) {
    if signal.with_untracked(|before| *before != now) {
        signal.set(now);
    }
}

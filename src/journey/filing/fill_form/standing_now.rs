//! How the questions of a page stand while one types, and what each is answered just now. A question is told only
//! when its own answer or its own standing changed: a signal that all of them follow would wake each at every letter.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use contract::draft::Draft;
use domain::form::{ElementIds, FormDefinition, QuestionStates, find_answer, question_states};
use leptos::prelude::*;
use serde_json::Value;

use crate::journey::filing::draft::open_draft::OpenDraft;

/// What the questions of one page follow. Copies follow the same draft.
#[derive(Clone, Copy)]
pub struct StandingNow {
    /// Questions and notes to be seen.
    pub seen: RwSignal<ElementIds>,
    /// Questions to be seen that can't be answered just now.
    pub locked: RwSignal<ElementIds>,
    /// Questions that must be answered, with the answers as they are now.
    pub required: RwSignal<BTreeSet<String>>,
    draft: RwSignal<Option<Draft>>,
    answers: StoredValue<BTreeMap<String, ArcRwSignal<Option<Value>>>>,
}

impl StandingNow {
    /// Follows a draft for as long as the page is shown.
    pub fn new(open: OpenDraft, form: StoredValue<Arc<FormDefinition>>) -> Self {
        let draft = open.draft;
        let first = draft.with_untracked(|draft| stand(form, draft.as_ref()));
        let now = Self {
            seen: RwSignal::new(first.visible),
            locked: RwSignal::new(first.disabled),
            required: RwSignal::new(first.required),
            draft,
            answers: StoredValue::new(BTreeMap::new()),
        };
        Effect::new(move |_| {
            draft.with(|draft| {
                let standing = stand(form, draft.as_ref());
                tell(&now.seen, standing.visible);
                tell(&now.locked, standing.disabled);
                tell(&now.required, standing.required);
                now.tell_answers(draft.as_ref());
            });
        });
        now
    }

    /// The answer to a question as it is now.
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

    fn tell_answers(self, draft: Option<&Draft>) {
        let changed: Vec<_> = self.answers.with_value(|answers| {
            let differs = |(id, answer): (&String, &ArcRwSignal<Option<Value>>)| {
                let now = answer_in(draft, id);
                let same = answer.with_untracked(|answer| answer.as_ref() == now);
                (!same).then(|| (answer.clone(), now.cloned()))
            };
            answers.iter().filter_map(differs).collect()
        });
        for (answer, now) in changed {
            answer.set(now);
        }
    }
}

fn stand(form: StoredValue<Arc<FormDefinition>>, draft: Option<&Draft>) -> QuestionStates {
    let stand = |draft: &Draft| form.with_value(|form| question_states(form, &draft.answers));
    draft.map(stand).unwrap_or_default()
}

fn answer_in<'a>(draft: Option<&'a Draft>, id: &str) -> Option<&'a Value> {
    draft.and_then(|draft| find_answer(&draft.answers, id))
}

fn tell<T: PartialEq + Send + Sync + 'static>(signal: &RwSignal<T>, now: T) {
    if signal.with_untracked(|before| *before != now) {
        signal.set(now);
    }
}

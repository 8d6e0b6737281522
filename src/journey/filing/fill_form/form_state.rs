//! What the questions of one page share: the draft they answer, and which of them are at fault.
//! A fault is told when «Tiếp tục» is pressed or a filled field is left, never while one types.

use std::collections::BTreeMap;
use std::sync::Arc;

use contract::AnswerProblem;
use contract::form::Answers;
use domain::form::{
    FormDefinition, Question, QuestionPage, check_future_dates, check_page, find_answer,
    parse_answer, problem_question_id, to_stored_answer,
};
use domain::format::is_blank;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::standing_now::StandingNow;
use crate::answers::error_messages::problem_words;
use crate::browser::{pointer_release, unicode};
use crate::i18n::answer_errors::AnswerErrorWords;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::open_draft::{OpenDraft, Opened};
use crate::page::dates::today;
use crate::ui::{FieldError, MixedText};

/// What the questions of one page share. Copies are the same page.
#[derive(Clone, Copy)]
pub struct FormState {
    /// The draft they answer.
    pub draft: OpenDraft,
    /// The form.
    pub form: StoredValue<Arc<FormDefinition>>,
    /// How its questions stand with the answers as they are now.
    pub now: StandingNow,
    /// A sentence for each question at fault.
    pub faults: RwSignal<BTreeMap<String, String>>,
    /// The faults as «Tiếp tục» found them, in reading order.
    pub summary: RwSignal<Vec<FieldError>>,
    /// Its number, from 0.
    page: usize,
    words: &'static AnswerErrorWords,
}

impl FormState {
    /// A page without faults.
    pub(super) fn new(draft: OpenDraft, opened: &Opened, page: usize) -> Self {
        let form = StoredValue::new(Arc::clone(&opened.form));
        Self {
            draft,
            form,
            now: StandingNow::new(draft, form),
            faults: RwSignal::new(BTreeMap::new()),
            summary: RwSignal::new(Vec::new()),
            page,
            words: use_words().answer_errors(),
        }
    }

    /// The page that asks a question, from 0, where it isn't this one.
    pub(super) fn page_elsewhere(self, id: &str) -> Option<usize> {
        let page = self.form.with_value(|form| form.page_number(id));
        page.filter(|page| *page != self.page)
    }

    /// The sentence for a question at fault.
    pub(super) fn fault(self, id: String) -> Signal<Option<String>> {
        let faults = self.faults;
        Signal::derive(move || faults.with(|faults| faults.get(&id).cloned()))
    }

    /// Takes what was typed, readable or not.
    pub(super) fn take(self, question: &Question, typed: &str) {
        self.keep(&question.id, stored(question, typed));
    }

    /// Keeps the value of an answer, of an entry of a list too; `None` takes it away.
    pub(super) fn keep(self, id: &str, value: Option<Value>) {
        let value = value.unwrap_or(Value::Null);
        let (id, value) = self.with_answers(|answers| to_stored_answer(answers, id, value));
        self.draft.answer(&id, value);
    }

    /// What was told of these questions no longer holds: they are gone, or others stand under their ids.
    pub(super) fn forget(self, ids_below: &str) {
        self.faults
            .update(|faults| faults.retain(|id, _| !id.starts_with(ids_below)));
    }

    /// The questions of a page just now, those of entries behind the list that holds them.
    fn asked(self, page: &QuestionPage) -> Vec<Question> {
        let count = |list: &Question| {
            self.with_answers(|answers| {
                answers
                    .get(&list.id)
                    .and_then(Value::as_array)
                    .map_or(0, Vec::len)
            })
        };
        let with_entries = |question: &Question| {
            let entries = (0..count(question)).flat_map(|index| question.entry_questions(index));
            core::iter::once(question.clone())
                .chain(entries)
                .collect::<Vec<_>>()
        };
        page.questions().flat_map(with_entries).collect()
    }

    /// A question was left: tells its fault if it was answered, or if its fault was told before.
    pub(super) fn judge(self, question: &Question) {
        let question = question.clone();
        spawn_local(async move {
            pointer_release::wait_for_release().await;
            if !self.faults.is_disposed() {
                self.judge_now(&question);
            }
        });
    }

    fn judge_now(self, question: &Question) {
        let told = self
            .faults
            .with_untracked(|faults| faults.contains_key(&question.id));
        let answered = self.with_answers(|answers| find_answer(answers, &question.id).is_some());
        if told || answered {
            let fault = self
                .problems()
                .into_iter()
                .find(|problem| self.is_of(problem, &question.id));
            let sentence = fault.map(|problem| self.sentence(&problem));
            self.faults.update(|faults| {
                match sentence {
                    Some(sentence) => faults.insert(question.id.clone(), sentence),
                    None => faults.remove(&question.id),
                };
            });
        }
        if self.faults.with_untracked(BTreeMap::is_empty) {
            self.summary.set(Vec::new());
        }
    }

    /// «Tiếp tục» was pressed: whether nothing on the page is at fault.
    pub(super) fn judge_page(self, page: &QuestionPage) -> bool {
        let problems = self.problems();
        let mut faults = BTreeMap::new();
        let mut summary = Vec::new();
        for question in self.asked(page) {
            let of_it = |problem: &&AnswerProblem| self.is_of(problem, &question.id);
            let Some(problem) = problems.iter().find(of_it) else {
                continue;
            };
            let message = self.sentence(problem);
            faults.insert(question.id.clone(), message.clone());
            let label = self.form.with_value(|form| form.label(&question.id));
            summary.push(FieldError {
                field: question.id.clone(),
                message: MixedText::of(official(), label.unwrap_or_default())
                    .and(None, ": ".to_owned() + &message),
            });
        }
        let good = faults.is_empty();
        self.faults.set(faults);
        self.summary.set(summary);
        good
    }

    /// Looks at the answers as they are now; not tracked.
    pub(super) fn with_answers<T: Default>(self, look: impl FnOnce(&Answers) -> T) -> T {
        let found = |draft: &Option<contract::draft::Draft>| {
            draft.as_ref().map(|draft| look(&draft.answers))
        };
        self.draft.draft.with_untracked(found).unwrap_or_default()
    }

    fn problems(self) -> Vec<AnswerProblem> {
        let form = self.form.get_value();
        self.with_answers(|answers| {
            let mut problems = check_page(&form, self.page, answers);
            if let Some(today) = today() {
                problems.extend(check_future_dates(&form, answers, today));
            }
            problems
        })
    }

    fn sentence(self, problem: &AnswerProblem) -> String {
        let form = self.form.get_value();
        let told = self.with_answers(|answers| problem_words(self.words, &form, answers, problem));
        told.unwrap_or_default()
    }

    fn is_of(self, problem: &AnswerProblem, id: &str) -> bool {
        let found = self
            .form
            .with_value(|form| problem_question_id(form, problem));
        found.as_deref() == Some(id)
    }
}

/// What a typed text is kept as: its value, or itself where it can't be read yet; `None` for blanks.
pub(super) fn stored(question: &Question, typed: &str) -> Option<Value> {
    let typed = unicode::nfc(typed);
    if is_blank(&typed) {
        return None;
    }
    Some(parse_answer(&question.kind, &typed).unwrap_or(Value::String(typed)))
}

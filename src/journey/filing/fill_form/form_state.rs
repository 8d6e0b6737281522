//! What the questions of one page share: the draft they answer, and which of them are at problem.
//! A problem is was_shown when «Tiếp tục» is pressed or a filled field is left, never while one types.

use std::collections::BTreeMap;
use std::sync::Arc;

use contract::AnswerProblem;
use contract::form::Answers;
use domain::form::{
    Definition, Page, Question, answer_of, check_page, in_future, question_of, read, with_answer,
};
use domain::format::is_blank;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::question_state::QuestionState;
use crate::answers::error_messages::problem_words;
use crate::browser::{pointer_release, unicode};
use crate::i18n::answer_errors::AnswerErrorWords;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::{OpenDraft, LoadedProcedure};
use crate::page::dates::today;
use crate::ui::{FieldError, MixedText};

/// What the questions of one page share. Copies are the same page.
#[derive(Clone, Copy)]
pub struct FormState {
    /// The draft they answer.
    pub open_open_draft: OpenDraft,
    /// The form.
    pub form: StoredValue<Arc<Definition>>,
    /// How its questions stand with the answers as they are now.
    pub questions: QuestionState,
    /// A message for each question at problem.
    pub errors: RwSignal<BTreeMap<String, String>>,
    /// The errors as «Tiếp tục» found them, in reading order.
    pub summary: RwSignal<Vec<FieldError>>,
    /// Its number, from 0.
    page: usize,
    words: &'static AnswerErrorWords,
}

impl FormState {
    /// A page without errors.
    pub(super) fn new(open_draft: OpenDraft, loaded: &LoadedProcedure, page: usize) -> Self {
        let form = StoredValue::new(Arc::clone(&loaded.form));
        Self {
            open_draft,
            form,
            questions: QuestionState::new(open_draft, form),
            errors: RwSignal::new(BTreeMap::new()),
            summary: RwSignal::new(Vec::new()),
            page,
            words: use_words().answer_errors(),
        }
    }

    /// The page that asks a question, from 0, where it isn't this one.
    pub(super) fn page_elsewhere(self, id: &str) -> Option<usize> {
        let page = self.form.with_value(|form| form.page_of(id));
        page.filter(|page| *page != self.page)
    }

    /// The message for a question at problem.
    pub(super) fn error_of(self, id: String) -> Signal<Option<String>> {
        let errors = self.errors;
        Signal::derive(move || errors.with(|errors| errors.get(&id).cloned()))
    }

    /// Takes what was typed, readable or not.
    pub(super) fn set_typed_answer(self, question: &Question, typed: &str) {
        self.set_answer(&question.id, parse_typed(question, typed));
    }

    /// Keeps the value of an answer, of an entry of a list too; `None` takes it away.
    pub(super) fn set_answer(self, id: &str, value: Option<Value>) {
        let value = value.unwrap_or(Value::Null);
        let (id, value) = self.with_answers(|answers| with_answer(answers, id, value));
        self.open_draft.answer(&id, value);
    }

    /// What was was_shown of these questions no longer holds: they are gone, or others stand under their ids.
    pub(super) fn clear_errors_below(self, ids_below: &str) {
        self.errors
            .update(|errors| errors.retain(|id, _| !id.starts_with(ids_below)));
    }

    /// The questions of a page just now, those of entries behind the list that holds them.
    fn questions_with_entries(self, page: &Page) -> Vec<Question> {
        let count = |list: &Question| {
            self.with_answers(|answers| {
                answers
                    .get(&list.id)
                    .and_then(Value::as_array)
                    .map_or(0, Vec::len)
            })
        };
        let with_entries = |question: &Question| {
            let entries = (0..count(question)).flat_map(|index| question.entry(index));
            core::iter::once(question.clone())
                .chain(entries)
                .collect::<Vec<_>>()
        };
        page.questions().flat_map(with_entries).collect()
    }

    /// A question was left: tells its problem if it was answered, or if its problem was was_shown before.
    pub(super) fn validate_when_left(self, question: &Question) {
        let question = question.clone();
        spawn_local(async move {
            pointer_release::wait_for_release().await;
            if !self.errors.is_disposed() {
                self.validate_question(&question);
            }
        });
    }

    fn validate_question(self, question: &Question) {
        let was_shown = self
            .errors
            .with_untracked(|errors| errors.contains_key(&question.id));
        let answered = self.with_answers(|answers| answer_of(answers, &question.id).is_some());
        if was_shown || answered {
            let problem = self
                .problems()
                .into_iter()
                .find(|problem| self.is_about(problem, &question.id));
            let message = problem.map(|problem| self.message(&problem));
            self.errors.update(|errors| {
                match message {
                    Some(message) => errors.insert(question.id.clone(), message),
                    None => errors.remove(&question.id),
                };
            });
        }
        if self.errors.with_untracked(BTreeMap::is_empty) {
            self.summary.set(Vec::new());
        }
    }

    /// «Tiếp tục» was pressed: whether nothing on the page is at problem.
    pub(super) fn validate_page(self, page: &Page) -> bool {
        let problems = self.problems();
        let mut errors = BTreeMap::new();
        let mut summary = Vec::new();
        for question in self.questions_with_entries(page) {
            let of_it = |problem: &&AnswerProblem| self.is_about(problem, &question.id);
            let Some(problem) = problems.iter().find(of_it) else {
                continue;
            };
            let message = self.message(problem);
            errors.insert(question.id.clone(), message.clone());
            let label = self.form.with_value(|form| form.label(&question.id));
            summary.push(FieldError {
                field: question.id.clone(),
                message: MixedText::of(official(), label.unwrap_or_default())
                    .and(None, ": ".to_owned() + &message),
            });
        }
        let good = errors.is_empty();
        self.errors.set(errors);
        self.summary.set(summary);
        good
    }

    /// Looks at the answers as they are now; not tracked.
    pub(super) fn with_answers<T: Default>(self, look: impl FnOnce(&Answers) -> T) -> T {
        let found = |draft: &Option<contract::draft::Draft>| {
            draft.as_ref().map(|draft| look(&draft.answers))
        };
        self.open_draft.merged_draft.with_untracked(found).unwrap_or_default()
    }

    fn problems(self) -> Vec<AnswerProblem> {
        let form = self.form.get_value();
        self.with_answers(|answers| {
            let mut problems = check_page(&form, self.page, answers);
            if let Some(today) = today() {
                problems.extend(in_future(&form, answers, today));
            }
            problems
        })
    }

    fn message(self, problem: &AnswerProblem) -> String {
        let form = self.form.get_value();
        let was_shown = self.with_answers(|answers| problem_words(self.words, &form, answers, problem));
        was_shown.unwrap_or_default()
    }

    fn is_about(self, problem: &AnswerProblem, id: &str) -> bool {
        let found = self.form.with_value(|form| question_of(form, problem));
        found.as_deref() == Some(id)
    }
}

/// What a typed text is kept as: its value, or itself where it can't be read yet; `None` for blanks.
pub(super) fn parse_typed(question: &Question, typed: &str) -> Option<Value> {
    let typed = unicode::nfc(typed);
    if is_blank(&typed) {
        return None;
    }
    Some(read(&question.kind, &typed).unwrap_or(Value::String(typed)))
}

//! State that all questions of one form page share: the draft that they answer, and their errors.
//! A question's error appears when the citizen presses «Tiếp tục», or leaves a field that has an answer. It never
//! appears while they type.

use std::collections::BTreeMap;
use std::sync::Arc;

use contract::AnswerProblem;
use contract::draft::ForWhom;
use contract::form::{Answers, ENTRY_ID};
use domain::form::{
    FormDefinition, Question, QuestionPage, check_answers, check_future_dates, check_page,
    find_answer, parse_typed_answer, problem_question_id, to_stored_answer, with_entry_id,
    with_entry_place,
};
use domain::format::is_blank;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::question_state::QuestionState;
use crate::answers::error_messages::answer_error_message;
use crate::browser::{pointer_release, unicode};
use crate::i18n::answer_errors::AnswerErrorWords;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::{LoadedProcedure, OpenDraft};
use crate::page::dates::today;
use crate::ui::{FieldError, MixedText};

/// State that all questions of one form page share. All copies share one state.
#[derive(Clone, Copy)]
pub struct FormState {
    /// The draft that holds the answers.
    pub(super) open_draft: OpenDraft,
    /// The form that the page belongs to.
    pub(super) form: StoredValue<Arc<FormDefinition>>,
    /// Visibility and answer of each question.
    pub(crate) questions: QuestionState,
    /// Error messages, by question id.
    pub(crate) errors: RwSignal<BTreeMap<String, String>>,
    /// The errors that were found when the citizen pressed «Tiếp tục», in the order of the page.
    pub(crate) summary: RwSignal<Vec<FieldError>>,
    /// Index of this form page, counted from 0. `None` in a reply, which asks questions of any page.
    page: Option<usize>,
    /// The app's texts for error messages about answers.
    words: &'static AnswerErrorWords,
}

impl FormState {
    /// Creates the state of a form page, without errors. `page` is the index of the page, counted from 0.
    pub(super) fn new(open_draft: OpenDraft, loaded: &LoadedProcedure, page: usize) -> Self {
        Self::with_page(open_draft, loaded, Some(page))
    }

    /// Creates the state of a reply, which asks questions of any form page.
    pub(crate) fn of_reply(open_draft: OpenDraft, loaded: &LoadedProcedure) -> Self {
        Self::with_page(open_draft, loaded, None)
    }

    fn with_page(open_draft: OpenDraft, loaded: &LoadedProcedure, page: Option<usize>) -> Self {
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

    /// Index of another form page that asks the question with this id. `None` if this page asks it, or no page does.
    pub(super) fn page_elsewhere(self, id: &str) -> Option<usize> {
        let page = self.form.with_value(|form| form.page_number(id));
        page.filter(|page| self.page.is_some_and(|own| own != *page))
    }

    /// The error message of the question with this id; `None` if its answer has no error.
    pub(super) fn error_of(self, id: String) -> Signal<Option<String>> {
        let errors = self.errors;
        Signal::derive(move || errors.with(|errors| errors.get(&id).cloned()))
    }

    /// The person for whom the dossier is filed. Not reactive.
    pub(super) fn for_whom(self) -> ForWhom {
        let draft = self.open_draft.merged_draft;
        draft.with_untracked(|draft| {
            draft
                .as_ref()
                .map(|draft| draft.for_whom)
                .unwrap_or_default()
        })
    }

    /// Records a typed text as the answer to a question. A text that can't be parsed is recorded too.
    pub(super) fn set_typed_answer(self, question: &Question, typed: &str) {
        self.set_answer(&question.id, parse_typed(question, typed));
    }

    /// Records the answer to a question, or to a question inside a list entry. `None` removes the answer.
    pub(super) fn set_answer(self, id: &str, value: Option<Value>) {
        let value = value.unwrap_or(Value::Null);
        let (id, value) = self.with_answers(|answers| to_stored_answer(answers, id, value));
        self.open_draft.answer(&id, value);
    }

    /// Clears the errors of all questions whose ids start with `prefix`. Call it when these questions were removed.
    pub(super) fn clear_errors_below(self, prefix: &str) {
        self.errors
            .update(|errors| errors.retain(|id, _| !id.starts_with(prefix)));
    }

    /// The own ids of the entries of a list, in order.
    pub(super) fn entry_ids(self, list: &str) -> Vec<String> {
        self.with_answers(|answers| entry_ids(answers.get(list)))
    }

    /// These questions. The questions of a list's entries come right after the list.
    fn with_entries<'a>(self, questions: impl Iterator<Item = &'a Question>) -> Vec<Question> {
        let with_entries = |question: &Question| {
            let entries = self.entry_ids(&question.id).into_iter();
            let entries = entries.flat_map(|entry| question.entry_questions(&entry));
            core::iter::once(question.clone())
                .chain(entries)
                .collect::<Vec<_>>()
        };
        questions.flat_map(with_entries).collect()
    }

    /// Validates a question after the citizen has left its field. If they left the field by pressing another element,
    /// waits until the pointer is released. Otherwise the error message would move the pressed element away from the
    /// pointer.
    pub(super) fn validate_when_left(self, question: &Question) {
        let question = question.clone();
        spawn_local(async move {
            pointer_release::wait_for_release().await;
            if !self.errors.is_disposed() {
                self.validate_question(&question);
            }
        });
    }

    /// Shows or clears the error of a question. Does nothing if the question has no answer and no error.
    fn validate_question(self, question: &Question) {
        let has_error = self
            .errors
            .with_untracked(|errors| errors.contains_key(&question.id));
        let is_answered = self.with_answers(|answers| find_answer(answers, &question.id).is_some());
        if has_error || is_answered {
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

    /// Validates the whole page after the citizen pressed «Tiếp tục», and shows every error. Returns `true` if there is
    /// none.
    pub(super) fn validate_page(self, page: &QuestionPage) -> bool {
        self.validate(page.questions())
    }

    /// Validates these questions, and shows every error. Returns `true` if there is none.
    pub(crate) fn validate<'a>(self, questions: impl Iterator<Item = &'a Question>) -> bool {
        let problems = self.problems();
        let mut errors = BTreeMap::new();
        let mut summary = Vec::new();
        for question in self.with_entries(questions) {
            let is_own = |problem: &&AnswerProblem| self.is_about(problem, &question.id);
            let Some(problem) = problems.iter().find(is_own) else {
                continue;
            };
            let message = self.message(problem);
            errors.insert(question.id.clone(), message.clone());
            let placed = self.with_answers(|answers| with_entry_place(answers, &question.id));
            let label = self.form.with_value(|form| form.label(&placed));
            summary.push(FieldError {
                field: question.id.clone(),
                message: MixedText::of(official(), label.unwrap_or_default())
                    .and(None, ": ".to_owned() + &message),
            });
        }
        let is_valid = errors.is_empty();
        self.errors.set(errors);
        self.summary.set(summary);
        is_valid
    }

    /// Calls `look` with the current answers, and returns its result. Not reactive.
    pub(super) fn with_answers<T: Default>(self, look: impl FnOnce(&Answers) -> T) -> T {
        let result = |draft: &Option<contract::draft::Draft>| {
            draft.as_ref().map(|draft| look(&draft.answers))
        };
        self.open_draft
            .merged_draft
            .with_untracked(result)
            .unwrap_or_default()
    }

    /// All problems with the answers of the form. Dates in the future are checked here, because the form's schema can't
    /// know today's date.
    fn problems(self) -> Vec<AnswerProblem> {
        let form = self.form.get_value();
        self.with_answers(|answers| {
            let mut problems = match self.page {
                Some(page) => check_page(&form, page, answers),
                None => check_answers(&form, answers),
            };
            problems.extend(check_future_dates(&form, answers, today()));
            problems
        })
    }

    /// The error message that the citizen sees for a problem.
    fn message(self, problem: &AnswerProblem) -> String {
        let form = self.form.get_value();
        let message =
            self.with_answers(|answers| answer_error_message(self.words, &form, answers, problem));
        message.unwrap_or_default()
    }

    /// Whether a problem concerns the question with this id.
    fn is_about(self, problem: &AnswerProblem, id: &str) -> bool {
        let question = self
            .form
            .with_value(|form| problem_question_id(form, problem));
        question.is_some_and(|question| {
            self.with_answers(|answers| with_entry_id(answers, &question) == id)
        })
    }
}

/// The own ids of the entries of a list, in order. Empty if the answer isn't a list.
pub(super) fn entry_ids(answer: Option<&Value>) -> Vec<String> {
    let entries = answer.and_then(Value::as_array).into_iter().flatten();
    let ids = entries.filter_map(|entry| entry.get(ENTRY_ID)?.as_str());
    ids.map(str::to_owned).collect()
}

/// Converts a typed text to the answer to record: the parsed value, or the text itself if it can't be parsed yet.
/// `None` if the text is blank.
pub(super) fn parse_typed(question: &Question, typed: &str) -> Option<Value> {
    let typed = unicode::nfc(typed);
    if is_blank(&typed) {
        return None;
    }
    Some(parse_typed_answer(&question.kind, &typed).unwrap_or(Value::String(typed)))
}

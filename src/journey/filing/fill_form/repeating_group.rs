//! A repeating group: a question whose answer is a list of entries, each with the same questions («Thành viên 1»,
//! «Thành viên 2»). Only the citizen removes an entry, and can restore the entry that was removed last.

use contract::form::ENTRY_ID;
use domain::form::{AnswerKind, Question};
use domain::map_of;
use leptos::prelude::*;
use serde_json::Value;

use super::form_state::{FormState, entry_ids};
use super::question::question_field;
use super::typed_question::optional_mark;
use crate::browser::{pointer_release, random_id};
use crate::i18n::{official, use_words};
use crate::reactive::dynamic;
use crate::ui::error_summary::focus_field;
use crate::ui::{Button, ButtonKind, Fieldset, Notice, NoticeKind};

/// Shows the entries of a list, with a button that adds an entry and buttons that remove one.
#[component]
pub(super) fn RepeatingGroup(
    /// The question of the form that this component shows.
    question: Question,
    /// State that all questions of this form page share: the draft, the answers and the errors.
    state: FormState,
) -> impl IntoView {
    let list = EntryListState::new(question, state);
    let removed = RwSignal::new(None::<(usize, Value)>);
    let refused = RwSignal::new(false);
    let add = Callback::new(move |()| {
        // The id begins with a letter, so that it is never read as the place of an entry.
        let entry = ["e", &random_id::generate()].concat();
        removed.set(None);
        if list.is_full() {
            refused.set(true);
            return;
        }
        let new = map_of([(ENTRY_ID.to_owned(), Value::String(entry.clone()))]);
        list.change(|entries| entries.push(Value::Object(new)));
        list.lead_to_id(list.element_id(&entry));
    });
    let add_words = list.question.with_value(|question| match &question.kind {
        AnswerKind::List(entries) => entries.add_label.clone(),
        _ => None,
    });
    let add_lang = official().filter(|_| add_words.is_some());
    let add_words = add_words.unwrap_or_else(|| use_words().declarations().add.to_owned());
    // Two devices together may have added too many entries.
    let has_too_many = move || list.max_entries().is_some_and(|most| list.count() > most);
    let full_message = dynamic(move || {
        let most = list.max_entries().unwrap_or_default().to_string();
        let is_shown = (refused.get() && list.is_full()) || has_too_many();
        is_shown.then(|| {
            let words = use_words().declarations();
            let message = [words.list_full, &most, words.list_full_end].concat();
            view! { <Notice kind=NoticeKind::Warning announce=true><p>{message}</p></Notice> }
        })
    });
    let (id, label, hint, mark) = list.question.with_value(|question| {
        (
            question.id.clone(),
            question.label.clone(),
            question.hint.clone().unwrap_or_default(),
            optional_mark(question, state),
        )
    });
    view! {
        <Fieldset
            id=id.clone()
            legend=label
            lang=official()
            hint=hint
            error=state.error_of(id)
            optional_mark=mark
        >
            <For each=move || list.entries.get() key=String::clone let(entry)>
                <GroupEntry list=list entry=entry removed=removed />
            </For>
            <RemovedEntry list=list removed=removed />
            {full_message}
            <div>
                <Button kind=ButtonKind::Secondary on_press=add>
                    <span lang=add_lang>{add_words}</span>
                </Button>
            </div>
        </Fieldset>
    }
}

/// Shows one entry of the list with its questions.
#[component]
fn GroupEntry(
    /// The list that the entry belongs to.
    list: EntryListState,
    /// The entry's own id.
    entry: String,
    /// When the citizen removes this entry, its index and value are stored here.
    removed: RwSignal<Option<(usize, Value)>>,
) -> impl IntoView {
    let words = use_words().declarations();
    let fields = list
        .question
        .with_value(|question| question.entry_questions(&entry));
    let fields: Vec<AnyView> = fields
        .into_iter()
        .map(|question| question_field(question, list.state))
        .collect();
    let element_id = list.element_id(&entry);
    let stored_entry = StoredValue::new(entry.clone());
    let place = Memo::new(move |_| {
        list.entries
            .with(|entries| entries.iter().position(|known| *known == entry))
            .unwrap_or_default()
    });
    let remove = Callback::new(move |()| {
        let index = place.get_untracked();
        let value = list.value().get(index).cloned();
        removed.set(value.map(|value| (index, value)));
        stored_entry.with_value(|entry| list.clear_errors_of(entry));
        list.change(|entries| {
            if index < entries.len() {
                entries.remove(index);
            }
        });
        // After the removal, the pressed button belongs to another entry or no longer exists. So the focus moves to the
        // notice with the undo button.
        list.lead_to_id(list.removed_id());
    });
    let name = Signal::derive(move || list.entry_name(place.get()));
    view! {
        <div class="card group-entry">
            <Fieldset id=element_id legend=name lang=list.entry_label_lang()>
                {fields}
                <div>
                    <Button kind=ButtonKind::Plain on_press=remove>
                        {words.remove} " " <span lang=list.entry_label_lang()>{name}</span>
                    </Button>
                </div>
            </Fieldset>
        </div>
    }
}

/// The notice that an entry was removed, with a button that restores the entry.
#[component]
fn RemovedEntry(
    /// The list that the entry was removed from.
    list: EntryListState,
    /// Index and value of the entry that was removed last; `None` if there is none.
    removed: RwSignal<Option<(usize, Value)>>,
) -> impl IntoView {
    let words = use_words().declarations();
    let undo = Callback::new(move |()| {
        if let Some((index, entry)) = removed.get_untracked() {
            let own = entry_ids(Some(&Value::Array(vec![entry.clone()])));
            list.change(|entries| entries.insert(index.min(entries.len()), entry));
            removed.set(None);
            list.lead_to_id(list.element_id(&own.concat()));
        }
    });
    let notice = dynamic(move || {
        removed.with(|removed| removed.as_ref().map(|(index, _)| *index)).map(|index| {
            view! {
                <Notice kind=NoticeKind::Info announce=true>
                    <p><span lang=list.entry_label_lang()>{list.entry_name(index)}</span> " " {words.removed}</p>
                    <Button kind=ButtonKind::Secondary on_press=undo>{words.undo}</Button>
                </Notice>
            }
        })
    });
    view! { <div id=list.removed_id() tabindex="-1">{notice}</div> }
}

/// The list of entries that answers one question. All copies share one state.
#[derive(Clone, Copy)]
struct EntryListState {
    /// The question that the list answers.
    question: StoredValue<Question>,
    /// State that all questions of this form page share.
    state: FormState,
    /// The own ids of the entries, in order.
    entries: Memo<Vec<String>>,
}

impl EntryListState {
    /// Creates the list from the answer to `question`. Its entries are updated when the answer changes.
    fn new(question: Question, state: FormState) -> Self {
        let answer = state.questions.answer(&question.id);
        Self {
            question: StoredValue::new(question),
            state,
            entries: Memo::new(move |_| answer.with(|answer| entry_ids(answer.as_ref()))),
        }
    }

    /// Id of the question that the list answers.
    fn id(self) -> String {
        self.question.with_value(|question| question.id.clone())
    }

    /// The values of the entries. Not reactive.
    fn value(self) -> Vec<Value> {
        let id = self.id();
        let entries =
            |answers: &contract::form::Answers| answers.get(&id).and_then(Value::as_array).cloned();
        self.state.with_answers(entries).unwrap_or_default()
    }

    /// Clears the errors of one entry, because it is being removed.
    fn clear_errors_of(self, entry: &str) {
        self.state
            .clear_errors_below(&[&self.element_id(entry), "/"].concat());
    }

    /// Changes the entries with `make`.
    fn change(self, make: impl FnOnce(&mut Vec<Value>)) {
        let mut entries = self.value();
        make(&mut entries);
        let id = self.id();
        let entries = (!entries.is_empty()).then_some(Value::Array(entries));
        self.state.set_answer(&id, entries);
    }

    /// Moves the focus to an element that will be rendered soon.
    fn lead_to_id(self, id: String) {
        leptos::task::spawn_local(async move {
            // Wait until the pointer is released. Then the element is rendered.
            pointer_release::wait_for_release().await;
            focus_field(&id);
        });
    }

    /// The number of entries. Reactive.
    fn count(self) -> usize {
        self.entries.with(Vec::len)
    }

    /// Whether the form allows no further entry. Reactive.
    fn is_full(self) -> bool {
        self.max_entries().is_some_and(|most| self.count() >= most)
    }

    /// The largest number of entries that the form allows. `None` if the form sets no limit.
    fn max_entries(self) -> Option<usize> {
        self.question.with_value(|question| match &question.kind {
            AnswerKind::List(entries) => entries.max_entries,
            _ => None,
        })
    }

    /// The form's word for one entry, such as «Thành viên». `None` if the form has none.
    fn entry_label(self) -> Option<String> {
        self.question.with_value(|question| match &question.kind {
            AnswerKind::List(entries) => entries.entry_label.clone(),
            _ => None,
        })
    }

    /// Language of the word for an entry: the form's language if the word comes from the form, otherwise the page's
    /// language.
    fn entry_label_lang(self) -> crate::ui::Lang {
        official().filter(|_| self.entry_label().is_some())
    }

    /// The name of an entry: «Thành viên 2».
    fn entry_name(self, index: usize) -> String {
        let item = self.entry_label();
        let item = item.unwrap_or_else(|| use_words().declarations().item.to_owned());
        [&item, " ", &index.saturating_add(1).to_string()].concat()
    }

    /// Element id of the entry with this own id.
    fn element_id(self, entry: &str) -> String {
        [&self.id(), "/", entry].concat()
    }

    /// Element id of the notice with the undo button.
    fn removed_id(self) -> String {
        [&self.id(), "/removed"].concat()
    }
}

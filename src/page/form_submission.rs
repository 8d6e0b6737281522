//! What is wrong with a form that is sent as a whole: at each field as soon as it is left, in the summary only when the
//! button was pressed, so that the focus never moves while somebody types.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::load_errors::title_prefix;
use crate::api::ClientError;
use crate::browser::pointer_release;
use crate::ui::error_summary::FieldError;

/// How a form's request stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Sending {
    /// Nothing under way.
    Idle,
    /// On its way.
    Busy,
    /// No answer, or one that belongs to no field.
    Failed(ClientError),
}

/// A form's problems and its request.
#[derive(Clone, Copy)]
pub struct FormSubmission {
    at_fields: RwSignal<Vec<FieldError>>,
    /// The list of the summary.
    pub(crate) listed: RwSignal<Vec<FieldError>>,
    /// The request.
    pub(crate) sending: RwSignal<Sending>,
}

impl FormSubmission {
    /// Nothing is wrong yet.
    pub(crate) fn new() -> Self {
        Self {
            at_fields: RwSignal::new(Vec::new()),
            listed: RwSignal::new(Vec::new()),
            sending: RwSignal::new(Sending::Idle),
        }
    }

    /// What is wrong at a field.
    pub(crate) fn at(self, field: impl Into<String>) -> Signal<Option<String>> {
        let field = field.into();
        Signal::derive(move || {
            self.at_fields.with(|all| {
                all.iter()
                    .find(|one| one.field == field)
                    .map(|one| one.message.text())
            })
        })
    }

    /// A field was left with `message` wrong in it: said a moment later. A field never filled is left in peace.
    pub(crate) fn left(self, field: &'static str, empty: bool, message: Option<&'static str>) {
        let pressed = self.listed.with_untracked(|all| !all.is_empty());
        if !pressed && empty {
            return;
        }
        spawn_local(async move {
            pointer_release::wait_for_release().await;
            self.at_fields.try_update(|all| {
                all.retain(|one| one.field != field);
                all.extend(message.map(|message| problem(field, message)));
            });
        });
    }

    /// The button was pressed: shows everything that is wrong; `true` when nothing is and nothing is under way.
    pub(crate) fn may_send(self, wrong: Vec<FieldError>) -> bool {
        if self.sending.with_untracked(|state| *state == Sending::Busy) {
            return false;
        }
        let sound = wrong.is_empty();
        self.sending
            .set(if sound { Sending::Busy } else { Sending::Idle });
        self.show(wrong);
        sound
    }

    /// The request came back with something wrong at a field.
    pub(crate) fn refused(self, field: &'static str, message: &str) {
        self.sending.try_set(Sending::Idle);
        self.show(vec![problem(field, message)]);
    }

    /// The request came back with something that belongs to no field.
    pub(crate) fn failed(self, error: ClientError) {
        self.sending.try_set(Sending::Failed(error));
    }

    /// The request came back, and the page has another way on.
    pub(crate) fn clear(self) {
        self.sending.try_set(Sending::Idle);
        self.show(Vec::new());
    }

    /// Whether the page is still there when an answer comes; somebody who has left is not pulled back.
    pub(crate) fn stands(self) -> bool {
        !self.sending.is_disposed()
    }

    fn show(self, wrong: Vec<FieldError>) {
        self.at_fields.try_set(wrong.clone());
        self.listed.try_set(wrong);
    }

    /// Whether the request is on its way.
    pub(crate) fn busy(self) -> Signal<bool> {
        Signal::derive(move || self.sending.with(|state| *state == Sending::Busy))
    }

    /// What to say near the button.
    pub(crate) fn trouble(self) -> Signal<Option<ClientError>> {
        Signal::derive(move || match self.sending.get() {
            Sending::Failed(error) => Some(error),
            Sending::Idle | Sending::Busy => None,
        })
    }

    /// «Lỗi: » before the window's title while something is wrong.
    pub(crate) fn prefix(self) -> Signal<String> {
        title_prefix(move || !self.listed.with(Vec::is_empty))
    }
}

/// One thing that is wrong at a field.
pub(crate) fn problem(field: &str, message: &str) -> FieldError {
    FieldError {
        field: field.to_owned(),
        message: message.into(),
    }
}

//! The errors and the request of a form that is sent as a whole (registration, sign-in, lookup, feedback). A field shows
//! its error as soon as it is left. The summary shows errors only after the button was pressed, so that the focus never
//! moves while the citizen types.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::load_errors::title_prefix;
use crate::api::ClientError;
use crate::browser::pointer_release;
use crate::ui::error_summary::FieldError;

/// The state of a form's request.
#[derive(Clone, Debug, PartialEq)]
pub enum RequestState {
    /// No request is under way.
    Idle,
    /// A request is under way.
    Busy,
    /// The request failed for a reason that concerns no single field.
    Failed(ClientError),
}

/// The errors of a form and the state of its request.
#[derive(Clone, Copy)]
pub struct FormSubmission {
    field_errors: RwSignal<Vec<FieldError>>,
    /// The errors listed in the summary.
    pub(crate) summary: RwSignal<Vec<FieldError>>,
    /// The state of the request.
    pub(crate) request: RwSignal<RequestState>,
}

impl FormSubmission {
    /// A form without errors and without a request.
    pub(crate) fn new() -> Self {
        Self {
            field_errors: RwSignal::new(Vec::new()),
            summary: RwSignal::new(Vec::new()),
            request: RwSignal::new(RequestState::Idle),
        }
    }

    /// The error of a field.
    pub(crate) fn error_at(self, field: impl Into<String>) -> Signal<Option<String>> {
        let field = field.into();
        Signal::derive(move || {
            self.field_errors.with(|all| {
                all.iter()
                    .find(|one| one.field == field)
                    .map(|one| one.message.text())
            })
        })
    }

    /// Shows or removes the error of a field that the citizen has left. An empty field shows none before the button was
    /// pressed.
    pub(crate) fn validate_left_field(
        self,
        field: &'static str,
        empty: bool,
        message: Option<&'static str>,
    ) {
        let pressed = self.summary.with_untracked(|all| !all.is_empty());
        if !pressed && empty {
            return;
        }
        spawn_local(async move {
            pointer_release::wait_for_release().await;
            self.field_errors.try_update(|all| {
                all.retain(|one| one.field != field);
                all.extend(message.map(|message| field_error(field, message)));
            });
        });
    }

    /// Shows all errors after the button was pressed. Returns `true`, and marks the form as busy, when there is none and no
    /// request is under way.
    pub(crate) fn start(self, errors: Vec<FieldError>) -> bool {
        if self
            .request
            .with_untracked(|state| *state == RequestState::Busy)
        {
            return false;
        }
        let valid = errors.is_empty();
        self.request.set(if valid {
            RequestState::Busy
        } else {
            RequestState::Idle
        });
        self.show(errors);
        valid
    }

    /// Ends the request with an error at one field.
    pub(crate) fn show_field_error(self, field: &'static str, message: &str) {
        self.request.try_set(RequestState::Idle);
        self.show(vec![field_error(field, message)]);
    }

    /// Ends the request with an error that concerns no single field.
    pub(crate) fn failed(self, error: ClientError) {
        self.request.try_set(RequestState::Failed(error));
    }

    /// Ends the request without an error.
    pub(crate) fn clear(self) {
        self.request.try_set(RequestState::Idle);
        self.show(Vec::new());
    }

    /// Whether the form is still on screen when a response arrives. A citizen who has left isn't brought back.
    pub(crate) fn is_on_screen(self) -> bool {
        !self.request.is_disposed()
    }

    fn show(self, errors: Vec<FieldError>) {
        self.field_errors.try_set(errors.clone());
        self.summary.try_set(errors);
    }

    /// Whether a request is under way.
    pub(crate) fn busy(self) -> Signal<bool> {
        Signal::derive(move || self.request.with(|state| *state == RequestState::Busy))
    }

    /// The error to show near the button.
    pub(crate) fn request_error(self) -> Signal<Option<ClientError>> {
        Signal::derive(move || match self.request.get() {
            RequestState::Failed(error) => Some(error),
            RequestState::Idle | RequestState::Busy => None,
        })
    }

    /// «Lỗi: », the prefix of the window's title while the summary lists errors.
    pub(crate) fn title_prefix(self) -> Signal<String> {
        title_prefix(move || !self.summary.with(Vec::is_empty))
    }
}

/// Makes the error of one field.
pub(crate) fn field_error(field: &str, message: &str) -> FieldError {
    FieldError {
        field: field.to_owned(),
        message: message.into(),
    }
}

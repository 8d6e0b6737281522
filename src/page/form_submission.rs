//! The errors and the request of a form that is sent as a whole (registration, sign-in, look-up, feedback). A field
//! shows its error as soon as it loses the focus. The error summary at the top of the page shows errors only after the
//! citizen has pressed the submit button. Showing the summary moves the focus, and this must never happen while the
//! citizen types.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::load_errors::title_prefix;
use crate::api::ClientError;
use crate::browser::pointer_release;
use crate::ui::error_summary::FieldError;

/// The state of the request that sends a form.
#[derive(Clone, Debug, PartialEq)]
pub enum RequestState {
    /// The form isn't being sent.
    Idle,
    /// The form is being sent.
    Busy,
    /// The request failed, and the error concerns no single field.
    Failed(ClientError),
}

/// The errors of a form, and the state of the request that sends it.
#[derive(Clone, Copy)]
pub struct FormSubmission {
    field_errors: RwSignal<Vec<FieldError>>,
    /// The errors in the summary at the top of the page.
    pub(crate) summary: RwSignal<Vec<FieldError>>,
    /// The state of the request that sends the form.
    pub(crate) request: RwSignal<RequestState>,
}

impl FormSubmission {
    /// Creates the state of a form that has no errors and isn't being sent.
    pub(crate) fn new() -> Self {
        Self {
            field_errors: RwSignal::new(Vec::new()),
            summary: RwSignal::new(Vec::new()),
            request: RwSignal::new(RequestState::Idle),
        }
    }

    /// The error message of the field with this id. `None` if the field has no error.
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

    /// Shows or removes the error of a field that has lost the focus. An empty field shows no error before the citizen
    /// has pressed the submit button.
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

    /// Call this function when the citizen presses the submit button, with all errors of the form. Shows the errors. If
    /// there are none and no request is running, marks the form as being sent and returns `true`.
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

    /// Marks the request as ended, and shows an error at one field of the form.
    pub(crate) fn show_field_error(self, field: &'static str, message: &str) {
        self.request.try_set(RequestState::Idle);
        self.show(vec![field_error(field, message)]);
    }

    /// Marks the request as ended, and shows an error that concerns no single field.
    pub(crate) fn failed(self, error: ClientError) {
        self.request.try_set(RequestState::Failed(error));
    }

    /// Marks the request as ended, and removes all errors.
    pub(crate) fn clear(self) {
        self.request.try_set(RequestState::Idle);
        self.show(Vec::new());
    }

    /// Whether the form is still on screen. Check this when a response arrives: if the citizen has opened another page
    /// meanwhile, the app must not navigate to the page that follows the form.
    pub(crate) fn is_on_screen(self) -> bool {
        !self.request.is_disposed()
    }

    fn show(self, errors: Vec<FieldError>) {
        self.field_errors.try_set(errors.clone());
        self.summary.try_set(errors);
    }

    /// Whether the form is being sent.
    pub(crate) fn busy(self) -> Signal<bool> {
        Signal::derive(move || self.request.with(|state| *state == RequestState::Busy))
    }

    /// The error that concerns no single field. The page shows it near the submit button.
    pub(crate) fn request_error(self) -> Signal<Option<ClientError>> {
        Signal::derive(move || match self.request.get() {
            RequestState::Failed(error) => Some(error),
            RequestState::Idle | RequestState::Busy => None,
        })
    }

    /// The prefix «Lỗi: » of the window title while the summary contains errors; otherwise empty.
    pub(crate) fn title_prefix(self) -> Signal<String> {
        title_prefix(move || !self.summary.with(Vec::is_empty))
    }
}

/// Creates the error of one field.
pub(crate) fn field_error(field: &str, message: &str) -> FieldError {
    FieldError {
        field: field.to_owned(),
        message: message.into(),
    }
}

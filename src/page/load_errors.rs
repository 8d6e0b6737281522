//! Shows why a request failed, with a button to retry or a link to sign in. The app retries a failed load
//! automatically. If the load was refused because the session had expired, the app retries it when the session is
//! renewed. Typed texts don't change meanwhile.

use contract::ProblemCode;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::navigation::use_sign_in_href;
use crate::api::{ClientError, Load};
use crate::browser::retry;
use crate::i18n::errors::ErrorWords;
use crate::i18n::{Words, use_words};
use crate::reactive::{dynamic, effect};
use crate::session::{SessionStatus, use_session};
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;

/// The message that explains an error to the citizen.
pub fn error_message(words: Words, error: &ClientError) -> String {
    match error {
        ClientError::Refused(problem) if error.is_rate_limited() => {
            let words = words.errors();
            let reason = match problem.shared_limit {
                true => words.too_many_shared,
                false => words.too_many,
            };
            [reason, &wait_message(words, problem.retry_after_seconds)].concat()
        }
        _ => fixed_message(words, error).to_owned(),
    }
}

/// The message that says how long the citizen must wait before the next request: in minutes up to 90 minutes, then in
/// hours. The time is rounded up, so that the citizen doesn't try again too early.
fn wait_message(words: &ErrorWords, seconds: Option<u32>) -> String {
    let (number, unit) = match seconds.unwrap_or_default() {
        ..=60 => return words.wait_a_little.to_owned(),
        seconds @ ..=5_400 => (seconds.div_ceil(60), words.minutes),
        seconds => (seconds.div_ceil(3_600), words.hours),
    };
    [words.wait_before, &number.to_string(), unit].concat()
}

fn fixed_message(words: Words, error: &ClientError) -> &'static str {
    let words = words.errors();
    match error {
        ClientError::Offline => words.offline,
        ClientError::TimedOut => words.timed_out,
        ClientError::SessionExpired => words.session_expired,
        ClientError::Unreadable => words.unreadable,
        ClientError::Blocked => words.blocked,
        ClientError::UnusableForm(_) => words.unusable_form,
        ClientError::Refused(problem) => match problem.code {
            ProblemCode::ProofTooOld => words.proof_too_old,
            ProblemCode::ConsentNeeded => words.consent_needed,
            ProblemCode::NotFound => words.not_found,
            ProblemCode::Internal => words.internal,
            _ => words.refused,
        },
    }
}

/// The prefix «Lỗi: » of the window title while `has_errors` returns `true`; otherwise empty.
pub fn title_prefix(has_errors: impl Fn() -> bool + Send + Sync + 'static) -> Signal<String> {
    let prefix = use_words().errors().title_prefix;
    Signal::derive(move || match has_errors() {
        true => prefix.to_owned(),
        false => String::new(),
    })
}

/// A notice about an error, with the button «Thử lại», a button that renews the session, or a link to sign in.
#[component]
pub fn ErrorNotice(
    /// The error; `None` hides the notice.
    #[prop(into)]
    error: Signal<Option<ClientError>>,
    /// Called when the citizen presses «Thử lại».
    #[prop(optional)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_words();
    let session = use_session();
    let sign_in = use_sign_in_href();
    let ask = Callback::new(move |()| session.request_renewal());
    dynamic(move || {
        error.get().map(|error| {
            let action = match (&error, on_retry) {
                (ClientError::SessionExpired, _) if session.can_request_renewal() => {
                    view! { <Button on_press=ask>{words.errors().renew_session}</Button> }.into_any()
                }
                (ClientError::SessionExpired, _) => {
                    view! { <ButtonLink href=sign_in()>{words.shell().sign_in}</ButtonLink> }
                        .into_any()
                }
                (error, _) if error.is_not_found() => ().into_any(),
                (_, Some(retry)) => {
                    view! { <Button kind=ButtonKind::Secondary on_press=retry>{words.errors().retry}</Button> }
                        .into_any()
                }
                _ => ().into_any(),
            };
            let form_error = match &error {
                ClientError::UnusableForm(reason) => {
                    Some(view! { <p class="muted" lang="en">{reason.clone()}</p> })
                }
                _ => None,
            };
            view! {
                <Notice kind=NoticeKind::Error announce=true>
                    <p>{error_message(words, &error)}</p>
                    {form_error}
                    {action}
                </Notice>
            }
        })
    })
}

/// Draws a loaded value. While it loads, draws placeholder lines; if loading failed, draws the error. Retries
/// automatically if the same request may succeed later.
#[component]
pub fn Loaded<T>(
    /// The state of the value to draw.
    load: RwSignal<Load<T>>,
    /// Loads the value again.
    on_retry: Callback<()>,
    /// Draws the value once it is loaded.
    #[prop(into)]
    ready: Callback<T, AnyView>,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    retry_automatically(load, on_retry);
    let drawn = move || match load.get() {
        Load::Waiting => Load::Waiting,
        Load::Ready(answer) => Load::Ready(ready.run(answer)),
        Load::Failed(error) => Load::Failed(error),
    };
    show_load(Box::new(drawn), on_retry)
}

/// The part of [`Loaded`] that doesn't depend on the type of the loaded value. As a separate function, it is compiled
/// once and not once for each type.
fn show_load(drawn: Box<dyn Fn() -> Load<AnyView> + Send>, on_retry: Callback<()>) -> AnyView {
    let words = use_words();
    dynamic(move || match drawn() {
        Load::Waiting => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
        Load::Ready(answer) => answer,
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=on_retry /> }.into_any()
        }
    })
}

/// Like [`Loaded`], but what `ready` has drawn stays while the value changes. `ready` reads the value from its signal.
#[component]
pub fn LoadedOnce<T>(
    /// The state of the value to draw.
    load: RwSignal<Load<T>>,
    /// Loads the value again.
    on_retry: Callback<()>,
    /// Draws the value once it is loaded.
    #[prop(into)]
    ready: Callback<(), AnyView>,
) -> impl IntoView
where
    T: Send + Sync + 'static,
{
    retry_automatically(load, on_retry);
    let state = Memo::new(move |_| {
        load.with(|load| match load {
            Load::Waiting => Load::Waiting,
            Load::Ready(_) => Load::Ready(()),
            Load::Failed(error) => Load::Failed(error.clone()),
        })
    });
    load_state(state, on_retry, ready)
}

/// The part of [`LoadedOnce`] that doesn't depend on the type of the loaded value.
fn load_state(
    state: Memo<Load<()>>,
    on_retry: Callback<()>,
    ready: Callback<(), AnyView>,
) -> AnyView {
    let loading = use_words().errors().loading;
    (move || match state.get() {
        Load::Waiting => view! { <Skeleton lines=4 label=loading /> }.into_any(),
        Load::Ready(()) => ready.run(()),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=on_retry /> }.into_any()
        }
    })
    .into_any()
}

/// Retries a failed load with the delays of [`retry`], as long as the page is shown and the same request may succeed
/// later.
pub fn retry_automatically<T: Send + Sync + 'static>(load: RwSignal<Load<T>>, retry: Callback<()>) {
    let failure = Signal::derive(move || {
        load.try_with(|load| match load {
            Load::Failed(error) => Some(error.clone()),
            Load::Waiting | Load::Ready(_) => None,
        })
        .flatten()
    });
    retry_failure(failure, retry);
}

/// The part of [`retry_automatically`] that doesn't depend on the type of the loaded value. As a separate function, it
/// is compiled once and not once for each type.
fn retry_failure(failure: Signal<Option<ClientError>>, retry: Callback<()>) {
    let is_mounted = StoredValue::new(true);
    on_cleanup(move || {
        is_mounted.try_set_value(false);
    });
    let session = use_session();
    let mut before = None;
    effect(move || {
        let status = session.status();
        let refused = failure.get_untracked() == Some(ClientError::SessionExpired);
        let is_renewed =
            status == SessionStatus::Active && before.is_some_and(|before| before != status);
        before = Some(status);
        if refused && is_renewed {
            retry.run(());
        }
    });
    let mut failures = 0;
    effect(move || {
        let is_transient = failure.get().is_some_and(|error| error.is_transient());
        if !is_transient {
            failures = 0;
            return;
        }
        failures += 1;
        spawn_local(async move {
            retry::wait(failures).await;
            if is_mounted.try_get_value() == Some(true)
                && failure.try_get_untracked().flatten().is_some()
            {
                retry.run(());
            }
        });
    });
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use domain::form::load_form;

    use super::*;
    use crate::i18n::Language;
    use contract::Problem;
    use serde_json::json;

    #[test]
    fn names_the_error_of_an_unusable_form_and_does_not_retry() {
        let form = serde_json::from_value(json!({
            "key": "one", "version": 1, "title": "One",
            "schema": {"type": "object", "properties": {"a": {"type": "string"}}},
            "ui_schema": {"type": "Control", "scope": "#/properties/a", "slider": true}
        }));
        let load_error = load_form(&form.unwrap(), |_| None).unwrap_err();
        let error = ClientError::from(load_error);
        let sentence = error_message(Language::Vi.words(), &error);
        assert!(sentence.contains("Mẫu tờ khai"), "{sentence}");
        assert!(matches!(&error, ClientError::UnusableForm(reason) if reason.contains("slider")));
        assert!(!error.is_transient());
    }

    fn too_many(retry_after_seconds: Option<u32>, shared_limit: bool) -> ClientError {
        ClientError::Refused(Box::new(Problem {
            status: 429,
            code: ProblemCode::TooManyRequests,
            title: String::new(),
            detail: None,
            pointer: None,
            errors: Vec::new(),
            retry_after_seconds,
            tries_left: None,
            dossier_code: None,
            shared_limit,
        }))
    }

    #[test]
    fn tells_how_long_to_wait_after_too_many_requests_and_never_too_little() {
        for (seconds, vi, en) in [
            (None, "Hãy đợi ít phút", "Wait a few minutes"),
            (Some(60), "Hãy đợi ít phút", "Wait a few minutes"),
            (Some(61), "sau khoảng 2 phút nữa.", "in about 2 minutes."),
            (Some(600), "sau khoảng 10 phút nữa.", "in about 10 minutes."),
            (Some(5_401), "sau khoảng 2 giờ nữa.", "in about 2 hours."),
            (Some(86_400), "sau khoảng 24 giờ nữa.", "in about 24 hours."),
        ] {
            for (language, expected) in [(Language::Vi, vi), (Language::En, en)] {
                let sentence = error_message(language.words(), &too_many(seconds, false));
                assert!(sentence.contains(expected), "{sentence}");
            }
        }
    }
    #[test]
    fn a_citizen_is_not_blamed_for_the_requests_of_others_and_told_what_helps_now() {
        for (language, blame, help) in [
            (Language::Vi, "Bạn thao tác", "mạng khác"),
            (Language::En, "Too many tries.", "another network"),
        ] {
            let shared = error_message(language.words(), &too_many(Some(3_600), true));
            assert!(!shared.contains(blame) && shared.contains(help), "{shared}");
            assert!(shared.contains("60"), "{shared}");
            let own = error_message(language.words(), &too_many(Some(3_600), false));
            assert!(own.contains(blame), "{own}");
        }
    }
}

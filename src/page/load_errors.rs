//! Says what went wrong and offers the way on. Loads try again by themselves, those that a session's end refused as soon as
//! it goes on; nothing typed is touched.

use contract::{Problem, ProblemCode};
use domain::form::LoadFault;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::navigation::use_sign_in_and_return;
use crate::api::{ClientError, Load};
use crate::browser::retry;
use crate::i18n::errors::ErrorWords;
use crate::i18n::{Words, use_words};
use crate::session::{Hold, use_session};
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;

/// A form outside the subset, or one that contradicts itself: a fault of the backend, which no second try mends. What
/// is wrong with it is told by name, for whoever the citizen reports it to.
pub fn unusable_form(fault: LoadFault) -> ClientError {
    ClientError::Refused(Box::new(Problem {
        status: UNUSABLE,
        code: ProblemCode::Internal,
        title: "unusable form".to_owned(),
        detail: Some(fault.to_string()),
        pointer: None,
        errors: Vec::new(),
        retry_after_seconds: None,
        tries_left: None,
    }))
}

/// The status of a form that can't be used; no server fails with it.
const UNUSABLE: u16 = 422;

/// What is wrong with a form that can't be used.
fn form_fault(error: &ClientError) -> Option<String> {
    match error {
        ClientError::Refused(problem)
            if (problem.status, problem.code) == (UNUSABLE, ProblemCode::Internal) =>
        {
            problem.detail.clone()
        }
        _ => None,
    }
}

/// One sentence for an error.
pub fn error_message(words: Words, error: &ClientError) -> String {
    match error {
        ClientError::Refused(problem) if problem.code == ProblemCode::TooManyRequests => {
            wait_words(words.errors(), problem.retry_after_seconds)
        }
        _ => plain_words(words, error).to_owned(),
    }
}

/// How long to wait, rounded up, so that nobody comes back in vain: in minutes up to an hour and a half, then in hours.
fn wait_words(words: &ErrorWords, seconds: Option<u32>) -> String {
    let (number, unit) = match seconds.unwrap_or_default() {
        ..=60 => return words.too_many.to_owned(),
        seconds @ ..=5_400 => (seconds.div_ceil(60), words.minutes),
        seconds => (seconds.div_ceil(3_600), words.hours),
    };
    [words.too_many_before, &number.to_string(), unit].concat()
}

fn plain_words(words: Words, error: &ClientError) -> &'static str {
    let words = words.errors();
    if form_fault(error).is_some() {
        return words.unusable_form;
    }
    match error {
        ClientError::Offline => words.offline,
        ClientError::TimedOut => words.timed_out,
        ClientError::SessionExpired => words.session_expired,
        ClientError::Unreadable => words.unreadable,
        ClientError::Refused(problem) => match problem.code {
            ProblemCode::ProofTooOld => words.proof_too_old,
            ProblemCode::ConsentNeeded => words.consent_needed,
            ProblemCode::NotFound => words.not_found,
            ProblemCode::Internal => words.internal,
            _ => words.refused,
        },
    }
}

/// «Lỗi: » before the window's title while `wrong` holds.
pub fn title_prefix(wrong: impl Fn() -> bool + Send + Sync + 'static) -> Signal<String> {
    let prefix = use_words().errors().title_prefix;
    Signal::derive(move || match wrong() {
        true => prefix.to_owned(),
        false => String::new(),
    })
}

/// A notice for an error, with «Thử lại» or the way to sign in.
#[component]
pub fn ErrorNotice(
    /// What went wrong; nothing is drawn for `None`.
    #[prop(into)]
    error: Signal<Option<ClientError>>,
    /// Tries again.
    #[prop(optional)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_words();
    let session = use_session();
    let sign_in = use_sign_in_and_return();
    let ask = Callback::new(move |()| session.ask());
    move || {
        error.get().map(|error| {
            let way_on = match (&error, on_retry) {
                (ClientError::SessionExpired, _) if session.can_ask() => {
                    view! { <Button on_press=ask>{words.errors().go_on}</Button> }.into_any()
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
            let fault = form_fault(&error).map(|fault| view! { <p class="quiet" lang="en">{fault}</p> });
            view! {
                <Notice kind=NoticeKind::Problem announce=true>
                    <p>{error_message(words, &error)}</p>
                    {fault}
                    {way_on}
                </Notice>
            }
        })
    }
}

/// Draws what was loaded, or a skeleton, or the trouble. A load that may pass is tried again by itself.
#[component]
pub fn Loaded<T>(
    /// The load.
    load: RwSignal<Load<T>>,
    /// Starts it again.
    on_retry: Callback<()>,
    /// Draws the answer.
    #[prop(into)]
    ready: Callback<T, AnyView>,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    let words = use_words();
    retry_by_itself(load, on_retry);
    move || match load.get() {
        Load::Waiting => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
        Load::Ready(answer) => ready.run(answer),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=on_retry /> }.into_any()
        }
    }
}

/// Tries a failed load again every few seconds for as long as the page stands and the failure may pass.
pub fn retry_by_itself<T: Send + Sync + 'static>(load: RwSignal<Load<T>>, retry: Callback<()>) {
    let failure = Signal::derive(move || {
        load.try_with(|load| match load {
            Load::Failed(error) => Some(error.clone()),
            Load::Waiting | Load::Ready(_) => None,
        })
        .flatten()
    });
    retry_failure(failure, retry);
}

/// There once for every kind of load: a copy for each would be many times the code.
fn retry_failure(failure: Signal<Option<ClientError>>, retry: Callback<()>) {
    let gone = StoredValue::new(false);
    on_cleanup(move || {
        gone.try_set_value(true);
    });
    let session = use_session();
    Effect::new(move |before: Option<Hold>| {
        let hold = session.hold();
        let refused = failure.get_untracked() == Some(ClientError::SessionExpired);
        let goes_on = hold == Hold::Open && before.is_some_and(|before| before != hold);
        if refused && goes_on {
            retry.run(());
        }
        hold
    });
    Effect::new(move |before: Option<usize>| {
        let may_pass = failure.get().is_some_and(|error| error.may_pass());
        if !may_pass {
            return 0;
        }
        let failures = before.unwrap_or(0) + 1;
        spawn_local(async move {
            retry::wait(failures).await;
            let stands = gone.try_get_value() == Some(false);
            if stands && failure.try_get_untracked().flatten().is_some() {
                retry.run(());
            }
        });
        failures
    });
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;
    use crate::i18n::Language;
    use domain::form::Definition;
    use serde_json::json;

    #[test]
    fn a_form_that_cannot_be_used_is_told_as_such_by_name_and_not_tried_for_ever() {
        let form = serde_json::from_value(json!({
            "key": "one", "version": 1, "title": "One",
            "schema": {"type": "object", "properties": {"a": {"type": "string"}}},
            "ui_schema": {"type": "Control", "scope": "#/properties/a", "slider": true}
        }));
        let fault = Definition::load(&form.unwrap(), |_| None).unwrap_err();
        let error = unusable_form(fault);
        let sentence = error_message(Language::Vi.words(), &error);
        assert!(sentence.contains("Mẫu tờ khai"), "{sentence}");
        assert!(form_fault(&error).unwrap().contains("slider"));
        assert!(!error.may_pass());
        assert_eq!(form_fault(&ClientError::Unreadable), None);
    }

    fn too_many(retry_after_seconds: Option<u32>) -> ClientError {
        ClientError::Refused(Box::new(Problem {
            status: 429,
            code: ProblemCode::TooManyRequests,
            title: String::new(),
            detail: None,
            pointer: None,
            errors: Vec::new(),
            retry_after_seconds,
            tries_left: None,
        }))
    }

    #[test]
    fn who_asked_too_often_is_told_how_long_to_wait_and_never_too_little() {
        for (seconds, vi, en) in [
            (None, "Hãy đợi ít phút", "Wait a few minutes"),
            (Some(60), "Hãy đợi ít phút", "Wait a few minutes"),
            (Some(61), "sau khoảng 2 phút nữa.", "in about 2 minutes."),
            (Some(600), "sau khoảng 10 phút nữa.", "in about 10 minutes."),
            (Some(5_401), "sau khoảng 2 giờ nữa.", "in about 2 hours."),
            (Some(86_400), "sau khoảng 24 giờ nữa.", "in about 24 hours."),
        ] {
            for (language, said) in [(Language::Vi, vi), (Language::En, en)] {
                let sentence = error_message(language.words(), &too_many(seconds));
                assert!(sentence.contains(said), "{sentence}");
            }
        }
    }
}

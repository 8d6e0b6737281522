//! The button that requests another one-time code. It is disabled during a countdown. The backend tells the remaining
//! time, so a reload of the page doesn't restart the countdown. A screen reader announces only the end of the
//! countdown.
//! If the challenge has expired in the meantime, the page loads it again and shows how the citizen can continue.

use contract::ProblemCode;
use contract::challenge::Challenge;
use contract::endpoints::{GET_CHALLENGE, POST_RESEND};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::browser::{clock, steady_clock};
use crate::i18n::use_words;
use crate::page::form_submission::{FormSubmission, RequestState};
use crate::page::load_errors::ErrorNotice;
use crate::reactive::dynamic;
use crate::ui::button::{Button, ButtonKind};

/// The button «Gửi lại mã» with its countdown.
/// Sends `POST /challenges/{id}/resend`. If the backend refuses because of too many requests, the countdown restarts
/// with the waiting time from the response.
#[component]
pub fn Resend(
    /// The challenge. After another code was sent, it is replaced by the challenge in the response.
    challenge: RwSignal<Challenge>,
    /// The form for the code. Its errors concern the former code, so they go when another code was sent.
    form: FormSubmission,
    /// Called when the challenge accepts no more codes, so that the page loads it again.
    on_stale: Callback<()>,
) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().code;
    let api = use_api();
    let first = challenge.with_untracked(|challenge| challenge.resend_in_seconds);
    let until_ms = RwSignal::new(instant_in(first));
    let seconds_left = RwSignal::new(first);
    let request = RwSignal::new(RequestState::Idle);
    let status = RwSignal::new("");
    count_down(challenge, until_ms, seconds_left, status, text.resend_ready);
    let resend = Callback::new(move |()| {
        if request.with_untracked(|state| *state == RequestState::Busy) {
            return;
        }
        request.set(RequestState::Busy);
        let id = challenge.with_untracked(|challenge| challenge.id.clone());
        spawn_local(async move {
            let outcome = api.send(&POST_RESEND, &[&id], &(), Vec::new()).await;
            let wait = |seconds: u32| {
                until_ms.try_set(instant_in(seconds));
                seconds_left.try_set(seconds);
            };
            let state = match outcome {
                Ok(renewed) => {
                    wait(renewed.resend_in_seconds);
                    challenge.try_set(renewed);
                    form.clear();
                    status.try_set(text.resent);
                    RequestState::Idle
                }
                Err(ClientError::Refused(refusal)) => match refusal.code {
                    ProblemCode::TooManyRequests if refusal.shared_limit => {
                        wait(refusal.retry_after_seconds.unwrap_or(60));
                        RequestState::Failed(ClientError::Refused(refusal))
                    }
                    ProblemCode::TooManyRequests => {
                        wait(refusal.retry_after_seconds.unwrap_or(60));
                        status.try_set(text.resend_refused);
                        RequestState::Idle
                    }
                    ProblemCode::CodeExpired
                    | ProblemCode::CodeExhausted
                    | ProblemCode::NotFound => {
                        on_stale.run(());
                        RequestState::Idle
                    }
                    _ => RequestState::Failed(ClientError::Refused(refusal)),
                },
                Err(error) => RequestState::Failed(error),
            };
            request.try_set(state);
        });
    });
    let error = Signal::derive(move || match request.get() {
        RequestState::Failed(error) => Some(error),
        RequestState::Idle | RequestState::Busy => None,
    });
    let busy = Signal::derive(move || request.with(|state| *state == RequestState::Busy));
    let is_waiting = Memo::new(move |_| seconds_left.get() > 0);
    view! {
        <div class="resend">
            <Button kind=ButtonKind::Secondary busy=busy disabled=is_waiting on_press=resend>
                {text.resend}
            </Button>
            <p class="muted" hidden=move || !is_waiting.get()>
                {text.resend_wait} " " <span class="resend__countdown">{dynamic(move || format_countdown(seconds_left.get()))}</span>
            </p>
            <p class="resend__status" role="status">
                {dynamic(move || status.get())}
            </p>
            <ErrorNotice error=error />
        </div>
    }
}

/// Returns the time that will be `seconds` seconds from now, in milliseconds of the steady clock.
fn instant_in(seconds: u32) -> f64 {
    steady_clock::now().ms + f64::from(seconds) * 1_000.0
}

/// Updates the number of seconds left twice a second. It reads the clock and doesn't count the calls, because timers
/// don't run while a phone sleeps. After the phone slept or its clock was set, asks the backend for the time that is left.
fn count_down(
    challenge: RwSignal<Challenge>,
    until_ms: RwSignal<f64>,
    seconds_left: RwSignal<u32>,
    status: RwSignal<&'static str>,
    ready_text: &'static str,
) {
    let api = use_api();
    spawn_local(async move {
        let mut jumps = steady_clock::now().jumps;
        loop {
            clock::wait_ms(500).await;
            let time = steady_clock::now();
            if core::mem::replace(&mut jumps, time.jumps) != time.jumps {
                let Some(id) = challenge.try_with_untracked(|challenge| challenge.id.clone())
                else {
                    return;
                };
                if let Ok(current) = api.get(&GET_CHALLENGE, &[&id], "").await {
                    until_ms.try_set(instant_in(current.resend_in_seconds));
                    seconds_left.try_set(current.resend_in_seconds);
                    challenge.try_set(current);
                }
            }
            let Some(until_ms) = until_ms.try_get_untracked() else {
                return;
            };
            let now = ceil_seconds(until_ms - steady_clock::now().ms);
            let before = seconds_left.try_get_untracked().unwrap_or(now);
            if now < before {
                seconds_left.try_set(now);
                if now == 0 {
                    status.try_set(ready_text);
                }
            }
        }
    });
}

/// Converts milliseconds to seconds, rounded up. A negative time becomes 0.
fn ceil_seconds(milliseconds: f64) -> u32 {
    // `as` saturates: a value out of range becomes the nearest `u32`.
    (milliseconds / 1_000.0).ceil().max(0.0) as u32
}

/// Formats seconds as minutes and seconds: `1:05`.
fn format_countdown(seconds: u32) -> String {
    let rest = seconds % 60;
    let zero = if rest < 10 { "0" } else { "" };
    [&(seconds / 60).to_string(), ":", zero, &rest.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_the_countdown_as_minutes_and_seconds() {
        for (seconds, text) in [(0, "0:00"), (9, "0:09"), (60, "1:00"), (65, "1:05")] {
            assert_eq!(format_countdown(seconds), text);
        }
    }

    #[test]
    fn rounds_seconds_up_and_a_past_instant_to_zero() {
        assert_eq!(ceil_seconds(59_001.0), 60);
        assert_eq!(ceil_seconds(1.0), 1);
        assert_eq!(ceil_seconds(-5_000.0), 0);
    }
}

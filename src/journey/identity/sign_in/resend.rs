//! Another code, after a countdown that the backend sets, so that a reload doesn't begin it anew. A screen
//! reader hears of its end alone.

use contract::ProblemCode;
use contract::challenge::Challenge;
use contract::endpoints::POST_RESEND;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::browser::clock;
use crate::i18n::use_words;
use crate::page::form_submission::RequestState;
use crate::page::load_errors::ErrorNotice;
use crate::ui::button::{Button, ButtonKind};

/// «Gửi lại mã» with its countdown.
#[component]
pub fn Resend(
    /// The challenge; it takes what the backend says of the new code.
    challenge: RwSignal<Challenge>,
    /// The challenge takes no more codes and must be asked for anew.
    on_stale: Callback<()>,
) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().code;
    let api = use_api();
    let first = challenge.with_untracked(|challenge| challenge.resend_in_seconds);
    let until = RwSignal::new(moment_in(first));
    let left = RwSignal::new(first);
    let sending = RwSignal::new(RequestState::Idle);
    let said = RwSignal::new("");
    count_down(until, left, said, text.resend_ready);
    let resend = Callback::new(move |()| {
        if sending.with_untracked(|state| *state == RequestState::Busy) {
            return;
        }
        sending.set(RequestState::Busy);
        let id = challenge.with_untracked(|challenge| challenge.id.clone());
        spawn_local(async move {
            let outcome = api.send(&POST_RESEND, &[&id], &(), Vec::new()).await;
            let wait = |seconds: u32| {
                until.try_set(moment_in(seconds));
                left.try_set(seconds);
            };
            let state = match outcome {
                Ok(renewed) => {
                    wait(renewed.resend_in_seconds);
                    challenge.try_set(renewed);
                    said.try_set(text.resent);
                    RequestState::Idle
                }
                Err(ClientError::Refused(refusal)) => match refusal.code {
                    ProblemCode::TooManyRequests => {
                        wait(refusal.retry_after_seconds.unwrap_or(60));
                        said.try_set(text.resend_refused);
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
            sending.try_set(state);
        });
    });
    let trouble = Signal::derive(move || match sending.get() {
        RequestState::Failed(error) => Some(error),
        RequestState::Idle | RequestState::Busy => None,
    });
    let busy = Signal::derive(move || sending.with(|state| *state == RequestState::Busy));
    let waits = Memo::new(move |_| left.get() > 0);
    view! {
        <div class="resend">
            <Button kind=ButtonKind::Secondary busy=busy disabled=waits on_press=resend>
                {text.resend}
            </Button>
            <p class="quiet" hidden=move || !waits.get()>
                {text.resend_wait} " " <span class="resend__left">{move || minutes(left.get())}</span>
            </p>
            <p class="resend__said" role="status">
                {move || said.get()}
            </p>
            <ErrorNotice error=trouble />
        </div>
    }
}

fn moment_in(seconds: u32) -> f64 {
    clock::now_ms() + f64::from(seconds) * 1_000.0
}

/// Counts by the clock, not by the ticks: a phone that slept finds the right number.
fn count_down(
    until: RwSignal<f64>,
    left: RwSignal<u32>,
    said: RwSignal<&'static str>,
    ready: &'static str,
) {
    spawn_local(async move {
        loop {
            clock::wait_ms(500).await;
            let Some(until) = until.try_get_untracked() else {
                return;
            };
            let now = whole_seconds(until - clock::now_ms());
            let before = left.try_get_untracked().unwrap_or(now);
            if now < before {
                left.try_set(now);
                if now == 0 {
                    said.try_set(ready);
                }
            }
        }
    });
}

/// Seconds begun; none when the moment has passed.
fn whole_seconds(milliseconds: f64) -> u32 {
    // A float out of range becomes the nearest number there is.
    (milliseconds / 1_000.0).ceil().max(0.0) as u32
}

/// `1:05`.
fn minutes(seconds: u32) -> String {
    let rest = seconds % 60;
    let zero = if rest < 10 { "0" } else { "" };
    [&(seconds / 60).to_string(), ":", zero, &rest.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_countdown_reads_like_a_clock() {
        for (seconds, text) in [(0, "0:00"), (9, "0:09"), (60, "1:00"), (65, "1:05")] {
            assert_eq!(minutes(seconds), text);
        }
    }

    #[test]
    fn a_second_counts_until_it_is_over() {
        assert_eq!(whole_seconds(59_001.0), 60);
        assert_eq!(whole_seconds(1.0), 1);
        assert_eq!(whole_seconds(-5_000.0), 0);
    }
}

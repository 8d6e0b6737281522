//! The line at the bottom of every page that shows the status of the session: it ends soon, it has expired, or it has
//! ended. The line never takes the focus, because the citizen may be typing.
//!
//! Only one message is shown at a time; `status_message` chooses it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::session::SessionWords;
use crate::i18n::use_words;
use crate::page::dates::format_recent_time;
use crate::reactive::dynamic;
use crate::session::{ExpiryWarning, SessionNotice, SessionState, SessionStatus, use_session};
use crate::ui::{Button, ButtonKind};

/// A message in the status line.
#[derive(Clone, Copy, Debug, PartialEq)]
enum StatusMessage {
    /// The session will expire soon.
    ExpiresSoon(ExpiryWarning),
    /// The session has expired, and the citizen has closed the renewal sheet without renewing it.
    Expired,
    /// The session has ended, although the citizen hasn't signed out.
    Ended(SessionNotice),
    /// The sign-out could not be sent to the server, so the session may still exist there. The value is the time until
    /// which it may exist, in milliseconds since 1970.
    UnconfirmedSignOut(f64),
}

/// Shows the status line. The line is empty if there is no message.
#[component]
pub fn StatusLine() -> impl IntoView {
    let words = use_words().session();
    let session = use_session();
    let message = Memo::new(move |_| status_message(session));
    view! {
        // This `div` is on the page even when it is empty, because a screen reader announces only changes of an element
        // that already exists.
        <div class="session-status" class:session-status--empty=move || message.get().is_none() role="status">
            {dynamic(move || message.get().map(|message| line(words, session, message)))}
        </div>
    }
}

/// The most important message. There is none while the renewal sheet is open, because the sheet itself explains the
/// situation.
fn status_message(session: SessionState) -> Option<StatusMessage> {
    match (session.status(), session.expiry_warning()) {
        (SessionStatus::RenewalRequested | SessionStatus::ProofRequested, _) => None,
        (SessionStatus::RenewalDismissed, _) => Some(StatusMessage::Expired),
        (SessionStatus::Active, Some(warning)) => Some(StatusMessage::ExpiresSoon(warning)),
        (SessionStatus::Active, None) => match (session.unconfirmed_sign_out(), session.notice()) {
            (Some(until), _) => Some(StatusMessage::UnconfirmedSignOut(until)),
            (None, news) => news.map(StatusMessage::Ended),
        },
    }
}

/// Renders the sentence of a message, and the button that belongs to it.
fn line(words: &'static SessionWords, session: SessionState, message: StatusMessage) -> AnyView {
    let has_failed = RwSignal::new(false);
    let extend = Callback::new(move |()| {
        spawn_local(async move {
            // Every request restarts the session's idle timeout, so any request keeps the session alive.
            has_failed.try_set(session.recheck().await.is_err());
        });
    });
    let renew = Callback::new(move |()| session.request_renewal());
    let dismiss = Callback::new(move |()| session.dismiss_notice());
    let action = match message {
        StatusMessage::ExpiresSoon(warning) if !warning.is_absolute => Some((words.extend, extend)),
        StatusMessage::ExpiresSoon(_) if session.is_device_shared_untracked() => None,
        StatusMessage::ExpiresSoon(_) => Some((words.renew_now, renew)),
        StatusMessage::Expired => Some((words.renew_title, renew)),
        StatusMessage::Ended(_) => Some((words.dismiss, dismiss)),
        StatusMessage::UnconfirmedSignOut(_) => None,
    };
    let sentence = sentence(words, session.is_device_shared_untracked(), message);
    let button = action.map(|(label, on_press)| {
        view! { <Button kind=ButtonKind::Secondary on_press=on_press>{label}</Button> }
    });
    let offline = use_words().errors().offline;
    let failed = dynamic(move || has_failed.get().then_some(offline));
    view! {
        <p>{sentence} " " {failed}</p>
        {button}
    }
    .into_any()
}

/// The sentence of a message. On a shared device, it adds that unsaved texts will be lost.
fn sentence(words: &SessionWords, is_shared: bool, message: StatusMessage) -> String {
    let plain = match message {
        StatusMessage::ExpiresSoon(warning) if warning.is_absolute => {
            let after = match is_shared {
                true => words.latest_after_shared,
                false => words.latest_after,
            };
            return [
                words.latest_before,
                &format_recent_time(warning.at_ms),
                after,
            ]
            .concat();
        }
        StatusMessage::ExpiresSoon(warning) => {
            let after = match is_shared {
                true => words.idle_after_shared,
                false => words.idle_after,
            };
            return [words.idle_before, &warning.minutes.to_string(), after].concat();
        }
        StatusMessage::UnconfirmedSignOut(until) => {
            return [
                words.sign_out_pending_before,
                &format_recent_time(until),
                words.sign_out_pending_after,
            ]
            .concat();
        }
        StatusMessage::Expired => words.changes_waiting,
        StatusMessage::Ended(SessionNotice::SignedOutElsewhere) => words.signed_out_in_other_tab,
        StatusMessage::Ended(SessionNotice::OtherCitizen) => words.other_account,
        StatusMessage::Ended(SessionNotice::SharedDeviceExpired) => words.signed_out_idle,
        StatusMessage::Ended(SessionNotice::TokenLost) => words.lost_on_reload,
    };
    plain.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn warns_with_the_minutes_left_and_on_a_shared_device_of_lost_texts() {
        let words = Language::Vi.words().session();
        let warning = StatusMessage::ExpiresSoon(ExpiryWarning {
            at_ms: 0.0,
            minutes: 2,
            is_absolute: false,
        });
        assert_eq!(
            sentence(words, false, warning),
            "Phiên đăng nhập sẽ hết sau 2 phút nếu bạn không thao tác."
        );
        assert!(sentence(words, true, warning).contains("nội dung chưa lưu sẽ mất"));
    }
}

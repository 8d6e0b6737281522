//! One line at the foot of every page for what becomes of the session: it ends soon, it has ended and was put aside, it is
//! over. It never takes the focus from what the citizen is typing.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::session::SessionWords;
use crate::i18n::use_words;
use crate::page::dates::format_recent_time;
use crate::session::{ExpiryWarning, SessionNotice, SessionState, SessionStatus, use_session};
use crate::ui::{Button, ButtonKind};

/// What the line is about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Said {
    Ending(ExpiryWarning),
    PutAside,
    News(SessionNotice),
    Untold(f64),
}

/// The line; nothing while there is nothing to say.
#[component]
pub fn SessionLine() -> impl IntoView {
    let words = use_words().session();
    let session = use_session();
    let said = Memo::new(move |_| said(session));
    view! {
        // There before it is filled, so that a screen reader hears what comes.
        <div class="session-line" class:session-line--empty=move || said.get().is_none() role="status">
            {move || said.get().map(|said| line(words, session, said))}
        </div>
    }
}

fn said(session: SessionState) -> Option<Said> {
    match (session.status(), session.expiry_warning()) {
        (SessionStatus::RenewalRequested | SessionStatus::ProofRequested, _) => None,
        (SessionStatus::RenewalDismissed, _) => Some(Said::PutAside),
        (SessionStatus::Active, Some(ending)) => Some(Said::Ending(ending)),
        (SessionStatus::Active, None) => match (session.unconfirmed_sign_out(), session.notice()) {
            (Some(until), _) => Some(Said::Untold(until)),
            (None, news) => news.map(Said::News),
        },
    }
}

fn line(words: &'static SessionWords, session: SessionState, said: Said) -> AnyView {
    let not_reached = RwSignal::new(false);
    let extend = Callback::new(move |()| {
        spawn_local(async move {
            // Asking who is signed in is all that it takes.
            not_reached.try_set(session.recheck().await.is_err());
        });
    });
    let ask = Callback::new(move |()| session.request_renewal());
    let read = Callback::new(move |()| session.dismiss_notice());
    let way_on = match said {
        Said::Ending(ending) if !ending.is_absolute => Some((words.extend, extend)),
        Said::Ending(_) if session.is_device_shared_untracked() => None,
        Said::Ending(_) => Some((words.renew_now, ask)),
        Said::PutAside => Some((words.renew_title, ask)),
        Said::News(_) => Some((words.dismiss, read)),
        Said::Untold(_) => None,
    };
    let sentence = sentence(words, session.is_device_shared_untracked(), said);
    let button = way_on.map(|(label, act)| {
        view! { <Button kind=ButtonKind::Secondary on_press=act>{label}</Button> }
    });
    let offline = use_words().errors().offline;
    let failed = move || not_reached.get().then_some(offline);
    view! {
        <p>{sentence} " " {failed}</p>
        {button}
    }
    .into_any()
}

fn sentence(words: &SessionWords, shared: bool, said: Said) -> String {
    let plain = match said {
        Said::Ending(ending) if ending.is_absolute => {
            let after = match shared {
                true => words.latest_after_shared,
                false => words.latest_after,
            };
            return [
                words.latest_before,
                &format_recent_time(ending.at_ms),
                after,
            ]
            .concat();
        }
        Said::Ending(ending) => {
            let after = match shared {
                true => words.idle_after_shared,
                false => words.idle_after,
            };
            return [words.idle_before, &ending.minutes.to_string(), after].concat();
        }
        Said::Untold(until) => {
            return [
                words.sign_out_pending_before,
                &format_recent_time(until),
                words.sign_out_pending_after,
            ]
            .concat();
        }
        Said::PutAside => words.changes_waiting,
        Said::News(SessionNotice::SignedOutElsewhere) => words.signed_out_in_other_tab,
        Said::News(SessionNotice::OtherCitizen) => words.other_account,
        Said::News(SessionNotice::SharedDeviceExpired) => words.signed_out_idle,
        Said::News(SessionNotice::TokenLost) => words.lost_on_reload,
    };
    plain.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn the_line_says_how_long_and_on_a_shared_device_what_is_lost() {
        let words = Language::Vi.words().session();
        let ending = Said::Ending(ExpiryWarning {
            at_ms: 0.0,
            minutes: 2,
            is_absolute: false,
        });
        assert_eq!(
            sentence(words, false, ending),
            "Phiên đăng nhập sẽ hết sau 2 phút nếu bạn không thao tác."
        );
        assert!(sentence(words, true, ending).contains("nội dung chưa lưu sẽ mất"));
    }
}

//! The sheet that covers a page whose session has expired. The citizen enters a one-time code from a text message; this
//! renews the session, and the citizen continues on the page. The message is sent only when the citizen requests it,
//! because another person may be using the device. The phone number is masked.
//!
//! The same sheet asks for a code if a request needs a recent proof of identity, for example before the phone number is
//! changed.
//! The citizen can always close the sheet and read the page. Then only requests to the backend fail.

use contract::ProblemCode;
use contract::endpoints::{GET_SESSION, GET_SINGLE_SIGN_ON, POST_RENEWAL};
use contract::portal::{Portal, SignInMethod};
use domain::format::mask_phone;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::renewal_code::{CODE, RenewalCode, RenewalStep};
use crate::api::{Api, ClientError, Load, use_api};
use crate::browser::window_listener::expect_return;
use crate::browser::{clock, page, query};
use crate::i18n::session::SessionWords;
use crate::i18n::{official, use_words};
use crate::page::form_submission::RequestState;
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::{sign_in_and_continue_at, use_current_route};
use crate::reactive::{dynamic, effect};
use crate::session::portal_features::use_portal;
use crate::session::{SessionState, SessionStatus, Visitor, use_session};
use crate::ui::{Button, ButtonKind, ButtonLink, Dialog, Notice, NoticeKind};

/// The sheet that renews the session. It is open while the session requests a renewal or a proof of identity.
/// After closing it, the citizen can still read the page: `SessionState::dismiss_renewal` lets the waiting requests
/// fail.
#[component]
pub fn RenewalSheet() -> impl IntoView {
    let words = use_words().session();
    let session = use_session();
    let open = RwSignal::new(false);
    let step = RwSignal::new(RenewalStep::Start);
    effect(move || {
        let is_requested = matches!(
            session.status(),
            SessionStatus::RenewalRequested | SessionStatus::ProofRequested
        );
        if is_requested && !open.get_untracked() {
            step.update(|step| {
                if *step == RenewalStep::Unavailable {
                    *step = RenewalStep::Start;
                }
            });
        }
        // The sheet also closes automatically when another tab has renewed the session.
        open.set(is_requested);
    });
    let is_proof = Memo::new(move |_| session.status() == SessionStatus::ProofRequested);
    let title = Signal::derive(move || match (is_proof.get(), session.expiry_warning()) {
        (false, None) => words.ended_title.to_owned(),
        _ => words.renew_title.to_owned(),
    });
    // The explanation is hidden while the citizen enters the code, because on a phone the field and its button need the
    // space.
    let shows_explanation =
        Memo::new(move |_| step.with(|step| !matches!(step, RenewalStep::EnterCode(_))));
    let body = dynamic(move || match step.get() {
        RenewalStep::Start => view! { <RequestCode step=step /> }.into_any(),
        RenewalStep::TooManyTries => view! {
            <Notice kind=NoticeKind::Error announce=true>
                <p>{words.exhausted}</p>
            </Notice>
            <RequestCode step=step />
        }
        .into_any(),
        RenewalStep::EnterCode(challenge) => {
            view! { <RenewalCode challenge=challenge step=step /> }.into_any()
        }
        RenewalStep::Unavailable => view! {
            <Notice kind=NoticeKind::Warning announce=true>
                <p>{words.no_code}</p>
            </Notice>
        }
        .into_any(),
    });
    view! {
        <Dialog
            id="session-sheet"
            open=open
            title=title
            close_label=words.close
            on_close=Callback::new(move |()| session.dismiss_renewal())
        >
            {dynamic(move || {
                let reason = match is_proof.get() {
                    true => words.proof_reason,
                    false => words.input_retained,
                };
                shows_explanation.get().then(|| view! { <p>{reason}</p> })
            })}
            {body}
            <OtherWays session=session />
            {dynamic(move || {
                (shows_explanation.get() && !is_proof.get()).then(|| view! { <p class="muted">{words.close_help}</p> })
            })}
        </Dialog>
    }
}

/// The button that requests a one-time code.
/// Sends `POST /session/renewal`. The backend remembers an expired session for some time, so it knows the phone number.
#[component]
fn RequestCode(step: RwSignal<RenewalStep>) -> impl IntoView {
    let words = use_words().session();
    let api = use_api();
    let session = use_session();
    let request = RwSignal::new(RequestState::Idle);
    let request_code = Callback::new(move |()| {
        if request.with_untracked(|state| *state == RequestState::Busy) {
            return;
        }
        request.set(RequestState::Busy);
        spawn_local(async move {
            // Another tab may have renewed the session. Then no code is needed.
            let has_expired = untrack(|| {
                session.status() == SessionStatus::RenewalRequested
                    && session.expiry_warning().is_none()
            });
            if has_expired && continue_active(api, session).await {
                request.try_set(RequestState::Idle);
                return;
            }
            let next = match api.send(&POST_RENEWAL, &[], &(), Vec::new()).await {
                Ok(challenge) => RenewalStep::EnterCode(challenge),
                Err(error) if error.has_code(ProblemCode::SessionActive) => {
                    match continue_active(api, session).await {
                        true => RenewalStep::Start,
                        false => RenewalStep::Unavailable,
                    }
                }
                Err(error) if can_retry(&error) => {
                    request.try_set(RequestState::Failed(error));
                    return;
                }
                Err(_) => RenewalStep::Unavailable,
            };
            step.try_set(next);
            clock::wait_ms(0).await;
            page::focus_at(CODE, None);
        });
    });
    let error = Signal::derive(move || match request.get() {
        RequestState::Failed(error) => Some(error),
        RequestState::Idle | RequestState::Busy => None,
    });
    let busy = Signal::derive(move || request.with(|state| *state == RequestState::Busy));
    view! {
        <p>{dynamic(move || recipient(words, session.visitor()))}</p>
        <ErrorNotice error=error on_retry=request_code />
        <div class="actions">
            <Button busy=busy on_press=request_code>{words.get_code}</Button>
        </div>
    }
}

/// Continues with the session if it is active. Returns `false` if it isn't, or if the backend can't be reached.
async fn continue_active(api: Api, session: SessionState) -> bool {
    match api.get(&GET_SESSION, &[], "").await {
        Ok(Some(active)) => {
            session.begin(active);
            true
        }
        Ok(None) | Err(_) => false,
    }
}

/// Whether a second request for a one-time code may succeed. It can't succeed if the backend no longer remembers the
/// expired session.
fn can_retry(error: &ClientError) -> bool {
    error.is_transient() || error.is_rate_limited()
}

/// The sentence with the phone number that the code will be sent to. The number is masked.
fn recipient(words: &'static SessionWords, visitor: Visitor) -> AnyView {
    let phone = match visitor {
        Visitor::Citizen(account) => account.phone,
        Visitor::Unknown | Visitor::Guest => None,
    };
    match phone {
        Some(phone) => view! {
            {words.code_offer} " " <strong class="no-wrap">{mask_phone(&phone)}</strong> "."
        }
        .into_any(),
        None => view! { {words.code_offer_plain} "." }.into_any(),
    }
}

/// Shows links to the sign-in page and to the identity providers. After signing in, the citizen returns to the current
/// page.
#[component]
fn OtherWays(session: SessionState) -> impl IntoView {
    let words = use_words().session();
    let api = use_api();
    let current_path = use_current_route();
    let portal = use_portal();
    let providers = move || match portal.get() {
        Load::Ready(portal) => provider_links(api, &portal, &current_path()),
        _ => Vec::new(),
    };
    // The links are made when the sheet opens, and contain the page that is open at that moment. The citizen may have
    // opened another page since the app started.
    let links = dynamic(move || {
        matches!(
            session.status(),
            SessionStatus::RenewalRequested | SessionStatus::ProofRequested
        )
        .then(|| {
            view! {
                {providers()}
                <li on:click=move |_| session.dismiss_renewal()>
                    <ButtonLink href=sign_in_and_continue_at(&current_path()) kind=ButtonKind::Plain>
                        {words.sign_in_instead}
                    </ButtonLink>
                </li>
            }
        })
    });
    view! { <ul class="session-options">{links}</ul> }
}

/// A link to each identity provider that the backend offers.
fn provider_links(api: Api, portal: &Portal, current_path: &str) -> Vec<AnyView> {
    let back = query::encode_query(&[("back", current_path)]);
    let providers = portal.sign_in.iter().filter_map(|method| match method {
        SignInMethod::SingleSignOn { provider, label } => Some((provider, label)),
        SignInMethod::Password { .. } | SignInMethod::Other => None,
    });
    let link = |(provider, label): (&String, &String)| {
        let url = api.url(&GET_SINGLE_SIGN_ON, &[provider]) + &back;
        // `rel="external"` makes the browser follow the link, and not the app's router. All typed texts stay in the
        // tab's storage until the citizen returns.
        view! {
            <li>
                <a
                    class="button button--secondary"
                    href=url
                    rel="external"
                    on:click=|_| expect_return()
                >
                    <span lang=official()>{label.clone()}</span>
                </a>
            </li>
        }
        .into_any()
    };
    providers.map(link).collect()
}

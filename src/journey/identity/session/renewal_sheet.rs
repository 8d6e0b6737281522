//! The sheet over a page whose session has ended: with a code from a text message everything goes on where it stood. No
//! message is sent before the citizen asks for it, and who is meant is said by a masked number alone.

use contract::challenge::Challenge;
use contract::endpoints::{GET_SINGLE_SIGN_ON, POST_RENEWAL};
use contract::portal::{Portal, SignInMethod};
use domain::format::mask_phone;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::renewal_code::{CODE, CodeStep};
use crate::api::{Api, ClientError, Load, use_api};
use crate::browser::window_listener::expect_return;
use crate::browser::{clock, page, query};
use crate::i18n::session::SessionWords;
use crate::i18n::{official, use_words};
use crate::page::form_submission::RequestState;
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::{sign_in_and_continue_at, use_current_route};
use crate::session::portal_features::use_portal;
use crate::session::{SessionState, SessionStatus, Visitor, use_session};
use crate::ui::{Button, ButtonKind, ButtonLink, Dialog, Notice, NoticeKind};

/// How far it has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// A code may be asked for.
    Offer,
    /// Too many wrong codes; another may be asked for.
    Exhausted,
    /// A code was sent.
    Code(Challenge),
    /// No code can be sent.
    NoCode,
}

/// The sheet; shown while the session asks for it.
#[component]
pub fn SessionSheet() -> impl IntoView {
    let words = use_words().session();
    let session = use_session();
    let open = RwSignal::new(false);
    let stage = RwSignal::new(Stage::Offer);
    Effect::new(move |_| {
        let asked = matches!(
            session.status(),
            SessionStatus::RenewalRequested | SessionStatus::ProofRequested
        );
        if asked && !open.get_untracked() {
            stage.update(|stage| {
                if *stage == Stage::NoCode {
                    *stage = Stage::Offer;
                }
            });
        }
        open.set(asked);
    });
    let proving = Memo::new(move |_| session.status() == SessionStatus::ProofRequested);
    let title = Signal::derive(move || match (proving.get(), session.expiry_warning()) {
        (false, None) => words.ended_title.to_owned(),
        _ => words.renew_title.to_owned(),
    });
    // Said before the code is asked for; then the field and its button need the room.
    let offers = Memo::new(move |_| stage.with(|stage| !matches!(stage, Stage::Code(_))));
    let body = move || match stage.get() {
        Stage::Offer => view! { <Offer stage=stage /> }.into_any(),
        Stage::Exhausted => view! {
            <Notice kind=NoticeKind::Problem announce=true>
                <p>{words.exhausted}</p>
            </Notice>
            <Offer stage=stage />
        }
        .into_any(),
        Stage::Code(challenge) => view! { <CodeStep challenge=challenge stage=stage /> }.into_any(),
        Stage::NoCode => view! {
            <Notice kind=NoticeKind::Warning announce=true>
                <p>{words.no_code}</p>
            </Notice>
        }
        .into_any(),
    };
    view! {
        <Dialog
            id="session-sheet"
            open=open
            title=title
            close_label=words.close
            on_closed=Callback::new(move |()| session.dismiss_renewal())
        >
            {move || {
                let why = match proving.get() {
                    true => words.proof_reason,
                    false => words.input_kept,
                };
                offers.get().then(|| view! { <p>{why}</p> })
            }}
            {body}
            <OtherWays session=session />
            {move || {
                (offers.get() && !proving.get()).then(|| view! { <p class="quiet">{words.close_help}</p> })
            }}
        </Dialog>
    }
}

/// Asks for the code.
#[component]
fn Offer(stage: RwSignal<Stage>) -> impl IntoView {
    let words = use_words().session();
    let api = use_api();
    let session = use_session();
    let sending = RwSignal::new(RequestState::Idle);
    let ask = Callback::new(move |()| {
        if sending.with_untracked(|state| *state == RequestState::Busy) {
            return;
        }
        sending.set(RequestState::Busy);
        spawn_local(async move {
            let next = match api.send(&POST_RENEWAL, &[], &(), Vec::new()).await {
                Ok(challenge) => Stage::Code(challenge),
                Err(error) if may_pass_later(&error) => {
                    sending.try_set(RequestState::Failed(error));
                    return;
                }
                Err(_) => Stage::NoCode,
            };
            stage.try_set(next);
            clock::wait_ms(0).await;
            page::focus_at(CODE, None);
        });
    });
    let trouble = Signal::derive(move || match sending.get() {
        RequestState::Failed(error) => Some(error),
        RequestState::Idle | RequestState::Busy => None,
    });
    let busy = Signal::derive(move || sending.with(|state| *state == RequestState::Busy));
    view! {
        <p>{move || offer(words, session.visitor())}</p>
        <ErrorNotice error=trouble on_retry=ask />
        <div class="actions">
            <Button busy=busy on_press=ask>{words.get_code}</Button>
        </div>
    }
}

/// A line that failed, and messages asked for too often, pass; that nothing tells whose session it was doesn't.
fn may_pass_later(error: &ClientError) -> bool {
    error.is_transient() || error.is_rate_limited()
}

/// Says where the code goes, masked.
fn offer(words: &'static SessionWords, visitor: Visitor) -> AnyView {
    let phone = match visitor {
        Visitor::Citizen(account) => account.phone,
        Visitor::Unknown | Visitor::Guest => None,
    };
    match phone {
        Some(phone) => view! {
            {words.code_offer} " " <strong class="whole">{mask_phone(&phone)}</strong> "."
        }
        .into_any(),
        None => view! { {words.code_offer_plain} "." }.into_any(),
    }
}

/// The sign-in page and the identity providers, each of which leads back here.
#[component]
fn OtherWays(session: SessionState) -> impl IntoView {
    let words = use_words().session();
    let api = use_api();
    let here = use_current_route();
    let portal = use_portal();
    let providers = move || match portal.get() {
        Load::Ready(portal) => links(api, &portal, &here()),
        _ => Vec::new(),
    };
    // Only now: the page under the sheet may be another by then.
    let ways = move || {
        matches!(
            session.status(),
            SessionStatus::RenewalRequested | SessionStatus::ProofRequested
        )
        .then(|| {
            view! {
                {providers()}
                <li on:click=move |_| session.dismiss_renewal()>
                    <ButtonLink href=sign_in_and_continue_at(&here()) kind=ButtonKind::Plain>
                        {words.sign_in_instead}
                    </ButtonLink>
                </li>
            }
        })
    };
    view! { <ul class="session-ways">{ways}</ul> }
}

fn links(api: Api, portal: &Portal, here: &str) -> Vec<AnyView> {
    let back = query::text(&[("back", here)]);
    let providers = portal.sign_in.iter().filter_map(|way| match way {
        SignInMethod::SingleSignOn { provider, label } => Some((provider, label)),
        SignInMethod::Password { .. } | SignInMethod::Other => None,
    });
    let link = |(provider, label): (&String, &String)| {
        let address = api.url(&GET_SINGLE_SIGN_ON, &[provider]) + &back;
        // Not a page of the app: the browser itself goes there, and comes back to what the tab keeps.
        view! {
            <li>
                <a
                    class="button button--secondary"
                    href=address
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

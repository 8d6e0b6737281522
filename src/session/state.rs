//! The state of the session, in the context of the app: who is signed in, and the data about the session that pages
//! show.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use contract::account::Account;
use contract::session::Session;
use leptos::prelude::*;

use super::lifetime::{ExpiryWarning, Lifetime, Now};
use super::pending_sign_out::{PendingSignOut, expires_at_ms};
use super::tab_channel::{TabChannel, TabMessage};
use super::view::{SessionNotice, SessionStatus, SessionView};
use super::visitor::{Visitor, account_key};
use crate::api::{Api, ClientError, use_api};
use crate::browser::notify::Notify;
use crate::browser::page;
use crate::browser::storage::BrowserStorage;
use crate::reactive::effect;

/// Key in the tab's storage for the id of the account whose texts this tab stores. The id is opaque and reveals no
/// name.
const ACCOUNT_ID: &str = "motcua-citizen";
/// Key in the tab's storage for a notice that the app shows after a reload.
const NOTICE: &str = "motcua-news";

/// A function that saves unsaved changes on the server. Returns `false` if a sign-out would still lose changes.
pub type FlushUnsaved = Box<dyn Fn() -> Pin<Box<dyn Future<Output = bool>>>>;

/// The state of the session. Provided as a context for the whole app.
#[derive(Clone, Copy, Debug)]
pub struct SessionState {
    visitor: RwSignal<Visitor>,
    view: RwSignal<SessionView>,
    /// Why the backend couldn't say who is signed in. `None` if it did, or hasn't been asked yet.
    refresh_error: RwSignal<Option<ClientError>>,
    inner: StoredValue<Rc<SessionInner>, LocalStorage>,
    api: Api,
}

/// The data about the session that no page shows.
#[derive(Default)]
pub(super) struct SessionInner {
    pub(super) pending_sign_out: Cell<Option<PendingSignOut>>,
    pub(super) lifetime: Cell<Option<Lifetime>>,
    /// How often the device's clock had been set back when the session was last checked.
    pub(super) steps_back: Cell<u32>,
    /// Whether the app is currently asking the backend if the session has really expired.
    pub(super) is_checking: Cell<bool>,
    /// Whether the app has fetched the chunk that contains the renewal sheet.
    pub(super) is_renewal_sheet_ready: Cell<bool>,
    /// The number of sessions that were started in this tab.
    pub(super) started_sessions: Cell<u32>,
    pub(super) flushes: RefCell<Vec<FlushUnsaved>>,
    pub(super) tabs: TabChannel,
    /// Notified after each change of the session. Requests that wait for a new session wait for this notification.
    pub(super) changed: Notify,
}

impl SessionState {
    /// Creates the state before the backend has responded: nobody is known to be signed in.
    pub fn new(api: Api) -> Self {
        let inner = SessionInner::default();
        inner
            .pending_sign_out
            .set(PendingSignOut::load(api.is_cross_origin()));
        Self {
            visitor: RwSignal::new(Visitor::Unknown),
            view: RwSignal::new(SessionView::new(take_stored_notice())),
            refresh_error: RwSignal::new(None),
            inner: StoredValue::new_local(Rc::new(inner)),
            api,
        }
    }

    pub(super) fn api(self) -> Api {
        self.api
    }

    pub(super) fn inner(self) -> Rc<SessionInner> {
        self.inner.get_value()
    }

    pub(super) fn view_untracked(self) -> SessionView {
        self.view.get_untracked()
    }

    /// Changes the data that pages show. Notifies the pages only if a value really changes.
    pub(super) fn update_view(self, update: impl FnOnce(&mut SessionView)) {
        let before = self.view_untracked();
        let mut view = before;
        update(&mut view);
        if view != before {
            self.view.set(view);
            self.inner().changed.notify_all();
        }
    }

    /// The person who uses the app. Reading it is tracked.
    pub fn visitor(self) -> Visitor {
        self.visitor.get()
    }

    /// Why the last request that asks who is signed in failed; `None` if it succeeded.
    pub fn refresh_error(self) -> RwSignal<Option<ClientError>> {
        self.refresh_error
    }

    /// Sets the person who uses the app. Notifies the pages even if it is the same person, so that loads that waited
    /// for a session start again.
    pub(super) fn set_visitor(self, visitor: Visitor) {
        self.visitor.set(visitor);
        self.inner().changed.notify_all();
    }

    /// The account of the signed-in citizen; `None` if nobody is signed in. Reading it isn't tracked.
    pub fn account(self) -> Option<Account> {
        match self.visitor.get_untracked() {
            Visitor::Citizen(account) => Some(account),
            Visitor::Unknown | Visitor::Guest => None,
        }
    }

    /// A key that identifies the account of the signed-in citizen; `None` if nobody is signed in. Reading it isn't tracked.
    pub fn account_key(self) -> Option<String> {
        self.visitor.with_untracked(Visitor::account_key)
    }

    /// Whether the backend has said that nobody is signed in. Reading it isn't tracked.
    pub fn is_guest(self) -> bool {
        self.visitor
            .with_untracked(|visitor| matches!(visitor, Visitor::Guest))
    }

    /// Whether a citizen is signed in. Reading it isn't tracked.
    pub(super) fn is_citizen(self) -> bool {
        self.visitor
            .with_untracked(|visitor| matches!(visitor, Visitor::Citizen(_)))
    }

    /// Whether the session is active, and whether the renewal sheet is open. Reading it is tracked.
    pub fn status(self) -> SessionStatus {
        self.view.get().status
    }

    /// The warning that the session ends soon; `None` if it doesn't. Reading it is tracked.
    pub fn expiry_warning(self) -> Option<ExpiryWarning> {
        self.view.get().expiry_warning
    }

    /// The setting «Máy dùng chung»: whether several people use this device. If so, the app stores no personal data on
    /// the device. Reading it is tracked.
    pub fn is_device_shared(self) -> bool {
        self.view.get().is_device_shared
    }

    /// Like [`is_device_shared`](Self::is_device_shared). Reading it isn't tracked.
    pub fn is_device_shared_untracked(self) -> bool {
        self.view_untracked().is_device_shared
    }

    /// The notice about a session that ended without an action of the citizen in this tab. Reading it is tracked.
    pub fn notice(self) -> Option<SessionNotice> {
        self.view.get().notice
    }

    /// Removes the notice after the citizen has read it.
    pub fn dismiss_notice(self) {
        self.update_view(|view| view.notice = None);
    }

    /// Shows a notice if a reload has lost the bearer token of a session.
    pub(super) fn report_lost_token(self) {
        if self.api.is_cross_origin() && BrowserStorage::Tab.get(ACCOUNT_ID).is_some() {
            self.update_view(|view| view.notice = Some(SessionNotice::TokenLost));
        }
    }

    /// The time until which the server may still have the session, in milliseconds since 1970. `None` unless the
    /// request that signs out has failed. Reading it is tracked.
    pub fn unconfirmed_sign_out(self) -> Option<f64> {
        self.view.get().unconfirmed_sign_out
    }

    /// The number of sign-outs that the server has confirmed. Reading it is tracked. The response that confirms a
    /// sign-out may make the browser clear the whole storage of this origin.
    pub fn confirmed_sign_outs(self) -> u32 {
        self.view.get().confirmed_sign_outs
    }

    /// Starts a session in this tab, and notifies the other tabs.
    pub fn begin(self, session: Session) {
        self.clear_pending_sign_out();
        let inner = self.inner();
        inner.started_sessions.update(|count| count.wrapping_add(1));
        self.update_view(|view| view.status = SessionStatus::Active);
        self.accept(session);
        inner.tabs.send(TabMessage::SessionBegun);
    }

    /// Continues with the session that the server has described. It may have been started in this tab or in another
    /// tab. If it belongs to another account than before, deletes everything that the previous account stored in this
    /// tab, and reloads a page that still shows data of the previous account.
    pub(super) fn accept(self, session: Session) {
        let key = account_key(&session.account);
        if BrowserStorage::Tab
            .get(ACCOUNT_ID)
            .is_some_and(|before| before != session.account_id)
        {
            BrowserStorage::Tab.clear();
        }
        BrowserStorage::keep_tab_in_memory(session.shared_device);
        BrowserStorage::Tab.set(ACCOUNT_ID, &session.account_id);
        if self
            .account()
            .is_some_and(|before| account_key(&before) != key)
        {
            BrowserStorage::Tab.set(NOTICE, OTHER_CITIZEN);
            return page::reload();
        }
        if session.token.is_some() {
            self.api.set_bearer_token(session.token.clone());
        }
        self.api.record_activity();
        let now = Now::read();
        let lifetime = Lifetime::new(&session, expires_at_ms(&session), now);
        self.inner().lifetime.set(Some(lifetime));
        let was_guest = self
            .visitor
            .with_untracked(|before| *before == Visitor::Guest);
        self.update_view(|view| view.accept(session.shared_device, was_guest));
        self.set_visitor(Visitor::Citizen(session.account));
    }

    /// Removes the pending sign-out, because the server has confirmed it or because a new session has replaced the
    /// session to sign out.
    pub(super) fn clear_pending_sign_out(self) {
        let inner = self.inner();
        if inner.pending_sign_out.get().is_some() {
            PendingSignOut::forget();
            inner.pending_sign_out.set(None);
            self.update_view(|view| view.unconfirmed_sign_out = None);
        }
    }

    /// The time at which any tab last used the session, in milliseconds of the steady clock.
    pub(super) fn last_used_ms(self) -> f64 {
        self.inner().tabs.last_used_ms(self.api.last_activity_ms())
    }

    /// Calls `on_left` each time the signed-in citizen changes: they signed out, or another citizen signed in.
    pub fn on_citizen_left(self, on_left: impl Fn() + 'static) {
        let mut before = None;
        effect(move || {
            let key = self.visitor().account_key();
            let has_left = before.is_some() && before != key;
            before = key;
            if has_left {
                on_left();
            }
        });
    }
}

/// The value stored under [`NOTICE`] when another citizen has signed in.
const OTHER_CITIZEN: &str = "another";

/// Reads the notice that was stored before a reload, and removes it from the storage.
fn take_stored_notice() -> Option<SessionNotice> {
    let notice = BrowserStorage::Tab.get(NOTICE)?;
    BrowserStorage::Tab.remove(NOTICE);
    (notice == OTHER_CITIZEN).then_some(SessionNotice::OtherCitizen)
}

/// The state of the session, from the context of the app.
pub fn use_session() -> SessionState {
    use_context::<SessionState>().unwrap_or_else(|| SessionState::new(use_api()))
}

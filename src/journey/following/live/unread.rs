//! The number of unread notices, for the link in the header. It lives as long as the app.

use contract::endpoints::GET_NOTICES;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, use_api};
use crate::reactive::effect;
use crate::session::portal_features::use_feature;
use crate::session::{SessionState, Visitor, use_session};

/// The number of unread notices, in the context of the app.
#[derive(Clone, Copy)]
pub(in crate::journey::following) struct UnreadCount {
    /// Whether a citizen is signed in, and the backend has notices.
    pub(in crate::journey::following) has_notices: Memo<bool>,
    /// The number. `None` until it is known.
    pub(in crate::journey::following) number: RwSignal<Option<u32>>,
    api: Api,
    session: SessionState,
}

/// The citizen who was signed in when a request was sent. Its response must not reach the citizen who is signed in now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::journey::following) struct RequestedBy(Option<String>);

impl UnreadCount {
    /// Creates the state, and loads the number whenever a citizen has signed in.
    pub(in crate::journey::following) fn provide() {
        let session = use_session();
        let offered = use_feature(|parts| parts.notices);
        let unread = UnreadCount {
            has_notices: Memo::new(move |_| {
                let is_signed_in = matches!(session.visitor(), Visitor::Citizen(_));
                is_signed_in && offered.get() == Some(true)
            }),
            number: RwSignal::new(None),
            api: use_api(),
            session,
        };
        effect(move || match unread.has_notices.get() {
            true => unread.refresh(),
            false => unread.number.set(None),
        });
        provide_context(unread);
    }

    /// The citizen who is signed in now. Call this before a request whose response has the number.
    pub(in crate::journey::following) fn requested_by(self) -> RequestedBy {
        RequestedBy(self.session.account_key())
    }

    /// Shows the number of a response, unless the citizen who asked for it has left meanwhile.
    pub(in crate::journey::following) fn accept(self, requested_by: &RequestedBy, number: u32) {
        if self.requested_by() == *requested_by {
            self.number.set(Some(number));
        }
    }

    /// Loads the number again.
    pub(super) fn refresh(self) {
        if !self.has_notices.get_untracked() {
            return;
        }
        let requested_by = self.requested_by();
        spawn_local(async move {
            // The number is only a hint, so a failed request is ignored. The old number stays.
            if let Ok(page) = self.api.get_in_background(&GET_NOTICES, &[]).await {
                self.accept(&requested_by, page.unread);
            }
        });
    }
}

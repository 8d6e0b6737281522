//! The number of unread notices, for the link in the header. It lives as long as the app.

use contract::endpoints::GET_NOTICES;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::use_api;
use crate::reactive::effect;
use crate::session::portal_features::use_feature;
use crate::session::{Visitor, use_session};

/// The number of unread notices, in the context of the app.
#[derive(Clone, Copy, Debug)]
pub(in crate::journey::following) struct UnreadCount {
    /// The number. `None` until it is known.
    pub(in crate::journey::following) count: RwSignal<Option<u32>>,
    refresh: Callback<()>,
}

impl UnreadCount {
    /// Creates the state, and loads the number whenever a citizen has signed in.
    pub(in crate::journey::following) fn provide() {
        let (api, session) = (use_api(), use_session());
        let offered = use_feature(|parts| parts.notices);
        let count = RwSignal::new(None);
        let refresh = Callback::new(move |()| {
            spawn_local(async move {
                // The number is only a hint, so a failed request is ignored. The old number stays.
                if let Ok(page) = api.get(&GET_NOTICES, &[], "").await {
                    count.set(Some(page.unread));
                }
            });
        });
        let is_signed_in = Memo::new(move |_| matches!(session.visitor(), Visitor::Citizen(_)));
        effect(move || match (is_signed_in.get(), offered.get()) {
            (true, Some(true)) => refresh.run(()),
            _ => count.set(None),
        });
        provide_context(UnreadCount { count, refresh });
    }

    /// Loads the number again.
    pub(super) fn refresh(self) {
        if self.count.with_untracked(Option::is_some) {
            self.refresh.run(());
        }
    }
}

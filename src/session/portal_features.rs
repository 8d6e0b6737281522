//! The optional features that the backend offers, from `GET /portal`. The app doesn't show features that the backend
//! doesn't offer. Until the backend has responded, the app treats every feature as unknown.

use contract::portal::{Features, Portal};
use leptos::prelude::*;

use crate::api::Load;

/// The portal's description, once `GET /portal` has returned it.
pub type PortalSignal = RwSignal<Load<Portal>>;

/// The portal's description, from the context of the app.
pub fn use_portal() -> PortalSignal {
    use_context::<PortalSignal>().unwrap_or_else(|| RwSignal::new(Load::Waiting))
}

/// A value that `select` reads from the portal's description. `None` until the backend has responded.
pub fn use_portal_value<T>(select: impl Fn(&Portal) -> T + Send + Sync + 'static) -> Memo<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    let portal = use_portal();
    Memo::new(move |_| {
        portal.with(|load| match load {
            Load::Ready(portal) => Some(select(portal)),
            Load::Waiting | Load::Failed(_) => None,
        })
    })
}

/// Whether the backend offers a feature. `None` until the backend has responded.
pub fn use_feature(select: fn(&Features) -> bool) -> Memo<Option<bool>> {
    use_portal_value(move |portal| select(&portal.features))
}

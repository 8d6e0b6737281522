//! What the backend offers, as `GET /portal` says. A feature that is missing isn't shown; until the backend has answered,
//! no feature is known to be missing.

use contract::portal::{Features, Portal};
use leptos::prelude::*;

use crate::api::Load;

/// The portal's description, once the backend has answered.
pub type PortalSignal = RwSignal<Load<Portal>>;

/// Reads the portal from the context of the app.
pub fn use_portal() -> PortalSignal {
    use_context::<PortalSignal>().unwrap_or_else(|| RwSignal::new(Load::Waiting))
}

/// One value of the portal; `None` until the backend has answered.
pub fn use_portal_value<T>(select: fn(&Portal) -> T) -> Memo<Option<T>>
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

/// Whether the backend has a feature; `None` until it has answered.
pub fn use_feature(select: fn(&Features) -> bool) -> Memo<Option<bool>> {
    let portal = use_portal();
    Memo::new(move |_| {
        portal.with(|load| match load {
            Load::Ready(portal) => Some(select(&portal.features)),
            Load::Waiting | Load::Failed(_) => None,
        })
    })
}

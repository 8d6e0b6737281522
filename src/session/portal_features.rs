//! Which optional parts the backend has. What is missing isn't shown; until the backend has answered nothing is
//! known to be missing.

use contract::portal::{Parts, Portal};
use leptos::prelude::*;

use crate::api::Load;

/// What the backend offers, once it has answered.
pub type PortalSignal = RwSignal<Load<Portal>>;

/// Whether the backend has a part; `None` until it has answered.
pub fn use_offered(part: fn(&Parts) -> bool) -> Memo<Option<bool>> {
    let portal = use_context::<PortalSignal>();
    Memo::new(move |_| match portal?.get() {
        Load::Ready(portal) => Some(part(&portal.parts)),
        Load::Waiting | Load::Failed(_) => None,
    })
}

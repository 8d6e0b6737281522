//! The texts that the citizen types into «Tra cứu hồ sơ».

use leptos::prelude::*;

use crate::page::saved_fields::SavedFields;
use crate::session::use_session;

/// Key in the storage of the tab.
const KEY: &str = "motcua-look-up";

/// The typed texts, in the context of the wing.
#[derive(Clone, Copy, Debug)]
pub struct LookUpInput {
    /// The code of the dossier.
    pub(super) code: RwSignal<String>,
    /// The phone or citizen id of the person who filed the dossier.
    pub(super) filed_by: RwSignal<String>,
}

impl LookUpInput {
    /// Loads the texts of this tab. They are deleted when the citizen signs out.
    pub fn load() -> Self {
        let saved = SavedFields::load(KEY, 0);
        use_session().on_citizen_left(move || saved.clear());
        let [code, filed_by] = saved.fields;
        Self { code, filed_by }
    }
}

/// The typed texts, from the context that `find/routes.rs` provides.
pub(super) fn use_look_up_input() -> LookUpInput {
    use_context::<LookUpInput>().unwrap_or_else(LookUpInput::load)
}

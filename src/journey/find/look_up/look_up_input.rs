//! The texts that the citizen types into the form «Tra cứu hồ sơ». They are stored in the tab.

use leptos::prelude::*;

use crate::page::saved_fields::SavedFields;
use crate::session::use_session;

/// Key of these texts in the tab's storage (`sessionStorage`).
const KEY: &str = "motcua-look-up";

/// The typed texts. They are a context of this wing.
#[derive(Clone, Copy, Debug)]
pub struct LookUpInput {
    /// Code of the dossier.
    pub(super) code: RwSignal<String>,
    /// Phone number or citizen id of the person who filed the dossier.
    pub(super) filed_by: RwSignal<String>,
}

impl LookUpInput {
    /// Loads the texts that are stored in this tab. The stored texts are deleted when the citizen signs out.
    pub fn load() -> Self {
        let mut saved = SavedFields::load(KEY);
        let input = Self {
            code: saved.text("code"),
            filed_by: saved.text("filed_by"),
        };
        use_session().on_citizen_left(saved.save_changes());
        input
    }
}

/// Returns the typed texts from the context that `find/routes.rs` provides.
pub(super) fn use_look_up_input() -> LookUpInput {
    use_context::<LookUpInput>().unwrap_or_else(LookUpInput::load)
}

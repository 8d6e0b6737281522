//! What was typed into «Tra cứu hồ sơ»: a reload and a change of language lose nothing. It is personal, so it stays
//! in this tab.

use leptos::prelude::*;

use crate::browser::storage::BrowserStorage;
use crate::session::use_session;

const KEY: &str = "motcua-look-up";

/// The typed texts, in the context of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct LookUpSlip {
    /// The dossier's code.
    pub(super) code: RwSignal<String>,
    /// Phone or citizen id of who filed it.
    pub(super) filed_by: RwSignal<String>,
}

impl LookUpSlip {
    /// As this tab left it, or empty.
    pub fn remembered() -> Self {
        let kept = BrowserStorage::Tab.get(KEY).unwrap_or_default();
        let (code, filed_by) = kept.split_once('\n').unwrap_or_default();
        let slip = Self {
            code: RwSignal::new(code.to_owned()),
            filed_by: RwSignal::new(filed_by.to_owned()),
        };
        Effect::new(move |_| slip.keep());
        use_session().on_citizen_left(move || slip.clear());
        slip
    }

    /// Nothing of one person is left for the next.
    fn clear(self) {
        for text in [self.code, self.filed_by] {
            text.set(String::new());
        }
    }

    fn keep(self) {
        // One line each: a pasted line break would move the rest.
        let lines =
            [self.code, self.filed_by].map(|text| text.with(|text| text.replace('\n', " ")));
        match lines.iter().all(String::is_empty) {
            true => BrowserStorage::Tab.remove(KEY),
            false => drop(BrowserStorage::Tab.set(KEY, &lines.join("\n"))),
        }
    }
}

/// The slip, from the context that `find_pages.rs` gives.
pub(super) fn use_look_up_slip() -> LookUpSlip {
    use_context::<LookUpSlip>().unwrap_or_else(LookUpSlip::remembered)
}

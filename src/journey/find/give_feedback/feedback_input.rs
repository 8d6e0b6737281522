//! The texts that the citizen types into «Góp ý».

use leptos::prelude::*;

use crate::page::saved_fields::SavedFields;
use crate::session::use_session;

/// Key in the storage of the tab.
const KEY: &str = "motcua-feedback";

/// The typed texts, in the context of the wing.
#[derive(Clone, Copy, Debug)]
pub struct FeedbackInput {
    /// «Họ tên».
    pub(super) name: RwSignal<String>,
    /// «Tiêu đề».
    pub(super) title: RwSignal<String>,
    /// «Nội dung».
    pub(super) content: RwSignal<String>,
}

impl FeedbackInput {
    /// Loads the texts of this tab. They are deleted when the citizen signs out.
    pub fn load() -> Self {
        let saved = SavedFields::load(KEY, 0);
        use_session().on_citizen_left(move || saved.clear());
        let [name, title, content] = saved.fields;
        Self {
            name,
            title,
            content,
        }
    }

    /// Empties the message after it was sent. The name stays for the next message.
    pub(super) fn clear_message(self) {
        self.title.try_set(String::new());
        self.content.try_set(String::new());
    }
}

/// The typed texts, from the context that `find/routes.rs` provides.
pub(super) fn use_feedback_input() -> FeedbackInput {
    use_context::<FeedbackInput>().unwrap_or_else(FeedbackInput::load)
}

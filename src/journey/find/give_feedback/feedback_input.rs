//! The texts that the citizen types into the form «Góp ý». They are stored in the tab.

use leptos::prelude::*;

use crate::page::saved_fields::SavedFields;
use crate::session::use_session;

/// Key of these texts in the tab's storage (`sessionStorage`).
const KEY: &str = "motcua-feedback";

/// The typed texts. They are a context of this wing.
#[derive(Clone, Copy, Debug)]
pub struct FeedbackInput {
    /// Text of the field «Họ tên» (full name).
    pub(super) name: RwSignal<String>,
    /// Text of the field «Tiêu đề» (title).
    pub(super) title: RwSignal<String>,
    /// Text of the field «Nội dung» (message).
    pub(super) content: RwSignal<String>,
}

impl FeedbackInput {
    /// Loads the texts that are stored in this tab. The stored texts are deleted when the citizen signs out.
    pub fn load() -> Self {
        let mut saved = SavedFields::load(KEY);
        let input = Self {
            name: saved.text("name"),
            title: saved.text("title"),
            content: saved.text("content"),
        };
        use_session().on_citizen_left(saved.save_changes());
        input
    }

    /// Clears title and message after the feedback was sent. The name stays, for the citizen's next feedback.
    pub(super) fn clear_message(self) {
        self.title.try_set(String::new());
        self.content.try_set(String::new());
    }
}

/// Returns the typed texts from the context that `find/routes.rs` provides.
pub(super) fn use_feedback_input() -> FeedbackInput {
    use_context::<FeedbackInput>().unwrap_or_else(FeedbackInput::load)
}

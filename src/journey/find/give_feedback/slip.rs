//! What was typed into «Góp ý»: a reload, a wrong answer and a change of language lose nothing. It stays in this
//! tab and goes when it is sent.

use leptos::prelude::*;

use crate::browser::storage::BrowserStorage;
use crate::session::use_session;

const KEY: &str = "motcua-feedback";

/// The typed texts, in the context of the whole app.
#[derive(Clone, Copy, Debug)]
pub struct FeedbackSlip {
    /// «Họ tên».
    pub(super) name: RwSignal<String>,
    /// «Tiêu đề».
    pub(super) title: RwSignal<String>,
    /// «Nội dung».
    pub(super) content: RwSignal<String>,
}

impl FeedbackSlip {
    /// As this tab left it, or empty.
    pub fn remembered() -> Self {
        let kept = BrowserStorage::Tab.get(KEY).unwrap_or_default();
        let mut lines = kept.splitn(3, '\n');
        let mut next = || RwSignal::new(lines.next().unwrap_or_default().to_owned());
        let slip = Self {
            name: next(),
            title: next(),
            content: next(),
        };
        Effect::new(move |_| slip.keep());
        use_session().on_citizen_left(move || slip.clear());
        slip
    }

    /// Nothing of one person is left for the next.
    fn clear(self) {
        for text in [self.name, self.title, self.content] {
            text.set(String::new());
        }
    }

    fn keep(self) {
        let line = |text: RwSignal<String>| text.with(|text| text.replace('\n', " "));
        // The message comes last: its line breaks are its own.
        let lines = [line(self.name), line(self.title), self.content.get()];
        match lines.iter().all(String::is_empty) {
            true => BrowserStorage::Tab.remove(KEY),
            false => drop(BrowserStorage::Tab.set(KEY, &lines.join("\n"))),
        }
    }

    /// It was sent. The name stays for another one.
    pub(super) fn sent(self) {
        self.title.try_set(String::new());
        self.content.try_set(String::new());
    }
}

/// The slip, from the context that `find_pages.rs` gives.
pub(super) fn use_feedback_slip() -> FeedbackSlip {
    use_context::<FeedbackSlip>().unwrap_or_else(FeedbackSlip::remembered)
}

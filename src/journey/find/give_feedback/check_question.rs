//! The check question «Mã kiểm tra»: a simple question in words, which protects the form against bots. The backend
//! provides it. Each check question can be answered only once.

use contract::endpoints::POST_FEEDBACK_CHALLENGE;
use contract::feedback::FeedbackChallenge;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, Load, use_api};
use crate::page::load_errors::retry_automatically;

/// The current check question, and the answer that the citizen has typed.
#[derive(Clone, Copy, Debug)]
pub struct CheckQuestion {
    /// The loading state of the check question.
    pub(super) load: RwSignal<Load<FeedbackChallenge>>,
    /// The typed answer to the check question.
    pub(super) answer: RwSignal<String>,
    api: Api,
}

impl CheckQuestion {
    /// Loads a check question, with automatic retries.
    pub(super) fn load_first() -> Self {
        let question = Self {
            load: RwSignal::new(Load::Waiting),
            answer: RwSignal::new(String::new()),
            api: use_api(),
        };
        question.fetch();
        retry_automatically(question.load, question.retry());
        question
    }

    /// Loads another check question, because each one can be answered only once.
    pub(super) fn renew(self) {
        self.answer.try_set(String::new());
        self.load.try_set(Load::Waiting);
        self.fetch();
    }

    /// Loads a check question. The error of an earlier attempt stays on the screen until the new response arrives.
    fn fetch(self) {
        spawn_local(async move {
            let answer = self
                .api
                .send(&POST_FEEDBACK_CHALLENGE, &[], &(), Vec::new())
                .await;
            self.load
                .try_set(answer.map_or_else(Load::Failed, Load::Ready));
        });
    }

    /// A callback that loads a check question after an error.
    pub(super) fn retry(self) -> Callback<()> {
        Callback::new(move |()| self.fetch())
    }

    /// Id of the current check question. `None` until it is loaded.
    pub(super) fn id(self) -> Option<String> {
        self.load.with_untracked(|load| match load {
            Load::Ready(challenge) => Some(challenge.id.clone()),
            Load::Waiting | Load::Failed(_) => None,
        })
    }
}

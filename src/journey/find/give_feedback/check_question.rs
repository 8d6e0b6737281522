//! «Mã kiểm tra»: a small question in words from the backend. Each question can be answered only once.

use contract::endpoints::GET_FEEDBACK_CHALLENGE;
use contract::feedback::FeedbackChallenge;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, Load, use_api};
use crate::page::load_errors::retry_automatically;

/// The current question and the typed answer.
#[derive(Clone, Copy, Debug)]
pub struct CheckQuestion {
    /// The question.
    pub(super) load: RwSignal<Load<FeedbackChallenge>>,
    /// The typed answer.
    pub(super) answer: RwSignal<String>,
    api: Api,
}

impl CheckQuestion {
    /// Loads a question, with automatic retries.
    pub(super) fn load_first() -> Self {
        let question = Self {
            load: RwSignal::new(Load::Waiting),
            answer: RwSignal::new(String::new()),
            api: use_api(),
        };
        question.renew();
        retry_automatically(question.load, question.retry());
        question
    }

    /// Loads another question, because each question can be answered only once.
    pub(super) fn renew(self) {
        self.answer.try_set(String::new());
        self.load.try_set(Load::Waiting);
        spawn_local(async move {
            let answer = self.api.get(&GET_FEEDBACK_CHALLENGE, &[], "").await;
            self.load
                .try_set(answer.map_or_else(Load::Failed, Load::Ready));
        });
    }

    /// [`renew`](Self::renew) as a callback.
    pub(super) fn retry(self) -> Callback<()> {
        Callback::new(move |()| self.renew())
    }

    /// Id of the current question.
    pub(super) fn id(self) -> Option<String> {
        self.load.with_untracked(|load| match load {
            Load::Ready(challenge) => Some(challenge.id.clone()),
            Load::Waiting | Load::Failed(_) => None,
        })
    }
}

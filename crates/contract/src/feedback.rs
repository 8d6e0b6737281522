//! «Góp ý»: a message to whoever keeps the portal (seed 002). An accessible challenge in plain words keeps machines out.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;

/// A small question that any person can answer, read aloud too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FeedbackChallenge {
    /// Opaque id; one feedback uses it up.
    pub id: String,
    /// The question: «Ba cộng bốn bằng mấy?»
    pub question: String,
}

/// The message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    /// «Họ tên».
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_NAME_CHARS)))]
    pub name: String,
    /// «Tiêu đề».
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_TITLE_CHARS)))]
    pub title: String,
    /// «Nội dung».
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_CONTENT_CHARS)))]
    pub content: String,
    /// Id of the challenge.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_CHALLENGE_CHARS)))]
    pub challenge: String,
    /// «Mã kiểm tra»: the answer to it, in digits.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_ANSWER_CHARS)))]
    pub answer: String,
}

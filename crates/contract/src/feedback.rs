//! «Góp ý»: feedback messages to the operator of the portal (R2.18). An accessible check question, instead of a
//! picture, keeps automated messages out.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;

/// A check question that any person can answer and simple programs can't. A screen reader can read it aloud.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FeedbackChallenge {
    /// Opaque id of the check question. Only one feedback message can use it.
    pub id: String,
    /// Text of the check question, in Vietnamese: «Ba cộng bốn bằng mấy?»
    pub question: String,
}

/// Body of a request that sends a feedback message, «Góp ý» (R2.18).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    /// Name of the sender, «Họ tên»: 1 to 100 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_NAME_CHARS)))]
    pub name: String,
    /// Title of the message, «Tiêu đề»: 1 to 200 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_TITLE_CHARS)))]
    pub title: String,
    /// Text of the message, «Nội dung»: 1 to 4,000 characters, with line breaks.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_CONTENT_CHARS)))]
    pub content: String,
    /// Id of the check question, from `postFeedbackChallenge`; at most 60 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_CHALLENGE_CHARS)))]
    pub challenge: String,
    /// Answer to the check question, «Mã kiểm tra», in digits; at most 20 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_ANSWER_CHARS)))]
    pub answer: String,
}

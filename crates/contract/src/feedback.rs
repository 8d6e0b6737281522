//! «Góp ý»: a feedback message to the operator of the portal (R2.18), guarded by an accessible question instead of a picture.

use serde::{Deserialize, Serialize};

#[cfg(feature = "openapi")]
use crate::limits;

/// A question that any person can answer and simple programs can't. It can be read aloud.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FeedbackChallenge {
    /// Opaque id. Used up by one feedback message.
    pub id: String,
    /// The question, in Vietnamese: «Ba cộng bốn bằng mấy?»
    pub question: String,
}

/// Body of a feedback message, «Góp ý» (R2.18).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    /// Name of the sender, «Họ tên»: 1 to 100 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_NAME_CHARS)))]
    pub name: String,
    /// Title, «Tiêu đề»: 1 to 200 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_TITLE_CHARS)))]
    pub title: String,
    /// The message, «Nội dung»: 1 to 4,000 characters, with line breaks.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_CONTENT_CHARS)))]
    pub content: String,
    /// Id of the question, from `getFeedbackChallenge`; at most 60 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_CHALLENGE_CHARS)))]
    pub challenge: String,
    /// Answer to the question, «Mã kiểm tra», in digits; at most 20 characters.
    #[cfg_attr(feature = "openapi", schemars(length(min = 1, max = limits::FEEDBACK_ANSWER_CHARS)))]
    pub answer: String,
}

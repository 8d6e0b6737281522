//! Texts of the page «Góp ý», which sends feedback.

/// Texts of the page «Góp ý», which sends feedback.
pub struct FeedbackWords {
    /// Title of the page «Góp ý».
    pub title: &'static str,
    /// Introduction: who reads the feedback.
    pub intro: &'static str,
    /// Label «Họ tên» of the field for the sender's name.
    pub name: &'static str,
    /// Error: the sender's name is empty.
    pub name_missing: &'static str,
    /// Error: the sender's name is too long.
    pub name_long: &'static str,
    /// Label «Tiêu đề» of the field for the subject.
    pub heading: &'static str,
    /// Error: the subject is empty.
    pub heading_missing: &'static str,
    /// Error: the subject is too long.
    pub heading_long: &'static str,
    /// Label «Nội dung» of the field for the message.
    pub content: &'static str,
    /// Error: the message is empty.
    pub content_missing: &'static str,
    /// Error: the message is too long.
    pub content_long: &'static str,
    /// Label «Mã kiểm tra» of the field for the answer to the check question.
    pub answer: &'static str,
    /// Hint: the check question prevents automatic programs from sending feedback.
    pub answer_hint: &'static str,
    /// Error: the check question has no answer.
    pub answer_missing: &'static str,
    /// Error: the answer to the check question is wrong.
    pub answer_wrong: &'static str,
    /// Button that sends the feedback.
    pub submit: &'static str,
    /// Notice: the feedback was received.
    pub sent: &'static str,
    /// Button that starts another feedback message.
    pub write_another: &'static str,
    /// Notice: this backend doesn't accept feedback.
    pub unavailable: &'static str,
}

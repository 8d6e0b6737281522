//! What the words of «Góp ý» are for.

/// «Góp ý».
pub struct FeedbackWords {
    /// Title of the page.
    pub title: &'static str,
    /// Who reads it.
    pub lede: &'static str,
    /// «Họ tên».
    pub name: &'static str,
    /// None.
    pub name_missing: &'static str,
    /// Too long.
    pub name_long: &'static str,
    /// «Tiêu đề».
    pub heading: &'static str,
    /// None.
    pub heading_missing: &'static str,
    /// Too long.
    pub heading_long: &'static str,
    /// «Nội dung».
    pub content: &'static str,
    /// None.
    pub content_missing: &'static str,
    /// Too long.
    pub content_long: &'static str,
    /// «Mã kiểm tra».
    pub answer: &'static str,
    /// What it is for.
    pub answer_hint: &'static str,
    /// No answer.
    pub answer_missing: &'static str,
    /// Another answer than the right one.
    pub answer_wrong: &'static str,
    /// Sends it.
    pub submit: &'static str,
    /// It is there.
    pub sent: &'static str,
    /// Begins another one.
    pub another: &'static str,
    /// The backend takes none.
    pub missing: &'static str,
}

//! Vietnamese texts of the page «Góp ý», which sends feedback.

use crate::i18n::feedback::FeedbackWords;

pub(in crate::i18n) static WORDS: FeedbackWords = FeedbackWords {
    title: "Góp ý",
    intro: "Ý kiến của bạn được gửi đến đơn vị quản lý cổng này. Đừng ghi số CCCD hay nội dung hồ sơ.",
    name: "Họ tên",
    name_missing: "Hãy nhập họ tên của bạn.",
    name_long: "Họ tên dài quá 100 chữ. Hãy viết ngắn lại.",
    heading: "Tiêu đề",
    heading_missing: "Hãy nhập tiêu đề, ví dụ: Chữ trên trang hơi nhỏ.",
    heading_long: "Tiêu đề dài quá 200 chữ. Hãy viết phần còn lại vào ô nội dung.",
    content: "Nội dung",
    content_missing: "Hãy nhập nội dung góp ý.",
    content_long: "Nội dung dài quá 4.000 chữ. Hãy rút gọn hoặc gửi làm hai lần.",
    answer: "Mã kiểm tra",
    answer_hint: "Trả lời bằng chữ số, để biết bạn không phải là máy.",
    answer_missing: "Hãy trả lời câu hỏi kiểm tra bằng chữ số, ví dụ 7.",
    answer_wrong: "Câu trả lời chưa đúng hoặc đã quá lâu. Đây là câu hỏi mới; những gì bạn đã viết vẫn còn.",
    submit: "Gửi góp ý",
    sent: "Đã nhận góp ý của bạn. Xin cảm ơn!",
    write_another: "Viết góp ý khác",
    unavailable: "Hệ thống này chưa mở mục góp ý.",
};

//! Vietnamese texts of the consent form.

use crate::i18n::consents::ConsentWords;

pub(in crate::i18n) static WORDS: ConsentWords = ConsentWords {
    required: "Cần đồng ý để có tài khoản",
    optional: "Đồng ý hay không tùy bạn",
    optional_hint: "Không đồng ý vẫn nộp được hồ sơ. Bạn có thể đổi ý bất cứ lúc nào ở «Tài khoản của tôi».",
    missing: "Hãy đọc rồi đánh dấu vào ô này; thiếu sự đồng ý này thì chưa tiếp tục được.",
    changed: "Nội dung cần đồng ý vừa thay đổi. Hãy tải lại trang để đọc bản mới; những gì bạn đã nhập vẫn còn.",
    first_title: "Trước khi nộp hồ sơ",
    first_intro: "Tài khoản của bạn chưa có sự đồng ý dưới đây. Bạn chỉ cần làm việc này một lần.",
    first_submit: "Đồng ý và tiếp tục",
};

//! Vietnamese error messages for failed requests, which all pages use.

use crate::i18n::errors::ErrorWords;

pub(in crate::i18n) static WORDS: ErrorWords = ErrorWords {
    offline: "Chưa kết nối được với máy chủ. Những gì bạn đã nhập vẫn còn; hãy kiểm tra mạng rồi thử lại.",
    timed_out: "Máy chủ trả lời quá lâu. Những gì bạn đã nhập vẫn còn; hãy thử lại.",
    proof_too_old: "Chưa làm được việc này vì bạn chưa xác nhận lại. Hãy bấm lại rồi nhập mã.",
    session_expired: "Phiên đăng nhập đã hết. Hãy xác nhận lại để tiếp tục; bản nháp của bạn vẫn còn.",
    renew_session: "Xác nhận lại để làm tiếp",
    unreadable: "Máy chủ đang bận hoặc bảo trì nên trả lời không đúng. Hãy thử lại sau ít phút.",
    blocked: "Mạng bạn đang dùng chặn, nên yêu cầu chưa tới máy chủ. Những gì bạn đã nhập vẫn còn. Nếu là Wi-Fi phải đăng nhập, hãy đăng nhập Wi-Fi; nếu không, hãy đổi sang mạng khác, ví dụ 4G.",
    unusable_form: "Mẫu tờ khai của thủ tục này bị lỗi nên chưa mở được. Bản nháp của bạn vẫn còn. Hãy báo cho cơ quan dòng chữ dưới đây.",
    internal: "Máy chủ gặp lỗi khi xử lý. Những gì bạn đã nhập vẫn còn; hãy thử lại.",
    refused: "Máy chủ không chấp nhận yêu cầu này. Hãy kiểm tra lại thông tin rồi thử lại.",
    too_many: "Bạn thao tác quá nhiều lần. ",
    too_many_shared: "Có quá nhiều lượt từ mạng này hoặc với số này, có thể không do bạn. Bạn có thể dùng ngay mạng khác (như 4G) hoặc cách đăng nhập khác. ",
    wait_a_little: "Hãy đợi ít phút rồi thử lại.",
    wait_before: "Hãy thử lại sau khoảng ",
    minutes: " phút nữa.",
    hours: " giờ nữa.",
    consent_needed: "Tài khoản chưa có sự đồng ý cần để nộp hồ sơ, hoặc nội dung cần đồng ý vừa thay đổi. Những gì bạn đã nhập vẫn còn.",
    not_found: "Không tìm thấy nội dung này.",
    not_printed: "Trình duyệt này không in được. Hãy chụp màn hình, hoặc mở trang này bằng Chrome hay Safari rồi in.",
    retry: "Thử lại",
    loading: "Đang tải…",
    summary: "Có thông tin cần sửa",
    title_prefix: "Lỗi: ",
};

//! Vietnamese texts of «Thông báo»: the page, the link in the header, and what is announced about a dossier.

use crate::i18n::notices::{NoticeKindWords, NoticeWords};

pub(in crate::i18n) static WORDS: NoticeWords = NoticeWords {
    title: "Thông báo",
    intro: "Mọi bước mới của hồ sơ đều được báo ở đây. Bấm vào từng thông báo để mở hồ sơ.",
    list: "Danh sách thông báo",
    empty: "Chưa có thông báo nào. Khi hồ sơ của bạn có bước mới, thông báo sẽ hiện ở đây.",
    new: "Mới",
    unread: "chưa đọc:",
    settings: "Chọn cách nhận thông báo",
    newer: "Hồ sơ vừa có thay đổi. Bạn cứ làm xong việc đang làm rồi xem.",
    show_newer: "Xem thay đổi",
    new_status: "Hồ sơ có trạng thái mới: ",
    kinds: NoticeKindWords {
        submitted: "Đã gửi hồ sơ",
        accepted: "Hồ sơ đã được tiếp nhận",
        rejected: "Hồ sơ không được tiếp nhận",
        processing: "Hồ sơ đang được xử lý",
        supplement_requested: "Cần bổ sung hồ sơ",
        supplement_received: "Cơ quan đã nhận phần bổ sung",
        fee_requested: "Cần thực hiện nghĩa vụ tài chính",
        paid: "Đã ghi nhận thanh toán",
        refund_due: "Sẽ hoàn lại tiền",
        refunded: "Đã hoàn lại tiền",
        fee_cancelled: "Không phải nộp khoản này nữa",
        paused: "Hồ sơ tạm dừng xử lý",
        delayed: "Cơ quan xin lỗi và hẹn lại ngày trả kết quả",
        result_ready: "Đã có kết quả",
        returned: "Đã trả kết quả",
        withdrawal_requested: "Đã nhận yêu cầu rút hồ sơ",
        withdrawn: "Hồ sơ đã được rút",
        message: "Cơ quan gửi lời nhắn",
        draft_expires: "Bản nháp sắp bị xóa",
        supplement_expires: "Sắp hết hạn bổ sung",
        consent_lapsed: "Cần đồng ý lại",
    },
};

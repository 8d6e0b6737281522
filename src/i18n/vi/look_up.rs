//! Vietnamese texts of the page «Tra cứu hồ sơ», which looks up a dossier without sign-in.

use crate::i18n::look_up::LookUpWords;

pub(in crate::i18n) static WORDS: LookUpWords = LookUpWords {
    title: "Tra cứu hồ sơ",
    intro: "Xem hồ sơ đang ở đâu mà không cần đăng nhập. Trang này không hiện tên người, nội dung khai hay giấy tờ.",
    code: "Mã hồ sơ",
    code_hint: "Ghi trên giấy xác nhận hoặc tin nhắn, ví dụ H50.19.624-261122-0001.",
    code_missing: "Hãy nhập mã hồ sơ, ví dụ H50.19.624-261122-0001.",
    code_wrong: "Mã hồ sơ chỉ gồm chữ không dấu, chữ số, dấu chấm và dấu gạch, ví dụ H50.19.624-261122-0001.",
    filed_by: "Số điện thoại hoặc số CCCD của người nộp",
    filed_by_hint: "Ví dụ 0912 345 678 hoặc 001090123456.",
    filed_by_missing: "Hãy nhập số điện thoại hoặc số CCCD của người nộp, ví dụ 0912 345 678.",
    filed_by_wrong: "Số điện thoại có 10 chữ số, ví dụ 0912 345 678; số CCCD có 12 chữ số, ví dụ 001090123456.",
    submit: "Tra cứu",
    not_found: "Không tìm thấy hồ sơ nào có mã này do người này nộp. Hãy xem lại cả hai ô; có thể chỉ một chữ số bị nhầm.",
    too_many_before: "Bạn đã tra cứu quá nhiều lần. Hãy thử lại sau khoảng ",
    too_many_shared: "Có quá nhiều lượt tra cứu từ mạng này hoặc với số này, có thể không do bạn. Bạn có thể dùng ngay mạng khác (như 4G), hoặc đăng nhập và mở «Hồ sơ của tôi». Nếu không, hãy thử lại sau khoảng ",
    too_many_after: " phút.",
    result: "Tình trạng hồ sơ",
    note_elsewhere: "Cơ quan có ghi chú cho người nộp. Người nộp đăng nhập rồi mở hồ sơ này trong «Hồ sơ của tôi» để đọc.",
    agency: "Cơ quan",
    updated: "Thay đổi lúc",
    due: "Hẹn trả kết quả",
    due_provisional: " (tạm tính, vì chưa có lịch nghỉ lễ của năm đó)",
    due_unknown: "Cơ quan sẽ thông báo",
    parts: "Từng phần của hồ sơ liên thông",
    unavailable: "Hệ thống này chưa mở tra cứu hồ sơ mà không đăng nhập. Hãy đăng nhập và mở «Hồ sơ của tôi».",
};

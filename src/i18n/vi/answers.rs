//! Answers that break a rule, in Vietnamese.

use crate::i18n::answers::AnswerWords;

pub(in crate::i18n) static WORDS: AnswerWords = AnswerWords {
    missing: "Hãy trả lời câu này.",
    missing_name: "Nhập họ, chữ đệm và tên. Ví dụ: Nguyễn Thị Lan.",
    choose: "Hãy chọn một câu trả lời.",
    declare: "Đọc lời cam đoan rồi đánh dấu vào ô nếu bạn đồng ý.",
    name: "Họ tên chỉ gồm chữ cái, không có số hay ký hiệu. Ví dụ: Nguyễn Thị Lan.",
    citizen_id: "Nhập số định danh gồm 12 chữ số. Ví dụ: 001 190 123 456.",
    citizen_id_digits: "Số định danh phải có đủ 12 chữ số; bạn đã nhập",
    identity_number: "Nhập số định danh 12 chữ số hoặc số CMND 9 chữ số.",
    identity_digits: "Số này phải có 12 chữ số (hoặc 9 nếu là CMND cũ); bạn đã nhập",
    digits: "chữ số.",
    phone: "Nhập số điện thoại di động 10 chữ số. Ví dụ: 0912 345 678.",
    email: "Nhập địa chỉ thư điện tử, không dấu, không khoảng trắng. Ví dụ: lan.nguyen@example.vn.",
    date: "Nhập ngày như 15/03/2026 (ngày/tháng/năm).",
    partial_date: "Nhập ngày như 15/03/1956. Chỉ nhớ tháng, năm thì nhập 03/1956; chỉ nhớ năm thì nhập 1956.",
    in_future: "Ngày này chưa tới. Hãy kiểm tra lại năm.",
    number: "Chỉ nhập chữ số. Ví dụ: 2.",
    too_small: "Số này nhỏ quá. Hãy kiểm tra lại.",
    too_large: "Số này lớn quá. Hãy kiểm tra lại.",
    birth_certificate_code: "Mã trên Giấy chứng sinh gồm 18 ký tự, có chữ GCS ở giữa. Ví dụ: 48123.GCS.00567.26.",
    place: "Chọn tỉnh, thành phố, rồi chọn xã, phường.",
    too_short: "Câu trả lời ngắn quá. Hãy ghi đầy đủ hơn.",
    too_long: "Câu trả lời dài quá. Hãy viết gọn trong",
    characters: "ký tự.",
    too_long_plain: "Câu trả lời dài quá. Hãy viết gọn lại.",
    invisible: "Có ký tự ẩn lẫn trong chữ, thường do sao chép. Hãy xóa đi và gõ lại.",
    text: "Hãy kiểm tra lại câu trả lời này.",
    any_of: "Cần trả lời câu này hoặc câu thay cho nó. Xem lời dặn ở đầu trang.",
};

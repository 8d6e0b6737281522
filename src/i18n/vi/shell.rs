//! Vietnamese texts of the header, the footer and the first screen.

use crate::i18n::shell::ShellWords;

pub(in crate::i18n) static WORDS: ShellWords = ShellWords {
    name: "Một Cửa",
    skip: "Đến nội dung chính",
    navigation: "Menu chính",
    procedures: "Dịch vụ công",
    dossiers: "Hồ sơ của tôi",
    account: "Tài khoản",
    sign_in: "Đăng nhập",
    register: "Đăng ký",
    sign_out: "Đăng xuất",
    unsaved: "Có nội dung chưa gửi được lên máy chủ; đăng xuất bây giờ là mất.",
    sign_out_anyway: "Vẫn đăng xuất",
    other_language: "English",
    question: "Bạn cần làm thủ tục gì?",
    search: "Tên thủ tục hoặc việc cần làm",
    search_hint: "Ví dụ: khai sinh, ho khau, giay doc than",
    find: "Tìm",
    popular: "Thủ tục nhiều người làm",
    all: "Tất cả thủ tục",
    groups: "Dịch vụ công liên thông",
    look_up: "Tra cứu hồ sơ",
    more_links: "Liên kết cuối trang",
    feedback: "Góp ý",
    not_found: "Không có trang này",
    not_found_help: "Địa chỉ có thể đã gõ nhầm hoặc trang đã được chuyển đi.",
    home: "Về trang chủ",
};

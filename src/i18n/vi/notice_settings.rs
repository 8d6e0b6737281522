//! Vietnamese texts of the page that chooses the channels of notices, and of the e-mail address of an account.

use crate::i18n::notice_settings::{ChannelWords, EmailFormWords};

pub(in crate::i18n) static WORDS: ChannelWords = ChannelWords {
    title: "Cách nhận thông báo",
    intro: "Thông báo luôn hiện trong mục Thông báo. Ngoài ra, bạn chọn nhận thêm bằng những cách dưới đây. Tin gửi đi chỉ có mã hồ sơ và việc vừa xảy ra, không có thông tin cá nhân.",
    sms: "Tin nhắn điện thoại (SMS)",
    email: "Email",
    zalo: "Zalo",
    no_phone: "Tài khoản chưa có số điện thoại.",
    no_email: "Tài khoản chưa có email.",
    needs_consent: "Bạn chưa đồng ý nhận tin nhắn về tiến độ hồ sơ nên chưa có tin nào được gửi đến điện thoại.",
    consents: "Xem sự đồng ý của bạn",
    saved: "Đã lưu lựa chọn.",
    address: "Email",
    add_address: "Thêm email",
    change_address: "Đổi email",
    remove_address: "Bỏ email",
    remove_question: "Bỏ email khỏi tài khoản?",
    remove_help: "Bạn sẽ không nhận thông báo qua email nữa. Email này nhận một tin báo về việc này.",
    keep_address: "Giữ email",
    removed: "Đã bỏ email.",
    changed: "Đã xác nhận email. Từ nay thông báo được gửi tới đó.",
    form: EmailFormWords {
        title: "Email của tài khoản",
        intro: "Một mã gồm 6 chữ số sẽ được gửi đến email mới. Email chỉ được dùng khi bạn nhập đúng mã.",
        now: "Email hiện tại:",
        email: "Email mới",
        email_hint: "Ví dụ: ten@example.vn",
        email_missing: "Hãy nhập email.",
        email_wrong: "Email chưa đúng. Email có dạng ten@example.vn, không dấu.",
        submit: "Gửi mã đến email mới",
    },
};

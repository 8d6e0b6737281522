//! Vietnamese texts of the page that chooses the channels of notices, and of the e-mail address of an account.

use crate::i18n::notice_settings::{ChannelWords, EmailFormWords};

pub(in crate::i18n) static WORDS: ChannelWords = ChannelWords {
    title: "Cách nhận thông báo",
    intro: "Thông báo luôn hiện trong mục Thông báo. Ngoài ra, bạn chọn nhận thêm bằng những cách dưới đây. Tin gửi đi chỉ có mã hồ sơ và việc vừa xảy ra, không có thông tin cá nhân.",
    sms: "Tin nhắn điện thoại (SMS)",
    email: "Thư điện tử (email)",
    zalo: "Zalo",
    sent_to: "Gửi tới",
    no_phone: "Tài khoản chưa có số điện thoại.",
    no_email: "Tài khoản chưa có địa chỉ thư điện tử.",
    needs_consent: "Bạn chưa đồng ý nhận tin nhắn về tiến độ hồ sơ nên chưa có tin nào được gửi đến điện thoại.",
    consents: "Xem sự đồng ý của bạn",
    saved: "Đã lưu lựa chọn.",
    address: "Địa chỉ thư điện tử",
    add_address: "Thêm địa chỉ thư",
    change_address: "Đổi địa chỉ thư",
    remove_address: "Bỏ địa chỉ thư",
    remove_question: "Bỏ địa chỉ thư khỏi tài khoản?",
    remove_help: "Bạn sẽ không nhận thông báo qua thư nữa. Địa chỉ này nhận một thư báo về việc này.",
    keep_address: "Giữ địa chỉ thư",
    removed: "Đã bỏ địa chỉ thư.",
    changed: "Đã xác nhận địa chỉ thư. Từ nay thông báo được gửi tới đó.",
    form: EmailFormWords {
        title: "Địa chỉ thư điện tử",
        intro: "Một mã gồm 6 chữ số sẽ được gửi đến địa chỉ mới. Địa chỉ chỉ được dùng khi bạn nhập đúng mã.",
        now: "Địa chỉ hiện tại:",
        email: "Địa chỉ thư mới",
        email_hint: "Ví dụ: ten@example.vn",
        email_missing: "Hãy nhập địa chỉ thư.",
        email_wrong: "Địa chỉ thư chưa đúng. Địa chỉ có dạng ten@example.vn, không dấu.",
        submit: "Gửi mã đến địa chỉ mới",
    },
};

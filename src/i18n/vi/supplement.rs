//! Vietnamese texts about requests of the office on the page of a dossier.

use crate::i18n::supplement::SupplementWords;

pub(in crate::i18n) static WORDS: SupplementWords = SupplementWords {
    title: "Cơ quan yêu cầu bổ sung",
    certificate_title: "Kiểm tra bản thảo trước khi in",
    until: "Hạn gửi: ",
    silence: "Quá hạn mà không trả lời thì coi như bạn đồng ý.",
    saved_at: "Bạn đã làm dở, lưu lúc ",
    begin: "Bổ sung ngay",
    resume: "Làm tiếp",
    check: "Xem bản thảo và trả lời",
    for_part: "Thủ tục: ",
    sent: "Đã bổ sung",
    sent_at: "Gửi lúc ",
    arrow: " → ",
    nothing: "(trống)",
    yes: "có",
    no: "không",
    entries: "dòng",
    replaced: "thay cho ",
    agreed: "Bạn đã đồng ý bản thảo.",
    disagreed: "Bạn đã báo bản thảo có chỗ sai.",
};

//! Vietnamese texts of the list «Hồ sơ của tôi» and of the page of a dossier.

use crate::i18n::following::{FollowingWords, StatusWords, StatusesWords, TabWords, TabsWords};

pub(in crate::i18n) static WORDS: FollowingWords = FollowingWords {
    title: "Hồ sơ của tôi",
    tabs_label: "Hồ sơ theo tình trạng",
    tabs: TabsWords {
        new: TabWords {
            name: "Hồ sơ mới",
            empty: "Bạn chưa có hồ sơ mới hay bản nháp nào.",
        },
        supplement: TabWords {
            name: "Bổ sung hồ sơ",
            empty: "Không có hồ sơ nào cần bổ sung giấy tờ.",
        },
        processing: TabWords {
            name: "Đang xử lý",
            empty: "Không có hồ sơ nào đang được xử lý.",
        },
        obligation: TabWords {
            name: "Nghĩa vụ tài chính",
            empty: "Không có hồ sơ nào đang chờ bạn thực hiện nghĩa vụ tài chính.",
        },
        payment: TabWords {
            name: "Thanh toán phí",
            empty: "Không có khoản phí nào đang chờ bạn thanh toán.",
        },
        paused: TabWords {
            name: "Đang tạm dừng",
            empty: "Không có hồ sơ nào đang tạm dừng.",
        },
        processed: TabWords {
            name: "Hoàn thành thụ lý",
            empty: "Chưa có hồ sơ nào xử lý xong mà đang chờ trả kết quả.",
        },
        returned: TabWords {
            name: "Đã hoàn thành trả kết quả",
            empty: "Chưa có hồ sơ nào đã trả kết quả.",
        },
        closed: TabWords {
            name: "Không được tiếp nhận / đã rút",
            empty: "Không có hồ sơ nào bị từ chối hay đã rút.",
        },
    },
    statuses: StatusesWords {
        registered: StatusWords {
            name: "Mới đăng ký",
            meaning: "Cơ quan đã có hồ sơ của bạn và sẽ xem để tiếp nhận. Bạn chưa phải làm gì.",
        },
        accepted: StatusWords {
            name: "Được tiếp nhận",
            meaning: "Cơ quan đã tiếp nhận hồ sơ và hẹn ngày trả kết quả. Bạn chưa phải làm gì.",
        },
        rejected: StatusWords {
            name: "Không được tiếp nhận",
            meaning: "Cơ quan không tiếp nhận hồ sơ này. Hãy đọc lý do bên dưới.",
        },
        processing: StatusWords {
            name: "Đang xử lý",
            meaning: "Bộ phận chuyên môn đang giải quyết hồ sơ. Bạn chưa phải làm gì.",
        },
        supplement_requested: StatusWords {
            name: "Yêu cầu bổ sung giấy tờ",
            meaning: "Cơ quan cần thêm giấy tờ của bạn. Hãy đọc ghi chú của cơ quan bên dưới.",
        },
        obligation_requested: StatusWords {
            name: "Yêu cầu thực hiện nghĩa vụ tài chính",
            meaning: "Có khoản tiền bạn cần nộp để hồ sơ được giải quyết tiếp.",
        },
        withdrawal_requested: StatusWords {
            name: "Công dân yêu cầu rút hồ sơ",
            meaning: "Bạn đã xin rút hồ sơ. Cơ quan đang xem đề nghị này.",
        },
        paused: StatusWords {
            name: "Dừng xử lý",
            meaning: "Cơ quan đang dừng xử lý hồ sơ. Hãy đọc lý do bên dưới.",
        },
        processed: StatusWords {
            name: "Đã xử lý xong",
            meaning: "Đã có kết quả. Bạn sẽ nhận kết quả theo cách đã chọn.",
        },
        returned: StatusWords {
            name: "Đã trả kết quả",
            meaning: "Bạn đã nhận kết quả. Hồ sơ này đã hoàn thành.",
        },
    },
    find: "Tìm thủ tục để nộp",
    refresh: "Làm mới",
    refreshed: "Đã lấy tình trạng mới nhất.",
    draft: "Bản nháp",
    no_agency: "Chưa chọn cơ quan thực hiện",
    changed_at: "Thay đổi lúc ",
    expires_on: "Được giữ đến hết ngày ",
    due_on: "Hẹn trả kết quả: ",
    go_on: "Tiếp tục",
    answered: "Đã khai ",
    answered_of: " trên ",
    answered_end: " câu bắt buộc",
    remove: "Xóa",
    remove_question: "Xóa bản nháp này?",
    remove_help: "Mọi nội dung đã khai và tệp đã tải lên của bản nháp sẽ mất, không lấy lại được.",
    keep: "Giữ lại",
    page: "Trang ",
    page_of: " trên ",
    previous: "Trang trước",
    next: "Trang sau",
    dossier: "Theo dõi hồ sơ",
    code: "Mã hồ sơ",
    back: "Hồ sơ của tôi",
    now: "Hồ sơ đang ở đâu",
    office: "Đang nằm ở",
    handler: "Người thụ lý",
    handler_unknown: "Cơ quan chưa nêu tên",
    listed_under: "Nằm trong mục",
    sent_at: "Gửi lúc",
    due_provisional: " (tạm tính, vì chưa có lịch nghỉ lễ của năm đó)",
    due_unknown: "Cơ quan sẽ thông báo",
    note: "Cơ quan ghi:",
    history: "Quá trình giải quyết",
    deadline: "Hạn của bước này: ",
    on_time: "Đúng hạn",
    late: "Quá hạn",
    files: "Giấy tờ cơ quan đã nhận",
    no_files: "Hồ sơ này không kèm tệp nào.",
    delivery: "Hình thức nhận kết quả",
    declared: "Thông tin bạn đã khai",
    unanswered: "Chưa trả lời",
    receipt: "Xem giấy xác nhận",
    print: "In trang này",
};

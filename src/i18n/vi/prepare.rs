//! Vietnamese texts of the page «Chuẩn bị hồ sơ», which shows what to prepare before filing.

use crate::i18n::prepare::{ForWhomWords, PrepareWords};

pub(in crate::i18n) static WORDS: PrepareWords = PrepareWords {
    title: "Chuẩn bị hồ sơ",
    conditions: "Bạn cần có",
    account: "Một tài khoản đã đăng ký, để nộp hồ sơ và nhận thông báo.",
    account_or: "hoặc",
    person: "Bạn tự làm, hoặc nhờ người thân, cán bộ giúp làm thay từng bước.",
    components_ready: "Giấy tờ trong danh sách dưới đây, chụp ảnh hoặc quét sẵn.",
    cost: "Khi nộp trực tuyến",
    steps: "Các bước bạn sẽ làm",
    components: "Giấy tờ cần chuẩn bị",
    components_help: "Đánh dấu giấy tờ bạn đã có. Dấu chỉ nằm trên máy này và không được gửi đi.",
    conditional: "Chỉ khi bạn thuộc trường hợp này",
    on_answer: "Chỉ khi bạn khai ",
    or_answer: "» hoặc «",
    needed_for: "Cần cho: ",
    no_file: "Không phải tải tệp lên",
    no_file_help: "Những mục này được điền trên mạng, hoặc chỉ dùng khi nộp trực tiếp, qua bưu chính.",
    no_components: "Thủ tục này không nêu giấy tờ nào phải chuẩn bị.",
    print: "In danh sách",
    save: "Lưu thành ảnh",
    saved: "Đang tải ảnh về mục tải xuống của máy. Nếu không thấy ở đó, hãy nhấn giữ ảnh dưới đây rồi chọn lưu, hoặc chụp màn hình.",
    shown: "Trình duyệt này không tải ảnh về được. Hãy nhấn giữ ảnh dưới đây rồi chọn lưu, hoặc chụp màn hình.",
    picture: "Ảnh của danh sách giấy tờ trên trang này.",
    not_saved: "Trình duyệt này không lưu được ảnh. Hãy in danh sách, hoặc chụp màn hình.",
    picture_name: "giay-to-",
    code: "Mã thủ tục: ",
    for_whom: "Hồ sơ này cho ai?",
    for_oneself: ForWhomWords {
        label: "Cho tôi",
        effect: "Tờ khai bắt đầu với họ tên, số định danh và điện thoại trong tài khoản của bạn; bạn sửa được.",
    },
    for_child: ForWhomWords {
        label: "Cho con tôi",
        effect: "Tờ khai bắt đầu với thông tin của bạn là người yêu cầu; bạn khai thêm thông tin của con.",
    },
    for_helped: ForWhomWords {
        label: "Tôi nộp giúp người khác",
        effect: "Tờ khai bắt đầu trống, không lấy tên của bạn: hãy khai thông tin của người được giúp. Hồ sơ vẫn nằm trong tài khoản của bạn.",
    },
    go_on: "Tiếp tục",
};

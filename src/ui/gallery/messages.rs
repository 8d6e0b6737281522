//! The part of the gallery with examples of messages, statuses and placeholders.

use leptos::prelude::*;

use super::example::{LONG_TEXT, example};
use crate::ui::badge::{Badge, BadgeKind};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::error_summary::{ErrorSummary, FieldError};
use crate::ui::file_row::{FileRow, FileState};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::skeleton::Skeleton;

pub(super) fn message_examples() -> Vec<AnyView> {
    vec![
        example("notices", "Thông báo", notices()),
        example("error-summary", "Những chỗ cần sửa", summary()),
        example("file-rows", "Tệp đã chọn", file_rows()),
        example("badges", "Trạng thái", badges()),
        example(
            "skeleton",
            "Đang tải",
            view! { <Skeleton lines=4 label="Đang tải" /> },
        ),
    ]
}

fn notices() -> impl IntoView {
    view! {
        <Notice title="Đã lưu trên máy này">
            <p>"Cơ quan chưa nhận được. Chúng tôi sẽ gửi khi có mạng."</p>
        </Notice>
        <Notice kind=NoticeKind::Success title="Cơ quan đã nhận hồ sơ">
            <p>"Mã hồ sơ: H41.12-261122-0007"</p>
        </Notice>
        <Notice kind=NoticeKind::Warning>
            <p>"Mã xác thực hết hạn sau 5 phút."</p>
        </Notice>
        <Notice kind=NoticeKind::Error title=LONG_TEXT>
            <p>{LONG_TEXT}</p>
            <Button kind=ButtonKind::Secondary>"Thử lại"</Button>
        </Notice>
    }
}

fn summary() -> impl IntoView {
    let problems = RwSignal::new(Vec::new());
    let problem = |field: &str, message: &str| FieldError {
        field: field.to_owned(),
        message: message.into(),
    };
    let check = Callback::new(move |()| {
        problems.set(vec![
            problem("wrong-id", "Số định danh cá nhân phải có 12 chữ số"),
            problem("married", "Hãy chọn Có hoặc Không"),
            problem("oath-wrong", "Hãy đánh dấu để cam đoan"),
        ]);
    });
    view! {
        <ErrorSummary title="Có 3 chỗ cần sửa" errors=problems />
        <div class="actions">
            <Button kind=ButtonKind::Secondary on_press=check>"Kiểm tra"</Button>
        </div>
    }
}

fn file_rows() -> impl IntoView {
    view! {
        <FileRow
            name="giay-chung-sinh.jpg"
            detail="1,2 MB · Đang tải lên, 40 %"
            progress=Some(40)
            state=FileState::Uploading
        >
            <Button kind=ButtonKind::Plain>"Hủy"</Button>
        </FileRow>
        <FileRow
            name="Giấy chứng nhận kết hôn của cha và mẹ, bản chụp lần thứ hai có đóng dấu.pdf"
            detail="860 KB · Cơ quan đã nhận"
            progress=None
            state=FileState::Received
        >
            <Button kind=ButtonKind::Plain>"Xem"</Button>
            <Button kind=ButtonKind::Plain>"Xóa"</Button>
        </FileRow>
        <FileRow
            name="can-cuoc.png"
            detail="3 MB · Đang chờ mạng"
            progress=Some(0)
            state=FileState::Waiting
        >
            <Button kind=ButtonKind::Plain>"Hủy"</Button>
        </FileRow>
        <FileRow
            name="to-khai.pdf"
            detail="0 B"
            progress=None
            state=FileState::Failed
            message=Some("Tệp này rỗng. Hãy chọn tệp khác.".to_owned())
        >
            <Button kind=ButtonKind::Plain>"Xóa"</Button>
        </FileRow>
    }
}

fn badges() -> impl IntoView {
    view! {
        <p class="row">
            <Badge>"Mới đăng ký"</Badge>
            <Badge kind=BadgeKind::Accent>"Đang xử lý"</Badge>
            <Badge kind=BadgeKind::Success>"Đã xử lý xong"</Badge>
            <Badge kind=BadgeKind::Warning>"Yêu cầu bổ sung"</Badge>
            <Badge kind=BadgeKind::Error>"Quá hạn"</Badge>
        </p>
    }
}

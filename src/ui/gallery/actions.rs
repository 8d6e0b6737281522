//! The part of the gallery with examples of buttons and of navigation.

use leptos::prelude::*;

use super::example::{LONG_TEXT, example};
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::dialog::Dialog;
use crate::ui::pager::{Pager, PagerLink};
use crate::ui::stepper::{Stepper, StepperItem};
use crate::ui::tabs::{TabItem, Tabs};

pub(super) fn action_examples() -> Vec<AnyView> {
    vec![
        example("buttons", "Nút", buttons()),
        example("button-busy", "Nút đang bận và nút tắt", busy()),
        example(
            "button-long",
            "Nút chữ dài",
            view! { <Button>{LONG_TEXT}</Button> },
        ),
        example(
            "stepper-first",
            "Các bước, bước đầu",
            stepper("buoc-dau", 0),
        ),
        example(
            "stepper-middle",
            "Các bước, bước giữa",
            stepper("buoc-giua", 3),
        ),
        example("tabs", "Thẻ có số đếm", tabs()),
        example("pager", "Chuyển trang", pager()),
        example("dialog", "Hộp thoại", dialog()),
    ]
}

fn buttons() -> impl IntoView {
    let presses = RwSignal::new(0_u32);
    let count = Callback::new(move |()| presses.update(|all| *all += 1));
    view! {
        <div class="actions">
            <Button on_press=count>"Nộp hồ sơ"</Button>
            <Button kind=ButtonKind::Secondary on_press=count>"Lưu nháp"</Button>
            <Button kind=ButtonKind::Danger on_press=count>"Xóa tệp"</Button>
            <ButtonLink href="gallery" kind=ButtonKind::Secondary>"Chi tiết"</ButtonLink>
            <Button kind=ButtonKind::Plain on_press=count>"Quay lại"</Button>
        </div>
        <p class="muted" role="status">"Số lần bấm: " {presses}</p>
    }
}

fn busy() -> impl IntoView {
    let presses = RwSignal::new(0_u32);
    let count = Callback::new(move |()| presses.update(|all| *all += 1));
    view! {
        <div class="actions">
            <Button busy=true on_press=count>"Đang gửi hồ sơ"</Button>
            <Button disabled=true on_press=count>"Gửi hồ sơ"</Button>
        </div>
        <p class="muted">"Số lần bấm: " {presses}</p>
    }
}

fn stepper(label: &'static str, current: usize) -> impl IntoView {
    let names = [
        "Cơ quan",
        "Tờ khai",
        "Giấy tờ kèm theo",
        "Nhận kết quả",
        "Xem lại",
        "Biên nhận",
    ];
    let steps = names
        .iter()
        .enumerate()
        .map(|(index, name)| StepperItem {
            label: (*name).to_owned(),
            href: (index < current).then(|| "gallery".to_owned()),
        })
        .collect::<Vec<_>>();
    let progress = ["Bước ", &(current + 1).to_string(), " trên 6"].concat();
    view! { <Stepper label=["Các bước: ", label].concat() steps current progress_text=progress /> }
}

fn tabs() -> impl IntoView {
    let names = [
        "Mới đăng ký",
        "Được tiếp nhận",
        "Yêu cầu bổ sung",
        "Nghĩa vụ tài chính",
        "Đang xử lý",
        "Đã xử lý xong",
        "Không được tiếp nhận",
        "Đã rút",
    ];
    let items = names
        .iter()
        .zip(0_u32..)
        .map(|(name, index)| TabItem {
            href: "gallery".to_owned(),
            label: (*name).to_owned(),
            count: (index != 6).then_some(index * 7),
            current: index == 4,
        })
        .collect::<Vec<_>>();
    view! { <Tabs label="Hồ sơ theo trạng thái" items=items /> }
}

fn pager() -> impl IntoView {
    let link = |label: &str| PagerLink {
        href: "gallery".to_owned(),
        label: label.to_owned(),
    };
    view! {
        <Pager
            label="Các trang kết quả"
            position="Trang 2 trên 5"
            previous=Some(link("Trang trước"))
            next=Some(link("Trang sau"))
        />
    }
}

fn dialog() -> impl IntoView {
    let open = RwSignal::new(false);
    let show = Callback::new(move |()| open.set(true));
    let hide = Callback::new(move |()| open.set(false));
    view! {
        <div class="actions">
            <Button kind=ButtonKind::Secondary on_press=show>"Hủy hồ sơ"</Button>
        </div>
        <Dialog id="dialog-cancel" open title="Hủy hồ sơ này?" close_label="Đóng">
            <p>"Tờ khai và các tệp đã tải lên sẽ bị xóa. Không lấy lại được."</p>
            <div class="actions">
                <Button kind=ButtonKind::Danger on_press=hide>"Hủy hồ sơ"</Button>
                <Button kind=ButtonKind::Secondary on_press=hide>"Giữ lại"</Button>
            </div>
        </Dialog>
    }
}

//! The part of the gallery with examples of lists, cards and disclosures.

use leptos::prelude::*;

use super::example::{LONG_TEXT, example};
use crate::ui::badge::{Badge, BadgeKind};
use crate::ui::card::{Card, LinkCard};
use crate::ui::disclosure::Disclosure;
use crate::ui::summary_list::{SummaryAction, SummaryList, SummaryRow};
use crate::ui::timeline::{Timeline, TimelineEntry};

pub(super) fn list_examples() -> Vec<AnyView> {
    vec![
        example("cards", "Thẻ dẫn đến một việc", cards()),
        example("summary-list", "Câu hỏi và câu trả lời", summary()),
        example("summary-list-empty", "Danh sách trống", empty()),
        example("timeline", "Quá trình xử lý", timeline()),
        example("disclosure", "Mở ra để xem thêm", disclosure()),
    ]
}

fn cards() -> impl IntoView {
    view! {
        <div class="cards">
            <LinkCard href="gallery" title="Thủ tục đăng ký khai sinh">
                <p>"0.000001 · Ủy ban nhân dân cấp xã"</p>
                <p class="row">
                    <Badge kind=BadgeKind::Accent>"Toàn trình"</Badge>
                    <Badge>"Hộ tịch"</Badge>
                </p>
            </LinkCard>
            <LinkCard href="gallery" title=LONG_TEXT>
                <p>"0.000002"</p>
            </LinkCard>
            <Card>
                <p>"Một thẻ không dẫn đi đâu."</p>
            </Card>
        </div>
    }
}

fn row(key: &str, value: &str, change: bool) -> SummaryRow {
    let action = change.then(|| SummaryAction {
        href: "gallery".to_owned(),
        label: "Sửa".to_owned(),
        context: key.to_lowercase().into(),
    });
    SummaryRow {
        key: key.into(),
        value: value.into(),
        action,
    }
}

fn summary() -> impl IntoView {
    let rows = vec![
        row("Họ và tên", "Nguyễn Thị Ánh Tuyết", true),
        row(
            "Nơi cư trú",
            "Số 5, ngõ 12\nPhường Hoàn Kiếm\nThành phố Hà Nội",
            true,
        ),
        row("Thủ tục", LONG_TEXT, false),
    ];
    view! { <SummaryList rows /> }
}

fn empty() -> impl IntoView {
    let rows: Vec<SummaryRow> = Vec::new();
    view! { <SummaryList rows /> }
}

fn timeline() -> impl IntoView {
    let entry = |datetime: &str, time: &str, title: &str, badge: (BadgeKind, &str)| TimelineEntry {
        datetime: datetime.to_owned(),
        time: time.to_owned(),
        title: title.into(),
        lines: vec!["Bộ phận một cửa phường Hoàn Kiếm".into()],
        badge: Some((badge.0, badge.1.to_owned())),
    };
    let entries = vec![
        entry(
            "2026-11-22T14:05:00+07:00",
            "14:05 ngày 22/11/2026",
            "Được tiếp nhận",
            (BadgeKind::Success, "Đúng hạn"),
        ),
        entry(
            "2026-11-22T09:30:00+07:00",
            "09:30 ngày 22/11/2026",
            "Mới đăng ký",
            (BadgeKind::Error, "Quá hạn"),
        ),
    ];
    view! { <Timeline entries /> }
}

fn disclosure() -> impl IntoView {
    view! {
        <Disclosure summary="Giấy tờ phải nộp">
            <p>{LONG_TEXT}</p>
        </Disclosure>
        <Disclosure summary="Căn cứ pháp lý" open=true>
            <p>"Luật Hộ tịch 60/2014/QH13"</p>
        </Disclosure>
    }
}

//! The receipt as a picture, which the citizen keeps on the phone or sends to somebody.

use contract::receipt::Receipt;
use domain::format::display_file_size;
use leptos::prelude::*;

use crate::answers::delivery_text::delivery_label;
use crate::browser::picture::{self, PictureDrawing, SheetText, TextStyle};
use crate::i18n::Words;
use crate::page::dates::format_time;
use crate::page::picture_button::{PictureButton, PictureWords};
use crate::page::status_text::due_day;

/// The button «Lưu giấy xác nhận thành ảnh».
pub(super) fn receipt_picture(words: Words, receipt: &Receipt) -> AnyView {
    let (prepare, progress) = (words.prepare(), words.progress());
    let name = [progress.receipt_picture_name, &receipt.code, ".png"].concat();
    let picture_words = PictureWords {
        save: progress.receipt_picture,
        saved: prepare.saved,
        shown: prepare.shown,
        not_saved: progress.picture_failed,
        alternative: progress.receipt_picture_alt,
    };
    let receipt = StoredValue::new(receipt.clone());
    let draw = Callback::new(move |()| -> PictureDrawing {
        let texts = receipt
            .with_value(|receipt| picture_texts(words, receipt, &format_time(&receipt.sent_at)));
        Box::pin(async move { picture::png(&texts).await })
    });
    view! { <PictureButton words=picture_words draw=draw file_name=name /> }.into_any()
}

/// The texts of the picture, from top to bottom. `sent_at` is the time of sending as the citizen reads it.
fn picture_texts(words: Words, receipt: &Receipt, sent_at: &str) -> Vec<SheetText> {
    let submit = words.submit();
    let text = |style, words: String| SheetText { style, words };
    let fact = |label: &str, value: &str| {
        text(
            TextStyle::Plain,
            [label.trim_end_matches([':', ' ']), ": ", value].concat(),
        )
    };
    let due = |day, is_provisional: bool| {
        let mark = is_provisional.then_some(submit.due_provisional);
        due_day(day, mark, submit.due_unknown).text()
    };
    let mut sheet = vec![
        text(TextStyle::Title, submit.receipt.to_owned()),
        text(TextStyle::Heading, receipt.code.clone()),
        fact(submit.procedure, &receipt.procedure.name),
        fact(submit.agency, &receipt.agency_name),
        fact(submit.citizen, &receipt.citizen_name),
        fact(submit.sent_at, sent_at),
        fact(
            submit.due_on,
            &due(receipt.due_on.as_ref(), receipt.due_on_provisional),
        ),
    ];
    if receipt.parts.is_empty() {
        let delivery = delivery_label(submit, &receipt.delivery);
        sheet.push(fact(submit.delivery_fact, delivery));
    }
    for part in &receipt.parts {
        sheet.push(text(TextStyle::Heading, part.procedure.name.clone()));
        sheet.push(fact(submit.code, &part.code));
        sheet.push(fact(submit.agency, &part.agency_name));
        let due = due(part.due_on.as_ref(), part.due_on_provisional);
        sheet.push(fact(submit.due_on, &due));
    }
    if !receipt.files.is_empty() {
        sheet.push(text(
            TextStyle::Heading,
            words.progress().receipt_files.to_owned(),
        ));
    }
    for file in &receipt.files {
        sheet.push(text(TextStyle::Item(true), file.component_label.clone()));
        let detail = [&file.name, " · ", &display_file_size(file.size)].concat();
        sheet.push(text(TextStyle::Detail, detail));
    }
    sheet
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use serde_json::json;

    use super::*;
    use crate::i18n::Language;

    #[test]
    fn the_picture_has_the_code_the_dates_and_every_part_and_file() {
        let receipt: Receipt = serde_json::from_value(json!({
            "code": "H50-1", "procedure": {"key": "1", "name": "Khai sinh"}, "agency_name": "Xã A",
            "citizen_name": "Nguyễn Thị Lan", "sent_at": "2026-11-22T01:20:00Z", "due_on": "2026-11-27",
            "files": [{"id": "f", "component": "c", "component_label": "Giấy chứng sinh", "name": "a.jpg",
                "size": 2048, "sha256": "ab", "media_type": "image/jpeg"}],
            "answers": 3, "delivery": {"channel": "online"},
            "parts": [{"code": "H50-2", "procedure": {"key": "2", "name": "Thường trú"}, "agency_name": "Xã B",
                "result": "Sổ", "delivery": {"channel": "counter"}}]
        }))
        .unwrap();
        let sheet = picture_texts(Language::Vi.words(), &receipt, "08:20, 22/11/2026");
        let all: Vec<&str> = sheet.iter().map(|text| text.words.as_str()).collect();
        let all = all.join("\n");
        for part in [
            "H50-1",
            "Nguyễn Thị Lan",
            "08:20, 22/11/2026",
            "27/11/2026",
            "H50-2",
            "Xã B",
            "a.jpg",
        ] {
            assert!(all.contains(part), "{part}: {all}");
        }
    }
}

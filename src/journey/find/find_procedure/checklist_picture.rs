//! The buttons «In danh sách» and «Lưu thành ảnh». They print the conditions, processing time, fees and checklist, or
//! save them as a picture on the phone.

use contract::procedure::Procedure;
use leptos::prelude::*;

use super::before_filing::cost;
use super::checklist::{Checklist, ListedComponent};
use super::checklist_ticks::Ticks;
use crate::browser::picture::{self, PictureDrawing, SheetText, TextStyle};
use crate::i18n::prepare::PrepareWords;
use crate::i18n::use_words;
use crate::page::picture_button::{PictureButton, PictureWords};
use crate::page::print_button::PrintButton;
use crate::ui::summary_list::SummaryRow;

/// Shows the two buttons. After the citizen has pressed «Lưu thành ảnh», shows whether the picture was saved.
#[component]
pub fn ChecklistExport(
    /// The procedure whose conditions, processing time and fees are in the picture.
    procedure: StoredValue<Procedure>,
    /// The checklist that is printed or saved.
    list: StoredValue<Checklist>,
    /// Which components the citizen has ticked as ready.
    ticks: Ticks,
) -> impl IntoView {
    let words = use_words();
    let record = &words.find_procedure().record;
    let words = words.prepare();
    let draw = Callback::new(move |()| -> PictureDrawing {
        let ticked = ticks.ticked();
        let texts = procedure.with_value(|procedure| {
            let cost = cost(record, procedure);
            list.with_value(|list| picture_texts(words, procedure, &cost, list, &ticked))
        });
        Box::pin(async move { picture::png(&texts).await })
    });
    let code = procedure.with_value(|procedure| procedure.code.clone());
    let name = [words.picture_name, &code, ".png"].concat();
    let picture_words = PictureWords {
        save: words.save,
        saved: words.saved,
        shown: words.shown,
        not_saved: words.not_saved,
        alternative: words.picture,
    };
    view! {
        <div class="actions">
            <PrintButton label=words.print />
            <PictureButton words=picture_words draw=draw file_name=name />
        </div>
    }
}

/// The texts of the picture, from top to bottom.
fn picture_texts(
    words: &PrepareWords,
    procedure: &Procedure,
    cost: &[SummaryRow],
    list: &Checklist,
    ticked: &[String],
) -> Vec<SheetText> {
    let text = |style, words: &str| SheetText {
        style,
        words: words.to_owned(),
    };
    let mut sheet = vec![
        text(TextStyle::Title, &procedure.name),
        text(TextStyle::Plain, &[words.code, &procedure.code].concat()),
        text(TextStyle::Heading, words.conditions),
    ];
    let conditions = [words.account, words.person, words.components_ready];
    sheet.extend(conditions.map(|line| text(TextStyle::Plain, line)));
    sheet.push(text(TextStyle::Heading, words.cost));
    sheet.extend(cost.iter().map(|row| {
        let line = [row.key.text().as_str(), ": ", &row.value.text()].concat();
        text(TextStyle::Plain, &line)
    }));
    for situation in &list.situations {
        let title = situation.title.as_deref().unwrap_or(words.components);
        sheet.push(text(TextStyle::Heading, title));
        for component in &situation.components {
            let is_ticked = ticked.contains(&component.code);
            sheet.push(text(TextStyle::Item(is_ticked), &component.label));
            let details = details(words, component).join(" · ");
            sheet.push(text(TextStyle::Detail, &details));
        }
    }
    if !list.no_file.is_empty() {
        sheet.push(text(TextStyle::Heading, words.no_file));
        let lines = list.no_file.iter();
        sheet.extend(lines.map(|label| text(TextStyle::Plain, label)));
    }
    sheet
}

/// The texts below a component: the number of originals and copies, the condition under which it is required, and the
/// results that need it.
pub(super) fn details(words: &PrepareWords, component: &ListedComponent) -> Vec<String> {
    let needed_for = match component.needed_for.as_slice() {
        [] => String::new(),
        results => [words.needed_for, &results.join(", ")].concat(),
    };
    let conditional = match (
        component.conditional,
        component.required_by_answers.as_slice(),
    ) {
        (false, _) => String::new(),
        (true, []) => words.conditional.to_owned(),
        (true, answers) => {
            let answers = answers.join(words.or_answer);
            [words.on_answer, "«", &answers, "»"].concat()
        }
    };
    let all = [component.counts.clone(), conditional, needed_for];
    all.into_iter().filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::checklist::checklist;
    use super::super::checklist::tests::procedure;
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn the_picture_has_conditions_fees_and_every_component_with_its_tick() {
        let words = Language::Vi.words();
        let (procedure, ticked) = (procedure(), ["a".to_owned()]);
        let list = checklist(&words.find_procedure().record, &procedure);
        let cost = [SummaryRow::fact("Thời hạn", "3 ngày làm việc")];
        let lines: Vec<(TextStyle, String)> =
            picture_texts(words.prepare(), &procedure, &cost, &list, &ticked)
                .into_iter()
                .map(|text| (text.style, text.words))
                .collect();
        let expected = [
            (TextStyle::Title, "Khai sinh liên thông"),
            (TextStyle::Plain, "Mã thủ tục: 2.002621"),
            (TextStyle::Heading, "Bạn cần có"),
            (TextStyle::Plain, words.prepare().account),
            (TextStyle::Plain, words.prepare().person),
            (TextStyle::Plain, words.prepare().components_ready),
            (TextStyle::Heading, "Khi nộp trực tuyến"),
            (TextStyle::Plain, "Thời hạn: 3 ngày làm việc"),
            (TextStyle::Heading, "Giấy tờ phải nộp"),
            (TextStyle::Item(true), "Giấy chứng sinh"),
            (TextStyle::Detail, "1 bản chính"),
            (TextStyle::Item(false), "Văn bản ủy quyền (khi ủy quyền)"),
            (
                TextStyle::Detail,
                "1 bản chính · Chỉ khi bạn thuộc trường hợp này · Cần cho: Đăng ký thường trú",
            ),
            (TextStyle::Heading, "Không phải tải tệp lên"),
            (TextStyle::Plain, "Mẫu điện tử"),
        ];
        assert_eq!(
            lines,
            expected.map(|(style, words)| (style, words.to_owned()))
        );
    }

    #[test]
    fn a_conditional_component_names_the_answers_that_require_it() {
        let words = Language::Vi.words().prepare();
        let component = ListedComponent {
            code: "a".to_owned(),
            label: "Giấy báo tử".to_owned(),
            counts: "1 bản chính".to_owned(),
            conditional: true,
            required_by_answers: vec!["Giấy báo tử".to_owned(), "Bản án".to_owned()],
            needed_for: Vec::new(),
        };
        let named = "Chỉ khi bạn khai «Giấy báo tử» hoặc «Bản án»";
        assert_eq!(details(words, &component), ["1 bản chính", named]);
    }
}

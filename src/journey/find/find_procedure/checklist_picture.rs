//! «In danh sách» and «Lưu thành ảnh»: what one needs, how long it takes and what it costs, and the checklist, to take
//! along on paper or among the phone's pictures.

use contract::procedure::Procedure;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::before_filing::cost;
use super::checklist::{Checklist, ListedPaper};
use super::ticks::Ticks;
use crate::browser::export;
use crate::browser::picture::{self, SheetText, TextStyle};
use crate::i18n::prepare::PrepareWords;
use crate::i18n::use_words;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::summary_list::SummaryRow;

/// The two buttons, and what came of the second.
#[component]
pub fn TakeAlong(
    /// The procedure.
    procedure: StoredValue<Procedure>,
    /// Its papers.
    list: StoredValue<Checklist>,
    /// Which are there.
    ticks: Ticks,
) -> impl IntoView {
    let words = use_words();
    let record = &words.find_procedure().record;
    let words = words.prepare();
    let busy = RwSignal::new(false);
    let said = RwSignal::new("");
    let print = Callback::new(move |()| export::print());
    let save = Callback::new(move |()| {
        busy.set(true);
        said.set("");
        let ticked = ticks.ticked();
        let (texts, code) = procedure.with_value(|procedure| {
            let cost = cost(record, procedure);
            let texts = list.with_value(|list| sheet(words, procedure, &cost, list, &ticked));
            (texts, procedure.code.clone())
        });
        let name = [words.picture_name, &code, ".png"].concat();
        spawn_local(async move {
            let file = picture::png(&texts).await;
            let saved = file.is_some_and(|file| export::save(&file, &name));
            said.try_set(if saved { words.saved } else { words.not_saved });
            busy.try_set(false);
        });
    });
    view! {
        <div class="actions">
            <Button kind=ButtonKind::Secondary on_press=print>{words.print}</Button>
            <Button kind=ButtonKind::Secondary busy=busy on_press=save>{words.save}</Button>
        </div>
        <p class="quiet prepare-aside" role="status">{said}</p>
    }
}

/// What stands on the picture.
fn sheet(
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
        for paper in &situation.papers {
            let there = ticked.contains(&paper.code);
            sheet.push(text(TextStyle::Item(there), &paper.label));
            let details = details(words, paper).join(" · ");
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

/// What is said below a paper: how many, when, and for what.
pub(super) fn details(words: &PrepareWords, paper: &ListedPaper) -> Vec<String> {
    let needed_for = match paper.needed_for.as_slice() {
        [] => String::new(),
        results => [words.needed_for, &results.join(", ")].concat(),
    };
    let conditional = match (paper.conditional, paper.situation.as_slice()) {
        (false, _) => String::new(),
        (true, []) => words.conditional.to_owned(),
        (true, answers) => {
            let answers = answers.join(words.or_answer);
            [words.on_answer, "«", &answers, "»"].concat()
        }
    };
    let all = [paper.counts.clone(), conditional, needed_for];
    all.into_iter().filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::checklist::checklist;
    use super::super::checklist::tests::procedure;
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn the_picture_tells_what_one_needs_what_it_costs_and_every_paper_with_its_tick() {
        let words = Language::Vi.words();
        let (procedure, ticked) = (procedure(), ["a".to_owned()]);
        let list = checklist(&words.find_procedure().record, &procedure);
        let cost = [SummaryRow {
            key: "Thời hạn".into(),
            value: "3 ngày làm việc".into(),
            action: None,
        }];
        let lines: Vec<(TextStyle, String)> =
            sheet(words.prepare(), &procedure, &cost, &list, &ticked)
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
    fn a_paper_for_some_names_the_answers_that_call_for_it() {
        let words = Language::Vi.words().prepare();
        let paper = ListedPaper {
            code: "a".to_owned(),
            label: "Giấy báo tử".to_owned(),
            counts: "1 bản chính".to_owned(),
            conditional: true,
            situation: vec!["Giấy báo tử".to_owned(), "Bản án".to_owned()],
            needed_for: Vec::new(),
        };
        let named = "Chỉ khi bạn khai «Giấy báo tử» hoặc «Bản án»";
        assert_eq!(details(words, &paper), ["1 bản chính", named]);
    }
}

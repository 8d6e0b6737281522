//! The parts of a group (R4.16). For each part, shows the procedure, the agency, the result, and the other parts that
//! must be finished before it.

use contract::group::Part;
use leptos::prelude::*;

use crate::i18n::find_procedure::GroupWords;
use crate::i18n::{official, use_words};
use crate::ui::MixedText;
use crate::ui::summary_list::{SummaryList, SummaryRow};

/// Shows all parts, in the order of processing. Shows nothing for a single procedure.
#[component]
pub fn GroupParts(
    /// The parts of the group; empty for a single procedure.
    parts: Vec<Part>,
) -> impl IntoView {
    let words = &use_words().find_procedure().groups;
    let card = |part: &Part| {
        let names = procedures(words, part);
        let rows = rows(words, part, &parts);
        view! {
            <li class="card">
                <h3 class="card__title">{names.render()}</h3>
                <SummaryList rows=Signal::stored(rows) />
            </li>
        }
    };
    (!parts.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{words.parts}</h2>
                <ol class="cards">{parts.iter().map(card).collect_view()}</ol>
            </section>
        }
    })
}

/// The names of the procedures that a part may consist of. Exactly one of them applies to each dossier.
fn procedures(words: &GroupWords, part: &Part) -> MixedText {
    let mut text = MixedText::default();
    for (place, by) in part.procedures.iter().enumerate() {
        if place > 0 {
            text = text.and(None, words.or);
        }
        text = text.and(official(), by.procedure.name.as_str());
    }
    text
}

fn rows(words: &GroupWords, part: &Part, all: &[Part]) -> Vec<SummaryRow> {
    let row = |key: &str, value: &str| SummaryRow::fact(key, MixedText::of(official(), value));
    let before = all.iter().filter(|other| part.after.contains(&other.key));
    let before: Vec<&str> = before.map(|other| other.result.as_str()).collect();
    let waits = (!before.is_empty()).then(|| row(words.waits_for, &before.join(", ")));
    let mut rows = vec![
        row(words.receiver, &part.receiver),
        row(words.result, &part.result),
    ];
    rows.extend(waits);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    fn part(key: &str, result: &str, after: &[&str]) -> Part {
        Part {
            key: key.to_owned(),
            receiver: "Công an cấp xã".to_owned(),
            result: result.to_owned(),
            after: after.iter().map(|key| (*key).to_owned()).collect(),
            procedures: Vec::new(),
        }
    }

    #[test]
    fn a_part_names_the_results_it_waits_for() {
        let words = &Language::Vi.words().find_procedure().groups;
        let all = [
            part("birth", "Giấy khai sinh", &[]),
            part("residence", "Đăng ký thường trú", &["birth"]),
            part("insurance", "Thẻ bảo hiểm y tế", &["birth", "residence"]),
        ];
        let waits = all.iter().map(|one| {
            let rows = rows(words, one, &all).into_iter();
            let waits = rows.filter(|row| row.key.text() == words.waits_for);
            waits.map(|row| row.value.text()).collect::<String>()
        });
        assert_eq!(
            waits.collect::<Vec<_>>(),
            ["", "Giấy khai sinh", "Giấy khai sinh, Đăng ký thường trú"]
        );
    }
}

//! One declaration laid out like its paper form: the state's name and motto, the title, whom it goes to, the answers
//! section by section. On paper every declaration begins a sheet of its own.

use leptos::prelude::*;

use crate::i18n::Words;
use crate::journey::declarations::{Declaration, Declared, DeclaredLine};
use crate::routes::{self, DraftStep, Reading};
use crate::ui::{Said, SummaryAction, SummaryList, SummaryRow};

/// Quốc hiệu and tiêu ngữ, as on every paper form (NĐ 30/2020/NĐ-CP); never translated.
const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// The sheet of one declaration of a draft.
pub(super) fn sheet(words: Words, draft: &str, declaration: Declaration) -> AnyView {
    let official = words.official();
    let sections: Vec<AnyView> = declaration
        .sections
        .into_iter()
        .map(|(title, lines)| {
            let rows: Vec<AnyView> = lines
                .into_iter()
                .map(|line| declared_line(words, draft, line))
                .collect();
            view! {
                <section class="declaration__section">
                    <h3 lang=official>{title}</h3>
                    {rows}
                </section>
            }
            .into_any()
        })
        .collect();
    let addressed = declaration.agency.map(|agency| {
        let to = Said::from(words.declare().addressed_to.to_owned() + " ").and(official, agency);
        view! { <p class="declaration__to">{to.draw()}</p> }
    });
    view! {
        <article class="declaration" id=["declaration-", &declaration.key].concat() tabindex="-1">
            <div class="declaration__head" lang="vi">
                <p class="declaration__nation">{NATION}</p>
                <p class="declaration__motto">{MOTTO}</p>
            </div>
            <h2 class="declaration__title" lang=official>{declaration.title}</h2>
            {addressed}
            {sections}
        </article>
    }
    .into_any()
}

fn declared_line(words: Words, draft: &str, line: DeclaredLine) -> AnyView {
    let official = words.official();
    let action = line.asked.map(|(page, question)| SummaryAction {
        href: routes::draft_from(draft, DraftStep::Form(page), Reading::Declarations)
            + "&row="
            + &line.row
            + "#"
            + &question,
        label: words.submit().change.to_owned(),
        context: Said::of(official, &line.label),
    });
    let row = SummaryRow {
        key: Said::of(official, line.label),
        value: match line.answer {
            Declared::Answer(answer) => Said::of(official, answer),
            Declared::Missing => words.submit().unanswered.into(),
            Declared::Delivery => words.declare().delivery_step.into(),
            Declared::Later(procedure) => {
                Said::from(words.declare().later.to_owned() + " ").and(official, procedure)
            }
        },
        action,
    };
    view! {
        <div id=line.row tabindex="-1">
            <SummaryList rows=Signal::stored(vec![row]) />
        </div>
    }
    .into_any()
}

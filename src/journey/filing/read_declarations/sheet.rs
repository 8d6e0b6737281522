//! One declaration laid out like its paper form: the state's name and motto, the title, whom it goes to, the answers
//! section by section, at the foot place, date and who asks. On paper every declaration begins a sheet of its own, and
//! nothing is printed that isn't the form's: what isn't answered is a dotted line.

use leptos::prelude::*;

use crate::i18n::Words;
use crate::journey::filing::draft::declaration_lines::{Declared, DeclaredLine};
use crate::journey::filing::draft::declarations::Declaration;
use crate::page::dates::today;
use crate::routes::{self, DraftStep, EditOrigin};
use crate::ui::{MixedText, SummaryAction, SummaryList, SummaryRow};

/// Quốc hiệu and tiêu ngữ, as on every paper form (NĐ 30/2020/NĐ-CP); never translated.
const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// The foot, as on every declaration; never translated either.
const SIGNER: &str = "Người yêu cầu";
const HOW_SIGNED: &str = "(Ký, ghi rõ họ tên)";
/// Where the place isn't known yet.
const DOTS: &str = "……………………";

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
        let to = MixedText::from(words.declarations().addressed_to.to_owned() + " ")
            .and(official, agency);
        view! { <p class="declaration__to">{to.render()}</p> }
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
            {foot(declaration.place, declaration.declarant)}
        </article>
    }
    .into_any()
}

/// «Xã Triệu Phong, ngày 22 tháng 11 năm 2026», and who asks, with room to sign.
fn foot(place: Option<String>, declarant: Option<String>) -> AnyView {
    let place = place.unwrap_or_else(|| DOTS.to_owned());
    let date = today().map(|today| [&place, ", ", &today.on_paper()].concat());
    view! {
        <div class="declaration__foot" lang="vi">
            <p class="declaration__date">{date}</p>
            <p class="declaration__signer">{SIGNER}</p>
            <p class="declaration__how">{HOW_SIGNED}</p>
            <p class="declaration__declarant">{declarant}</p>
        </div>
    }
    .into_any()
}

fn declared_line(words: Words, draft: &str, line: DeclaredLine) -> AnyView {
    let official = words.official();
    let action = line.asked.map(|(page, question)| SummaryAction {
        href: routes::draft_edit(draft, DraftStep::Form(page), EditOrigin::Declarations)
            + "&row="
            + &line.row
            + "#"
            + &question,
        label: words.submit().change.to_owned(),
        context: MixedText::of(official, &line.label),
    });
    let is_blank = !matches!(line.answer, Declared::Answer(_));
    let value = match line.answer {
        Declared::Agreed => return agreed(words, line.row, line.label, action),
        Declared::Answer(answer) => MixedText::of(official, answer),
        Declared::Missing => words.submit().unanswered.into(),
        Declared::Delivery => words.declarations().delivery_step.into(),
        Declared::Later(procedure) => {
            MixedText::from(words.declarations().later.to_owned() + " ").and(official, procedure)
        }
    };
    let row = SummaryRow {
        key: MixedText::of(official, line.label),
        value,
        action,
    };
    view! {
        <div id=line.row tabindex="-1" class:declaration__blank=is_blank>
            <SummaryList rows=Signal::stored(vec![row]) />
        </div>
    }
    .into_any()
}

/// A sentence that the citizen has agreed to, as on paper.
fn agreed(words: Words, row: String, sentence: String, action: Option<SummaryAction>) -> AnyView {
    let change = action.map(|action| {
        view! {
            <a class="declaration__change" href=action.href>
                {action.label} <span class="visually-hidden">" " {action.context.render()}</span>
            </a>
        }
    });
    let sentence = sentence.trim_end_matches('.').to_owned();
    view! {
        <p class="declaration__agreed" id=row tabindex="-1">
            <span lang=words.official()>{sentence}</span>
            ". "
            {change}
        </p>
    }
    .into_any()
}

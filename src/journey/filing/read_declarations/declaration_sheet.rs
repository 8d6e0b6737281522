//! Renders one declaration with the layout of its paper form (NĐ 30/2020/NĐ-CP): name and motto of the state, title,
//! addressee, answers by section, and at the bottom the place, the date and the signer's name. Each declaration is
//! printed on separate sheets. Only the content of the paper form is printed; an unanswered line is printed as a dotted
//! line.

use leptos::prelude::*;

use crate::i18n::Words;
use crate::journey::filing::draft::declaration_lines::{DeclarationLine, LineValue};
use crate::journey::filing::draft::declarations::Declaration;
use crate::page::dates::today;
use crate::routes::{self, DraftStep, EditOrigin};
use crate::ui::{MixedText, SummaryAction, SummaryList, SummaryRow};

/// Name of the state (Quốc hiệu), at the top of every official form (NĐ 30/2020/NĐ-CP). It is never translated.
const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Motto of the state (tiêu ngữ), below its name. It is never translated.
const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// Label above the signature: the applicant. It is never translated.
const SIGNER: &str = "Người yêu cầu";
/// Instruction below [`SIGNER`]: sign and write the full name. It is never translated.
const HOW_SIGNED: &str = "(Ký, ghi rõ họ tên)";
/// Dots that are printed where the place is unknown.
const DOTS: &str = "……………………";

/// Renders the sheet of one declaration of a draft.
pub(super) fn declaration_sheet(words: Words, draft: &str, declaration: Declaration) -> AnyView {
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
        view! { <p class="declaration__addressee">{to.render()}</p> }
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

/// The bottom of the sheet: «Xã Triệu Phong, ngày 22 tháng 11 năm 2026», space for a signature, and the signer's name.
fn foot(place: Option<String>, declarant: Option<String>) -> AnyView {
    let place = place.unwrap_or_else(|| DOTS.to_owned());
    let date = [&place, ", ", &today().to_document_text()].concat();
    view! {
        <div class="declaration__foot" lang="vi">
            <p class="declaration__date">{date}</p>
            <p class="declaration__signer">{SIGNER}</p>
            <p class="declaration__signature-method">{HOW_SIGNED}</p>
            <p class="declaration__declarant">{declarant}</p>
        </div>
    }
    .into_any()
}

/// Renders one line with its link «Sửa». The link contains the id of the line, so that the citizen returns to this line
/// after the change.
fn declared_line(words: Words, draft: &str, line: DeclarationLine) -> AnyView {
    let official = words.official();
    let action = line.edit_at.map(|(page, question)| SummaryAction {
        href: routes::draft_edit(draft, DraftStep::Form(page), EditOrigin::Declarations)
            + "&row="
            + &line.row_id
            + "#"
            + &question,
        label: words.submit().change.to_owned(),
        context: MixedText::of(official, &line.label),
    });
    let is_blank = !matches!(line.value, LineValue::Answer(_));
    let value = match line.value {
        LineValue::Agreed => return agreed_statement(words, line.row_id, line.label, action),
        LineValue::Answer(answer) => MixedText::verbatim(official, answer),
        LineValue::Missing => words.submit().unanswered.into(),
        LineValue::Delivery => words.declarations().delivery_step.into(),
        LineValue::Later(procedure) => {
            MixedText::from(words.declarations().later.to_owned() + " ").and(official, procedure)
        }
    };
    let row = SummaryRow {
        key: MixedText::of(official, line.label),
        value,
        action,
    };
    view! {
        <div id=line.row_id tabindex="-1" class:declaration__blank=is_blank>
            <SummaryList rows=Signal::stored(vec![row]) />
        </div>
    }
    .into_any()
}

/// Renders a statement that the citizen has agreed to. As on the paper form, there is no separate answer next to the
/// statement.
fn agreed_statement(
    words: Words,
    row_id: String,
    statement: String,
    action: Option<SummaryAction>,
) -> AnyView {
    let change = action.map(|action| {
        view! {
            <a class="declaration__change" href=action.href>
                {action.label} <span class="visually-hidden">" " {action.context.render()}</span>
            </a>
        }
    });
    let statement = statement.trim_end_matches('.').to_owned();
    view! {
        <p class="declaration__agreed" id=row_id tabindex="-1">
            <span lang=words.official()>{statement}</span>
            ". "
            {change}
        </p>
    }
    .into_any()
}

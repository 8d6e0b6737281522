//! Shows the record of a procedure (the official data about it), section by section. A section without content is left
//! out.

use contract::procedure::{FilingMethod, Procedure, ProcedureCase, ServiceLevel};
use domain::calendar::Date;
use leptos::prelude::*;

use super::component_list::ComponentList;
use super::group_parts::GroupParts;
use super::record_text;
use crate::i18n::find_procedure::{FindProcedureWords, RecordWords};
use crate::i18n::{official, use_words};
use crate::routes;
use crate::ui::MixedText;
use crate::ui::badge::Badge;
use crate::ui::button::ButtonLink;
use crate::ui::disclosure::Disclosure;
use crate::ui::summary_list::{SummaryList, SummaryRow};

/// Shows all sections of the record.
#[component]
pub fn Record(
    /// The procedure's record.
    procedure: Procedure,
) -> impl IntoView {
    let text = use_words().find_procedure();
    let record = &text.record;
    let facts = facts(text, &procedure);
    let origin = origin(record, &procedure);
    let (prepare, prepare_label) = (
        routes::prepare(&procedure.code),
        record_text::prepare_label(use_words(), procedure.level),
    );
    let prepare_again = prepare.clone();
    view! {
        <LevelLines level=procedure.level />
        <p class="actions">
            <ButtonLink href=prepare>{prepare_label}</ButtonLink>
        </p>
        <section class="section procedure-record">
            <h2>{record.facts}</h2>
            <SummaryList rows=Signal::stored(facts) />
        </section>
        <Methods methods=procedure.methods cases=procedure.cases />
        <GroupParts parts=procedure.parts />
        <ComponentList groups=procedure.component_groups />
        {lines(
            record.results,
            procedure.results.into_iter().map(|result| result.name).collect(),
        )}
        {lines(record.notes, procedure.notes)}
        <section class="section procedure-record">
            <SummaryList rows=Signal::stored(origin) />
            {procedure
                .source_url
                .map(|url| {
                    view! {
                        <p>
                            <a href=url target="_blank" rel="noopener noreferrer">
                                {record.source}
                            </a>
                        </p>
                    }
                })}
            <p class="actions">
                <ButtonLink href=prepare_again>{prepare_label}</ButtonLink>
            </p>
        </section>
    }
}

#[component]
fn LevelLines(level: ServiceLevel) -> impl IntoView {
    let words = &use_words().find_procedure().levels;
    let presence = (level != ServiceLevel::Full).then(|| view! { <p>{words.presence}</p> });
    view! {
        <div class="stack stack--compact">
            <p class="row">
                <Badge kind=record_text::level_badge(level)>{record_text::level_name(words, level)}</Badge>
            </p>
            <p>{record_text::level_meaning(words, level)}</p>
            {presence}
        </div>
    }
}

#[component]
fn Methods(methods: Vec<FilingMethod>, cases: Vec<ProcedureCase>) -> impl IntoView {
    let words = &use_words().find_procedure().record;
    let card = |(name, method): (String, &FilingMethod)| {
        let time = method.time.as_ref();
        let time = time.map_or_else(
            || words.time_unknown.to_owned(),
            |time| record_text::time_limit(words, time),
        );
        let fees: Vec<MixedText> = method
            .fees
            .iter()
            .map(|fee| record_text::fee_text(words, fee))
            .collect();
        let fees = match fees.is_empty() {
            true => view! { <p>{words.fees} ": " {words.fees_unknown}</p> }.into_any(),
            false => view! { {paragraphs(fees)} }.into_any(),
        };
        view! {
            <li class="card">
                <h3 class="card__title">{name}</h3>
                <p>{words.time} ": " <strong>{time}</strong></p>
                {fees}
                {method
                    .note
                    .clone()
                    .map(|note| view! { <p class="muted" lang=official()>{note}</p> })}
            </li>
        }
    };
    let cards = record_text::group_methods(words, &methods)
        .into_iter()
        .map(card)
        .collect_view();
    (!methods.is_empty() || !cases.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{words.methods}</h2>
                <ul class="cards">{cards}</ul>
                <Cases cases=cases />
            </section>
        }
    })
}

/// The cases of the procedure. The record contains only their codes, so this list helps only readers who know the
/// codes.
#[component]
fn Cases(cases: Vec<ProcedureCase>) -> impl IntoView {
    let words = &use_words().find_procedure().record;
    let row_of = |case: ProcedureCase| {
        let name = [words.one_case, " ", &case.code].concat();
        SummaryRow::fact(name.as_str(), record_text::time_limit(words, &case.time))
    };
    let rows: Vec<SummaryRow> = cases.into_iter().map(row_of).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <Disclosure summary=words.cases>
                <SummaryList rows=Signal::stored(rows) />
            </Disclosure>
        }
    })
}

fn facts(text: &FindProcedureWords, procedure: &Procedure) -> Vec<SummaryRow> {
    let record = &text.record;
    let official_text = |words: &String| MixedText::of(official(), words);
    vec![
        SummaryRow::fact(record.code, procedure.code.as_str()),
        SummaryRow::fact(record.receiver, official_text(&procedure.receiver)),
        SummaryRow::fact(text.field, official_text(&procedure.field.name)),
        SummaryRow::fact(record.agency, official_text(&procedure.agency.name)),
    ]
}

/// Rows with the decision that the record is based on, and the date when the record was last changed.
fn origin(words: &RecordWords, procedure: &Procedure) -> Vec<SummaryRow> {
    let day = procedure.updated_on.as_ref().map(|day| {
        let date = Date::parse_iso(&day.0);
        date.map_or_else(|| day.0.clone(), Date::to_vietnamese)
    });
    let decision = procedure.decision.as_ref();
    [
        decision
            .map(|decision| SummaryRow::fact(words.decision, MixedText::of(official(), decision))),
        day.map(|day| SummaryRow::fact(words.updated, day)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn lines(title: &'static str, lines: Vec<String>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let item = |line: String| view! { <li lang=official()>{line}</li> };
        view! {
            <section class="section prose">
                <h2>{title}</h2>
                <ul>{lines.into_iter().map(item).collect_view()}</ul>
            </section>
        }
    })
}

fn paragraphs(lines: Vec<MixedText>) -> impl IntoView {
    let paragraph = |line: MixedText| view! { <p>{line.render()}</p> };
    lines.into_iter().map(paragraph).collect_view()
}

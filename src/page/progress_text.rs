//! How every page shows the progress of a dossier: whom it waits for, where it is delayed, and why its result is due on
//! that day.

use contract::dossier::{
    DueExplanation, DuePause, DuePostponement, StuckStep, WaitingFor, WaitingParty,
};
use contract::procedure::TimeUnit;
use leptos::prelude::*;

use super::dates::{format_date, format_time};
use crate::i18n::progress::ProgressWords;
use crate::i18n::{official, use_words};
use crate::ui::{Disclosure, Lang, MixedText, Notice, NoticeKind, SummaryList, SummaryRow};

/// The text in which `value` replaces the character `#` of `template`. `lang` is the language of the value.
pub(crate) fn insert_name(template: &str, lang: Lang, value: &str) -> MixedText {
    match template.split_once('#') {
        Some((before, after)) => MixedText::from(before)
            .and_verbatim(lang, value)
            .and(None, after),
        None => template.into(),
    }
}

/// Like [`insert_name`], for a value without a language, such as a number or a day.
pub(crate) fn insert_text(template: &str, value: &str) -> String {
    template.replacen('#', value, 1)
}

/// Whom a dossier waits for, as a short text. `citizen` is the word for the citizen who filed it. `None` if the dossier
/// waits for nobody.
pub(crate) fn waiting_text(
    words: &ProgressWords,
    waiting: &WaitingFor,
    citizen: &str,
) -> Option<MixedText> {
    let name = waiting.name.as_deref();
    match waiting.party {
        WaitingParty::Nobody => None,
        WaitingParty::Citizen => Some(citizen.into()),
        WaitingParty::Elsewhere => Some(insert_name(
            words.result_of,
            official(),
            name.unwrap_or_default(),
        )),
        // A party that only newer software knows is named as the backend names it.
        WaitingParty::Office | WaitingParty::Other(_) => Some(name.map_or_else(
            || words.an_office.into(),
            |name| MixedText::verbatim(official(), name),
        )),
    }
}

/// The notice that steps are overdue now. `None` if there are none.
pub(crate) fn stuck_notice(words: &'static ProgressWords, stuck: &[StuckStep]) -> Option<AnyView> {
    if stuck.is_empty() {
        return None;
    }
    let step = |step: &StuckStep| {
        let procedure = step.procedure.clone();
        let procedure =
            procedure.map(|name| view! { <strong lang=official()>{name} ": "</strong> });
        let office = insert_name(words.stuck_at, official(), &step.office).render();
        let since = insert_text(words.stuck_since, &format_date(&step.since));
        view! { <p>{procedure} {office} " " {since}</p> }
    };
    let steps = stuck.iter().map(step).collect_view();
    Some(
        view! {
            <Notice kind=NoticeKind::Warning title=words.stuck>
                {steps} <p>{words.stuck_help}</p>
            </Notice>
        }
        .into_any(),
    )
}

/// The line «Vì sao là ngày này?», with what it opens: how the due date was computed. `opened` is for a page that renders the
/// line again.
pub(crate) fn due_explanation(due: &DueExplanation, opened: Option<RwSignal<bool>>) -> AnyView {
    let words = use_words().progress();
    let rows = Signal::stored(due_rows(words, due));
    let rule = match due.time.unit {
        TimeUnit::WorkingDay => Some(words.working_days_rule),
        TimeUnit::Day | TimeUnit::Month => Some(words.calendar_rule),
        TimeUnit::Hour | TimeUnit::Other(_) => None,
    };
    view! {
        <Disclosure summary=words.why_due opened=opened>
            <SummaryList rows=rows />
            {rule.map(|rule| view! { <p class="muted">{rule}</p> })}
        </Disclosure>
    }
    .into_any()
}

fn due_rows(words: &ProgressWords, due: &DueExplanation) -> Vec<SummaryRow> {
    let time = [&due.time.amount.to_string(), " ", words.unit(due.time.unit)].concat();
    let mut rows = vec![
        SummaryRow::fact(
            words.counted_from,
            MixedText::verbatim(None, format_time(&due.from)),
        ),
        SummaryRow::fact(words.time, time),
    ];
    let holidays: Vec<String> = due
        .holidays
        .iter()
        .map(|holiday| [&format_date(&holiday.day), " ", &holiday.name].concat())
        .collect();
    if !holidays.is_empty() {
        let holidays = MixedText::of(official(), holidays.join("\n"));
        rows.push(SummaryRow::fact(words.holidays, holidays));
    }
    rows.extend(changed_due_rows(words, due));
    rows
}

/// The first due date, and why it isn't the due date any more. Empty if it still is.
fn changed_due_rows(words: &ProgressWords, due: &DueExplanation) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    if !due.pauses.is_empty() || !due.postponements.is_empty() {
        let first = MixedText::verbatim(None, format_date(&due.first_due_on));
        rows.push(SummaryRow::fact(words.first_due_on, first));
    }
    if !due.pauses.is_empty() {
        let pauses: Vec<String> = due
            .pauses
            .iter()
            .map(|pause| pause_text(words, pause))
            .collect();
        rows.push(SummaryRow::fact(words.pauses, pauses.join("\n")));
    }
    if !due.postponements.is_empty() {
        let postponements = due.postponements.iter();
        let postponements: Vec<String> = postponements
            .map(|postponement| postponement_text(words, postponement))
            .collect();
        rows.push(SummaryRow::fact(
            words.postponements,
            postponements.join("\n"),
        ));
    }
    rows
}

fn postponement_text(words: &ProgressWords, postponement: &DuePostponement) -> String {
    let day = insert_text(words.postponed_to, &format_date(&postponement.due_on));
    let part = part_text(postponement.procedure.as_deref());
    [&format_date(&postponement.decided_on), ": ", &day, &part].concat()
}

/// The name of a part of a group, in brackets. Empty for a single procedure.
fn part_text(procedure: Option<&str>) -> String {
    match procedure.unwrap_or_default() {
        "" => String::new(),
        part => [" (", part, ")"].concat(),
    }
}

fn pause_text(words: &ProgressWords, pause: &DuePause) -> String {
    let end = match &pause.until {
        Some(until) => [words.pause_until, &format_date(until)].concat(),
        None => words.pause_lasts.to_owned(),
    };
    let reason = words.pause_reason(pause.status);
    let part = part_text(pause.procedure.as_deref());
    [&format_date(&pause.from), &end, ": ", reason, &part].concat()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use serde_json::json;

    use super::*;
    use crate::i18n::Language;

    #[test]
    fn names_whom_a_dossier_waits_for_also_if_newer_software_invented_the_party() {
        let words = Language::Vi.words().progress();
        let text = |json| {
            let waiting: WaitingFor = serde_json::from_value(json).unwrap();
            waiting_text(words, &waiting, words.you).map(|text| text.text())
        };
        for (waiting, expected) in [
            (json!({"party": "citizen"}), Some("bạn")),
            (
                json!({"party": "office", "name": "Bộ phận Một cửa"}),
                Some("Bộ phận Một cửa"),
            ),
            (json!({"party": "office"}), Some("cơ quan")),
            (
                json!({"party": "other", "name": "Khai sinh"}),
                Some("kết quả «Khai sinh»"),
            ),
            (json!({"party": "court", "name": "Tòa án"}), Some("Tòa án")),
            (json!({"party": "nobody"}), None),
        ] {
            assert_eq!(text(waiting.clone()).as_deref(), expected, "{waiting}");
        }
    }

    #[test]
    fn a_postponed_due_date_is_explained_beside_the_first_one() {
        let words = Language::Vi.words().progress();
        let rows = |postponements| {
            let due = json!({
                "from": "2026-11-22T01:20:00Z", "first_due_on": "2026-11-25",
                "time": {"amount": 3, "unit": "working_day"}, "postponements": postponements
            });
            let rows = changed_due_rows(words, &serde_json::from_value(due).unwrap());
            rows.into_iter()
                .map(|row| row.value.text())
                .collect::<Vec<_>>()
        };
        assert!(rows(json!([])).is_empty());
        let postponed = rows(json!([
            {"decided_on": "2026-11-25", "due_on": "2026-12-01"},
            {"decided_on": "2026-12-01", "due_on": "2026-12-24", "procedure": "Khai sinh"}
        ]));
        assert_eq!(
            postponed,
            [
                "25/11/2026",
                "25/11/2026: hẹn lại ngày 01/12/2026\n01/12/2026: hẹn lại ngày 24/12/2026 (Khai sinh)"
            ]
        );
    }

    #[test]
    fn a_pause_says_when_and_why() {
        let words = Language::Vi.words().progress();
        let pause = |json| pause_text(words, &serde_json::from_value(json).unwrap());
        assert_eq!(
            pause(json!({"status": 5, "from": "2026-11-23", "until": "2026-11-25"})),
            "23/11/2026 đến 25/11/2026: chờ bạn bổ sung"
        );
        let lasting = pause(json!({"status": 8, "from": "2026-11-23", "procedure": "Khai sinh"}));
        assert!(
            lasting.ends_with("cơ quan dừng xử lý (Khai sinh)"),
            "{lasting}"
        );
    }
}

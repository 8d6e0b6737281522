//! The day on which the result is due: why it is this day, and a file for the citizen's calendar.

use contract::dossier::Dossier;
use contract::time::Day;
use domain::calendar::Date;
use domain::ics::{CalendarDay, calendar_file};
use domain::progress::is_closed;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lead_sentence::is_withdrawn;
use crate::browser::export;
use crate::i18n::progress::ProgressWords;
use crate::i18n::use_words;
use crate::page::dates::{format_date, today};
use crate::page::progress_text::{due_explanation, insert_text};
use crate::page::status_text::due_text;
use crate::ui::{Button, ButtonKind};

/// The media type of an iCalendar file (RFC 5545).
const CALENDAR: &str = "text/calendar;charset=utf-8";

/// Renders the due date. `None` if the dossier will have no result, or waits without a date.
/// `is_explained`: whether the explanation is open.
pub(super) fn due_section(dossier: &Dossier, is_explained: RwSignal<bool>) -> Option<AnyView> {
    let following = use_words().following();
    let mark = dossier
        .due_on_provisional
        .then_some(following.due_provisional);
    let due_on = dossier.due_on.as_ref();
    let text = due_text(dossier.status, due_on, mark, following.due_unknown)?;
    let explanation = dossier.due.as_ref();
    let explanation = explanation.map(|due| due_explanation(due, Some(is_explained)));
    let is_open = !is_closed(dossier.status, is_withdrawn(dossier));
    let buttons = due_on
        .filter(|_| is_open)
        .map(|due_on| view! { <CalendarButtons code=dossier.code.clone() agency=dossier.agency_name.clone() due_on=due_on.clone() /> });
    let heading = following.due_on.trim_end_matches([':', ' ']);
    Some(
        view! {
            <section class="section">
                <h2>{heading}</h2>
                <p class="due-day">{text.render()}</p>
                {explanation}
                {buttons}
            </section>
        }
        .into_any(),
    )
}

/// The buttons that put the due date into a calendar. Browsers inside other apps often ignore downloads, so the date can
/// also be copied.
#[component]
fn CalendarButtons(
    /// Code of the dossier.
    code: String,
    /// Name of the agency, as the place of the calendar entry.
    agency: String,
    /// The due date.
    due_on: Day,
) -> impl IntoView {
    let words = use_words().progress();
    let status = RwSignal::new(String::new());
    let line =
        StoredValue::new([words.calendar_title, &code, ": ", &format_date(&due_on)].concat());
    let file = StoredValue::new((code, agency, due_on));
    let download = Callback::new(move |()| {
        let is_saving = file.with_value(|(code, agency, due_on)| {
            let text = file_text(words, code, agency, due_on, today());
            let name = [code, ".ics"].concat();
            text.is_some_and(|text| export::save_typed(&text, CALENDAR, &name))
        });
        status.set(match is_saving {
            true => words.calendar_saved.to_owned(),
            false => words.calendar_failed.to_owned(),
        });
    });
    let copy = Callback::new(move |()| {
        let line = line.get_value();
        spawn_local(async move {
            let is_copied = export::copy(&line).await;
            status.try_set(match is_copied {
                true => words.copied.to_owned(),
                false => [words.not_copied, &line].concat(),
            });
        });
    });
    view! {
        <div class="actions no-print">
            <Button kind=ButtonKind::Secondary on_press=download>{words.to_calendar}</Button>
            <Button kind=ButtonKind::Plain on_press=copy>{words.copy_date}</Button>
        </div>
        <p class="muted no-print" role="status">{status}</p>
    }
}

/// The calendar file. `None` if the backend sent a day that no calendar has.
fn file_text(
    words: &ProgressWords,
    code: &str,
    agency: &str,
    due_on: &Day,
    today: Date,
) -> Option<String> {
    let title = [words.calendar_title, code].concat();
    Some(calendar_file(&CalendarDay {
        uid: &[code, "-due@motcua"].concat(),
        day: Date::parse_iso(&due_on.0)?,
        written_on: today,
        title: &title,
        description: &insert_text(words.until_due, &format_date(due_on)),
        place: agency,
    }))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;
    use crate::i18n::Language;

    #[test]
    fn the_calendar_file_names_code_day_and_agency_but_no_person() {
        let words = Language::Vi.words().progress();
        let today = Date::parse_iso("2026-11-22").unwrap();
        let file = |day: &str| file_text(words, "H50-1", "UBND xã", &Day(day.to_owned()), today);
        let text = file("2026-11-27").unwrap();
        for part in ["H50-1", "20261127", "UBND xã", "27/11/2026"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert_eq!(file("soon"), None);
    }
}

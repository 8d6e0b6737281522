//! One entry in the history of a dossier (R3.7): time, office, handler, note, deadline, and whether the deadline was
//! met. If the office didn't send one of these values, it is left out.

use contract::dossier::{HistoryEntry, StepActor};

use crate::i18n::following::FollowingWords;
use crate::i18n::{Words, official};
use crate::page::dates::{format_date, format_time};
use crate::ui::{BadgeKind, MixedText, TimelineEntry};

/// Converts an entry of the dossier's history to an entry of the timeline component.
pub(super) fn timeline_entry(words: Words, entry: &HistoryEntry) -> TimelineEntry {
    TimelineEntry {
        datetime: entry.at.0.clone(),
        time: format_time(&entry.at),
        title: MixedText::of(official(), &entry.action),
        lines: entry_lines(words, entry),
        badge: punctuality(words.following(), entry),
    }
}

/// The lines below the name of the action: who took the step, office and handler, note, deadline.
fn entry_lines(words: Words, entry: &HistoryEntry) -> Vec<MixedText> {
    let progress = words.progress();
    // An officer is named by the office and the handler.
    let by = entry.by.and_then(|by| match by {
        StepActor::Citizen => Some(progress.by_citizen),
        StepActor::System => Some(progress.by_system),
        StepActor::Payment => Some(progress.by_payment),
        StepActor::Officer => None,
        StepActor::Other(text) => Some(text.as_str()),
    });
    let deadline = entry.deadline.as_ref();
    let deadline =
        deadline.map(|deadline| words.following().deadline.to_owned() + &format_date(deadline));
    let official_text = |text| MixedText::of(official(), text);
    let lines = [
        by.map(MixedText::from),
        Some(official_text(office_and_handler(entry))),
        entry.note.clone().map(official_text),
        deadline.map(MixedText::from),
    ];
    lines.into_iter().flatten().collect()
}

/// Where a step was taken: «Bộ phận Một cửa · Lê Thị Bình», or only the office if it named nobody.
pub(super) fn office_and_handler(entry: &HistoryEntry) -> String {
    match &entry.handler {
        Some(handler) => [&entry.office, " · ", handler].concat(),
        None => entry.office.clone(),
    }
}

fn punctuality(words: &FollowingWords, entry: &HistoryEntry) -> Option<(BadgeKind, String)> {
    entry.on_time.map(|on_time| match on_time {
        true => (BadgeKind::Success, words.on_time.to_owned()),
        false => (BadgeKind::Error, words.late.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use contract::dossier::DossierStatus;
    use contract::time::{Day, Timestamp};

    #[test]
    fn a_late_entry_names_its_handler_and_deadline() {
        let words = Language::Vi.words();
        let entry = HistoryEntry {
            at: Timestamp("2026-11-22T01:20:00Z".to_owned()),
            status: DossierStatus::Accepted,
            action: "Tiếp nhận".to_owned(),
            office: "Bộ phận Một cửa".to_owned(),
            handler: Some("Lê Thị Bình".to_owned()),
            note: Some("Đủ giấy tờ".to_owned()),
            deadline: Some(Day("2026-11-24".to_owned())),
            by: Some(StepActor::Officer),
            on_time: Some(false),
        };
        let lines: Vec<String> = entry_lines(words, &entry)
            .iter()
            .map(MixedText::text)
            .collect();
        assert_eq!(
            lines,
            [
                "Bộ phận Một cửa · Lê Thị Bình",
                "Đủ giấy tờ",
                "Hạn của bước này: 24/11/2026"
            ]
        );
        let late = Some((BadgeKind::Error, "Quá hạn".to_owned()));
        assert_eq!(punctuality(words.following(), &entry), late);
        let by_system = HistoryEntry {
            by: Some(StepActor::System),
            ..entry
        };
        let first = entry_lines(words, &by_system).first().map(MixedText::text);
        assert_eq!(first.as_deref(), Some("Hệ thống tự thực hiện"));
    }
}

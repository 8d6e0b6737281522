//! How every page shows the status and the due date of a dossier. The names of the statuses are in
//! [`crate::i18n::following`].

use contract::Day;
use contract::dossier::DossierStatus;

use super::dates::format_date;
use crate::ui::{BadgeKind, MixedText};

/// Returns the date on which the result is due, as a text, followed by `mark`. If the office hasn't set a date yet,
/// returns the text `unknown`.
///
/// Returns `None` if the page should show no due date: the dossier was rejected, or it has no due date and is paused or
/// being withdrawn.
pub(crate) fn due_text(
    status: DossierStatus,
    due_on: Option<&Day>,
    mark: Option<&str>,
    unknown: &str,
) -> Option<MixedText> {
    match (status, due_on) {
        (DossierStatus::Rejected, _)
        | (DossierStatus::Paused | DossierStatus::WithdrawalRequested, None) => None,
        (_, due_on) => Some(due_day(due_on, mark, unknown)),
    }
}

/// Returns a due date as a text, followed by `mark`. Returns the text `unknown` if there is no date.
pub(crate) fn due_day(due_on: Option<&Day>, mark: Option<&str>, unknown: &str) -> MixedText {
    match due_on {
        Some(day) => MixedText::verbatim(None, format_date(day) + mark.unwrap_or_default()),
        None => unknown.into(),
    }
}

/// Returns the colour of a status. The colour only repeats what the name of the status says.
pub(crate) const fn status_badge(status: DossierStatus) -> BadgeKind {
    match status {
        DossierStatus::Registered => BadgeKind::Neutral,
        DossierStatus::Accepted | DossierStatus::Processing => BadgeKind::Accent,
        DossierStatus::SupplementRequested | DossierStatus::ObligationRequested => {
            BadgeKind::Warning
        }
        DossierStatus::WithdrawalRequested | DossierStatus::Paused | DossierStatus::Other(_) => {
            BadgeKind::Neutral
        }
        DossierStatus::Processed | DossierStatus::Returned => BadgeKind::Success,
        DossierStatus::Rejected => BadgeKind::Error,
    }
}

#[cfg(test)]
mod tests {
    use contract::dossier::Tab;

    use super::*;
    use crate::i18n::Language;

    #[test]
    fn returns_the_national_name_of_a_status_and_a_tab() {
        let words = Language::Vi.words().following();
        for (status, name) in [
            (DossierStatus::Registered, "Mới đăng ký"),
            (DossierStatus::Rejected, "Không được tiếp nhận"),
            (
                DossierStatus::SupplementRequested,
                "Yêu cầu bổ sung giấy tờ",
            ),
            (DossierStatus::Returned, "Đã trả kết quả"),
        ] {
            assert_eq!(words.status(status).name, name);
        }
        assert_eq!(words.tab(Tab::Payment).name, "Thanh toán phí");
        assert_eq!(words.tab(Tab::Returned).name, "Đã hoàn thành trả kết quả");
    }

    #[test]
    fn shows_a_due_day_except_for_a_rejected_or_paused_dossier() {
        let due_on = Day("2026-11-27".to_owned());
        assert_eq!(
            due_text(DossierStatus::Rejected, Some(&due_on), None, "?"),
            None
        );
        assert_eq!(due_text(DossierStatus::Paused, None, None, "?"), None);
        let text = |status, due_on| due_text(status, due_on, None, "Sẽ báo");
        assert_eq!(
            text(DossierStatus::Processing, Some(&due_on)),
            Some(MixedText::verbatim(None, "27/11/2026"))
        );
        assert_eq!(text(DossierStatus::Registered, None), Some("Sẽ báo".into()));
        assert_eq!(
            due_day(Some(&due_on), Some(" (tạm tính)"), "Sẽ báo"),
            MixedText::verbatim(None, "27/11/2026 (tạm tính)")
        );
    }

    #[test]
    fn every_status_and_tab_has_texts_in_every_language() {
        for language in [Language::Vi, Language::En] {
            let words = language.words().following();
            for status in DossierStatus::ALL {
                assert!(!words.status(status).name.is_empty());
                assert!(!words.status(status).meaning.is_empty());
            }
            for tab in Tab::ALL {
                assert!(!words.tab(tab).name.is_empty() && !words.tab(tab).empty.is_empty());
            }
        }
    }
}

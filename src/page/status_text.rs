//! How every page shows the status and the due date of a dossier. The names of the statuses are in
//! [`crate::i18n::following`].

use contract::Day;
use contract::dossier::DossierStatus;

use super::dates::format_date;
use crate::ui::{BadgeKind, MixedText};

/// Returns the date on which the result is due, as a text. If the office hasn't set a date yet, returns the text
/// `unknown`.
///
/// Returns `None` if the page should show no due date: the dossier was rejected, or it has no due date and is paused or
/// being withdrawn.
pub(crate) fn due_text(
    status: DossierStatus,
    due_on: Option<&Day>,
    unknown: &str,
) -> Option<MixedText> {
    match (status, due_on) {
        (DossierStatus::Rejected, _)
        | (DossierStatus::Paused | DossierStatus::WithdrawalRequested, None) => None,
        (_, Some(day)) => Some(MixedText::verbatim(None, format_date(day))),
        (_, None) => Some(unknown.into()),
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
        DossierStatus::WithdrawalRequested | DossierStatus::Paused => BadgeKind::Neutral,
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
        assert_eq!(due_text(DossierStatus::Rejected, Some(&due_on), "?"), None);
        assert_eq!(due_text(DossierStatus::Paused, None, "?"), None);
        let text = |status, due_on| due_text(status, due_on, "Sẽ báo");
        assert_eq!(
            text(DossierStatus::Processing, Some(&due_on)),
            Some(MixedText::verbatim(None, "27/11/2026"))
        );
        assert_eq!(text(DossierStatus::Registered, None), Some("Sẽ báo".into()));
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

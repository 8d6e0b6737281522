//! Tabs and statuses in words and colours: the national names, and what each means for the citizen.

use contract::Day;
use contract::dossier::{DossierStatus, Tab};

use super::dates::format_date;
use crate::i18n::following::FollowingWords;
use crate::ui::BadgeKind;

/// The name of a tab.
pub(crate) fn tab_name(words: &FollowingWords, tab: Tab) -> &'static str {
    of(&words.tabs, Tab::ALL.iter().position(|known| *known == tab))
}

/// What to know where a tab holds nothing.
pub(crate) fn nothing_in(words: &FollowingWords, tab: Tab) -> &'static str {
    of(
        &words.empty,
        Tab::ALL.iter().position(|known| *known == tab),
    )
}

/// The national name of a status.
pub(crate) fn status_name(words: &FollowingWords, status: DossierStatus) -> &'static str {
    of(&words.statuses, place_of(status))
}

/// What a status means for the citizen.
pub(crate) fn status_meaning(words: &FollowingWords, status: DossierStatus) -> &'static str {
    of(&words.meanings, place_of(status))
}

/// When the result comes, or that the office will tell; `None` where none will come.
pub(crate) fn due(status: DossierStatus, due_on: Option<&Day>, unknown: &str) -> Option<String> {
    match (status, due_on) {
        (DossierStatus::Rejected, _)
        | (DossierStatus::Paused | DossierStatus::WithdrawalRequested, None) => None,
        (_, due_on) => Some(due_on.map_or_else(|| unknown.to_owned(), format_date)),
    }
}

/// How a status looks; the words say the same.
pub(crate) const fn status_badge(status: DossierStatus) -> BadgeKind {
    match status {
        DossierStatus::Registered => BadgeKind::Neutral,
        DossierStatus::Accepted | DossierStatus::Processing => BadgeKind::Accent,
        DossierStatus::SupplementRequested | DossierStatus::ObligationRequested => {
            BadgeKind::Warning
        }
        DossierStatus::WithdrawalRequested | DossierStatus::Paused => BadgeKind::Neutral,
        DossierStatus::Processed | DossierStatus::Returned => BadgeKind::Good,
        DossierStatus::Rejected => BadgeKind::Bad,
    }
}

fn place_of(status: DossierStatus) -> Option<usize> {
    DossierStatus::ALL.iter().position(|known| *known == status)
}

fn of(words: &[&'static str], place: Option<usize>) -> &'static str {
    place
        .and_then(|place| words.get(place))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn every_status_and_tab_has_its_national_name() {
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
            assert_eq!(status_name(words, status), name);
        }
        assert_eq!(tab_name(words, Tab::Payment), "Thanh toán phí");
        assert_eq!(tab_name(words, Tab::Returned), "Đã hoàn thành trả kết quả");
    }

    #[test]
    fn a_refused_dossier_promises_no_day_and_one_under_way_does() {
        let by = Day("2026-11-27".to_owned());
        assert_eq!(due(DossierStatus::Rejected, Some(&by), "?"), None);
        assert_eq!(due(DossierStatus::Paused, None, "?"), None);
        let said = |status, by| due(status, by, "Sẽ báo");
        assert_eq!(
            said(DossierStatus::Processing, Some(&by)).as_deref(),
            Some("27/11/2026")
        );
        assert_eq!(
            said(DossierStatus::Registered, None).as_deref(),
            Some("Sẽ báo")
        );
    }

    #[test]
    fn no_status_and_no_tab_is_without_words_in_any_language() {
        for language in [Language::Vi, Language::En] {
            let words = language.words().following();
            for status in DossierStatus::ALL {
                assert!(!status_name(words, status).is_empty());
                assert!(!status_meaning(words, status).is_empty());
            }
            for tab in Tab::ALL {
                assert!(!tab_name(words, tab).is_empty() && !nothing_in(words, tab).is_empty());
            }
        }
    }
}

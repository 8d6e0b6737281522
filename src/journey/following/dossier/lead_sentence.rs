//! What stands on top of a dossier's page: what is happening, what the citizen must do, and until when.

use contract::dossier::{
    Dossier, DossierStatus, SupplementKind, SupplementRequest, Tab, WaitingFor, WaitingParty,
};
use contract::draft::Delivery;
use contract::payment::FeeState;
use contract::time::Day;
use domain::calendar::Date;
use domain::progress::is_closed;

use crate::i18n::following::FollowingWords;
use crate::i18n::official;
use crate::i18n::progress::ProgressWords;
use crate::page::dates::format_date;
use crate::page::progress_text::{insert_name, insert_text};
use crate::ui::MixedText;

/// Whether the office has agreed to the withdrawal of the dossier. A closed dossier whose status the app doesn't know may be
/// closed for another reason.
pub(super) fn is_withdrawn(dossier: &Dossier) -> bool {
    dossier.tab == Tab::Closed && is_withdrawal(dossier.status)
}

/// Whether a dossier has this status while it is being withdrawn, and after the office has agreed.
const fn is_withdrawal(status: DossierStatus) -> bool {
    matches!(
        status,
        DossierStatus::Paused | DossierStatus::WithdrawalRequested
    )
}

/// The sentences, in order. `today` is the day at the office.
pub(super) fn lead(
    words: &ProgressWords,
    following: &FollowingWords,
    dossier: &Dossier,
    today: Date,
) -> Vec<MixedText> {
    let first = match &dossier.waiting_for {
        Some(waiting) => what_happens(words, dossier, waiting),
        // An older backend doesn't say whom the dossier waits for.
        None => None,
    };
    let first = first.unwrap_or_else(|| following.status(dossier.status).meaning.into());
    let mut sentences = vec![first];
    let waits_for_nobody = dossier.waiting_for.as_ref();
    let waits_for_nobody =
        waits_for_nobody.is_some_and(|waiting| waiting.party == WaitingParty::Nobody);
    if waits_for_nobody || is_closed(dossier.status, is_withdrawn(dossier)) {
        return sentences;
    }
    if let Some(day) = citizens_last_day(dossier) {
        sentences.push(insert_text(words.until_citizen, &format_date(day)).into());
    }
    sentences.extend(step_deadline(words, dossier).map(MixedText::from));
    if let Some(due_on) = &dossier.due_on {
        let is_late = Date::parse_iso(&due_on.0).is_some_and(|due_on| due_on < today);
        let template = match is_late {
            true => words.until_late,
            false => words.until_due,
        };
        sentences.push(insert_text(template, &format_date(due_on)).into());
    }
    sentences
}

/// What is happening and what the citizen must do. `None` for a status or a party that the app doesn't know.
fn what_happens(
    words: &ProgressWords,
    dossier: &Dossier,
    waiting: &WaitingFor,
) -> Option<MixedText> {
    let name = waiting.name.as_deref().unwrap_or(&dossier.office);
    let named = |template: &str| insert_name(template, official(), name);
    Some(match (waiting.party, dossier.status) {
        (WaitingParty::Elsewhere, _) => named(words.lead_result_of),
        (WaitingParty::Citizen, DossierStatus::SupplementRequested) => {
            match asks_only_about_certificates(dossier) {
                true => words.lead_certificate.into(),
                false => words.lead_supplement.into(),
            }
        }
        (WaitingParty::Citizen, DossierStatus::Processed)
            if dossier.delivery == Delivery::Counter =>
        {
            insert_name(words.lead_collect, official(), &dossier.office)
        }
        (
            WaitingParty::Citizen,
            DossierStatus::ObligationRequested
            | DossierStatus::Registered
            | DossierStatus::Accepted
            | DossierStatus::Processing,
        ) if dossier.parts.is_empty() || dossier.tab == Tab::Payment => words.lead_payment.into(),
        (WaitingParty::Nobody, DossierStatus::Rejected) => words.lead_rejected.into(),
        (WaitingParty::Nobody, DossierStatus::Returned) => words.lead_returned.into(),
        (WaitingParty::Nobody, status) if is_withdrawal(status) => words.lead_withdrawn.into(),
        (WaitingParty::Office, DossierStatus::WithdrawalRequested) => words.lead_withdrawal.into(),
        (WaitingParty::Office, DossierStatus::Paused) => words.lead_paused.into(),
        (WaitingParty::Office, DossierStatus::ObligationRequested) => named(words.lead_fee_lapsed),
        (WaitingParty::Office, DossierStatus::Processed) => words.lead_processed.into(),
        (WaitingParty::Office, DossierStatus::Registered) => named(words.lead_new),
        (WaitingParty::Office, DossierStatus::Accepted | DossierStatus::Processing) => {
            named(words.lead_office)
        }
        _ => return None,
    })
}

/// The open requests of the office about a dossier and the parts of a group.
fn open_requests(dossier: &Dossier) -> impl Iterator<Item = &SupplementRequest> {
    let parts = dossier.parts.iter().map(|part| &part.supplement);
    parts.chain([&dossier.supplement]).flatten()
}

/// Whether the office only asks if drafts of certificates are right. Then nothing is missing.
fn asks_only_about_certificates(dossier: &Dossier) -> bool {
    let mut requests = open_requests(dossier).peekable();
    requests.peek().is_some() && requests.all(|request| request.kind == SupplementKind::Certificate)
}

/// Until when the citizen must do what the office asks: the earliest day of an open request or fee, also of the parts of a
/// group.
fn citizens_last_day(dossier: &Dossier) -> Option<&Day> {
    let requests = open_requests(dossier).filter_map(|request| request.until.as_ref());
    let fees = dossier.fees.iter();
    let fees = fees.filter(|fee| fee.state == FeeState::Waiting);
    let fees = fees.filter_map(|fee| fee.until.as_ref());
    requests.chain(fees).min()
}

/// Until when the office must finish its step, unless that is the due date itself or has passed.
fn step_deadline(words: &ProgressWords, dossier: &Dossier) -> Option<String> {
    let newest = dossier.history.first()?;
    let deadline = newest.deadline.as_ref()?;
    let is_open = newest.on_time.is_none() && dossier.due_on.as_ref() != Some(deadline);
    is_open.then(|| insert_text(words.until_step, &format_date(deadline)))
}

#[cfg(test)]
pub(super) mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use serde_json::{Value, json};

    use super::*;
    use crate::i18n::Language;

    /// A dossier of which `changes` replace some members.
    pub(in crate::journey::following::dossier) fn dossier(changes: &Value) -> Dossier {
        let mut dossier = json!({
            "code": "H50.19.624-261122-0001",
            "procedure": {"key": "1", "name": "Khai sinh"},
            "agency_name": "Xã Triệu Phong", "status": 4, "tab": "processing",
            "sent_at": "2026-11-22T01:20:00Z", "due_on": "2026-11-27",
            "office": "Bộ phận chuyên môn", "history": [], "answers": {}, "form": "f",
            "files": [], "delivery": {"channel": "online"},
            "waiting_for": {"party": "office", "name": "Bộ phận chuyên môn"}
        });
        let changes = changes.as_object().unwrap().clone();
        dossier.as_object_mut().unwrap().extend(changes);
        serde_json::from_value(dossier).unwrap()
    }

    fn text(changes: &Value) -> String {
        let words = Language::Vi.words();
        let today = Date::parse_iso("2026-11-25").unwrap();
        let lead = lead(
            words.progress(),
            words.following(),
            &dossier(changes),
            today,
        );
        lead.iter()
            .map(MixedText::text)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn says_what_happens_what_to_do_and_until_when() {
        assert_eq!(
            text(&json!({})),
            "Hồ sơ đang chờ Bộ phận chuyên môn giải quyết. Bạn chưa phải làm gì. Hẹn trả kết quả ngày 27/11/2026."
        );
        let history = json!([{"at": "2026-11-22T01:20:00Z", "status": 1, "action": "Gửi hồ sơ", "office": "x",
            "deadline": "2026-11-26"}]);
        let new = text(&json!({"status": 1, "tab": "new", "history": history}));
        assert!(
            new.starts_with("Hồ sơ đang chờ Bộ phận chuyên môn tiếp nhận."),
            "{new}"
        );
        assert!(new.contains("xong bước này trong ngày 26/11/2026"), "{new}");
        let citizen = json!({"party": "citizen"});
        let asked = text(&json!({"status": 5, "tab": "supplement", "waiting_for": citizen}));
        assert!(asked.starts_with("Cơ quan đang chờ bạn bổ sung"), "{asked}");
        let collect =
            text(&json!({"status": 9, "waiting_for": citizen, "delivery": {"channel": "counter"}}));
        assert!(
            collect.contains("Hãy đến Bộ phận chuyên môn để nhận"),
            "{collect}"
        );
        let request = json!({"id": "r", "kind": "supplement", "reason": "Thiếu", "items": [], "until": "2026-11-25",
            "asked_at": "2026-11-22T01:20:00Z"});
        let until = text(&json!({"status": 5, "waiting_for": citizen, "supplement": request}));
        assert!(
            until.contains("Hạn của bạn: hết ngày 25/11/2026."),
            "{until}"
        );
        let pay = text(&json!({"status": 2, "tab": "payment", "waiting_for": citizen}));
        assert!(pay.contains("chờ bạn nộp tiền"), "{pay}");
        let lapsed = text(&json!({"status": 6, "tab": "obligation"}));
        assert!(
            lapsed.contains("đang chờ Bộ phận chuyên môn yêu cầu nộp lại"),
            "{lapsed}"
        );
    }

    #[test]
    fn a_draft_certificate_is_to_be_checked_and_nothing_is_missing() {
        let request = |kind: &str| {
            json!({"id": "r", "kind": kind, "reason": "", "until": "2026-11-25",
                "asked_at": "2026-11-22T01:20:00Z"})
        };
        let asked = |changes: Value| {
            let mut all =
                json!({"status": 5, "tab": "supplement", "waiting_for": {"party": "citizen"}});
            all.as_object_mut()
                .unwrap()
                .extend(changes.as_object().unwrap().clone());
            text(&all)
        };
        let part = |key: &str, kind: &str| {
            json!({"key": key, "code": key, "procedure": {"key": key, "name": key}, "agency_name": "Xã",
                "result": "Giấy", "status": 5, "office": "Xã", "supplement": request(kind)})
        };
        let certificate = asked(json!({"supplement": request("certificate")}));
        assert!(
            certificate.starts_with("Cơ quan gửi bản thảo"),
            "{certificate}"
        );
        assert!(certificate.contains("hết ngày 25/11/2026"), "{certificate}");
        let of_part = asked(json!({"parts": [part("birth", "certificate")]}));
        assert!(of_part.starts_with("Cơ quan gửi bản thảo"), "{of_part}");
        // Another part lacks something, and an unknown kind may ask for anything.
        for kind in ["supplement", "interview"] {
            let mixed = asked(json!({"parts": [part("birth", "certificate"), part("home", kind)]}));
            assert!(mixed.starts_with("Cơ quan đang chờ bạn bổ sung"), "{mixed}");
        }
    }

    #[test]
    fn a_due_date_in_the_past_is_told_as_passed_and_a_closed_dossier_has_none() {
        let late = text(&json!({"due_on": "2026-11-24"}));
        assert!(
            late.ends_with("Đã quá ngày hẹn trả kết quả (24/11/2026)."),
            "{late}"
        );
        let nobody = json!({"party": "nobody"});
        let withdrawn = text(&json!({"status": 8, "tab": "closed", "waiting_for": nobody}));
        assert_eq!(withdrawn, "Hồ sơ đã được rút theo đề nghị của bạn.");
        assert_eq!(
            text(&json!({"status": 10, "tab": "returned", "waiting_for": nobody})),
            "Kết quả đã được trả. Hồ sơ này đã hoàn thành."
        );
    }

    #[test]
    fn what_the_app_does_not_know_falls_back_to_the_status() {
        for changes in [
            json!({"waiting_for": {"party": "court", "name": "Tòa án"}}),
            json!({"waiting_for": null}),
        ] {
            let told = text(&changes);
            assert!(
                told.starts_with("Bộ phận chuyên môn đang giải quyết hồ sơ."),
                "{told}"
            );
        }
        assert_eq!(text(&json!({"status": 11, "due_on": null})).trim(), "");
        let closed = json!({"status": 11, "tab": "closed", "waiting_for": {"party": "nobody"}});
        assert_eq!(text(&closed).trim(), "");
        assert!(!is_withdrawn(&dossier(&closed)));
    }
}

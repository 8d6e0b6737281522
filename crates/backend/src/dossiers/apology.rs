//! «Xin lỗi và hẹn lại ngày trả kết quả»: an office that can't keep the due date apologises and names another one (NĐ
//! 118/2025/NĐ-CP). The status stays.

use contract::dossier::DossierStatus;
use contract::notice::NoticeKind;
use domain::calendar::Date;
use domain::status::Actor;
use rusqlite::Transaction;

use super::dossier_store::{self, StoredDossier};
use super::history::{self, HistoryStep};
use super::{group_progress, part_store, terms};
use crate::clock;
use crate::notices::notice_store::NewNotice;
use crate::notices::outbox;
use crate::refusal::Refusal;
use crate::state::AppState;

/// Name of the step in the history.
const ACTION: &str = "Xin lỗi và hẹn lại ngày trả kết quả";

/// Whether the office can name another due date: it handles the dossier, and the dossier has a due date.
pub(crate) fn can_postpone(dossier: &StoredDossier) -> bool {
    let is_handled = matches!(
        dossier.status,
        DossierStatus::Registered | DossierStatus::Accepted | DossierStatus::Processing
    );
    is_handled && dossier.due_on.is_some()
}

/// Stores another due date with the office's reason, and records the notice to the citizen.
///
/// # Errors
///
/// `InvalidAnswers` with the pointer `/day` if the day isn't after today and after the present due date. `ImpossibleMove`
/// if the office doesn't handle the dossier now.
pub(crate) fn postpone(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: StoredDossier,
    day: Date,
    reason: &str,
) -> Result<(), Refusal> {
    let code = dossier.receipt.code.clone();
    let is_group = !part_store::load_parts(transaction, &code)?.is_empty();
    if is_group || !can_postpone(&dossier) {
        return Err(Refusal::ImpossibleMove {
            from: dossier.status,
            to: dossier.status,
        });
    }
    let today = clock::day(state.clock.today());
    let due_on = contract::Day(day.to_iso());
    if due_on <= today || dossier.due_on.as_ref() >= Some(&due_on) {
        return Err(Refusal::invalid_property("/day", "minimum"));
    }
    let now = state.clock.now();
    let after = StoredDossier {
        due_on: Some(due_on),
        note: Some(reason.to_owned()),
        updated_at: now,
        ..dossier
    };
    dossier_store::update(transaction, &after)?;
    let step = HistoryStep {
        at: now,
        status: after.status,
        action: ACTION,
        by: Actor::Officer,
        office: &after.office,
        handler: after.handler.as_deref(),
        note: Some(reason),
        deadline: after.due_on.clone(),
    };
    history::record_step(transaction, &code, &step, &today)?;
    terms::record_postponement(transaction, &after, &today)?;
    group_progress::record_part_step(transaction, state, &after, &step)?;
    let account_id = dossier_store::owner(transaction, &code)?;
    let notice = NewNotice {
        account_id,
        kind: NoticeKind::Delayed,
        text: format!(
            "Hồ sơ {code} chưa xong đúng hẹn. Cơ quan xin lỗi và hẹn lại ngày {}, lý do xem tại mục Hồ sơ của tôi.",
            day.to_vietnamese()
        ),
        dossier: Some(&code),
        draft: None,
        once_key: None,
    };
    outbox::record(transaction, state, &notice)
}

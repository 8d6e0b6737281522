//! Replies with the receipt of a bank or treasury, for a fee whose payment the office must compare with its account
//! («Nghĩa vụ tài chính»). The request of the reply is the id of the fee. A better picture can be sent until the office
//! has confirmed the payment.

use contract::AnswerProblem;
use contract::form::Answers;
use contract::payment::FeeProof;
use contract::procedure::AttachmentRequirement;
use contract::reply::{Reply, ReplyKind};
use rusqlite::Transaction;

use super::reply_rules::{ReplyContent, ReplyRules, ReplyTask, component};
use super::supplement::{TEXT, TEXT_FORM};
use crate::dossiers::dossier_store::{self, StoredDossier};
use crate::payments::fee_desk;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::fees::{self, StoredFee};

/// The component of the receipts.
const PROOF: &str = "payment-proof";

/// The rules of replies of the kind `payment_proof`.
pub(super) struct PaymentProofReply;

impl ReplyRules for PaymentProofReply {
    fn find_task(
        &self,
        transaction: &Transaction<'_>,
        _state: &AppState,
        dossier: &StoredDossier,
        request: Option<&str>,
    ) -> Result<ReplyTask, Refusal> {
        let code = &dossier.receipt.code;
        let stored = fees::list_of_dossier(transaction, code)?;
        let waits = |fee: &StoredFee| {
            fee.dossier_code == *code
                && fee.is_open()
                && fee.proof != FeeProof::None
                && request.is_none_or(|id| id == fee.id)
        };
        let fee = stored.into_iter().find(waits);
        let fee = fee.ok_or(Refusal::ReplyClosed)?;
        Ok(ReplyTask {
            form: TEXT_FORM.to_owned(),
            answers: Answers::new(),
            reply: Reply {
                dossier: code.clone(),
                kind: ReplyKind::PaymentProof,
                request: Some(fee.id),
                questions: vec![TEXT.to_owned()],
                components: vec![component(
                    PROOF,
                    "Chứng từ nộp tiền",
                    AttachmentRequirement::Required,
                )],
                reason: Some(fee.reason),
                until: fee.until,
            },
        })
    }

    /// The file is required already.
    fn check(&self, _reply: &Reply, _content: &ReplyContent) -> Vec<AnswerProblem> {
        Vec::new()
    }

    fn apply(
        &self,
        transaction: &Transaction<'_>,
        state: &AppState,
        dossier: StoredDossier,
        reply: &Reply,
        content: ReplyContent,
    ) -> Result<(), Refusal> {
        let fee = reply.request.as_deref().ok_or(Refusal::ReplyClosed)?;
        let text = content.answers.get(TEXT).and_then(|text| text.as_str());
        let note = text.map(str::to_owned);
        if let Some(whole) = &dossier.whole {
            let mut group = dossier_store::find_for_officer(transaction, whole)?;
            group.files.extend(content.files.iter().cloned());
            dossier_store::update_content(transaction, &group)?;
        }
        let mut changed = dossier;
        // An earlier receipt stays: it may be for another fee, or the office may have looked at it already.
        changed.files.extend(content.files);
        dossier_store::update_content(transaction, &changed)?;
        fee_desk::receive_proof(transaction, state, changed, fee, note)
    }
}

//! The rules of each kind of reply.

use contract::reply::ReplyKind;

use super::message::MessageReply;
use super::payment_proof::PaymentProofReply;
use super::reply_rules::ReplyRules;
use super::supplement::SupplementReply;
use crate::refusal::Refusal;

/// The rules of a kind of reply. `NotFound` if this backend has no such replies.
pub(super) fn rules_of(kind: ReplyKind) -> Result<&'static dyn ReplyRules, Refusal> {
    match kind {
        ReplyKind::Supplement => Ok(&SupplementReply),
        ReplyKind::PaymentProof => Ok(&PaymentProofReply),
        ReplyKind::Message => Ok(&MessageReply),
        ReplyKind::Other(_) => Err(Refusal::NotFound),
    }
}

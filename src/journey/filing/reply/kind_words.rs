//! The texts of the page that differ with the kind of reply. All are here, so that a new kind is named in one place.

use contract::reply::ReplyKind;

use crate::i18n::reply::ReplyWords;

/// The texts of one kind of reply.
pub(super) struct KindWords {
    /// Title of the page.
    pub(super) title: &'static str,
    /// What happens after the last day. `None` if the last day ends nothing, or there is none.
    pub(super) after_last_day: Option<&'static str>,
    /// Label of the button that sends the reply.
    pub(super) send: &'static str,
}

/// The texts of a kind of reply. `is_certificate`: the reply answers a draft certificate.
pub(super) const fn kind_words(
    words: &'static ReplyWords,
    kind: ReplyKind,
    is_certificate: bool,
) -> KindWords {
    match kind {
        ReplyKind::Supplement if is_certificate => KindWords {
            title: words.certificate_title,
            after_last_day: Some(words.silence),
            send: words.send_certificate,
        },
        ReplyKind::Supplement => KindWords {
            title: words.title,
            after_last_day: Some(words.overdue),
            send: words.send,
        },
        ReplyKind::Message => KindWords {
            title: words.message_title,
            after_last_day: None,
            send: words.send_other,
        },
        ReplyKind::PaymentProof => KindWords {
            title: words.proof_title,
            after_last_day: None,
            send: words.send_other,
        },
        ReplyKind::Other(_) => KindWords {
            title: words.other_title,
            after_last_day: None,
            send: words.send_other,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn only_a_supplement_is_said_to_pause_the_dossier_after_its_last_day() {
        let words = Language::Vi.words().reply();
        let after = |kind, is_certificate| kind_words(words, kind, is_certificate).after_last_day;
        let supplement = after(ReplyKind::Supplement, false);
        assert!(supplement.is_some_and(|text| text.contains("tạm dừng")));
        assert_eq!(after(ReplyKind::Supplement, true), Some(words.silence));
        for kind in [ReplyKind::PaymentProof, ReplyKind::Message] {
            assert_eq!(after(kind, false), None);
        }
    }
}

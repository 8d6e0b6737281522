//! The proof that is shown after a reply was sent: when, how many answers, and which files the office has received.

use contract::reply::ReplyReceipt;
use domain::format::display_file_size;
use leptos::prelude::*;

use crate::i18n::{official, use_words};
use crate::page::dates::format_time;
use crate::routes;
use crate::ui::{ButtonLink, MixedText, Notice, NoticeKind, SummaryList, SummaryRow};

/// Renders the proof of a reply.
pub(super) fn sent_reply(receipt: ReplyReceipt) -> AnyView {
    let words = use_words().reply();
    let href = routes::dossier(&receipt.dossier);
    let mut rows = vec![
        SummaryRow::fact(words.dossier, MixedText::verbatim(None, receipt.dossier)),
        SummaryRow::fact(
            words.sent_at,
            MixedText::verbatim(None, format_time(&receipt.sent_at)),
        ),
        SummaryRow::fact(
            words.answers,
            MixedText::verbatim(None, receipt.answers.to_string()),
        ),
    ];
    if receipt.files.is_empty() {
        rows.push(SummaryRow::fact(words.files, words.no_files));
    }
    rows.extend(receipt.files.into_iter().map(|file| {
        SummaryRow::fact(
            MixedText::of(official(), file.component_label),
            MixedText::verbatim(None, file.name)
                .and(None, "\n".to_owned() + &display_file_size(file.size)),
        )
    }));
    view! {
        <div class="stack">
            <Notice kind=NoticeKind::Success announce=true><p>{words.sent_intro}</p></Notice>
            <SummaryList rows=Signal::stored(rows) />
            <div class="actions">
                <ButtonLink href=href>{words.to_dossier}</ButtonLink>
            </div>
        </div>
    }
    .into_any()
}

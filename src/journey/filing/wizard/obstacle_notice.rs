//! Tells the citizen why a draft can't be filed any more, and leads them on.

use leptos::prelude::*;

use crate::i18n::use_words;
use crate::journey::filing::draft::{
    DraftObstacle, OpenDraft, is_submission_unconfirmed, use_open_drafts,
};
use crate::page::navigation::use_replace;
use crate::reactive::{dynamic, effect};
use crate::routes;
use crate::ui::{ButtonLink, Notice, NoticeKind};

/// Shows why the draft can't be filed any more, with a link to the place where the citizen can continue. Shows nothing
/// as long as the draft can be filed.
#[component]
pub fn ObstacleNotice(
    /// The draft.
    open_draft: OpenDraft,
    /// Whether a screen reader announces the notice.
    announce: bool,
) -> impl IntoView {
    let words = use_words();
    dynamic(move || {
        open_draft.obstacle.get().map(|obstacle| {
            let submit = words.submit();
            let my_dossiers = || (words.shell().dossiers, routes::my_dossiers("new", 1));
            let procedure = || {
                let draft = open_draft.merged_draft.get_untracked();
                draft.map(|draft| draft.procedure).unwrap_or_default()
            };
            let (message, (label, href)) = match obstacle {
                DraftObstacle::Sent { dossier } => (
                    submit.draft_sent,
                    (submit.follow, routes::dossier(&dossier)),
                ),
                DraftObstacle::Deleted => (submit.draft_deleted, my_dossiers()),
                DraftObstacle::Expired => (submit.draft_expired, my_dossiers()),
                DraftObstacle::NotFound => (submit.draft_not_found, my_dossiers()),
                DraftObstacle::ProcedureWithdrawn => (
                    submit.procedure_withdrawn,
                    (words.following().find, routes::procedures("")),
                ),
                DraftObstacle::FormReplaced => (
                    submit.form_replaced,
                    (submit.begin_again, routes::file(&procedure())),
                ),
            };
            view! {
                <Notice kind=NoticeKind::Warning announce=announce>
                    <p>{message}</p>
                    <ButtonLink href=href>{label}</ButtonLink>
                </Notice>
            }
        })
    })
}

/// If the draft was sent from this tab and the response was lost, opens the receipt instead of this page.
pub(super) fn open_receipt_after_lost_response(open_draft: OpenDraft) {
    let drafts = use_open_drafts();
    let go = use_replace();
    effect(move || {
        if let Some(DraftObstacle::Sent { dossier }) = open_draft.obstacle.get()
            && is_submission_unconfirmed(&open_draft.id())
        {
            drafts.remove(&open_draft.id());
            go(&routes::dossier_receipt(&dossier));
        }
    });
}

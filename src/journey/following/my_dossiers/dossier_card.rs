//! A draft or a dossier in the list: its procedure, agency, status and dates, and a link or button for the main action.

use contract::dossier::{DossierItem, WaitingParty};
use leptos::prelude::*;

use super::delete_draft::DeleteDraft;
use crate::answers::draft_summary::DraftSummary;
use crate::i18n::following::FollowingWords;
use crate::i18n::{official, use_words};
use crate::page::dates::{format_date, format_time};
use crate::page::progress_text::waiting_text;
use crate::page::status_text::{due_day, status_badge};
use crate::routes::{self, DraftStep};
use crate::ui::{Badge, BadgeKind, Button, ButtonKind, ButtonLink, Card, LinkCard, MixedText};

/// Renders the card of a draft or a dossier.
pub(super) fn card(
    words: &'static FollowingWords,
    item: DossierItem,
    dialog: DeleteDraft,
) -> AnyView {
    match item {
        DossierItem::Other {
            kind,
            procedure_name,
        } => view! {
            <li>
                <Card>
                    <h3 class="card__title" lang=official()>{procedure_name}</h3>
                    <p><Badge>{kind.as_str()}</Badge></p>
                </Card>
            </li>
        }
        .into_any(),
        DossierItem::Draft {
            id,
            procedure_name,
            agency_name,
            for_whom,
            person,
            answered,
            required,
            updated_at,
            expires_on,
            ..
        } => {
            let summary = DraftSummary {
                for_whom,
                person: person.as_deref(),
                answered,
                required,
            };
            let summary = summary.text(use_words());
            let name = procedure_name.clone();
            let (context, same) = (procedure_name.clone(), procedure_name.clone());
            let href = routes::draft(&id, DraftStep::Form(1));
            let remove = Callback::new(move |()| dialog.confirm(&id, &name));
            let changed = words.changed_at.to_owned() + &format_time(&updated_at);
            let expiry = words.expires_on.to_owned() + &format_date(&expires_on);
            let agency = agency_name.map_or_else(
                || words.no_agency.into(),
                |name| MixedText::of(official(), name),
            );
            view! {
                <li>
                    <Card>
                        <h3 class="card__title" lang=official()>{procedure_name}</h3>
                        <div class="card__body">
                            <p><Badge>{words.draft}</Badge></p>
                            <p>{summary}</p>
                            <p>{agency.render()}</p>
                            <p>{changed}</p>
                            <p>{expiry}</p>
                            <div class="row">
                                <ButtonLink kind=ButtonKind::Secondary href=href>
                                    {words.go_on}
                                    <span class="visually-hidden" lang=official()>" " {same}</span>
                                </ButtonLink>
                                <Button kind=ButtonKind::Plain on_press=remove>
                                    {words.remove} <span class="visually-hidden" lang=official()>" " {context}</span>
                                </Button>
                            </div>
                        </div>
                    </Card>
                </li>
            }
            .into_any()
        }
        DossierItem::Dossier {
            code,
            procedure_name,
            agency_name,
            status,
            person,
            waiting_for,
            stuck,
            updated_at,
            due_on,
            due_on_provisional,
            ..
        } => {
            let progress = use_words().progress();
            let waiting = waiting_for.as_ref();
            let waiting = waiting.and_then(|waiting| waiting_text(progress, waiting, progress.you));
            let waiting = waiting.map(|whom| {
                let is_citizen = waiting_for.is_some_and(|it| it.party == WaitingParty::Citizen);
                let class = is_citizen.then_some("dossier-card__yours");
                view! { <p class=class>{progress.waiting} {whom.render()}</p> }
            });
            let overdue = (!stuck.is_empty())
                .then(|| view! { " " <Badge kind=BadgeKind::Error>{progress.overdue}</Badge> });
            let person = person.map(
                |name| view! { <p>{progress.for_person} <span translate="no">{name}</span></p> },
            );
            let href = routes::dossier(&code);
            let kind: BadgeKind = status_badge(status);
            let changed = words.changed_at.to_owned() + &format_time(&updated_at);
            let mark = due_on_provisional.then_some(words.due_provisional);
            let due = due_on.map(|due| {
                view! { <p>{words.due_on} {due_day(Some(&due), mark, "").render()}</p> }
            });
            view! {
                <li>
                    <LinkCard href=href title=MixedText::of(official(), procedure_name)>
                        <p><Badge kind=kind>{words.status(status).name}</Badge> {overdue}</p>
                        {waiting}
                        <p class="dossier-card__code" translate="no">{code}</p>
                        {person}
                        <p lang=official()>{agency_name}</p>
                        <p>{changed}</p>
                        {due}
                    </LinkCard>
                </li>
            }
            .into_any()
        }
    }
}

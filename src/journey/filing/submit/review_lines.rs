//! What stands ready to be sent, step by step: the agencies, the declarations, the files, the ways to receive the
//! results. The answers themselves are read over with the declarations.

use contract::draft::{Delivery, Draft};
use contract::place::PlaceRef;
use domain::agency::agency_name;
use domain::form::counted;
use domain::format::file_size;
use domain::group::{FiledPart, declaration};
use leptos::prelude::*;

use super::obstacles::{AGENCY_ROW, DECLARATIONS_ROW, DELIVERY_ROW, FILES_ROW};
use crate::answers::delivery_text::delivery_text;
use crate::answers::for_whom::words_of;
use crate::answers::places::Places;
use crate::i18n::Words;
use crate::journey::filing::draft::declarations::{delivery_of_part, parts_of, place_of_part};
use crate::journey::filing::draft::open_draft::Opened;
use crate::routes::{self, DraftStep, EditOrigin};
use crate::ui::{MixedText, SummaryAction, SummaryList, SummaryRow};

/// Agencies, declarations, files and deliveries, in the order of the steps, each with the way back to it.
///
/// `unfinished`: the parts for whose result a way is chosen that isn't whole.
pub(super) fn sections(
    words: Words,
    places: Places,
    opened: &Opened,
    draft: &Draft,
    unfinished: &[String],
) -> AnyView {
    let submit = words.submit();
    let edit = |step, context: MixedText| SummaryAction {
        href: routes::draft_edit(&draft.id, step, EditOrigin::Review),
        label: submit.change.to_owned(),
        context,
    };
    let parts = parts_of(opened, draft);
    let agencies = agency_rows(words, places, opened, draft, &parts, &edit);
    let whom = SummaryRow {
        key: words.prepare().for_whom.into(),
        value: words_of(words, draft.for_whom).into(),
        action: Some(edit(DraftStep::Agency, words.prepare().for_whom.into())),
    };
    let declarations = declaration_rows(words, places, opened, draft, &parts);
    let files = edit(DraftStep::Attachments, submit.files.into());
    let files = file_rows(words, opened, draft, files);
    let deliveries = delivery_rows(words, places, draft, &parts, unfinished, &edit);
    let list = |rows: Vec<SummaryRow>| view! { <SummaryList rows=Signal::stored(rows) /> };
    view! {
        <section class="review-section" id=AGENCY_ROW tabindex="-1">
            {list(agencies)}
            {list(vec![whom])}
        </section>
        <section class="review-section" id=DECLARATIONS_ROW tabindex="-1">
            <h2>{words.declarations().declarations}</h2>
            {list(declarations)}
        </section>
        <section class="review-section" id=FILES_ROW tabindex="-1">
            <h2>{submit.files}</h2>
            {list(files)}
        </section>
        <section class="review-section" id=DELIVERY_ROW tabindex="-1">
            <h2>{submit.delivery_fact}</h2>
            {list(deliveries)}
        </section>
    }
    .into_any()
}

type Edit<'a> = &'a dyn Fn(DraftStep, MixedText) -> SummaryAction;

/// The agency of each part, or the one; as it will be named when the choice hasn't reached the server; tracked.
fn agency_rows(
    words: Words,
    places: Places,
    opened: &Opened,
    draft: &Draft,
    parts: &[FiledPart<'_>],
    edit: Edit<'_>,
) -> Vec<SummaryRow> {
    let submit = words.submit();
    let name = |receiver: &str, place: Option<PlaceRef>| {
        let place = place?;
        let named = places.name(&place.province, &place.commune)?;
        Some(agency_name(receiver, &named))
    };
    let row = |key: MixedText, agency: Option<String>| SummaryRow {
        value: agency.map_or_else(
            || submit.unanswered.into(),
            |agency| MixedText::of(words.official(), agency),
        ),
        action: Some(edit(DraftStep::Agency, key.clone())),
        key,
    };
    if parts.is_empty() {
        let agency = draft.agency_name.clone();
        let agency = agency.or_else(|| name(&opened.procedure.receiver, draft.agency.clone()));
        return vec![row(submit.agency.into(), agency)];
    }
    let of_part = |filed: &FiledPart<'_>| {
        let key = MixedText::of(words.official(), &filed.by.procedure.name);
        row(
            key,
            name(&filed.by.receiver, place_of_part(draft, &filed.part.key)),
        )
    };
    parts.iter().map(of_part).collect()
}

/// Each declaration with how much it says, and the way to read it over.
fn declaration_rows(
    words: Words,
    places: Places,
    opened: &Opened,
    draft: &Draft,
    parts: &[FiledPart<'_>],
) -> Vec<SummaryRow> {
    let row = |part: &str, title: &str, answers: usize| SummaryRow {
        key: MixedText::of(words.official(), title),
        value: [&answers.to_string(), " ", words.declarations().answered]
            .concat()
            .into(),
        action: Some(SummaryAction {
            href: routes::draft_edit(&draft.id, DraftStep::Declarations, EditOrigin::Review)
                + "#declaration-"
                + part,
            label: words.declarations().read.to_owned(),
            context: MixedText::of(words.official(), title),
        }),
    };
    let form = &opened.form;
    if parts.is_empty() {
        return vec![row("", &form.title, counted(form, &draft.answers).len())];
    }
    let place_name = |place: &PlaceRef| places.name(&place.province, &place.commune);
    let of_part = |filed: &FiledPart<'_>| {
        let delivery = delivery_of_part(draft, &filed.part.key);
        let declared = declaration(filed.by, form, &draft.answers, delivery, &place_name);
        row(&filed.part.key, &filed.by.procedure.name, declared.len())
    };
    parts.iter().map(of_part).collect()
}

/// How each result will be received.
fn delivery_rows(
    words: Words,
    places: Places,
    draft: &Draft,
    parts: &[FiledPart<'_>],
    unfinished: &[String],
    edit: Edit<'_>,
) -> Vec<SummaryRow> {
    let submit = words.submit();
    let row = |part: &str, key: MixedText, delivery: Option<&Delivery>| SummaryRow {
        value: match delivery {
            _ if unfinished.iter().any(|key| key == part) => submit.delivery_unfinished.into(),
            Some(delivery) => delivery_text(words, places, delivery),
            None => submit.unanswered.into(),
        },
        action: Some(edit(DraftStep::Delivery, key.clone())),
        key,
    };
    if parts.is_empty() {
        return vec![row(
            "",
            submit.delivery_fact.into(),
            draft.delivery.as_ref(),
        )];
    }
    let of_part = |(place, filed): (usize, &FiledPart<'_>)| {
        let part = if place == 0 { "" } else { &filed.part.key };
        let key = MixedText::of(words.official(), &filed.part.result);
        row(part, key, delivery_of_part(draft, &filed.part.key))
    };
    parts.iter().enumerate().map(of_part).collect()
}

fn file_rows(
    words: Words,
    opened: &Opened,
    draft: &Draft,
    action: SummaryAction,
) -> Vec<SummaryRow> {
    let submit = words.submit();
    if draft.attachments.is_empty() {
        return vec![SummaryRow {
            key: submit.files.into(),
            value: submit.no_files.into(),
            action: Some(action),
        }];
    }
    let components = || {
        opened
            .procedure
            .component_groups
            .iter()
            .flat_map(|group| &group.components)
    };
    draft
        .attachments
        .iter()
        .map(|file| {
            let paper = components().find(|component| component.code == file.component);
            let state = if file.sha256.is_some() {
                submit.received_file
            } else {
                submit.on_its_way
            };
            SummaryRow {
                key: paper.map_or_else(
                    || file.component.clone().into(),
                    |paper| MixedText::of(words.official(), &paper.label),
                ),
                value: [
                    file.name.as_str(),
                    "\n",
                    &file_size(file.size),
                    " · ",
                    state,
                ]
                .concat()
                .into(),
                action: Some(action.clone()),
            }
        })
        .collect()
}

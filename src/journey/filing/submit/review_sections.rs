//! The sections of the review: agencies, declarations, files and deliveries. The review doesn't show the answers; the
//! citizen reads them in the declarations.

use contract::draft::{Delivery, Draft};
use contract::place::PlaceRef;
use domain::agency::agency_name;
use domain::form::effective_answers;
use domain::format::display_file_size;
use domain::group::{FiledPart, build_declaration};
use leptos::prelude::*;

use super::submission_problems::{AGENCY_ROW, DECLARATIONS_ROW, DELIVERY_ROW, FILES_ROW};
use crate::answers::delivery_text::delivery_text;
use crate::answers::places::PlaceDirectory;
use crate::i18n::Words;
use crate::journey::filing::draft::LoadedProcedure;
use crate::journey::filing::draft::declarations::{
    agency_place_of_part, delivery_of_part, filed_parts_of, sends_files_of,
};
use crate::routes::{self, DraftStep, EditOrigin};
use crate::ui::{MixedText, SummaryAction, SummaryList, SummaryRow};

/// The sections of the review, in the order of the filing steps. Each section links to its step. Reactive.
///
/// `incomplete_deliveries` are the keys of the parts whose delivery is chosen but incomplete.
pub(super) fn sections(
    words: Words,
    places: PlaceDirectory,
    loaded: &LoadedProcedure,
    draft: &Draft,
    incomplete_deliveries: &[String],
) -> AnyView {
    let submit = words.submit();
    let edit = |step, context: MixedText| SummaryAction {
        href: routes::draft_edit(&draft.id, step, EditOrigin::Review),
        label: submit.change.to_owned(),
        context,
    };
    let parts = filed_parts_of(loaded, draft);
    let agencies = agency_rows(words, places, loaded, draft, &parts, &edit);
    let whom = SummaryRow {
        key: words.prepare().for_whom.into(),
        value: words.prepare().choice(draft.for_whom).label.into(),
        action: Some(edit(DraftStep::Agency, words.prepare().for_whom.into())),
    };
    let declarations = declaration_rows(words, places, loaded, draft, &parts);
    let files = edit(DraftStep::Attachments, submit.files.into());
    let files = file_rows(words, loaded, draft, files);
    let deliveries = delivery_rows(words, places, draft, &parts, incomplete_deliveries, &edit);
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

/// A function that makes the link to a step. Its second argument names what the citizen can change there.
type Edit<'a> = &'a dyn Fn(DraftStep, MixedText) -> SummaryAction;

/// A row for the agency of each part; one row for a single procedure. An agency that the server hasn't saved yet is
/// shown too. Reactive.
fn agency_rows(
    words: Words,
    places: PlaceDirectory,
    loaded: &LoadedProcedure,
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
            |agency| MixedText::verbatim(words.official(), agency),
        ),
        action: Some(edit(DraftStep::Agency, key.clone())),
        key,
    };
    if parts.is_empty() {
        let agency = draft.agency_name.clone();
        let agency = agency.or_else(|| name(&loaded.procedure.receiver, draft.agency.clone()));
        return vec![row(submit.agency.into(), agency)];
    }
    let of_part = |filed: &FiledPart<'_>| {
        let key = MixedText::of(words.official(), &filed.procedure.procedure.name);
        row(
            key,
            name(
                &filed.procedure.receiver,
                agency_place_of_part(draft, &filed.part.key),
            ),
        )
    };
    parts.iter().map(of_part).collect()
}

/// A row for each declaration: the number of its answers, and a link to read it.
fn declaration_rows(
    words: Words,
    places: PlaceDirectory,
    loaded: &LoadedProcedure,
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
    let form = &loaded.form;
    if parts.is_empty() {
        return vec![row(
            "",
            &form.title,
            effective_answers(form, &draft.answers).len(),
        )];
    }
    let place_name = |place: &PlaceRef| places.name(&place.province, &place.commune);
    let of_part = |filed: &FiledPart<'_>| {
        let delivery = delivery_of_part(draft, &filed.part.key);
        let declared =
            build_declaration(filed.procedure, form, &draft.answers, delivery, &place_name);
        row(
            &filed.part.key,
            &filed.procedure.procedure.name,
            declared.len(),
        )
    };
    parts.iter().map(of_part).collect()
}

/// A row for each part: how its result will be received.
fn delivery_rows(
    words: Words,
    places: PlaceDirectory,
    draft: &Draft,
    parts: &[FiledPart<'_>],
    incomplete_deliveries: &[String],
    edit: Edit<'_>,
) -> Vec<SummaryRow> {
    let submit = words.submit();
    let row = |part: &str, key: MixedText, delivery: Option<&Delivery>| SummaryRow {
        value: match delivery {
            _ if incomplete_deliveries.iter().any(|key| key == part) => {
                submit.delivery_incomplete.into()
            }
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
    let of_part = |(index, filed): (usize, &FiledPart<'_>)| {
        let part = if index == 0 { "" } else { &filed.part.key };
        let key = MixedText::of(words.official(), &filed.part.result);
        row(part, key, delivery_of_part(draft, &filed.part.key))
    };
    parts.iter().enumerate().map(of_part).collect()
}

/// A row for each attached file and its component, also for a file that will not be sent. If no file is attached, one row
/// that states this.
fn file_rows(
    words: Words,
    loaded: &LoadedProcedure,
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
        loaded
            .procedure
            .component_groups
            .iter()
            .flat_map(|group| &group.components)
    };
    draft
        .attachments
        .iter()
        .map(|file| {
            let component = components().find(|component| component.code == file.component);
            let state = if !sends_files_of(loaded, draft, &file.component) {
                submit.not_needed_file
            } else if file.sha256.is_some() {
                submit.received_file
            } else {
                submit.on_its_way
            };
            SummaryRow {
                key: component.map_or_else(
                    || submit.component_unknown.into(),
                    |component| MixedText::of(words.official(), &component.label),
                ),
                value: MixedText::verbatim(None, file.name.as_str()).and(
                    None,
                    ["\n", &display_file_size(file.size), " · ", state].concat(),
                ),
                action: Some(action.clone()),
            }
        })
        .collect()
}

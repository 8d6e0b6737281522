//! What the citizen reads over before sending: everything that the office will hold, with a way to mend each line.

use contract::draft::Draft;
use domain::agency::agency_name;
use domain::format::file_size;
use leptos::prelude::*;

use super::obstacles::{AGENCY_ROW, DELIVERY_ROW, FILES_ROW, answer_row};
use crate::i18n::Words;
use crate::journey::answer_lines::{AnswerLine, answer_sections};
use crate::journey::delivery_lines::delivery_text;
use crate::journey::open_draft::Opened;
use crate::journey::places::Places;
use crate::routes::{self, DraftStep};
use crate::ui::{Said, SummaryAction, SummaryList, SummaryRow};

/// Agency, answers, files and delivery, in the order of the steps, each with the way back to it.
///
/// `unfinished`: a way to receive the result is chosen and not whole.
pub(super) fn sections(
    words: Words,
    places: Places,
    opened: &Opened,
    draft: &Draft,
    unfinished: bool,
) -> AnyView {
    let submit = words.submit();
    let edit = |step, context: &str| SummaryAction {
        href: routes::draft_from_review(&draft.id, step),
        label: submit.change.to_owned(),
        context: context.into(),
    };
    let agency = SummaryRow {
        key: submit.agency.into(),
        value: agency_of(places, opened, draft).map_or_else(
            || submit.unanswered.into(),
            |name| Said::of(words.official(), name),
        ),
        action: Some(edit(DraftStep::Agency, submit.agency)),
    };
    let delivery = SummaryRow {
        key: submit.delivery_fact.into(),
        value: match &draft.delivery {
            _ if unfinished => submit.delivery_unfinished.into(),
            Some(delivery) => delivery_text(words, places, delivery),
            None => submit.unanswered.into(),
        },
        action: Some(edit(DraftStep::Delivery, submit.delivery_fact)),
    };
    let answers = answer_sections(places, &opened.form, &draft.answers)
        .into_iter()
        .map(|section| {
            let rows = section
                .lines
                .into_iter()
                .map(|line| answer_line(words, &draft.id, section.page, line))
                .collect_view();
            view! {
                <section class="review-section">
                    <h2 lang=words.official()>{section.title}</h2>
                    {rows}
                </section>
            }
        })
        .collect_view();
    let files = file_rows(
        words,
        opened,
        draft,
        edit(DraftStep::Attachments, submit.files),
    );
    view! {
        <div id=AGENCY_ROW tabindex="-1">
            <SummaryList rows=Signal::stored(vec![agency]) />
        </div>
        {answers}
        <section class="review-section" id=FILES_ROW tabindex="-1">
            <h2>{submit.files}</h2>
            <SummaryList rows=Signal::stored(files) />
        </section>
        <div id=DELIVERY_ROW tabindex="-1">
            <SummaryList rows=Signal::stored(vec![delivery]) />
        </div>
    }
    .into_any()
}

/// The agency's name as the server gives it, or as it will, when the choice hasn't reached it yet; tracked.
fn agency_of(places: Places, opened: &Opened, draft: &Draft) -> Option<String> {
    let chosen = draft.agency.as_ref()?;
    draft.agency_name.clone().or_else(|| {
        let place = places.name(&chosen.province, &chosen.commune)?;
        Some(agency_name(&opened.procedure.receiver, &place))
    })
}

fn answer_line(words: Words, id: &str, page: usize, line: AnswerLine) -> impl IntoView {
    let href = routes::draft_from_review(id, DraftStep::Form(page)) + "#" + &line.asked_at;
    let row = SummaryRow {
        key: Said::of(words.official(), &line.label),
        value: line.answer.map_or_else(
            || words.submit().unanswered.into(),
            |answer| Said::of(words.official(), answer),
        ),
        action: Some(SummaryAction {
            href,
            label: words.submit().change.to_owned(),
            context: Said::of(words.official(), line.label),
        }),
    };
    view! {
        <div id=answer_row(&line.question) tabindex="-1">
            <SummaryList rows=Signal::stored(vec![row]) />
        </div>
    }
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
                submit.held
            } else {
                submit.on_its_way
            };
            SummaryRow {
                key: paper.map_or_else(
                    || file.component.clone().into(),
                    |paper| Said::of(words.official(), &paper.label),
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

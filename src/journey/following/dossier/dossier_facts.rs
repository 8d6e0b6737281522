//! The facts of a dossier: where it is, and what the citizen sent with it.

use contract::dossier::{Dossier, SentSupplement};
use contract::draft::Delivery;
use contract::form::Answers;
use contract::receipt::ReceivedFile;
use domain::format::display_file_size;
use leptos::prelude::*;

use crate::answers::delivery_text::delivery_text;
use crate::answers::past_answers::past_answers;
use crate::answers::places::use_places;
use crate::i18n::following::FollowingWords;
use crate::i18n::{official, use_words};
use crate::journey::following::supplement::sent_supplements;
use crate::page::dates::format_time;
use crate::ui::{Disclosure, MixedText, SummaryList, SummaryRow};

/// The section «Hồ sơ đang ở đâu»: code, office and person (R3.7), and the tab of «Hồ sơ của tôi».
pub(super) fn facts_section(dossier: &Dossier) -> AnyView {
    let words = use_words().following();
    view! {
        <section class="section">
            <h2>{words.now}</h2>
            <SummaryList rows=Signal::stored(facts(words, dossier)) />
        </section>
    }
    .into_any()
}

fn facts(words: &FollowingWords, dossier: &Dossier) -> Vec<SummaryRow> {
    let declaration_words = use_words().declarations();
    let official_text = |text: &str| MixedText::of(official(), text);
    let name = |text: &str| MixedText::verbatim(official(), text);
    let handler = dossier.handler.as_deref().map(name);
    let result = dossier.result.as_deref();
    let result = result.map(|result| (declaration_words.result, official_text(result)));
    let waits_for = dossier.waits_for.join(", ");
    let waits_for =
        (!waits_for.is_empty()).then(|| (declaration_words.waits_for, official_text(&waits_for)));
    let facts = [
        (words.code, MixedText::verbatim(None, dossier.code.as_str())),
        (words.office, name(&dossier.office)),
        (
            words.handler,
            handler.unwrap_or_else(|| words.handler_unknown.into()),
        ),
        (words.listed_under, words.tab(dossier.tab).name.into()),
        (
            words.sent_at,
            MixedText::verbatim(None, format_time(&dossier.sent_at)),
        ),
    ];
    let row =
        |(key, value): (&str, MixedText)| SummaryRow::fact(key.trim_end_matches([':', ' ']), value);
    let part_facts = result.into_iter().chain(waits_for);
    let all = facts.into_iter().chain(part_facts);
    all.map(row).collect()
}

/// What the citizen sent. It is compared with what a refresh brings: as long as it is the same, its section stays.
#[derive(Clone, PartialEq)]
pub(super) struct SentParts {
    files: Vec<ReceivedFile>,
    /// `None` in a group's dossier: each part has its own delivery.
    delivery: Option<Delivery>,
    replies: Vec<SentSupplement>,
    form: String,
    answers: Answers,
}

impl SentParts {
    pub(super) fn of(dossier: &Dossier) -> Self {
        Self {
            files: dossier.files.clone(),
            delivery: Some(dossier.delivery.clone()).filter(|_| dossier.parts.is_empty()),
            replies: dossier.sent_supplements.clone(),
            form: dossier.form.clone(),
            answers: dossier.answers.clone(),
        }
    }
}

/// The section with what the citizen sent: files, delivery and answers.
pub(super) fn sent_section(sent: SentParts) -> AnyView {
    let words = use_words();
    let following = words.following();
    let places = use_places();
    let delivery = sent.delivery;
    let delivery = Signal::derive(move || {
        let row =
            |delivery| SummaryRow::fact(following.delivery, delivery_text(words, places, delivery));
        delivery.iter().map(row).collect()
    });
    let files = files(following, sent.files);
    let replies = sent_supplements(sent.replies);
    let declared = past_answers(sent.form, sent.answers);
    view! {
        <section class="section">
            <h2>{following.files}</h2>
            {files}
            {replies}
            <SummaryList rows=delivery />
            <Disclosure summary=following.declared>{declared}</Disclosure>
        </section>
    }
    .into_any()
}

fn files(words: &FollowingWords, files: Vec<ReceivedFile>) -> AnyView {
    if files.is_empty() {
        return view! { <p>{words.no_files}</p> }.into_any();
    }
    let rows: Vec<SummaryRow> = files
        .into_iter()
        .map(|file| {
            SummaryRow::fact(
                MixedText::of(official(), file.component_label),
                MixedText::verbatim(None, file.name)
                    .and(None, "\n".to_owned() + &display_file_size(file.size)),
            )
        })
        .collect();
    view! { <SummaryList rows=Signal::stored(rows) /> }.into_any()
}

//! The replies that the citizen has sent to requests of the office, with the old and the new version of each item.

use contract::dossier::{ChangedAnswer, SentSupplement};
use leptos::prelude::*;
use serde_json::Value;

use crate::answers::lines::place_name;
use crate::answers::places::{PlaceDirectory, use_places};
use crate::i18n::supplement::SupplementWords;
use crate::i18n::{official, use_words};
use crate::page::dates::format_time;
use crate::ui::{Disclosure, MixedText, SummaryList, SummaryRow};

/// Renders the replies, the newest first. `None` if there are none.
pub(in crate::journey::following) fn sent_supplements(
    sent: Vec<SentSupplement>,
) -> Option<AnyView> {
    if sent.is_empty() {
        return None;
    }
    let words = use_words().supplement();
    let places = use_places();
    let replies: Vec<AnyView> = sent
        .into_iter()
        .map(|reply| reply_view(words, places, reply))
        .collect();
    Some(view! { <Disclosure summary=words.sent>{replies}</Disclosure> }.into_any())
}

fn reply_view(
    words: &'static SupplementWords,
    places: PlaceDirectory,
    reply: SentSupplement,
) -> AnyView {
    let at = format_time(&reply.sent_at);
    let agreed = reply.agreed.map(|agreed| match agreed {
        true => words.agreed,
        false => words.disagreed,
    });
    let agreed = agreed.map(|agreed| view! { <p>{agreed}</p> });
    let text = reply.text.clone();
    let text = text.map(|text| view! { <p class="dossier-note" translate="no">{text}</p> });
    let rows = Signal::derive(move || {
        let answers = reply.answers.iter();
        let answers = answers.map(|answer| answer_row(words, places, answer));
        answers.chain(file_rows(words, &reply)).collect::<Vec<_>>()
    });
    view! {
        <h3>{words.sent_at} <span translate="no">{at}</span></h3>
        {agreed}
        {text}
        <SummaryList rows=rows />
    }
    .into_any()
}

fn answer_row(
    words: &'static SupplementWords,
    places: PlaceDirectory,
    answer: &ChangedAnswer,
) -> SummaryRow {
    let before = answer_text(words, places, answer.before.as_ref());
    let after = answer_text(words, places, answer.after.as_ref());
    SummaryRow::fact(
        MixedText::of(official(), answer.label.clone()),
        MixedText::verbatim(official(), [&before, words.arrow, &after].concat()),
    )
}

fn file_rows(words: &'static SupplementWords, reply: &SentSupplement) -> Vec<SummaryRow> {
    let row = |file: &contract::receipt::ReceivedFile| {
        let old = reply.replaced_files.iter();
        let old = old.filter(|old| old.component == file.component);
        let old: Vec<&str> = old.map(|old| old.name.as_str()).collect();
        let value = MixedText::verbatim(None, file.name.clone());
        let value = match old.is_empty() {
            true => value,
            false => value
                .and(None, ["\n", words.replaced].concat())
                .and(None, old.join(", ")),
        };
        SummaryRow::fact(
            MixedText::of(official(), file.component_label.clone()),
            value,
        )
    };
    reply.files.iter().map(row).collect()
}

/// An answer as text. The form that could tell more may have changed since. Reactive: the names of places appear when
/// they are loaded.
fn answer_text(
    words: &'static SupplementWords,
    places: PlaceDirectory,
    answer: Option<&Value>,
) -> String {
    match answer {
        None | Some(Value::Null) => words.nothing.to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(true)) => words.yes.to_owned(),
        Some(Value::Bool(false)) => words.no.to_owned(),
        Some(Value::Array(entries)) => [&entries.len().to_string(), " ", words.entries].concat(),
        Some(Value::Object(place)) => {
            let text = |key: &str| place.get(key).and_then(Value::as_str).unwrap_or_default();
            let name = place_name(places, text("province"), text("commune"));
            let known = [text("detail"), name.as_str()].into_iter();
            let known: Vec<&str> = known.filter(|part| !part.is_empty()).collect();
            known.join(", ")
        }
        Some(Value::Number(number)) => number.to_string(),
    }
}

//! The section with the results of a dossier: each document with its number, day and digital signatures, and the hand-over.

use contract::dossier::{Dossier, FileSignature, Handover, HandoverChannel, ResultDocument};
use domain::format::display_file_size;
use leptos::prelude::*;

use super::result_file::file_actions;
use crate::i18n::outcomes::OutcomeWords;
use crate::i18n::{official, use_words};
use crate::journey::following::downloads::Downloads;
use crate::page::dates::{format_date, format_time};
use crate::ui::MixedText;

/// Renders the results. `None` if the dossier has none and no hand-over is recorded.
pub(in crate::journey::following) fn results_section(
    dossier: &Dossier,
    downloads: Downloads,
) -> Option<AnyView> {
    if dossier.results.is_empty() && dossier.handover.is_none() {
        return None;
    }
    let words = use_words().outcomes();
    let has_signature = dossier.results.iter().any(|one| !one.signatures.is_empty());
    let signature_help =
        has_signature.then(|| view! { <p class="muted">{words.signature_help}</p> });
    let warning =
        (!dossier.results.is_empty()).then(|| view! { <p class="muted">{words.stays}</p> });
    let documents: Vec<AnyView> = dossier
        .results
        .iter()
        .map(|one| document(words, &dossier.code, one.clone(), downloads))
        .collect();
    let handover = dossier.handover.as_ref().map(|handover| {
        view! { <p>{handover_text(words, handover, &format_time(&handover.at)).render()}</p> }
    });
    Some(
        view! {
            <section class="section" id="results">
                <h2>{words.results_title}</h2>
                {handover}
                <ul class="results">{documents}</ul>
                {signature_help}
                {warning}
            </section>
        }
        .into_any(),
    )
}

fn document(
    words: &'static OutcomeWords,
    code: &str,
    document: ResultDocument,
    downloads: Downloads,
) -> AnyView {
    let issued = words.issued_on.to_owned() + &format_date(&document.issued_at);
    let facts = match &document.number {
        Some(number) => MixedText::from(words.number)
            .and(None, String::new())
            .and(official(), [number, ", "].concat())
            .and(None, issued),
        None => MixedText::from(capitalised(&issued)),
    };
    let signatures: Vec<AnyView> = document
        .signatures
        .iter()
        .map(|signature| view! { <p>{signature_text(words, signature).render()}</p> }.into_any())
        .collect();
    let size = display_file_size(document.file.size);
    let file_name = document.file.name.clone();
    let actions = file_actions(code, document.name.clone(), document.file, downloads);
    view! {
        <li class="result">
            <h3 lang=official()>{document.name.clone()}</h3>
            <p>{facts.render()}</p>
            {signatures}
            <p class="muted"><span translate="no">{file_name}</span> " · " {size}</p>
            {actions}
        </li>
    }
    .into_any()
}

/// The text with its first letter in upper case.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// States that a file has a signature, with the signer and the time as far as the file contains them.
fn signature_text(words: &OutcomeWords, signature: &FileSignature) -> MixedText {
    let mut text = MixedText::from(words.signed);
    if let Some(signer) = &signature.signer {
        text = text
            .and(None, words.signed_by)
            .and(official(), signer.as_str());
    }
    if let Some(at) = &signature.at {
        text = text.and(None, [words.signed_at, &format_time(at)].concat());
    }
    text
}

/// States how and when the result was handed over. `time` is the moment as a text.
fn handover_text(words: &OutcomeWords, handover: &Handover, time: &str) -> MixedText {
    let channel = match handover.channel {
        HandoverChannel::Counter => words.at_counter,
        HandoverChannel::Post => words.by_post,
        HandoverChannel::Online => words.as_file,
        HandoverChannel::Other(text) => text.as_str(),
    };
    let text = MixedText::from([words.handed_over, " ", channel, ", ", time].concat());
    match &handover.note {
        Some(note) => text.and(None, ". ").and(official(), note.as_str()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn says_that_a_file_has_a_signature_and_never_that_it_is_valid() {
        let words = Language::Vi.words().outcomes();
        let signature = FileSignature {
            signer: Some("UBND xã Triệu Phong".to_owned()),
            at: None,
        };
        let text = signature_text(words, &signature).text();
        assert_eq!(text, "Có chữ ký số: UBND xã Triệu Phong");
        let unknown = signature_text(words, &FileSignature::default()).text();
        assert_eq!(unknown, "Có chữ ký số");
        for words in [Language::Vi, Language::En].map(|language| language.words().outcomes()) {
            for text in [words.signed, words.signature_help] {
                assert!(
                    !text.contains("hợp lệ") && !text.contains("valid"),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn shows_an_unknown_way_of_handing_over_as_it_came() {
        let words = Language::Vi.words().outcomes();
        let handover: Result<Handover, _> = serde_json::from_str(
            r#"{"channel": "drone", "at": "2026-11-24T02:30:00Z", "note": "EB1VN"}"#,
        );
        let text = handover.map(|handover| handover_text(words, &handover, "9:30").text());
        assert!(text.is_ok_and(|text| text.contains("drone") && text.ends_with("EB1VN")));
    }
}

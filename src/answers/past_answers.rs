//! Shows answers that were given earlier, with the labels of their form: the answers of a dossier, or the answers in an
//! export of the account's data.

use contract::form::Answers;
use leptos::prelude::*;

use super::forms::fetch_form;
use super::lines::answer_sections;
use super::places::use_places;
use crate::api::{Load, use_api};
use crate::i18n::use_words;
use crate::page::load_errors::{ErrorNotice, retry_automatically};
use crate::page::use_load::{Loader, use_load_with};
use crate::reactive::dynamic;
use crate::ui::{MixedText, Skeleton, SummaryList, SummaryRow};

/// Shows answers to the form with the key `form_key`. Fetches that form first, because it contains the labels.
pub(crate) fn past_answers(form_key: String, answers: Answers) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let places = use_places();
    let Loader { load, reload } = use_load_with(move || {
        let form_key = form_key.clone();
        async move { fetch_form(api, &form_key).await }
    });
    retry_automatically(load, reload);
    let unanswered = words.following().unanswered;
    dynamic(move || match load.get() {
        Load::Waiting => view! { <Skeleton lines=3 label=words.errors().loading /> }.into_any(),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=reload /> }.into_any()
        }
        Load::Ready(form) => answer_sections(places, &form, &answers)
            .into_iter()
            .map(|section| {
                let rows = section.lines.into_iter().map(|line| {
                    SummaryRow::fact(
                        MixedText::of(words.official(), line.label),
                        line.answer.map_or_else(
                            || unanswered.into(),
                            |answer| MixedText::verbatim(words.official(), answer),
                        ),
                    )
                });
                let rows: Vec<SummaryRow> = rows.collect();
                view! {
                    <h3 lang=words.official()>{section.title}</h3>
                    <SummaryList rows=Signal::stored(rows) />
                }
                .into_any()
            })
            .collect::<Vec<AnyView>>()
            .into_any(),
    })
}

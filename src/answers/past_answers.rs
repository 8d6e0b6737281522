//! What was declared, with the labels of its form, for whoever wants to read it again: in a dossier, or among everything
//! that an account holds.

use std::sync::Arc;

use contract::endpoints::GET_FORM;
use contract::form::Answers;
use domain::form::Definition;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lines::answer_sections;
use super::places::use_places;
use crate::api::{Load, use_api};
use crate::browser::patterns;
use crate::i18n::use_words;
use crate::page::load_errors::{ErrorNotice, retry_by_itself, unusable_form};
use crate::ui::{MixedText, Skeleton, SummaryList, SummaryRow};

/// The answers to the form of that key; asks the backend for it.
pub(crate) fn declared_answers(form: String, answers: Answers) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let places = use_places();
    let load = RwSignal::new(Load::Waiting);
    let ask = Callback::new(move |()| {
        let form = form.clone();
        spawn_local(async move {
            let answer = api.get(&GET_FORM, &[&form], "").await;
            load.try_set(
                match answer.map(|form| Definition::load(&form, patterns::compile)) {
                    Ok(Ok(form)) => Load::Ready(Arc::new(form)),
                    // A form outside the subset is a fault of the backend, not of the citizen.
                    Ok(Err(fault)) => Load::Failed(unusable_form(fault)),
                    Err(error) => Load::Failed(error),
                },
            );
        });
    });
    ask.run(());
    retry_by_itself(load, ask);
    let unanswered = words.following().unanswered;
    move || match load.get() {
        Load::Waiting => view! { <Skeleton lines=3 label=words.errors().loading /> }.into_any(),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=ask /> }.into_any()
        }
        Load::Ready(form) => answer_sections(places, &form, &answers)
            .into_iter()
            .map(|section| {
                let rows = section.lines.into_iter().map(|line| SummaryRow {
                    key: MixedText::of(words.official(), line.label),
                    value: line.answer.map_or_else(
                        || unanswered.into(),
                        |answer| MixedText::of(words.official(), answer),
                    ),
                    action: None,
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
    }
}

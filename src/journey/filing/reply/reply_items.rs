//! The items that the office asks for, each with its present version in the dossier beside the field for the new one.

use std::collections::BTreeMap;

use contract::dossier::{Dossier, SupplementItem};
use contract::portal::UploadLimits;
use contract::procedure::Component;
use domain::form::{FormDefinition, PageElement, Question};
use domain::format::display_file_size;
use domain::map_of;
use domain::reply::merge_reply;
use leptos::prelude::*;

use super::reply_draft::ReplyDraft;
use super::send_reply::ReplySending;
use crate::answers::forms::fetch_form;
use crate::answers::lines::answer_texts;
use crate::answers::places::{PlaceDirectory, use_places};
use crate::api::{Load, use_api};
use crate::i18n::reply::ReplyWords;
use crate::i18n::{official, use_words};
use crate::journey::filing::attach_files::{ComponentFiles, FileRemoval};
use crate::journey::filing::draft::LoadedProcedure;
use crate::journey::filing::fill_form::{FormElement, FormState};
use crate::page::load_errors::{ErrorNotice, retry_automatically};
use crate::page::use_load::{Loader, use_load_with};
use crate::reactive::dynamic;
use crate::ui::{MixedText, Skeleton, SummaryList, SummaryRow};

/// The questions of the reply, in the order of the form. A question that a new answer makes necessary appears at its
/// place.
pub(super) fn question_items(
    begun: &ReplyDraft,
    loaded: &LoadedProcedure,
    state: FormState,
) -> Vec<AnyView> {
    let words = use_words().reply();
    let places = use_places();
    let (form, asked) = (loaded.form.clone(), begun.reply.questions.clone());
    // A reply with a form of its own has no present answers.
    let has_present = begun.dossier.form == form.key;
    let before = match has_present {
        true => begun.dossier.answers.clone(),
        false => contract::form::Answers::new(),
    };
    let open_draft = begun.open_draft;
    let (merged_form, merged_before, merged_asked) = (form.clone(), before.clone(), asked.clone());
    let shown = Memo::new(move |_| {
        open_draft.merged_draft.with(|draft| {
            draft.as_ref().map(|draft| {
                merge_reply(&merged_form, &merged_before, &draft.answers, &merged_asked).questions
            })
        })
    });
    let reasons = reasons_by_question(begun);
    let item = |question: &Question| {
        let is_asked = asked.contains(&question.id);
        let reason = reasons.get(question.id.as_str()).cloned().flatten();
        let present = has_present.then(|| {
            present_answer(
                words,
                places,
                form.clone(),
                question.clone(),
                before.clone(),
            )
        });
        let (id, field) = (question.id.clone(), question.clone());
        let is_shown = Memo::new(move |_| {
            shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.contains(&id)))
        });
        let visible_id = question.id.clone();
        let is_hidden = move || {
            !is_shown.get()
                || state
                    .questions
                    .visible
                    .with(|ids| !ids.contains(&visible_id))
        };
        let note = (!is_asked).then(|| view! { <p class="muted">{words.appeared}</p> });
        let element = dynamic(move || {
            is_shown.get().then(|| {
                let element = PageElement::Question(field.clone());
                view! { <FormElement element=element state=state /> }
            })
        });
        view! {
            <div class="reply-item" hidden=is_hidden>
                {note}
                {item_reason(words, reason)}
                {present}
                {element}
            </div>
        }
        .into_any()
    };
    form.questions().map(item).collect()
}

fn reasons_by_question(begun: &ReplyDraft) -> BTreeMap<String, Option<String>> {
    let items = begun.request.iter().flat_map(|request| &request.items);
    map_of(items.filter_map(|item| Some((item.question.clone()?, item.reason.clone()))))
}

fn item_reason(words: &'static ReplyWords, reason: Option<String>) -> Option<AnyView> {
    let reason = reason?;
    Some(
        view! {
            <p class="reply-item__reason">
                {words.item_reason} <span lang=official()>{reason}</span>
            </p>
        }
        .into_any(),
    )
}

/// The answer that the dossier has now. Reactive: the names of places appear when they are loaded.
fn present_answer(
    words: &'static ReplyWords,
    places: PlaceDirectory,
    form: std::sync::Arc<FormDefinition>,
    question: Question,
    before: contract::form::Answers,
) -> AnyView {
    let texts = move || answer_texts(places, &form, &question, &before);
    view! {
        <p class="reply-item__present">
            {dynamic(move || {
                let texts = texts();
                match texts.is_empty() {
                    true => view! { {words.before_none} }.into_any(),
                    false => view! {
                        {words.before}
                        <span translate="no" lang=official()>{texts.join("\n")}</span>
                    }
                    .into_any(),
                }
            })}
        </p>
    }
    .into_any()
}

/// The components of the reply, each with the files that the dossier has now.
pub(super) fn component_items(
    begun: &ReplyDraft,
    limits: &UploadLimits,
    removal: FileRemoval,
    sending: ReplySending,
) -> Vec<AnyView> {
    let words = use_words().reply();
    let item = |component: &Component| {
        let items = begun.request.iter().flat_map(|request| &request.items);
        let mut asked = items.filter(|item| item.component.as_ref() == Some(&component.code));
        let reason = asked.next().and_then(|item| item.reason.clone());
        let missing = sending.missing_file(component.code.clone());
        view! {
            <div class="reply-item">
                {item_reason(words, reason)}
                {present_files(words, &begun.dossier, component)}
                <ComponentFiles
                    open_draft=begun.open_draft
                    component=component.clone()
                    limits=limits.clone()
                    missing=missing
                    removal=removal
                />
            </div>
        }
        .into_any()
    };
    begun.reply.components.iter().map(item).collect()
}

fn present_files(
    words: &'static ReplyWords,
    dossier: &Dossier,
    component: &Component,
) -> Option<AnyView> {
    let files = dossier.files.iter();
    let files = files.filter(|file| file.component == component.code);
    let rows: Vec<AnyView> = files
        .map(|file| {
            let size = display_file_size(file.size);
            view! {
                <li>
                    {words.file_before} <span translate="no">{file.name.clone()}</span> " · " {size}
                </li>
            }
            .into_any()
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <ul class="reply-item__present">{rows}</ul>
            <p class="muted">{words.file_replaced}</p>
        }
        .into_any()
    })
}

/// The lines of a draft certificate, as they will be printed. `None` for other replies.
pub(super) fn certificate_lines(begun: &ReplyDraft) -> Option<AnyView> {
    if !begun.is_certificate() {
        return None;
    }
    let items = begun
        .request
        .iter()
        .flat_map(|request| request.items.clone());
    let items: Vec<SupplementItem> = items.collect();
    let (api, places, words) = (use_api(), use_places(), use_words());
    let Dossier { form, answers, .. } = begun.dossier.clone();
    let Loader { load, reload } = use_load_with(move || {
        let form = form.clone();
        async move { fetch_form(api, &form).await }
    });
    retry_automatically(load, reload);
    let rows = dynamic(move || match load.get() {
        Load::Waiting => view! { <Skeleton lines=3 label=words.errors().loading /> }.into_any(),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=reload /> }.into_any()
        }
        Load::Ready(form) => {
            let row = |item: &SupplementItem| {
                let question = form.question(item.question.as_deref()?)?;
                let texts = answer_texts(places, &form, question, &answers);
                Some(SummaryRow::fact(
                    MixedText::of(words.official(), item.label.clone()),
                    MixedText::verbatim(words.official(), texts.join("\n")),
                ))
            };
            let rows: Vec<SummaryRow> = items.iter().filter_map(row).collect();
            view! { <SummaryList rows=Signal::stored(rows) /> }.into_any()
        }
    });
    Some(
        view! {
            <section class="section">
                <h2>{words.reply().printed}</h2>
                {rows}
            </section>
        }
        .into_any(),
    )
}

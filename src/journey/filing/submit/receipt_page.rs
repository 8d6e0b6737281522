//! The receipt of a dossier. It lists the files that the office has received, and explains what happens next. It is
//! printed on one sheet.

use contract::endpoints::GET_RECEIPT;
use contract::receipt::{Receipt, ReceiptPart, ReceivedFile};
use domain::format::display_file_size;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::receipt_picture::receipt_picture;
use crate::answers::delivery_text::{delivery_label, delivery_text};
use crate::answers::places::{PlaceDirectory, use_places};
use crate::browser::export;
use crate::i18n::submit::SubmitWords;
use crate::i18n::{Words, official, use_words};
use crate::page::dates::format_time;
use crate::page::load_errors::Loaded;
use crate::page::print_button::PrintButton;
use crate::page::status_text::due_day;
use crate::page::use_load::{Loader, use_load};
use crate::reactive::dynamic;
use crate::routes;
use crate::ui::page::Page;
use crate::ui::{
    Button, ButtonKind, ButtonLink, MixedText, Notice, NoticeKind, SummaryList, SummaryRow,
};

/// The page that shows the receipt of a dossier.
#[component]
pub fn ReceiptPage(
    /// Code of the dossier.
    code: String,
) -> impl IntoView {
    let words = use_words();
    let Loader {
        load: receipt,
        reload: load,
    } = use_load(&GET_RECEIPT, vec![code.clone()]);
    view! {
        <Page title=words.submit().receipt>
            <Loaded load=receipt on_retry=load ready=receipt_sheet />
        </Page>
    }
}

/// The content of the receipt, below the heading.
fn receipt_sheet(receipt: Receipt) -> AnyView {
    let all = use_words();
    let words = all.submit();
    let next_result = match receipt.parts.is_empty() {
        true => words.next_result.to_owned() + delivery_label(words, &receipt.delivery),
        false => words.next_results.to_owned(),
    };
    let follow = routes::dossier(&receipt.code);
    let picture = receipt_picture(all, &receipt);
    let places = use_places();
    let facts_of = receipt.clone();
    let rows = Signal::derive(move || facts(all, places, &facts_of));
    view! {
        <div class="receipt">
            <Notice kind=NoticeKind::Success>
                <p>{words.receipt_intro}</p>
            </Notice>
            <CodeBox code=receipt.code.clone() />
            <SummaryList rows=rows />
            {receipt_parts(all, places, receipt.parts)}
            <h2>{words.received}</h2>
            {received_files(words, receipt.files)}
            <h2>{words.next}</h2>
            <ol class="receipt__next">
                <li>{words.next_accept}</li>
                <li>{words.next_supplement}</li>
                <li>{next_result}</li>
            </ol>
            <p class="receipt__safety">{words.next_safety}</p>
            <div class="actions">
                <ButtonLink href=follow>{words.follow}</ButtonLink>
                <PrintButton label=words.print />
                {picture}
                <ButtonLink kind=ButtonKind::Plain href=routes::my_dossiers("new", 1)>
                    {use_words().shell().dossiers}
                </ButtonLink>
            </div>
        </div>
    }
    .into_any()
}

/// Shows the code of the dossier, with a button that copies it.
#[component]
fn CodeBox(
    /// Code of the dossier.
    code: String,
) -> impl IntoView {
    let words = use_words().submit();
    let copied = RwSignal::new(None);
    let code_text = code.clone();
    let copy = Callback::new(move |()| {
        let code = code.clone();
        spawn_local(async move {
            let is_copied = export::copy(&code).await;
            copied.try_set(Some(is_copied));
        });
    });
    view! {
        <div class="receipt__code">
            <p class="receipt__code-label">{words.code}</p>
            <p class="receipt__code-value" translate="no">{code_text}</p>
            <Button kind=ButtonKind::Plain on_press=copy>{words.copy}</Button>
            <p role="status">
                {dynamic(move || copied.get().map(|is_copied| match is_copied {
                    true => words.copied,
                    false => words.not_copied,
                }))}
            </p>
        </div>
    }
}

/// The rows with the data of the whole dossier. Reactive: the names of places appear when they are loaded.
fn facts(all: Words, places: PlaceDirectory, receipt: &Receipt) -> Vec<SummaryRow> {
    let words = all.submit();
    let official = |text: &str| MixedText::of(all.official(), text);
    let name = |text: &str| MixedText::verbatim(all.official(), text);
    let mark = receipt.due_on_provisional.then_some(words.due_provisional);
    let due = due_day(receipt.due_on.as_ref(), mark, words.due_unknown);
    // In a group, the delivery is shown for each part below, so it has no row here.
    let delivery = receipt.parts.is_empty().then(|| {
        let delivery = delivery_text(all, places, &receipt.delivery);
        (words.delivery_fact, delivery)
    });
    [
        (words.procedure, official(&receipt.procedure.name)),
        (words.agency, name(&receipt.agency_name)),
        (words.citizen, name(&receipt.citizen_name)),
        (
            words.sent_at,
            MixedText::verbatim(None, format_time(&receipt.sent_at)),
        ),
        (words.due_on, due),
        (
            words.answers,
            MixedText::verbatim(None, receipt.answers.to_string()),
        ),
    ]
    .into_iter()
    .chain(delivery)
    .map(|(key, value)| SummaryRow::fact(key, value))
    .collect()
}

/// For each part: its code, agency, result and due date (R4.16). `None` for a single procedure.
fn receipt_parts(all: Words, places: PlaceDirectory, parts: Vec<ReceiptPart>) -> Option<AnyView> {
    if parts.is_empty() {
        return None;
    }
    let part = move |part: ReceiptPart| {
        let words = all.submit();
        let official = |text: &str| MixedText::of(all.official(), text);
        let mark = part.due_on_provisional.then_some(words.due_provisional);
        let due = due_day(part.due_on.as_ref(), mark, words.due_unknown);
        let rows = [
            (words.code, MixedText::verbatim(None, part.code.as_str())),
            (
                words.agency,
                MixedText::verbatim(all.official(), part.agency_name),
            ),
            (all.declarations().result, official(&part.result)),
            (words.due_on, due),
            (
                words.delivery_fact,
                delivery_text(all, places, &part.delivery),
            ),
        ];
        let row = |(key, value): (&str, MixedText)| {
            SummaryRow::fact(key.trim_end_matches([':', ' ']), value)
        };
        let rows: Vec<SummaryRow> = rows.into_iter().map(row).collect();
        view! {
            <h3 lang=all.official()>{part.procedure.name}</h3>
            <SummaryList rows=Signal::stored(rows) />
        }
        .into_any()
    };
    let body = dynamic(move || {
        parts
            .clone()
            .into_iter()
            .map(part)
            .collect::<Vec<AnyView>>()
    });
    Some(view! { <h2>{all.declarations().parts}</h2> {body} }.into_any())
}

/// Lists the files that the server has received, each with the first 16 characters of its SHA-256 hash.
fn received_files(words: &'static SubmitWords, files: Vec<ReceivedFile>) -> AnyView {
    if files.is_empty() {
        return view! { <p>{words.nothing_received}</p> }.into_any();
    }
    let rows = files
        .into_iter()
        .map(|file| {
            let fingerprint = file.sha256.chars().take(16).collect::<String>();
            view! {
                <li class="received-file">
                    <p class="received-file__component" lang=official()>{file.component_label}</p>
                    <p class="received-file__name" translate="no">{file.name}</p>
                    <p class="received-file__detail">
                        {display_file_size(file.size)} " · " {words.received_file} " · " {words.fingerprint} " "
                        <span translate="no">{fingerprint}</span>
                    </p>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="received-files">{rows}</ul> }.into_any()
}

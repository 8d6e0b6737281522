//! The sections of «Dữ liệu của tôi». Numbers are masked and the answers of forms are hidden until the citizen asks to
//! see everything in full, because other people may see the screen.

use contract::account_data::AccountData;
use contract::consent::Consent;
use contract::dossier::Dossier;
use contract::draft::Draft;
use contract::session::Device;
use leptos::prelude::*;

use super::account_summary::account_rows;
use super::consent_card::consent_history;
use crate::answers::past_answers::past_answers;
use crate::i18n::Words;
use crate::i18n::account::DataWords;
use crate::page::dates::{format_date, format_time};
use crate::page::status_text::status_badge;
use crate::routes::{self, DraftStep};
use crate::ui::{Badge, LinkCard, MixedText, SummaryList, SummaryRow};

/// The section with the account's data.
pub(super) fn account_section(words: Words, data: &AccountData, in_full: bool) -> AnyView {
    let text = words.account();
    let mut rows = account_rows(&text.overview, &data.account, in_full);
    // A row for each account at an identity provider that is linked to this account.
    rows.extend(data.identities.iter().map(|linked| {
        SummaryRow::fact(
            text.data.identity,
            MixedText::verbatim(
                None,
                [linked.provider.as_str(), ": ", &linked.subject].concat(),
            ),
        )
    }));
    rows.push(SummaryRow::fact(
        text.data.registered_at,
        MixedText::verbatim(None, format_time(&data.registered_at)),
    ));
    view! {
        <h2>{text.data.account}</h2>
        <SummaryList rows=Signal::stored(rows) />
    }
    .into_any()
}

/// The section with the dossiers that the citizen has sent.
pub(super) fn dossiers_section(words: Words, dossiers: Vec<Dossier>, in_full: bool) -> AnyView {
    let text = words.following();
    let item = |dossier: Dossier| {
        let names = dossier.files.into_iter().map(|file| file.name);
        // Only the names of the files are listed. The files themselves can be opened on the page of the dossier.
        let files = file_names(&words.account().data, names);
        let answers = in_full.then(|| past_answers(dossier.form, dossier.answers));
        let sent = [text.sent_at, ": ", &format_time(&dossier.sent_at)].concat();
        view! {
            <li class="stack stack--compact">
                <LinkCard
                    href=routes::dossier(&dossier.code)
                    title=MixedText::of(words.official(), dossier.procedure.name)
                >
                    <p>
                        <Badge kind=status_badge(
                            dossier.status,
                        )>{text.status(dossier.status).name}</Badge>
                    </p>
                    <p translate="no">{dossier.code.clone()}</p>
                    <p lang=words.official()>{dossier.agency_name}</p>
                    <p>{sent}</p>
                    {files}
                </LinkCard>
                {answers}
            </li>
        }
        .into_any()
    };
    section(
        &words.account().data,
        words.account().data.dossiers,
        dossiers.into_iter().map(item).collect(),
    )
}

/// The section with the drafts, which are not sent yet.
pub(super) fn drafts_section(words: Words, drafts: Vec<Draft>, in_full: bool) -> AnyView {
    let text = words.following();
    let item = |draft: Draft| {
        let names = draft.attachments.into_iter().map(|file| file.name);
        let files = file_names(&words.account().data, names);
        let answers = in_full.then(|| past_answers(draft.form, draft.answers));
        let changed = text.changed_at.to_owned() + &format_time(&draft.updated_at);
        let expires = text.expires_on.to_owned() + &format_date(&draft.expires_on);
        view! {
            <li class="stack stack--compact">
                <LinkCard
                    href=routes::draft(&draft.id, DraftStep::Form(1))
                    title=MixedText::of(words.official(), draft.procedure_name)
                >
                    <p lang=words.official()>{draft.agency_name}</p>
                    <p>{changed}</p>
                    <p>{expires}</p>
                    {files}
                </LinkCard>
                {answers}
            </li>
        }
        .into_any()
    };
    section(
        &words.account().data,
        words.account().data.drafts,
        drafts.into_iter().map(item).collect(),
    )
}

/// The section with all consents that the citizen has ever given.
pub(super) fn consents_section(words: Words, consents: Vec<Consent>) -> AnyView {
    let text = words.account();
    let body = match consents.is_empty() {
        true => view! { <p>{text.data.nothing}</p> }.into_any(),
        false => consent_history(&text.consents, consents),
    };
    view! {
        <h2>{text.data.consents}</h2>
        {body}
    }
    .into_any()
}

/// The section with the devices on which the citizen is signed in.
pub(super) fn devices_section(words: Words, devices: Vec<Device>) -> AnyView {
    let text = &words.account().devices;
    // The name of a device is known only if its browser has sent it.
    let row = |device: Device| {
        SummaryRow::fact(
            match device.name.is_empty() {
                true => text.unknown.to_owned(),
                false => device.name,
            },
            [text.signed_in_at, &format_time(&device.begun_at)].concat(),
        )
    };
    let rows: Vec<SummaryRow> = devices.into_iter().map(row).collect();
    view! {
        <h2>{words.account().data.devices}</h2>
        <SummaryList rows=Signal::stored(rows) />
    }
    .into_any()
}

/// A section with a heading and a list. If the list is empty, a sentence says so.
fn section(text: &'static DataWords, heading: &'static str, items: Vec<AnyView>) -> AnyView {
    let body = match items.is_empty() {
        true => view! { <p>{text.nothing}</p> }.into_any(),
        false => view! { <ul class="cards">{items}</ul> }.into_any(),
    };
    view! {
        <h2>{heading}</h2>
        {body}
    }
    .into_any()
}

/// The names of the attached files, in one line. `None` if there are no files.
fn file_names(
    text: &'static DataWords,
    names: impl Iterator<Item = String>,
) -> Option<impl IntoView> {
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| view! { <p>{text.files} {names.join(", ")}</p> })
}

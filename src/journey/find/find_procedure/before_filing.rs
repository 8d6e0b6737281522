//! What the citizen should know before they file (R4.20–R4.22): conditions, processing time, fees, and the steps of
//! filing.

use contract::procedure::{Channel, Procedure};
use leptos::prelude::*;

use super::record_text::{self, is_filed_online};
use crate::i18n::find_procedure::RecordWords;
use crate::i18n::{Words, use_words};
use crate::page::navigation::use_sign_in_href;
use crate::reactive::dynamic;
use crate::routes;
use crate::session::{Visitor, use_session};
use crate::ui::summary_list::{SummaryList, SummaryRow};

/// Shows the conditions, the processing time with the fees, and the steps of filing.
#[component]
pub fn BeforeFiling(
    /// The procedure that the citizen wants to file.
    procedure: Procedure,
) -> impl IntoView {
    let words = use_words();
    let text = words.prepare();
    let cost = cost(&words.find_procedure().record, &procedure);
    let steps = is_filed_online(procedure.level).then(|| {
        let steps = steps(words).into_iter();
        view! {
            <section class="section prose no-print">
                <h2>{text.steps}</h2>
                <ol class="prepare-steps">
                    {steps.map(|step| view! { <li>{step}</li> }).collect_view()}
                </ol>
            </section>
        }
    });
    let account = is_filed_online(procedure.level)
        .then(|| view! { <li>{text.account} <AccountLinks /></li> });
    view! {
        <section class="section prose">
            <h2>{text.conditions}</h2>
            <ul>
                {account}
                <li>{text.person}</li>
                <li>{text.components_ready}</li>
            </ul>
        </section>
        <section class="section">
            <h2>{text.cost}</h2>
            <SummaryList rows=Signal::stored(cost) />
        </section>
        {steps}
    }
}

/// Shows links to the sign-in page and to the registration page if nobody is signed in.
#[component]
fn AccountLinks() -> impl IntoView {
    let words = use_words();
    let session = use_session();
    let sign_in = use_sign_in_href();
    let guest = Memo::new(move |_| session.visitor() == Visitor::Guest);
    dynamic(move || {
        guest.get().then(|| {
            view! {
                " "
                <a href=sign_in()>{words.shell().sign_in}</a>
                " "
                {words.prepare().account_or}
                " "
                <a href=routes::register()>{words.shell().register}</a>
            }
        })
    })
}

/// Rows with the processing time and the fees for filing online.
pub(super) fn cost(words: &RecordWords, procedure: &Procedure) -> Vec<SummaryRow> {
    let mut methods = procedure.methods.iter();
    let online = methods.find(|method| method.channel == Channel::Online);
    let time = online.and_then(|method| method.time.as_ref());
    let time = time.map_or_else(
        || words.time_unknown.to_owned(),
        |time| record_text::time_limit(words, time),
    );
    let fees = online.map(|method| method.fees.as_slice());
    let mut rows = vec![SummaryRow::fact(words.time, time)];
    match fees.unwrap_or_default() {
        [] => rows.push(SummaryRow::fact(words.fees, words.fees_unknown)),
        fees => rows.extend(
            fees.iter()
                .map(|fee| SummaryRow::fact(words.fees, record_text::fee_text(words, fee))),
        ),
    }
    rows
}

/// The names of the filing steps (R4.8–R4.13), in their order.
fn steps(words: Words) -> [&'static str; 6] {
    let text = words.fill_form();
    [
        text.step_agency,
        text.step_form,
        text.step_declarations,
        text.step_attachments,
        text.step_delivery,
        text.step_review,
    ]
}

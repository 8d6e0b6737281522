//! The page of a fee: what, why, how much and until when; every way to pay it; what became of a payment; and the receipt
//! (biên lai) once it is paid. The payment page leads back here. A new state appears while the page is open.

use contract::dossier::Dossier;
use contract::endpoints::GET_DOSSIER;
use contract::payment::{DossierFee, FeeProof, FeeState};
use domain::format::display_money;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use super::fee_lines::fee_lines;
use super::fee_receipt::fee_receipt;
use super::fees_section::{badge, is_asked};
use super::online_payment::{OnlinePayment, PaymentFailure};
use super::payment_outcome::PaymentOutcome;
use super::transfer::TransferSection;
use crate::api::{ClientError, Load, use_api};
use crate::browser::query;
use crate::browser::window_listener::WindowListener;
use crate::i18n::fees::FeeWords;
use crate::i18n::{official, use_words};
use crate::journey::following::live::{change_announcement, keeps_page, watch_changes};
use crate::page::dates::{format_date, format_time};
use crate::page::load_errors::Loaded;
use crate::reactive::dynamic;
use crate::routes;
use crate::ui::page::Page;
use crate::ui::{
    Badge, ButtonKind, ButtonLink, Disclosure, MixedText, Notice, NoticeKind, SummaryList,
    SummaryRow,
};

/// The page of a fee.
#[component]
pub fn FeePage(
    /// Code of the dossier.
    code: String,
    /// Id of the fee.
    fee: String,
) -> impl IntoView {
    let words = use_words().fees();
    let api = use_api();
    let search = use_location().search;
    let returned = query::value(&search.get_untracked(), "payment");
    let stored = StoredValue::new((code.clone(), fee));
    let load = RwSignal::new(Load::Waiting);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ClientError>);
    let explains_reason = RwSignal::new(false);
    let reload = Callback::new(move |()| {
        let (code, _) = stored.get_value();
        spawn_local(async move {
            let answer = api.get(&GET_DOSSIER, &[&code], "").await;
            let keep = load.try_with_untracked(|load: &Load<Dossier>| keeps_page(load, &answer));
            if keep == Some(false) {
                load.try_set(answer.map_or_else(Load::Failed, Load::Ready));
            }
        });
    });
    reload.run(());
    // The Back button of the payment page shows this page as it was left, with a busy button.
    let _listener = StoredValue::new_local(WindowListener::on_return(move || {
        busy.try_set(false);
        reload.try_run(());
    }));
    // Counts the changes, because a payment may change without the fee.
    let changes = RwSignal::new(0_u32);
    watch_changes(Callback::new(move |changed: Option<String>| {
        let is_ours = stored.try_with_value(|(code, _)| changed.is_none_or(|it| it == *code));
        if is_ours == Some(true) {
            reload.try_run(());
            changes.try_update(|count| *count = count.wrapping_add(1));
        }
    }));
    let has_returned = returned.is_some();
    let announcement = change_announcement(load, move |before, now| {
        let (_, id) = stored.get_value();
        let state = |dossier: &Dossier| {
            let mut fees = dossier.fees.iter();
            fees.find(|fee| fee.id == id).map(|fee| fee.state)
        };
        let state = state(now).filter(|now| state(before) != Some(*now))?;
        // The notice about the payment says it already.
        let is_told = has_returned || state == FeeState::Pending;
        (!is_told).then(|| words.state(state).to_owned())
    });
    let draw = Callback::new(move |dossier: Dossier| {
        let (_, id) = stored.get_value();
        let fee = dossier.fees.into_iter().find(|fee| fee.id == id);
        match fee {
            Some(fee) => draw_fee(fee, busy, failure, explains_reason, reload),
            None => view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{words.unknown}</p>
                </Notice>
            }
            .into_any(),
        }
    });
    // The outcome is outside of what is drawn again, so that a reload doesn't announce it again.
    let latest = Memo::new(move |_| {
        let latest = load.with(|load| match load {
            Load::Ready(dossier) => {
                let (_, id) = stored.get_value();
                let fee = dossier.fees.iter().find(|fee| fee.id == id);
                fee.and_then(|fee| fee.payment.clone())
            }
            Load::Waiting | Load::Failed(_) => None,
        });
        returned
            .clone()
            .map(|id| (id, true))
            .or(latest.map(|id| (id, false)))
    });
    let outcome = dynamic(move || {
        let (id, returned) = latest.get()?;
        Some(view! { <PaymentOutcome id returned reload changes /> })
    });
    let back = routes::dossier(&code);
    view! {
        <Page title=words.title>
            <div class="stack">
                {announcement}
                {outcome}
                <PaymentFailure failure />
                <Loaded load=load on_retry=reload ready=draw />
                <p class="no-print">
                    <ButtonLink kind=ButtonKind::Plain href=back>{words.back}</ButtonLink>
                </p>
            </div>
        </Page>
    }
}

fn draw_fee(
    fee: DossierFee,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<ClientError>>,
    explains_reason: RwSignal<bool>,
    reload: Callback<()>,
) -> AnyView {
    let words = use_words().fees();
    let receipt = fee.receipt.as_ref();
    let receipt = receipt.map(|receipt| fee_receipt(words, &fee, receipt));
    let online = fee.online.then(|| {
        let (dossier, fee) = (fee.dossier.clone(), fee.id.clone());
        view! { <OnlinePayment dossier fee busy failure reload /> }
    });
    let transfer = fee.transfer.clone().map(|transfer| {
        view! { <TransferSection transfer total=fee.total /> }
    });
    let rows = Signal::stored(facts(words, &fee));
    let (state, reason) = (fee.state, fee.reason.clone());
    view! {
        <div class="stack">
            <p class="fee__head">
                <span class="fee__amount fee__amount--large" translate="no">{display_money(fee.total)}</span>
                <Badge kind=badge(state)>{words.state(state)}</Badge>
            </p>
            {state_notice(words, &fee)}
            {receipt}
            {online}
            {transfer}
            {counter(words, &fee)}
            {proof(words, &fee)}
            <section class="section">
                <h2>{words.lines}</h2>
                {fee_lines(words, &fee)}
                <SummaryList rows=rows />
                <Disclosure summary=words.why opened=Some(explains_reason)>
                    <p>{words.why_text} <span lang=official()>{reason}</span></p>
                </Disclosure>
            </section>
        </div>
    }
    .into_any()
}

fn facts(words: &FeeWords, fee: &DossierFee) -> Vec<SummaryRow> {
    let until = fee.until.as_ref().filter(|_| is_asked(fee.state));
    let rows = [
        Some((words.reason, MixedText::of(official(), &fee.reason))),
        until.map(|day| (words.until, MixedText::verbatim(None, format_date(day)))),
        Some((
            words.asked_at,
            MixedText::verbatim(None, format_time(&fee.requested_at)),
        )),
        Some((words.dossier, MixedText::verbatim(None, &fee.dossier))),
    ];
    rows.into_iter()
        .flatten()
        .map(|(key, value)| SummaryRow::fact(key, value))
        .collect()
}

/// What the state means for the citizen, if they can't just pay.
fn state_notice(words: &'static FeeWords, fee: &DossierFee) -> Option<AnyView> {
    let (kind, sentence) = match fee.state {
        FeeState::Pending => (NoticeKind::Warning, words.pending_help),
        FeeState::Expired => (NoticeKind::Error, words.expired_help),
        _ if fee.total == 0 => (NoticeKind::Success, words.free),
        _ => return None,
    };
    Some(
        view! {
            <Notice kind=kind>
                <p>{sentence}</p>
            </Notice>
        }
        .into_any(),
    )
}

/// Where the fee can be paid in person, as long as it must be paid.
fn counter(words: &'static FeeWords, fee: &DossierFee) -> Option<AnyView> {
    let counter = fee.counter.clone().filter(|_| is_asked(fee.state))?;
    let code = fee.dossier.clone();
    Some(
        view! {
            <section class="section no-print">
                <h2>{words.counter}</h2>
                <p>{words.counter_help} <b lang=official()>{counter}</b></p>
                <p>{words.counter_tell} <b translate="no">{code}</b></p>
            </section>
        }
        .into_any(),
    )
}

/// Whether the receipt of the bank or treasury must be handed in.
fn proof(words: &'static FeeWords, fee: &DossierFee) -> Option<AnyView> {
    let (kind, sentence) = match fee.proof {
        FeeProof::Required if is_asked(fee.state) => (NoticeKind::Warning, words.proof_required),
        FeeProof::Received if is_asked(fee.state) => (NoticeKind::Info, words.proof_received),
        _ => return None,
    };
    let link = (fee.proof == FeeProof::Required).then(|| {
        let href = routes::reply(&fee.dossier, "payment_proof", Some(&fee.id));
        view! { <ButtonLink kind=ButtonKind::Secondary href=href>{words.proof_send}</ButtonLink> }
    });
    Some(
        view! {
            <Notice kind=kind>
                <p>{sentence}</p>
                {link}
            </Notice>
        }
        .into_any(),
    )
}

//! The fees on the page of a dossier: what, how much, until when, and a link to the page on which the citizen pays.

use contract::dossier::Dossier;
use contract::payment::{DossierFee, FeeState};
use domain::format::display_money;
use leptos::prelude::*;

use crate::i18n::fees::FeeWords;
use crate::i18n::{official, use_words};
use crate::page::dates::format_date;
use crate::routes;
use crate::ui::{Badge, BadgeKind, ButtonKind, ButtonLink, MixedText};

/// Renders the fees of a dossier. `None` if the office has asked for none.
pub fn fees_section(dossier: &Dossier) -> Option<AnyView> {
    if dossier.fees.is_empty() {
        return None;
    }
    let words = use_words().fees();
    let fees: Vec<AnyView> = dossier.fees.iter().map(|fee| card(words, fee)).collect();
    Some(
        view! {
            <section class="section">
                <h2>{words.section}</h2>
                <ol class="fees">{fees}</ol>
            </section>
        }
        .into_any(),
    )
}

fn card(words: &'static FeeWords, fee: &DossierFee) -> AnyView {
    let (state, total) = (fee.state, display_money(fee.total));
    let href = routes::fee(&fee.dossier, &fee.id);
    let (label, button) = match fee.state {
        FeeState::Waiting => (words.open_to_pay, ButtonKind::Primary),
        FeeState::Paid if fee.receipt.is_some() => (words.open_receipt, ButtonKind::Secondary),
        _ => (words.open, ButtonKind::Secondary),
    };
    let until = fee.until.as_ref().filter(|_| is_asked(fee.state));
    let until = until.map(|until| {
        let day = MixedText::verbatim(None, format_date(until)).render();
        view! { <p>{words.until} ": " {day}</p> }
    });
    let reason = fee.reason.clone();
    let hidden = reason.clone();
    view! {
        <li class="fee">
            <p class="fee__head">
                <span class="fee__amount" translate="no">{total}</span>
                <Badge kind=badge(state)>{words.state(state)}</Badge>
            </p>
            <p lang=official()>{reason}</p>
            {until}
            <p>
                <ButtonLink kind=button href=href>
                    {label}
                    <span class="visually-hidden" lang=official()>": " {hidden}</span>
                </ButtonLink>
            </p>
        </li>
    }
    .into_any()
}

/// Whether the office still asks for a fee in this state.
pub(super) const fn is_asked(state: FeeState) -> bool {
    !matches!(state, FeeState::Paid | FeeState::Cancelled)
}

/// The colour of a state.
pub(super) const fn badge(state: FeeState) -> BadgeKind {
    match state {
        FeeState::Waiting => BadgeKind::Warning,
        FeeState::Pending => BadgeKind::Accent,
        FeeState::Paid => BadgeKind::Success,
        FeeState::Expired => BadgeKind::Error,
        FeeState::Cancelled | FeeState::Other(_) => BadgeKind::Neutral,
    }
}

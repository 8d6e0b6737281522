//! The receipt (biên lai) of a paid fee, on the screen and on paper.

use contract::payment::{DossierFee, FeeReceipt};
use domain::format::display_money;
use leptos::prelude::*;

use crate::i18n::fees::FeeWords;
use crate::i18n::official;
use crate::page::dates::format_time;
use crate::page::print_button::PrintButton;
use crate::ui::{MixedText, SummaryList, SummaryRow};

/// Renders the receipt with the button that prints it.
pub(super) fn fee_receipt(
    words: &'static FeeWords,
    fee: &DossierFee,
    receipt: &FeeReceipt,
) -> AnyView {
    let rows = rows(words, fee, receipt);
    view! {
        <section class="section fee-receipt">
            <h2>{words.receipt}</h2>
            <SummaryList rows=Signal::stored(rows) />
            <PrintButton label=words.print />
        </section>
    }
    .into_any()
}

fn rows(words: &FeeWords, fee: &DossierFee, receipt: &FeeReceipt) -> Vec<SummaryRow> {
    let code = |text: &str| MixedText::verbatim(None, text);
    let transaction = receipt.transaction.as_deref();
    let facts = [
        Some((words.receipt_number, code(&receipt.number))),
        Some((words.dossier, code(&fee.dossier))),
        Some((words.amount, code(&display_money(fee.total)))),
        Some((words.receipt_at, code(&format_time(&receipt.issued_at)))),
        Some((words.payer, MixedText::verbatim(official(), &receipt.payer))),
        Some((
            words.collector,
            MixedText::verbatim(official(), &receipt.collector),
        )),
        Some((
            words.payment_method,
            words.payment_method(receipt.paid_by).into(),
        )),
        transaction.map(|number| (words.transaction, code(number))),
    ];
    facts
        .into_iter()
        .flatten()
        .map(|(key, value)| SummaryRow::fact(key, value))
        .collect()
}

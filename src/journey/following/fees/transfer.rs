//! The bank transfer: the account, the amount and the text to copy, and the VietQR code, which is drawn on the phone and
//! can be saved as a picture.

use contract::payment::BankTransfer;
use domain::format::display_money;
use domain::payment::VietQr;
use domain::qr::QrModules;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::picture::PictureDrawing;
use crate::browser::{export, qr_picture};
use crate::i18n::fees::FeeWords;
use crate::i18n::{official, use_words};
use crate::page::picture_button::{PictureButton, PictureWords};
use crate::ui::{Button, ButtonKind};

/// The section that shows how to pay a fee by transfer.
#[component]
pub fn TransferSection(
    /// The account and the text of the transfer.
    transfer: BankTransfer,
    /// Amount in đồng.
    total: u64,
) -> impl IntoView {
    let words = use_words().fees();
    let text = VietQr {
        bin: &transfer.bin,
        account: &transfer.account,
        amount: Some(total),
        content: &transfer.content,
    }
    .text();
    let code = text.and_then(|text| QrModules::of(&text));
    let code = code.map(|code| view! { <TransferCode code transfer=transfer.clone() total /> });
    let announced = RwSignal::new(String::new());
    let amount = total.to_string();
    let rows = [
        (words.bank, transfer.bank_name.clone(), None),
        (
            words.account,
            transfer.account.clone(),
            Some(transfer.account),
        ),
        (words.holder, transfer.holder, None),
        // Banking apps take the amount without dots.
        (words.amount, display_money(total), Some(amount)),
        (
            words.content,
            transfer.content.clone(),
            Some(transfer.content),
        ),
    ];
    let rows: Vec<AnyView> = rows
        .into_iter()
        .map(|(label, shown, copied)| row(words, label, shown, copied, announced))
        .collect();
    view! {
        <section class="section transfer no-print">
            <h2>{words.transfer}</h2>
            <p>{words.transfer_help}</p>
            {code}
            <dl class="transfer__rows">{rows}</dl>
            <p class="visually-hidden" role="status">{announced}</p>
            <p class="muted">{words.transfer_after}</p>
        </section>
    }
}

/// A row with its value. `copied` is what its button copies; without it there is no button.
fn row(
    words: &'static FeeWords,
    label: &'static str,
    shown: String,
    copied: Option<String>,
    announced: RwSignal<String>,
) -> AnyView {
    let button = copied.map(|copied| {
        let copy = Callback::new(move |()| {
            let copied = copied.clone();
            spawn_local(async move {
                let message = match export::copy(&copied).await {
                    true => [words.copied, &copied].concat(),
                    false => words.not_copied.to_owned(),
                };
                announced.try_set(message);
            });
        });
        view! {
            <dd class="transfer__copy">
                <Button kind=ButtonKind::Secondary on_press=copy>
                    {words.copy}
                    <span class="visually-hidden">" " {label}</span>
                </Button>
            </dd>
        }
    });
    view! {
        <div class="transfer__row">
            <dt class="summary__key">{label}</dt>
            <dd class="transfer__value" translate="no" lang=official()>{shown}</dd>
            {button}
        </div>
    }
    .into_any()
}

/// The VietQR code, with the button that saves it as a picture.
#[component]
fn TransferCode(code: QrModules, transfer: BankTransfer, total: u64) -> impl IntoView {
    let words = use_words().fees();
    let (path, size) = (code.svg_path(), code.svg_size().to_string());
    let view_box = ["0 0 ", &size, " ", &size].concat();
    let lines = vec![
        transfer.bank_name,
        [words.account, ": ", &transfer.account].concat(),
        transfer.holder,
        [words.amount, ": ", &display_money(total)].concat(),
        [words.content, ": ", &transfer.content].concat(),
    ];
    let name = [words.file_name, &transfer.content, ".png"].concat();
    let draw = Callback::new(move |()| -> PictureDrawing {
        let (code, lines) = (code.clone(), lines.clone());
        Box::pin(async move { qr_picture::draw_code(&code, &lines).await })
    });
    let picture_words = PictureWords {
        save: words.save_code,
        saved: words.saved,
        shown: words.shown,
        not_saved: words.not_saved,
        alternative: words.code,
    };
    view! {
        <svg class="transfer__code" viewBox=view_box role="img" aria-label=words.code>
            <rect class="transfer__light" width="100%" height="100%"></rect>
            <path class="transfer__dark" d=path></path>
        </svg>
        <div>
            <PictureButton words=picture_words draw=draw file_name=name />
        </div>
    }
}

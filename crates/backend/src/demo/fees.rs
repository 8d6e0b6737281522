//! The fees of a dossier at the officer's desk, and the form of a new fee.

use std::collections::BTreeMap;

use contract::limits::{FEE_TOTAL, TEXT_CHARS};
use contract::payment::{FeeLine, FeeLineKind};
use contract::time::Day;
use domain::calendar::Date;
use domain::format::parse_text;
use domain::payment::can_ask_for_fee;
use rusqlite::Transaction;

use crate::dossiers::dossier_store::StoredDossier;
use crate::http::extract::to_nfc;
use crate::payments::fee_desk::{self, NewFee};
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::fees::{self, StoredFee};
use crate::store::payments::{self, StoredPayment};

/// Number of lines in the form of a new fee.
pub(super) const FORM_LINES: usize = 3;

/// The fees of a dossier as the officer sees them.
#[derive(Default)]
pub(super) struct DeskFees {
    /// Whether the officer can ask for a fee now.
    pub(super) can_ask: bool,
    /// The fees, the newest first.
    pub(super) fees: Vec<StoredFee>,
    /// Payments whose money must be paid back.
    pub(super) refunds: Vec<StoredPayment>,
}

/// Loads the fees of a dossier that has no parts.
pub(super) fn load_fees(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
) -> Result<DeskFees, Refusal> {
    let code = &dossier.receipt.code;
    Ok(DeskFees {
        can_ask: can_ask_for_fee(dossier.status),
        fees: fees::list_of_dossier(transaction, code)?,
        refunds: payments::refunds_due(transaction, code)?,
    })
}

/// Stores a fee with an invented amount, for a decision that has no form for it.
pub(super) fn store_example(
    transaction: &Transaction<'_>,
    state: &AppState,
    dossier: &StoredDossier,
    online: bool,
    note: Option<&str>,
) -> Result<(), Refusal> {
    let (kind, name, amount) = match online {
        true => (FeeLineKind::Duty, "Lệ phí giải quyết thủ tục", 8_000),
        false => (
            FeeLineKind::Levy,
            "Nghĩa vụ tài chính theo thông báo",
            100_000,
        ),
    };
    let new = NewFee {
        lines: vec![FeeLine {
            kind,
            name: name.to_owned(),
            amount,
            basis: None,
        }],
        reason: note.unwrap_or("Khoản phải nộp của thủ tục").to_owned(),
        until: None,
        online,
        counter: (!online).then(|| "Kho bạc Nhà nước (bản thử)".to_owned()),
        needs_proof: false,
        holds: true,
    };
    fee_desk::store_fee(transaction, state, dossier, new).map(drop)
}

/// Tells the officer how to write an amount.
pub(super) const WRONG_AMOUNT: &str =
    "Số tiền phải là số đồng, tổng cộng không quá 9.999.999.999.999 đ.";

/// Reads the form of a new fee. The error is a sentence for the officer.
pub(super) fn read_fee(fields: &BTreeMap<String, String>) -> Result<NewFee, &'static str> {
    let text = |name: &str| {
        let text = fields.get(name).map_or("", |text| text.trim());
        match text {
            "" => Ok(None),
            text => parse_text(&to_nfc(text), TEXT_CHARS)
                .map(Some)
                .map_err(|_| "Có nội dung quá dài hoặc có ký tự lạ."),
        }
    };
    let is_checked = |name: &str| fields.contains_key(name);
    let mut lines = Vec::new();
    for number in 1..=FORM_LINES {
        let field = |name: &str| [name, &number.to_string()].concat();
        let (Some(name), amount) = (text(&field("name"))?, text(&field("amount"))?) else {
            continue;
        };
        lines.push(FeeLine {
            kind: fields
                .get(&field("kind"))
                .and_then(|kind| FeeLineKind::from_key(kind))
                .unwrap_or(FeeLineKind::Duty),
            name,
            amount: amount
                .as_deref()
                .and_then(read_amount)
                .ok_or(WRONG_AMOUNT)?,
            basis: text(&field("basis"))?,
        });
    }
    if lines.is_empty() {
        return Err("Hãy ghi ít nhất một khoản: tên và số tiền.");
    }
    let until = match text("until")? {
        Some(day) if Date::parse_iso(&day).is_none() => {
            return Err("Hạn nộp không phải là một ngày.");
        }
        day => day.map(Day),
    };
    let counter = text("counter")?;
    let online = is_checked("online");
    if !online && counter.is_none() {
        return Err("Hãy chọn nộp trực tuyến hoặc ghi nơi nộp trực tiếp.");
    }
    Ok(NewFee {
        lines,
        reason: text("reason")?.ok_or("Hãy ghi lý do thu.")?,
        until,
        online,
        counter,
        needs_proof: is_checked("proof"),
        holds: is_checked("holds"),
    })
}

/// Reads an amount in đồng: `8000`, `8.000` or `8 000 đ`.
fn read_amount(text: &str) -> Option<u64> {
    let digits: String = text
        .trim_end_matches(['đ', ' '])
        .chars()
        .filter(|letter| !matches!(letter, '.' | ' '))
        .collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let amount = digits.parse().ok().filter(|_| is_number);
    amount.filter(|amount| *amount <= FEE_TOTAL)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    fn read(fields: &[(&str, &str)]) -> Result<NewFee, &'static str> {
        let fields = fields.iter();
        read_fee(
            &fields
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        )
    }

    #[test]
    fn reads_amounts_as_offices_write_them() {
        for (text, amount) in [
            ("8000", Some(8_000)),
            ("8.000 đ", Some(8_000)),
            ("0", Some(0)),
            ("10 000 000 000", Some(10_000_000_000)),
            ("-1", None),
            ("1,5", None),
            ("", None),
            ("đ", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(read_amount(text), amount, "{text}");
        }
    }

    #[test]
    fn asks_for_what_a_citizen_needs_to_know() {
        let full = [
            ("kind1", "charge"),
            ("name1", "Phí thẩm định"),
            ("amount1", "50.000"),
            ("reason", "Theo thông báo"),
            ("online", "1"),
            ("until", "2026-12-01"),
        ];
        let fee = read(&full).unwrap();
        assert_eq!((fee.lines.len(), fee.holds, fee.online), (1, false, true));
        for missing in ["name1", "reason", "online"] {
            let fields: Vec<_> = full
                .into_iter()
                .filter(|(name, _)| *name != missing)
                .collect();
            assert!(read(&fields).is_err(), "{missing}");
        }
        let wrong =
            full.map(|(name, value)| (name, if name == "until" { "ngày mai" } else { value }));
        assert!(read(&wrong).is_err());
    }
}

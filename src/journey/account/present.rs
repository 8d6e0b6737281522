//! The account in rows to read.

use contract::account::{Account, Verification};
use domain::format;
use leptos::prelude::*;

use crate::i18n::account::OwnWords;
use crate::i18n::use_words;
use crate::routes;
use crate::ui::{SummaryAction, SummaryRow};

/// The rows of an account, with the way to another phone.
pub(super) fn rows(words: &OwnWords, account: &Account) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    let mut row = |key: &str, value: &str, action| {
        rows.push(SummaryRow {
            key: key.into(),
            value: value.into(),
            action,
        });
    };
    if let Some(organisation) = &account.organisation {
        row(words.organisation, &organisation.name, None);
        row(words.tax_code, &organisation.tax_code, None);
    }
    let name = match account.organisation {
        Some(_) => words.representative,
        None => words.name,
    };
    row(name, &account.name, None);
    if let Some(organisation) = &account.organisation {
        row(words.position, &organisation.position, None);
    }
    let citizen_id = format::mask_citizen_id(&account.citizen_id);
    row(words.citizen_id, &citizen_id, None);
    if let Some(day) = &account.birth_date {
        row(words.birth_date, &format::mask_date(day), None);
    }
    let phone = account.phone.as_deref().map(format::mask_phone);
    let change = SummaryAction {
        href: routes::change_phone(),
        label: words.change.to_owned(),
        context: words.phone.into(),
    };
    row(
        words.phone,
        phone.as_deref().unwrap_or(words.no_phone),
        Some(change),
    );
    let verification = match account.verification {
        Verification::Phone => words.verified_phone,
        Verification::Identity => words.verified_identity,
    };
    row(words.verification, verification, None);
    rows
}

/// The way back from a page below «Tài khoản của tôi».
#[component]
pub fn BackToAccount() -> impl IntoView {
    view! {
        <p>
            <a href=routes::account("")>{use_words().account().own.back}</a>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use contract::account::Organisation;

    fn account(organisation: Option<Organisation>) -> Account {
        Account {
            name: "Nguyễn Thị Thử".to_owned(),
            citizen_id: "001090123456".to_owned(),
            birth_date: None,
            phone: Some("0912345678".to_owned()),
            verification: Verification::Phone,
            organisation,
            lacks_password: false,
        }
    }

    fn shown(account: &Account) -> Vec<String> {
        let rows = rows(&Language::Vi.words().account().own, account);
        rows.iter()
            .map(|row| [&row.key.text(), ": ", &row.value.text()].concat())
            .collect()
    }

    #[test]
    fn citizen_id_and_phone_are_masked() {
        let shown = shown(&account(None)).join("\n");
        assert!(shown.contains("Số định danh: 001•••••3456"), "{shown}");
        assert!(shown.contains("Số điện thoại: 09•• ••• 678"), "{shown}");
    }

    #[test]
    fn an_organisation_stands_before_who_represents_it() {
        let shown = shown(&account(Some(Organisation {
            name: "Công ty Thử".to_owned(),
            tax_code: "0100109106".to_owned(),
            position: "Giám đốc".to_owned(),
        })));
        assert_eq!(
            shown.get(..4).unwrap_or_default(),
            [
                "Tổ chức / doanh nghiệp: Công ty Thử",
                "Mã số thuế: 0100109106",
                "Người đại diện: Nguyễn Thị Thử",
                "Chức vụ: Giám đốc",
            ]
        );
    }
}

//! The account's data as rows of a summary list, and the link that leads back to «Tài khoản của tôi».
//! The page «Dữ liệu của tôi» uses the same rows.

use contract::account::{Account, Verification};
use domain::format;
use leptos::prelude::*;

use crate::i18n::account::AccountOverviewWords;
use crate::i18n::use_words;
use crate::routes;
use crate::ui::{MixedText, SummaryAction, SummaryRow};

/// The rows with the account's data. If `in_full` is true, citizen id, date of birth, phone number and e-mail address
/// are shown without a mask. The rows of the phone number and the address link to the pages that change them.
pub(super) fn account_rows(
    words: &AccountOverviewWords,
    account: &Account,
    in_full: bool,
) -> Vec<SummaryRow> {
    // Masks a value unless the values are shown in full.
    let masked = |value: &str, mask: fn(&str) -> String| match in_full {
        true => value.to_owned(),
        false => mask(value),
    };
    let mut rows = Vec::new();
    let mut row = |key: &str, value: &str, action| {
        rows.push(SummaryRow {
            key: key.into(),
            value: MixedText::verbatim(None, value),
            action,
        });
    };
    if let Some(organisation) = &account.organisation {
        row(words.organisation, &organisation.name, None);
        row(words.tax_code, &organisation.tax_code, None);
    }
    // Every account contains the name of a person. In an organisation's account, this person is the representative.
    let name = match account.organisation {
        Some(_) => words.representative,
        None => words.name,
    };
    row(name, &account.name, None);
    if let Some(organisation) = &account.organisation {
        row(words.position, &organisation.position, None);
    }
    let citizen_id = masked(&account.citizen_id, format::mask_citizen_id);
    row(words.citizen_id, &citizen_id, None);
    if let Some(day) = &account.birth_date {
        row(words.birth_date, &masked(day, format::mask_date), None);
    }
    let phone = account.phone.as_deref();
    let phone = phone.map(|phone| masked(phone, format::mask_phone));
    // The row of the phone number is shown even if the account has none, because the link in this row leads to the page
    // that adds a phone number.
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
    if let Some(email) = &account.email {
        let change = SummaryAction {
            href: routes::change_email(),
            label: words.change.to_owned(),
            context: words.email.into(),
        };
        row(
            words.email,
            &masked(email, format::mask_email),
            Some(change),
        );
    }
    // Either only the phone number is verified, or the citizen's identity is verified too.
    let verification = match account.verification {
        Verification::Phone => words.verified_phone,
        Verification::Identity => words.verified_identity,
        Verification::Other(text) => text.as_str(),
    };
    row(words.verification, verification, None);
    rows
}

/// The link that leads from a page about the account back to «Tài khoản của tôi».
#[component]
pub fn BackToAccount() -> impl IntoView {
    view! {
        <p>
            <a href=routes::account()>{use_words().account().overview.back}</a>
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
            email: None,
            phone_leaves_on: None,
        }
    }

    fn lines(account: &Account, in_full: bool) -> Vec<String> {
        let rows = account_rows(&Language::Vi.words().account().overview, account, in_full);
        rows.iter()
            .map(|row| [&row.key.text(), ": ", &row.value.text()].concat())
            .collect()
    }

    #[test]
    fn masks_citizen_id_and_phone_unless_they_are_shown_in_full() {
        let masked = lines(&account(None), false).join("\n");
        assert!(masked.contains("Số định danh: 001•••••3456"), "{masked}");
        assert!(masked.contains("Số điện thoại: 09•• ••• 678"), "{masked}");
        let whole = lines(&account(None), true).join("\n");
        assert!(whole.contains("Số định danh: 001090123456"), "{whole}");
        assert!(whole.contains("Số điện thoại: 0912345678"), "{whole}");
    }

    #[test]
    fn shows_a_verified_email_address_masked() {
        let account = Account {
            email: Some("lan@example.vn".to_owned()),
            ..account(None)
        };
        let masked = lines(&account, false).join("\n");
        assert!(masked.contains("Email: l••@example.vn"), "{masked}");
        let whole = lines(&account, true).join("\n");
        assert!(whole.contains("lan@example.vn"), "{whole}");
    }

    #[test]
    fn lists_an_organisation_before_its_representative() {
        let account = account(Some(Organisation {
            name: "Công ty Thử".to_owned(),
            tax_code: "0100109106".to_owned(),
            position: "Giám đốc".to_owned(),
        }));
        let lines = lines(&account, false);
        assert_eq!(
            lines.get(..4).unwrap_or_default(),
            [
                "Tổ chức / doanh nghiệp: Công ty Thử",
                "Mã số thuế: 0100109106",
                "Người đại diện: Nguyễn Thị Thử",
                "Chức vụ: Giám đốc",
            ]
        );
    }
}

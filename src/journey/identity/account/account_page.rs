//! The page «Tài khoản của tôi». It shows the account, and links to the pages that change it. After some actions this page
//! opens and tells the citizen what they led to.

use leptos::prelude::*;

use super::account_summary::account_rows;
use super::device_sharing::DeviceSharing;
use crate::i18n::use_words;
use crate::journey::identity::last_outcome::LastOutcome;
use crate::page::dates::format_date;
use crate::reactive::dynamic;
use crate::routes;
use crate::session::portal_features::use_feature;
use crate::session::{Visitor, use_session};
use crate::ui::page::Page;
use crate::ui::{Notice, NoticeKind, SummaryList};

/// The page «Tài khoản của tôi».
/// It sends no request, because the session already holds the account.
#[component]
pub fn AccountPage() -> impl IntoView {
    let words = use_words();
    let text = &words.account().overview;
    let session = use_session();
    let rows = Signal::derive(move || match session.visitor() {
        Visitor::Citizen(account) => account_rows(text, &account, false),
        Visitor::Unknown | Visitor::Guest => Vec::new(),
    });
    let told = match LastOutcome::take() {
        Some(LastOutcome::PhoneChanged) => Some((NoticeKind::Success, text.phone_changed)),
        Some(LastOutcome::DeviceNotShared) => {
            Some((NoticeKind::Warning, words.sign_in().shared_device.not_yet))
        }
        _ => None,
    };
    let notice = told.map(|(kind, message)| {
        view! {
            <Notice kind=kind announce=true>
                <p>{message}</p>
            </Notice>
        }
    });
    // An account that was created through an identity provider may have no password yet.
    let password = match session.account() {
        Some(account) if account.lacks_password => words.account().password.first,
        _ => text.password,
    };
    let links = [
        (routes::change_password(), password),
        (routes::change_phone(), text.phone_change),
        (routes::devices(), text.devices),
        (routes::consents(), text.consents),
        (routes::account_data(), text.data),
        (routes::close_account(), text.close),
    ];
    let links = links.map(|(href, label)| {
        view! {
            <li>
                <a href=href>{label}</a>
            </li>
        }
    });
    let has_notices = use_feature(|parts| parts.notices);
    let notice_settings = dynamic(move || {
        (has_notices.get() == Some(true)).then(|| {
            view! {
                <li>
                    <a href=routes::notice_settings()>{words.notice_settings().title}</a>
                </li>
            }
        })
    });
    let phone_notice = dynamic(move || match session.visitor() {
        Visitor::Citizen(account) => account.phone_leaves_on.map(|day| {
            let (before, after) = match account.phone {
                Some(_) => (text.phone_leaves_before, text.phone_leaves_after),
                None => (text.phone_left_before, text.phone_left_after),
            };
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{before} {format_date(&day)} {after}</p>
                </Notice>
            }
        }),
        Visitor::Unknown | Visitor::Guest => None,
    });
    view! {
        <Page title=text.title>
            {notice}
            {phone_notice}
            <SummaryList rows=rows />
            <h2>{text.actions}</h2>
            <ul class="link-list">{notice_settings}{links}</ul>
            <DeviceSharing />
        </Page>
    }
}

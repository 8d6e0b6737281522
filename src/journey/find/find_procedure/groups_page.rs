//! The page «DỊCH VỤ CÔNG LIÊN THÔNG» (R4.7). It lists the groups of procedures that can be filed together, and links
//! to «TRA CỨU HỒ SƠ» (R4.14).

use leptos::prelude::*;

use super::catalogue::use_catalogue;
use super::result_list::ResultList;
use crate::api::Load;
use crate::i18n::use_words;
use crate::page::load_errors::ErrorNotice;
use crate::reactive::dynamic;
use crate::routes;
use crate::session::portal_features::use_feature;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

/// The page that lists the groups of procedures.
#[component]
pub fn GroupsPage() -> impl IntoView {
    let words = use_words();
    let text = &words.find_procedure().groups;
    let has_groups = use_feature(|parts| parts.groups);
    let has_look_up = use_feature(|parts| parts.lookup);
    let none = move || {
        view! {
            <p>{text.unavailable}</p>
            <p>
                <ButtonLink href=routes::procedures("") kind=ButtonKind::Secondary>
                    {words.shell().all}
                </ButtonLink>
            </p>
        }
    };
    let content = dynamic(move || match has_groups.get() {
        Some(false) => none().into_any(),
        Some(true) | None => view! { <Groups /> }.into_any(),
    });
    let look_up = dynamic(move || {
        (has_look_up.get() == Some(true)).then(|| {
            view! {
                <p>
                    <ButtonLink href=routes::look_up_dossier() kind=ButtonKind::Secondary>
                        {text.look_up}
                    </ButtonLink>
                </p>
            }
        })
    });
    view! {
        <Page title=text.title>
            <p class="lede">{text.intro}</p>
            {content}
            {look_up}
        </Page>
    }
}

/// Shows the list of the groups that the catalogue contains.
#[component]
fn Groups() -> impl IntoView {
    let words = use_words();
    let text = &words.find_procedure().groups;
    let (catalogue, reload) = use_catalogue();
    let found = Memo::new(move |_| {
        let all = catalogue.ready()?;
        let entries = all.catalogue.procedures.iter().enumerate();
        let groups = entries.filter(|(_, entry)| entry.group);
        Some(groups.map(|(place, _)| place).collect::<Vec<_>>())
    });
    dynamic(move || match catalogue.load().get() {
        Load::Waiting => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=reload /> }.into_any()
        }
        Load::Ready(_) if found.with(|found| *found == Some(Vec::new())) => {
            view! { <p>{text.unavailable}</p> }.into_any()
        }
        Load::Ready(all) => view! {
            <section class="section">
                <h2>{text.choose}</h2>
                <ResultList all=all found=found />
            </section>
        }
        .into_any(),
    })
}

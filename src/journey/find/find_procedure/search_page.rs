//! The page «Dịch vụ công trực tuyến» (R1.11–R1.17): search field, filters and results. The results change with every
//! typed character. The URL is updated too: while the citizen types, the current history entry is replaced; a changed
//! filter adds a history entry. The search field keeps the focus.

use domain::search::{count_facets, search};
use leptos::html::H2;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::catalogue::use_catalogue;
use super::filters::FilterFields;
use super::result_list::ResultList;
use super::search_criteria::{Criteria, SearchFields};
use super::search_form::SearchForm;
use crate::api::Load;
use crate::browser::clock::Timer;
use crate::browser::page::is_wide;
use crate::i18n::find_procedure::FindProcedureWords;
use crate::i18n::use_words;
use crate::page::load_errors::ErrorNotice;
use crate::reactive::{dynamic, effect};
use crate::routes;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::disclosure::Disclosure;
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

/// Delay between the last typed character and the update of the URL, in milliseconds.
const PAUSE_MS: i32 = 250;

/// The page that searches all procedures.
#[component]
pub fn SearchPage() -> impl IntoView {
    let words = use_words();
    let text = words.find_procedure();
    let (catalogue, reload) = use_catalogue();
    let fields = SearchFields::new();
    let criteria = Memo::new(move |_| fields.criteria());
    let announcement = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let all = catalogue.ready()?;
        criteria.with(|now| Some(search(&all.index, &now.text, &now.filters)))
    });
    let counts = Memo::new(move |_| {
        let all = catalogue.ready()?;
        criteria.with(|now| Some(count_facets(&all.index, &now.text, &now.filters)))
    });
    let update_url = sync_url(fields, criteria);
    let announce = move || {
        let count = found.with_untracked(|found| found.as_ref().map(Vec::len));
        announcement.set(
            count
                .map(|count| result_count(text, count))
                .unwrap_or_default(),
        );
    };
    let is_loaded = Memo::new(move |_| found.with(Option::is_some));
    effect(move || {
        if is_loaded.get() {
            announce();
        }
    });
    let pause = StoredValue::new_local(None::<Timer>);
    let typed = Callback::new(move |()| {
        let timer = Timer::after(PAUSE_MS, move || {
            update_url.run(false);
            announce();
        });
        pause.set_value(Some(timer));
    });
    let chosen = Callback::new(move |()| {
        update_url.run(true);
        announce();
    });
    let clear = Callback::new(move |()| {
        fields.set(&Criteria::default());
        update_url.run(true);
        announce();
    });
    let heading = NodeRef::<H2>::new();
    // Moves the focus to the heading above the results. This closes the phone's keyboard, and makes a screen reader
    // read the number of results.
    let show_results = Callback::new(move |()| {
        update_url.run(false);
        if let Some(heading) = heading.get_untracked() {
            drop(heading.focus());
        }
    });
    // If a filter is set, the filters are shown open, even on a phone after a reload. Otherwise they are open only on a
    // wide screen.
    let filters_open = is_wide() || criteria.with_untracked(Criteria::filter_count) > 0;
    let summary = Signal::derive(move || match criteria.with(Criteria::filter_count) {
        0 => text.filters.to_owned(),
        some => [text.filters, " (", &some.to_string(), ")"].concat(),
    });
    let results = dynamic(move || match catalogue.load().get() {
        Load::Waiting => view! { <Skeleton lines=6 label=words.errors().loading /> }.into_any(),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=reload /> }.into_any()
        }
        Load::Ready(all) => view! {
            <h2 node_ref=heading tabindex="-1">
                {dynamic(move || {
                    match found.with(|found| found.as_ref().map_or(0, Vec::len)) {
                        0 => text.no_results.to_owned(),
                        count => result_count(text, count),
                    }
                })}
            </h2>
            <ResultList all=all found=found />
            <div class="stack" hidden=move || !found.with(|found| *found == Some(Vec::new()))>
                <p>{text.no_results_help}</p>
                <div class="actions">
                    <Button kind=ButtonKind::Secondary on_press=clear>{text.clear}</Button>
                </div>
            </div>
        }
        .into_any(),
    });
    view! {
        <Page title=text.title>
            <SearchForm
                text=fields.text
                label=text.submit
                on_search=show_results
                on_input=typed
                on_blur=move |()| update_url.run(false)
            />
            <div class="sidebar-layout">
                <Disclosure summary=summary open=filters_open>
                    <FilterFields fields=fields counts=counts on_change=chosen />
                </Disclosure>
                <section class="results">{results}</section>
            </div>
            <p class="visually-hidden" role="status">
                {announcement}
            </p>
        </Page>
    }
}

/// Keeps the fields and the URL in sync. The returned callback writes the fields into the URL. With the argument
/// `true`, the callback adds a history entry, so that the Back button undoes the change. If the URL changes in another
/// way (Back button, a link), the fields are set from the URL.
fn sync_url(fields: SearchFields, criteria: Memo<Criteria>) -> Callback<bool> {
    let location = use_location().search;
    let navigate = use_navigate();
    let start = location.with_untracked(|search| Criteria::parse(search));
    fields.set(&start);
    let written = StoredValue::new(start);
    effect(move || {
        let there = location.with(|search| Criteria::parse(search));
        // If this page wrote the URL itself, don't set the fields from it: the citizen may have typed more since then.
        if written.with_value(|written| *written != there) {
            fields.set(&there);
            written.set_value(there);
        }
    });
    Callback::new(move |push: bool| {
        let Some(now) = criteria.try_get_untracked() else {
            return;
        };
        if written.with_value(|written| *written == now) {
            return;
        }
        let route = routes::procedures(&now.to_query());
        written.set_value(now);
        let options = NavigateOptions {
            resolve: false,
            replace: !push,
            scroll: false,
            ..Default::default()
        };
        navigate(&route, options);
    })
}

/// The number of results as text: «Có 12 thủ tục».
fn result_count(text: &FindProcedureWords, count: usize) -> String {
    match count {
        0 => text.no_results.to_owned(),
        _ => [text.found_before, &count.to_string(), text.found_after].concat(),
    }
}

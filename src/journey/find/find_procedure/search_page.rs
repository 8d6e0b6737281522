//! «Dịch vụ công trực tuyến» (R1.11–R1.17): search, filters and results. What is typed answers at once; the
//! address follows, replaced while typing and pushed when a filter changes. The field never loses the focus.

use domain::search::{facets, search};
use leptos::html::H2;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::catalogue::use_catalogue;
use super::criteria::{Asked, Criteria};
use super::filters::FilterFields;
use super::result_list::ResultList;
use super::search_form::SearchForm;
use crate::api::Load;
use crate::browser::clock::Timer;
use crate::browser::page::is_wide;
use crate::i18n::find_procedure::FindProcedureWords;
use crate::i18n::use_words;
use crate::page::load_errors::ErrorNotice;
use crate::routes;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::disclosure::Disclosure;
use crate::ui::page::Page;
use crate::ui::skeleton::Skeleton;

/// The address follows so long after the last letter, in milliseconds.
const SETTLED_MS: i32 = 250;

/// The list of all procedures.
#[component]
pub fn SearchPage() -> impl IntoView {
    let words = use_words();
    let text = words.find_procedure();
    let (catalogue, ask) = use_catalogue();
    let asked = Asked::new();
    let criteria = Memo::new(move |_| asked.criteria());
    let said = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let all = catalogue.ready()?;
        criteria.with(|now| Some(search(&all.index, &now.text, &now.filters)))
    });
    let counts = Memo::new(move |_| {
        let all = catalogue.ready()?;
        criteria.with(|now| Some(facets(&all.index, &now.text, &now.filters)))
    });
    let write = address_follows(asked, criteria);
    let tell = move || {
        let count = found.with_untracked(|found| found.as_ref().map(Vec::len));
        said.set(
            count
                .map(|count| count_words(text, count))
                .unwrap_or_default(),
        );
    };
    let arrived = Memo::new(move |_| found.with(Option::is_some));
    Effect::new(move |_| {
        if arrived.get() {
            tell();
        }
    });
    let pause = StoredValue::new_local(None::<Timer>);
    let typed = Callback::new(move |()| {
        let timer = Timer::after(SETTLED_MS, move || {
            write.run(false);
            tell();
        });
        pause.set_value(Some(timer));
    });
    let chosen = Callback::new(move |()| {
        write.run(true);
        tell();
    });
    let clear = Callback::new(move |()| {
        asked.take(&Criteria::default());
        write.run(true);
        tell();
    });
    let heading = NodeRef::<H2>::new();
    // The phone's keyboard goes away, and a screen reader reads how much was found.
    let show_results = Callback::new(move |()| {
        write.run(false);
        if let Some(heading) = heading.get_untracked() {
            drop(heading.focus());
        }
    });
    // What narrows the list stays in sight, on a phone after a reload too.
    let filters_open = is_wide() || criteria.with_untracked(Criteria::narrowed) > 0;
    let summary = Signal::derive(move || match criteria.with(Criteria::narrowed) {
        0 => text.filters.to_owned(),
        some => [text.filters, " (", &some.to_string(), ")"].concat(),
    });
    let results = move || match catalogue.load().get() {
        Load::Waiting => view! { <Skeleton lines=6 label=words.errors().loading /> }.into_any(),
        Load::Failed(error) => {
            view! { <ErrorNotice error=Signal::stored(Some(error)) on_retry=ask /> }.into_any()
        }
        Load::Ready(all) => view! {
            <h2 node_ref=heading tabindex="-1">
                {move || {
                    match found.with(|found| found.as_ref().map_or(0, Vec::len)) {
                        0 => text.no_results.to_owned(),
                        count => count_words(text, count),
                    }
                }}
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
    };
    view! {
        <Page title=text.title>
            <SearchForm
                text=asked.text
                label=text.submit
                on_search=show_results
                on_typed=typed
                on_leave=move |()| write.run(false)
            />
            <div class="beside">
                <Disclosure summary=summary open=filters_open>
                    <FilterFields asked=asked counts=counts on_chosen=chosen />
                </Disclosure>
                <section class="results">{results}</section>
            </div>
            <p class="visually-hidden" role="status">
                {said}
            </p>
        </Page>
    }
}

/// Ties the fields to the address. The callback writes the fields into the address: `true` for a step that Back
/// undoes. An address from elsewhere (Back, a link) is put into the fields.
fn address_follows(asked: Asked, criteria: Memo<Criteria>) -> Callback<bool> {
    let location = use_location().search;
    let navigate = use_navigate();
    let start = location.with_untracked(|search| Criteria::read(search));
    asked.take(&start);
    let written = StoredValue::new(start);
    Effect::new(move |_| {
        let there = location.with(|search| Criteria::read(search));
        // What this page wrote may already be older than what is typed.
        if written.with_value(|written| *written != there) {
            asked.take(&there);
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
        let address = routes::procedures(&now.address());
        written.set_value(now);
        let options = NavigateOptions {
            resolve: false,
            replace: !push,
            scroll: false,
            ..Default::default()
        };
        navigate(&address, options);
    })
}

/// «Có 12 thủ tục».
fn count_words(text: &FindProcedureWords, count: usize) -> String {
    match count {
        0 => text.no_results.to_owned(),
        _ => [text.found_before, &count.to_string(), text.found_after].concat(),
    }
}

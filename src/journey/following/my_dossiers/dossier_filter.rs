//! The search and the filters of «Hồ sơ của tôi». What is searched for may be a name, so it stands in no URL: it is stored
//! in this tab, and sent in the body of the request.

use contract::dossier::{DossierSearch, Tab};
use domain::calendar::Date;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::i18n::progress::ProgressWords;
use crate::i18n::use_words;
use crate::page::dates::today;
use crate::page::navigation::use_replace;
use crate::page::saved_fields::SavedFields;
use crate::reactive::dynamic;
use crate::routes;
use crate::session::portal_features::use_feature;
use crate::session::use_session;
use crate::ui::{Button, ButtonKind, Disclosure, SelectField, SelectOption, TextField};

/// Key of these texts in the tab's storage (`sessionStorage`).
const KEY: &str = "motcua-dossier-search";
/// The key of the tab that lists the items of all tabs.
pub(super) const ALL_TABS: &str = "all";

/// The search and the filters. They are a context of this wing.
#[derive(Clone, Copy, Debug)]
pub struct DossierFilter {
    /// The words to search for, as typed.
    text: RwSignal<String>,
    /// Name of the agency; empty for all agencies.
    agency: RwSignal<String>,
    /// The key of a [`Period`]; empty for any time.
    period: RwSignal<String>,
    /// The text of the latest search that the citizen has started. It differs from `text` while they type.
    searched: RwSignal<String>,
    /// The number of searches that the citizen has started or ended.
    searches: RwSignal<u32>,
    /// Whether the citizen has just chosen a filter. The list changes then, but the focus stays in the field.
    is_filtering: StoredValue<bool>,
}

impl DossierFilter {
    /// Loads what is stored in this tab. It is deleted when the citizen signs out.
    pub fn load() -> Self {
        let mut saved = SavedFields::load(KEY);
        let filter = Self {
            text: saved.text("text"),
            agency: saved.text("agency"),
            period: saved.text("period"),
            searched: saved.text("searched"),
            searches: RwSignal::new(0),
            is_filtering: StoredValue::new(false),
        };
        use_session().on_citizen_left(saved.save_changes());
        filter
    }

    /// Whether the list is restricted. Tracked.
    pub(super) fn is_active(self) -> bool {
        !self.searched.with(|text| text.trim().is_empty())
            || !self.agency.with(String::is_empty)
            || !self.period.with(String::is_empty)
    }

    /// The body of the search for a page of a tab, or of all tabs. Tracked.
    pub(super) fn request(self, tab: Option<Tab>, page: u32) -> DossierSearch {
        let agency = self.agency.get();
        let (from, until) = Period::from_key(&self.period.get())
            .map_or((None, None), |period| period.days(today()));
        DossierSearch {
            text: self.searched.with(|text| text.trim().to_owned()),
            agency: (!agency.is_empty()).then_some(agency),
            from: from.map(Date::to_iso),
            until: until.map(Date::to_iso),
            tab,
            page: Some(page),
        }
    }

    /// The number of searches that the citizen has started or ended. Tracked.
    pub(super) fn searches(self) -> u32 {
        self.searches.get()
    }

    /// Whether the citizen has chosen a filter since the last call.
    pub(super) fn take_is_filtering(self) -> bool {
        self.is_filtering.try_update_value(std::mem::take) == Some(true)
    }

    fn count_search(self) {
        self.searches.update(|count| *count = count.wrapping_add(1));
    }

    fn clear(self) {
        for field in [self.text, self.agency, self.period, self.searched] {
            field.set(String::new());
        }
    }
}

/// The filter from the context of this wing.
pub(super) fn use_dossier_filter() -> DossierFilter {
    use_context::<DossierFilter>().unwrap_or_else(DossierFilter::load)
}

/// A time in which a dossier was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Period {
    Last30Days,
    ThisYear,
    LastYear,
}

impl Period {
    const ALL: [Period; 3] = [Period::Last30Days, Period::ThisYear, Period::LastYear];

    const fn key(self) -> &'static str {
        match self {
            Period::Last30Days => "30",
            Period::ThisYear => "this-year",
            Period::LastYear => "last-year",
        }
    }

    fn from_key(key: &str) -> Option<Period> {
        Period::ALL.into_iter().find(|period| period.key() == key)
    }

    const fn label(self, words: &ProgressWords) -> &'static str {
        match self {
            Period::Last30Days => words.last_30_days,
            Period::ThisYear => words.this_year,
            Period::LastYear => words.last_year,
        }
    }

    /// The first and the last day of the period. `None`: without an end.
    fn days(self, today: Date) -> (Option<Date>, Option<Date>) {
        let before = today.year().saturating_sub(1);
        match self {
            Period::Last30Days => (Some(today.add_days(-30)), None),
            Period::ThisYear => (Date::new(today.year(), 1, 1), None),
            Period::LastYear => (Date::new(before, 1, 1), Date::new(before, 12, 31)),
        }
    }
}

/// The form above the list. Shows nothing if the backend can't search. `agencies` are the names to choose from.
#[component]
pub(super) fn FilterForm(
    /// The names of the agencies of the citizen's dossiers.
    agencies: Signal<Vec<String>>,
) -> impl IntoView {
    let words = use_words().progress();
    let filter = use_dossier_filter();
    let can_search = use_feature(|features| features.dossier_search);
    let go = use_replace();
    let show_all = Callback::new(move |()| go(&routes::my_dossiers(ALL_TABS, 1)));
    let choose = Callback::new(move |()| {
        filter.is_filtering.set_value(true);
        show_all.run(());
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        filter.searched.set(filter.text.get_untracked());
        filter.count_search();
        show_all.run(());
    };
    let clear_search = {
        let go = use_replace();
        Callback::new(move |()| {
            filter.clear();
            filter.count_search();
            go(&routes::my_dossiers(Tab::New.key(), 1));
        })
    };
    let option = |value: &str, label: &str| SelectOption {
        value: value.to_owned(),
        label: label.to_owned(),
    };
    let agencies = Signal::derive(move || {
        let names = agencies.get();
        names
            .iter()
            .map(|name| option(name, name))
            .collect::<Vec<_>>()
    });
    let periods: Vec<SelectOption> = Period::ALL
        .into_iter()
        .map(|period| option(period.key(), period.label(words)))
        .collect();
    let periods = Signal::stored(periods);
    let starts_open = filter.agency.with_untracked(|text| !text.is_empty())
        || filter.period.with_untracked(|text| !text.is_empty());
    let form = move || {
        view! {
            <form class="dossier-search" role="search" on:submit=submit novalidate>
                <TextField
                    id="dossier-search"
                    label=words.search
                    hint=words.search_hint
                    value=filter.text
                    autocomplete="off"
                />
                <Disclosure summary=words.filters open=starts_open>
                    <SelectField
                        id="dossier-agency"
                        label=words.agency
                        value=filter.agency
                        choices=agencies
                        choices_lang=crate::i18n::official()
                        prompt=words.all_agencies
                        on_change=choose
                    />
                    <SelectField
                        id="dossier-period"
                        label=words.period
                        value=filter.period
                        choices=periods
                        prompt=words.any_time
                        on_change=choose
                    />
                </Disclosure>
                <div class="actions">
                    <Button kind=ButtonKind::Secondary submit=true>{words.find}</Button>
                    {dynamic(move || filter.is_active().then(|| view! {
                        <Button kind=ButtonKind::Plain on_press=clear_search>{words.clear}</Button>
                    }))}
                </div>
            </form>
        }
    };
    dynamic(move || (can_search.get() == Some(true)).then(form))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;

    #[test]
    fn a_period_ends_where_the_year_ends() {
        let today = Date::parse_iso("2026-01-15").unwrap();
        let days = |period: Period| {
            let (from, until) = period.days(today);
            (from.map(Date::to_iso), until.map(Date::to_iso))
        };
        let day = |day: &str| Some(day.to_owned());
        assert_eq!(days(Period::Last30Days), (day("2025-12-16"), None));
        assert_eq!(days(Period::ThisYear), (day("2026-01-01"), None));
        assert_eq!(
            days(Period::LastYear),
            (day("2025-01-01"), day("2025-12-31"))
        );
        assert_eq!(Period::from_key("soon"), None);
    }
}

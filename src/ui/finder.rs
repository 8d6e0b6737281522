//! A search field above a long drop-down list. The options of the list are filtered while the citizen types. The list
//! is still the browser's own `select`, which phones and screen readers support well. Filtering never removes the
//! selected option. If the citizen types the whole name of an option, that option is selected when the search field
//! loses the focus.

use std::collections::BTreeMap;

use leptos::{ev::Event, prelude::*};

use super::field::{hint_id, label_id};
use super::select_option::SelectOption;
use crate::reactive::dynamic;

/// The maximum number of options of a list without a search field. A longer list has one.
const MAX_SHORT_LIST: usize = 15;

/// The texts of the search field, and the function with which it compares texts.
#[derive(Clone, Copy)]
pub struct Finder {
    /// The label text of the search field: "Gõ để tìm nhanh".
    pub label: &'static str,
    /// The hint text of the search field; empty if there is none.
    pub hint: &'static str,
    /// The status text when no option matches.
    pub none: &'static str,
    /// The status text before the number of matching options.
    pub found: &'static str,
    /// Normalises a text before it is compared, for example to lower case without diacritics.
    pub fold: fn(&str) -> String,
    /// Words at the start of a name that the citizen may omit, already normalised: "tinh", "xa".
    pub left_out: &'static [&'static str],
    /// Further names of the options. `None` if each option has only its label.
    pub other_names: Option<OtherNames>,
}

/// Names by which the citizen may look for an option, besides its label.
#[derive(Clone, Copy)]
pub struct OtherNames {
    /// The names of each option by its value, already normalised.
    pub by_value: Signal<BTreeMap<String, Vec<String>>>,
    /// Whether a name matches the normalised search text.
    pub matches: fn(&str, &str) -> bool,
}

/// The options of a drop-down list, filtered by the search text. A copy shares the search text with the original.
#[derive(Clone, Copy)]
pub(super) struct FilteredOptions {
    finder: Finder,
    all: Signal<Vec<SelectOption>>,
    query: RwSignal<String>,
}

impl FilteredOptions {
    pub(super) fn new(finder: Finder, all: Signal<Vec<SelectOption>>) -> Self {
        let query = RwSignal::new(String::new());
        Self { finder, all, query }
    }

    /// Returns the options that match the search text, and the selected option even if it doesn't match. The options
    /// and the search text are tracked.
    pub(super) fn options(self, selected: &str) -> Vec<SelectOption> {
        let query = self.folded_query();
        let mut options = self.all.get();
        options.retain(|option| option.value == selected || self.matches(option, &query));
        options
    }

    fn is_long(self) -> bool {
        self.all.with(|options| options.len() > MAX_SHORT_LIST)
    }

    /// Returns the normalised search text. Empty for a short list, which has no search field.
    fn folded_query(self) -> String {
        match self.is_long() {
            true => self.query.with(|query| (self.finder.fold)(query)),
            false => String::new(),
        }
    }

    fn matches(self, option: &SelectOption, query: &str) -> bool {
        query.is_empty()
            || (self.finder.fold)(&option.label).contains(query)
            || self.has_other_name(option, |names, name| (names.matches)(name, query))
    }

    /// Whether one of the option's further names fulfils `is_found`.
    fn has_other_name(
        self,
        option: &SelectOption,
        is_found: impl Fn(OtherNames, &str) -> bool,
    ) -> bool {
        self.finder.other_names.is_some_and(|names| {
            names.by_value.with(|by_value| {
                let mut own = by_value.get(&option.value).into_iter().flatten();
                own.any(|name| is_found(names, name))
            })
        })
    }

    /// Returns the status text with the number of matching options; empty if the search text is empty.
    fn status_text(self) -> String {
        let query = self.folded_query();
        if query.is_empty() {
            return String::new();
        }
        let count = |options: &Vec<SelectOption>| {
            let matching = options.iter().filter(|option| self.matches(option, &query));
            matching.count()
        };
        match self.all.with(count) {
            0 => self.finder.none.to_owned(),
            found => [self.finder.found, " ", &found.to_string()].concat(),
        }
    }

    /// Returns the value of the option that has the search text as its whole name. `None` if there is no such option,
    /// or more than one.
    fn exact_match(self) -> Option<String> {
        let query = self.folded_query();
        let has_name = |option: &&SelectOption| {
            is_name(
                &(self.finder.fold)(&option.label),
                &query,
                self.finder.left_out,
            ) || self.has_other_name(option, |_, name| name == query)
        };
        self.all.with(|options| {
            let mut matching = options.iter().filter(has_name);
            let only = matching.next().filter(|_| matching.next().is_none());
            only.map(|option| option.value.clone())
        })
    }

    /// Renders the search field. Renders nothing if the list is short.
    ///
    /// `select_id` is the id of the drop-down list. `on_exact_match` is called when the citizen has typed the whole
    /// name of an option. It gets the value of the option.
    pub(super) fn render(self, select_id: String, on_exact_match: Callback<String>) -> AnyView {
        let is_long = Memo::new(move |_| self.is_long());
        let field = dynamic(move || {
            is_long
                .get()
                .then(|| self.render_field(&select_id, on_exact_match))
        });
        view! { {field} }.into_any()
    }

    fn render_field(self, select_id: &str, on_exact_match: Callback<String>) -> AnyView {
        let input_id = [select_id, "-find"].concat();
        let hint_id = hint_id(&input_id);
        let described = match self.finder.hint {
            "" => label_id(select_id),
            _ => [&label_id(select_id), " ", &hint_id].concat(),
        };
        let typed = move |event: Event| self.query.set(event_target_value(&event));
        // Browsers fire `change` when the field loses the focus, on Enter, and also when the field is removed from the
        // page. When the field is removed, the signal is already disposed and must not be read.
        let committed = move |_| {
            if self.query.is_disposed() {
                return;
            }
            if let Some(value) = untrack(move || self.exact_match()) {
                on_exact_match.run(value);
            }
        };
        view! {
            <div class="finder">
                <label class="finder__label" for=input_id.clone()>{self.finder.label}</label>
                <p class="field__hint" id=hint_id hidden=self.finder.hint.is_empty()>{self.finder.hint}</p>
                // An `input` with an empty `form` attribute doesn't belong to the form that contains it. So Enter in
                // the search field doesn't submit the form.
                <input
                    class="field__control"
                    id=input_id
                    type="text"
                    form=""
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="done"
                    aria-describedby=described
                    on:input=typed
                    on:change=committed
                />
                <p class="field__hint" role="status">{dynamic(move || self.status_text())}</p>
            </div>
        }
        .into_any()
    }
}

/// Returns whether `label` equals `name`, or equals it after omitting one of the words `left_out` at its start. All
/// texts must be normalised.
fn is_name(label: &str, name: &str, left_out: &[&str]) -> bool {
    let without = |word: &&str| label.strip_prefix(word)?.strip_prefix(' ');
    !name.is_empty()
        && (label == name || left_out.iter().filter_map(without).any(|rest| rest == name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(names: &[&str]) -> Signal<Vec<SelectOption>> {
        let padding = (0..MAX_SHORT_LIST).map(|number| ["Dòng ", &number.to_string()].concat());
        let names = names.iter().map(|name| (*name).to_owned()).chain(padding);
        let option = |(index, label): (usize, String)| SelectOption {
            value: index.to_string(),
            label,
        };
        Signal::stored(names.enumerate().map(option).collect())
    }

    fn search(names: &[&str], typed: &str) -> FilteredOptions {
        let finder = Finder {
            label: "Gõ để tìm nhanh",
            hint: "",
            none: "Không có dòng nào như vậy.",
            found: "Số dòng phù hợp:",
            fold: |text| text.trim().to_lowercase(),
            left_out: &["xã", "phường"],
            other_names: None,
        };
        let filtered = FilteredOptions::new(finder, list(names));
        filtered.query.set(typed.to_owned());
        filtered
    }

    fn values(options: Vec<SelectOption>) -> Vec<String> {
        options.into_iter().map(|option| option.value).collect()
    }

    const COMMUNES: [&str; 3] = ["Xã Triệu Phong", "Phường Đông Hà", "Xã Triệu Cơ"];

    #[test]
    fn typing_filters_the_options_and_shows_their_number() {
        let owner = Owner::new();
        owner.set();
        let found = search(&COMMUNES, " TRIỆU");
        assert_eq!(values(found.options("")), ["0", "2"]);
        assert_eq!(found.status_text(), "Số dòng phù hợp: 2");
        let all = search(&COMMUNES, " ");
        assert_eq!(all.options("").len(), 3 + MAX_SHORT_LIST);
        assert_eq!(all.status_text(), "");
    }

    #[test]
    fn keeps_the_selected_option_and_still_reports_no_match() {
        let owner = Owner::new();
        owner.set();
        assert_eq!(
            values(search(&COMMUNES, "đông hà").options("0")),
            ["0", "1"]
        );
        let nothing = search(&COMMUNES, "không có đâu");
        assert_eq!(values(nothing.options("0")), ["0"]);
        assert_eq!(nothing.status_text(), "Không có dòng nào như vậy.");
    }

    #[test]
    fn selects_a_whole_name_but_not_a_part_of_it() {
        let owner = Owner::new();
        owner.set();
        let exact_match = |names: &[&str], typed: &str| search(names, typed).exact_match();
        assert_eq!(exact_match(&COMMUNES, "đông hà").as_deref(), Some("1"));
        assert_eq!(
            exact_match(&COMMUNES, "Phường Đông Hà").as_deref(),
            Some("1")
        );
        assert_eq!(exact_match(&COMMUNES, "triệu"), None);
        assert_eq!(exact_match(&COMMUNES, "hà"), None);
        assert_eq!(exact_match(&COMMUNES, ""), None);
        assert_eq!(exact_match(&["Xã An Hòa", "Phường An Hòa"], "an hòa"), None);
        let exact = ["Nam Sudan", "Sudan"];
        assert_eq!(exact_match(&exact, "sudan").as_deref(), Some("1"));
    }

    #[test]
    fn finds_an_option_by_another_name() {
        let owner = Owner::new();
        owner.set();
        let mut found = search(&COMMUNES, "tp");
        let names = BTreeMap::from([("1".to_owned(), vec!["tpđh".to_owned()])]);
        found.finder.other_names = Some(OtherNames {
            by_value: Signal::stored(names),
            matches: |name, query| name.starts_with(query),
        });
        assert_eq!(values(found.options("")), ["1"]);
        assert_eq!(found.exact_match(), None);
        found.query.set("TPĐH".to_owned());
        assert_eq!(found.exact_match().as_deref(), Some("1"));
    }

    #[test]
    fn does_not_filter_a_short_list() {
        let owner = Owner::new();
        owner.set();
        let mut short = search(&COMMUNES, "đông");
        short.all = Signal::stored(
            short
                .all
                .get_untracked()
                .into_iter()
                .take(MAX_SHORT_LIST)
                .collect(),
        );
        assert_eq!(short.options("").len(), MAX_SHORT_LIST);
        assert_eq!(short.status_text(), "");
    }
}

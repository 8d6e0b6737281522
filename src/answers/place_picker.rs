//! Two drop-down lists to choose a commune: the first for the province, the second for the commune. A search field
//! above each list filters the options. Filtering never removes the selected province or commune.

use std::collections::BTreeMap;

use domain::fold::fold;
use domain::map_of;
use domain::place_names::{matches_name, other_names};
use leptos::prelude::*;

use super::places::{PlaceDirectory, use_places};
use crate::api::{ClientError, Load};
use crate::i18n::{official, use_words};
use crate::page::load_errors::ErrorNotice;
use crate::reactive::effect;
use crate::ui::{Finder, OtherNames, SelectField, SelectOption};

/// Two drop-down lists: one for a province, one for a commune of that province.
#[component]
pub fn PlacePicker(
    /// Prefix of the element ids, unique on the page. The lists have the ids `{id}-province` and `{id}-commune`.
    #[prop(into)]
    id: String,
    /// Code of the selected province; empty if none is selected.
    province: RwSignal<String>,
    /// Code of the selected commune; empty if none is selected.
    commune: RwSignal<String>,
    /// The error message of the two lists. It appears at the list in which nothing is selected yet.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Called after the citizen has selected a province or a commune.
    #[prop(optional)]
    on_change: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_words().fill_form();
    let places = use_places();
    let notify = move || {
        if let Some(on_change) = on_change {
            on_change.run(());
        }
    };
    // The commune that was selected last in each province. A citizen who chooses another province by mistake and comes
    // back finds the commune again.
    let last_communes = StoredValue::new(BTreeMap::<String, String>::new());
    effect(move || {
        let (province, commune) = (province.get(), commune.get());
        if !commune.is_empty() {
            last_communes.update_value(|last| drop(last.insert(province, commune)));
        }
    });
    let province_chosen = Callback::new(move |()| {
        let last = last_communes.with_value(|last| last.get(&province.get_untracked()).cloned());
        commune.set(last.unwrap_or_default());
        notify();
    });
    let finder = Finder {
        label: words.province_filter,
        hint: "",
        none: words.province_none,
        found: words.place_found,
        fold,
        left_out: &["tinh", "thanh pho"],
        other_names: Some(OtherNames {
            by_value: Memo::new(move |_| names_of_provinces(places)).into(),
            matches: matches_name,
        }),
    };
    let province_error =
        Signal::derive(move || error.get().filter(|_| province.with(String::is_empty)));
    let chosen = Memo::new(move |_| province.get());
    let commune_field = {
        let id = id.clone();
        move || {
            let code = chosen.get();
            (!code.is_empty()).then(|| {
                let id = id.clone();
                view! { <CommuneField id=id province=code commune=commune error=error on_change=Callback::new(move |()| notify()) /> }
            })
        }
    };
    view! {
        <div class="place-picker">
            <ErrorNotice error=Signal::derive(move || failure(&places.provinces())) />
            <SelectField
                id=[&id, "-province"].concat()
                label=words.province
                value=province
                choices=Signal::derive(move || provinces(places))
                choices_lang=official()
                prompt=words.province_prompt
                finder=finder
                error=province_error
                on_change=province_chosen
            />
            {commune_field}
        </div>
    }
}

/// The drop-down list of communes. It is rendered anew for each province, so that its search field is empty.
#[component]
fn CommuneField(
    /// Prefix of the element id. The list has the id `{id}-commune`.
    id: String,
    /// Code of the province that contains the communes.
    province: String,
    /// Code of the selected commune; empty if none is selected.
    commune: RwSignal<String>,
    /// The error message of this list; `None` if it has no error.
    error: Signal<Option<String>>,
    /// Called after the citizen has selected a commune.
    on_change: Callback<()>,
) -> impl IntoView {
    let words = use_words().fill_form();
    let places = use_places();
    let list = Memo::new(move |_| places.communes(&province));
    let choices = Signal::derive(move || match list.get() {
        Load::Ready(communes) => communes
            .iter()
            .map(|commune| SelectOption {
                value: commune.code.clone(),
                label: commune.name.clone(),
            })
            .collect(),
        Load::Waiting | Load::Failed(_) => Vec::new(),
    });
    let finder = Finder {
        label: words.commune_filter,
        hint: words.commune_filter_hint,
        none: words.commune_none,
        found: words.place_found,
        fold,
        left_out: &["xa", "phuong", "dac khu"],
        other_names: None,
    };
    view! {
        <ErrorNotice error=Signal::derive(move || list.with(failure)) />
        <SelectField
            id=[&id, "-commune"].concat()
            label=words.commune
            value=commune
            choices=choices
            choices_lang=official()
            prompt=words.commune_prompt
            finder=finder
            error=error
            on_change=on_change
        />
    }
}

/// The provinces as options of the drop-down list. There are no options until the provinces are loaded.
fn provinces(places: PlaceDirectory) -> Vec<SelectOption> {
    match places.provinces() {
        Load::Ready(provinces) => provinces
            .iter()
            .map(|province| SelectOption {
                value: province.code.clone(),
                label: province.name.clone(),
            })
            .collect(),
        Load::Waiting | Load::Failed(_) => Vec::new(),
    }
}

/// The names by which the citizen may look for each province, by its code.
fn names_of_provinces(places: PlaceDirectory) -> BTreeMap<String, Vec<String>> {
    match places.provinces() {
        Load::Ready(provinces) => {
            let provinces = provinces.iter();
            map_of(provinces.map(|province| (province.code.clone(), other_names(province))))
        }
        Load::Waiting | Load::Failed(_) => BTreeMap::new(),
    }
}

/// The error of the failed request for provinces or communes. `None` if the request hasn't failed.
fn failure<T>(load: &Load<T>) -> Option<ClientError> {
    match load {
        Load::Failed(error) => Some(error.clone()),
        Load::Waiting | Load::Ready(_) => None,
    }
}

//! Choosing a commune: the province, then the commune, each with a field that narrows the list as one types.
//! What was chosen stays chosen until something else is.

use domain::fold::fold;
use leptos::prelude::*;

use super::places::{Places, use_places};
use crate::api::{ClientError, Load};
use crate::i18n::{official, use_words};
use crate::page::load_errors::ErrorNotice;
use crate::ui::{Finder, SelectField, SelectOption};

/// Province and commune, by their codes.
#[component]
pub fn PlacePicker(
    /// Its id, unique on the page; the controls are `{id}-province` and `{id}-commune`.
    #[prop(into)]
    id: String,
    /// Code of the province; empty for none.
    province: RwSignal<String>,
    /// Code of the commune; empty for none.
    commune: RwSignal<String>,
    /// What is wrong; shown at whichever of the two is missing.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Runs after either of the two changed.
    #[prop(optional)]
    on_change: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_words().fill_form();
    let places = use_places();
    let tell = move || {
        if let Some(tell) = on_change {
            tell.run(());
        }
    };
    let province_chosen = Callback::new(move |()| {
        commune.set(String::new());
        tell();
    });
    let finder = Finder {
        label: words.province_filter,
        hint: "",
        none: words.province_none,
        found: words.place_found,
        fold,
        left_out: &["tinh", "thanh pho"],
    };
    let province_error =
        Signal::derive(move || error.get().filter(|_| province.with(String::is_empty)));
    let chosen = Memo::new(move |_| province.get());
    let second = {
        let id = id.clone();
        move || {
            let code = chosen.get();
            (!code.is_empty()).then(|| {
                let id = id.clone();
                view! { <CommuneField id=id province=code commune=commune error=error on_change=Callback::new(move |()| tell()) /> }
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
            {second}
        </div>
    }
}

#[component]
fn CommuneField(
    id: String,
    province: String,
    commune: RwSignal<String>,
    error: Signal<Option<String>>,
    on_change: Callback<()>,
) -> impl IntoView {
    let words = use_words().fill_form();
    let places = use_places();
    let list = Memo::new(move |_| places.communes(&province));
    let choices = Signal::derive(move || match list.get() {
        Load::Ready(communes) => communes
            .iter()
            .map(|one| SelectOption {
                value: one.code.clone(),
                label: one.name.clone(),
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

fn provinces(places: Places) -> Vec<SelectOption> {
    match places.provinces() {
        Load::Ready(provinces) => provinces
            .iter()
            .map(|one| SelectOption {
                value: one.code.clone(),
                label: one.name.clone(),
            })
            .collect(),
        Load::Waiting | Load::Failed(_) => Vec::new(),
    }
}

fn failure<T>(load: &Load<T>) -> Option<ClientError> {
    match load {
        Load::Failed(error) => Some(error.clone()),
        Load::Waiting | Load::Ready(_) => None,
    }
}

//! Choosing a commune: the province, then the commune, with a field that narrows the list as one types.
//! What was chosen stays chosen until something else is.

use domain::fold::fold;
use leptos::prelude::*;

use super::places::{Places, use_places};
use super::trouble::TroubleNotice;
use crate::api::{ClientError, Load};
use crate::i18n::fill_form::FillFormWords;
use crate::i18n::{official, use_words};
use crate::ui::{Choice, SelectField, TextField};

/// A province with more communes than this gets the field that narrows them.
const MANY: usize = 12;

/// Province and commune, by their codes.
#[component]
pub fn PlacePicker(
    /// Its id, unique on the page; the controls are `{id}-province`, `{id}-find` and `{id}-commune`.
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
    on_chosen: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_words().fill_form();
    let places = use_places();
    let tell = move || {
        if let Some(tell) = on_chosen {
            tell.run(());
        }
    };
    let province_chosen = Callback::new(move |()| {
        commune.set(String::new());
        tell();
    });
    let province_error =
        Signal::derive(move || error.get().filter(|_| province.with(String::is_empty)));
    let chosen = Memo::new(move |_| province.get());
    let second = {
        let id = id.clone();
        move || {
            let code = chosen.get();
            (!code.is_empty()).then(|| {
                let id = id.clone();
                view! { <CommuneField id=id province=code commune=commune error=error on_chosen=Callback::new(move |()| tell()) /> }
            })
        }
    };
    view! {
        <div class="place-picker">
            <TroubleNotice error=Signal::derive(move || failure(&places.provinces())) />
            <SelectField
                id=[&id, "-province"].concat()
                label=words.province
                value=province
                choices=Signal::derive(move || provinces(places))
                choices_lang=official()
                prompt=words.province_prompt
                error=province_error
                on_chosen=province_chosen
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
    on_chosen: Callback<()>,
) -> impl IntoView {
    let words = use_words().fill_form();
    let places = use_places();
    let wanted = RwSignal::new(String::new());
    let list = Memo::new(move |_| places.communes(&province));
    let all = move || match list.get() {
        Load::Ready(communes) => communes
            .iter()
            .map(|one| Choice {
                value: one.code.clone(),
                label: one.name.clone(),
            })
            .collect(),
        Load::Waiting | Load::Failed(_) => Vec::new(),
    };
    let choices = Signal::derive(move || narrowed(all(), &wanted.get(), &commune.get_untracked()));
    let many =
        Memo::new(move |_| list.with(|list| matches!(list, Load::Ready(all) if all.len() > MANY)));
    let find_id = [&id, "-find"].concat();
    let find = move || {
        many.get().then(|| {
            let id = find_id.clone();
            view! { <TextField id=id label=words.commune_filter value=wanted hint=words.commune_filter_hint /> }
        })
    };
    let none = move || none_words(words, !wanted.with(String::is_empty), &choices.get());
    view! {
        <TroubleNotice error=Signal::derive(move || list.with(failure)) />
        {find}
        <p class="quiet" role="status">{none}</p>
        <SelectField
            id=[&id, "-commune"].concat()
            label=words.commune
            value=commune
            choices=choices
            choices_lang=official()
            prompt=words.commune_prompt
            error=error
            on_chosen=on_chosen
        />
    }
}

fn none_words(words: &FillFormWords, looking: bool, choices: &[Choice]) -> &'static str {
    match looking && choices.is_empty() {
        true => words.commune_none,
        false => "",
    }
}

fn provinces(places: Places) -> Vec<Choice> {
    match places.provinces() {
        Load::Ready(provinces) => provinces
            .iter()
            .map(|one| Choice {
                value: one.code.clone(),
                label: one.name.clone(),
            })
            .collect(),
        Load::Waiting | Load::Failed(_) => Vec::new(),
    }
}

/// The choices that hold the letters looked for, whatever their accents; the one chosen always stays.
fn narrowed(mut choices: Vec<Choice>, wanted: &str, chosen: &str) -> Vec<Choice> {
    let wanted = fold(wanted);
    if !wanted.is_empty() {
        choices.retain(|one| one.value == chosen || fold(&one.label).contains(&wanted));
    }
    choices
}

fn failure<T>(load: &Load<T>) -> Option<ClientError> {
    match load {
        Load::Failed(error) => Some(error.clone()),
        Load::Waiting | Load::Ready(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn communes() -> Vec<Choice> {
        let names = [
            ("1", "Xã Triệu Phong"),
            ("2", "Phường Đông Hà"),
            ("3", "Xã Triệu Cơ"),
        ];
        names
            .map(|(value, label)| Choice {
                value: value.to_owned(),
                label: label.to_owned(),
            })
            .to_vec()
    }

    fn codes(choices: Vec<Choice>) -> Vec<String> {
        choices.into_iter().map(|one| one.value).collect()
    }

    #[test]
    fn typing_without_accents_finds_the_commune() {
        assert_eq!(codes(narrowed(communes(), "trieu", "")), ["1", "3"]);
        assert_eq!(codes(narrowed(communes(), " ĐÔNG", "")), ["2"]);
        assert_eq!(codes(narrowed(communes(), "", "")).len(), 3);
    }

    #[test]
    fn the_chosen_commune_stays_in_the_list_whatever_is_typed() {
        assert_eq!(codes(narrowed(communes(), "dong ha", "1")), ["1", "2"]);
    }
}

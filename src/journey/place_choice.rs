//! Choosing a place: province, then commune, with a field that narrows the communes without accents.
//! Changing the province takes back the commune, and nothing else.

use contract::place::Commune;
use domain::fold::fold;
use leptos::prelude::*;

use super::places::use_places;
use super::trouble::TroubleNotice;
use crate::api::Load;
use crate::i18n::use_words;
use crate::ui::select_field::{Choice, SelectField};
use crate::ui::text_field::{TextField, TextKind};

/// Above so many communes a field to narrow them is worth its place.
const MANY: usize = 12;

/// Province and commune; element ids are `{id}-province`, `{id}-commune` and `{id}-narrow`.
#[component]
pub fn PlaceChoice(
    /// Stem of the element ids.
    #[prop(into)]
    id: String,
    /// Code of the province; empty for none.
    province: RwSignal<String>,
    /// Code of the commune; empty for none.
    commune: RwSignal<String>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Runs after province or commune changed.
    #[prop(optional)]
    on_chosen: Option<Callback<()>>,
) -> impl IntoView {
    let words = &use_words().place;
    let places = use_places();
    let provinces = places.provinces();
    let narrow = RwSignal::new(String::new());
    Effect::new(move |_| places.ask_communes(&province.get()));
    let tell = move || {
        if let Some(tell) = on_chosen {
            tell.run(());
        }
    };
    let new_province = Callback::new(move |()| {
        commune.set(String::new());
        narrow.set(String::new());
        tell();
    });
    let province_choices = Signal::derive(move || match provinces.get() {
        Load::Ready(provinces) => provinces
            .into_iter()
            .map(|known| Choice {
                value: known.code,
                label: known.name,
            })
            .collect(),
        Load::Waiting | Load::Failed(_) => Vec::new(),
    });
    let communes = Signal::derive(move || match places.communes(&province.get()) {
        Some(Load::Ready(communes)) => communes,
        Some(Load::Waiting | Load::Failed(_)) | None => Vec::new(),
    });
    let commune_choices = Signal::derive(move || {
        let chosen = commune.get();
        narrowed(communes.get(), &narrow.get(), &chosen)
    });
    let trouble =
        Signal::derive(
            move || match (provinces.get(), places.communes(&province.get())) {
                (Load::Failed(error), _) | (_, Some(Load::Failed(error))) => Some(error),
                _ => None,
            },
        );
    let retry = Callback::new(move |()| {
        if matches!(provinces.get_untracked(), Load::Failed(_)) {
            places.ask_provinces();
        }
        places.ask_communes(&province.get_untracked());
    });
    let error_of = move |missing: RwSignal<String>, first: bool| {
        Signal::derive(move || {
            let here = missing.get().is_empty() && (first || !province.get().is_empty());
            error.get().filter(|_| here)
        })
    };
    let narrow_id = id.clone() + "-narrow";
    let many = move || communes.with(Vec::len) > MANY;
    view! {
        <SelectField
            id=id.clone() + "-province"
            label=words.province
            value=province
            choices=province_choices
            prompt=words.province_prompt
            error=error_of(province, true)
            on_chosen=new_province
        />
        {move || {
            many()
                .then(|| {
                    view! {
                        <TextField
                            id=narrow_id.clone()
                            label=words.narrow
                            hint=words.narrow_hint
                            kind=TextKind::Search
                            value=narrow
                        />
                    }
                })
        }}
        <SelectField
            id=id + "-commune"
            label=words.commune
            value=commune
            choices=commune_choices
            prompt=words.commune_prompt
            error=error_of(commune, false)
            on_chosen=Callback::new(move |()| tell())
        />
        <TroubleNotice error=trouble on_retry=retry />
    }
}

/// The communes whose folded name holds the folded words, and always the chosen one.
fn narrowed(communes: Vec<Commune>, typed: &str, chosen: &str) -> Vec<Choice> {
    let wanted = fold(typed);
    communes
        .into_iter()
        .filter(|known| {
            wanted.is_empty() || known.code == chosen || fold(&known.name).contains(&wanted)
        })
        .map(|known| Choice {
            value: known.code,
            label: known.name,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn communes() -> Vec<Commune> {
        [
            ("19360", "Xã Triệu Phong"),
            ("19429", "Xã Đakrông"),
            ("19333", "Phường Đông Hà"),
        ]
        .into_iter()
        .map(|(code, name)| Commune {
            code: code.to_owned(),
            name: name.to_owned(),
        })
        .collect()
    }

    fn names(typed: &str, chosen: &str) -> Vec<String> {
        narrowed(communes(), typed, chosen)
            .into_iter()
            .map(|choice| choice.label)
            .collect()
    }

    #[test]
    fn a_commune_is_found_without_accents_and_without_typing_its_kind() {
        assert_eq!(names("dong ha", ""), ["Phường Đông Hà"]);
        assert_eq!(names("trieu", ""), ["Xã Triệu Phong"]);
    }

    #[test]
    fn the_chosen_commune_stays_in_the_list_while_another_is_looked_for() {
        assert_eq!(
            names("trieu", "19333"),
            ["Xã Triệu Phong", "Phường Đông Hà"]
        );
    }
}

//! The filters by agency, field and level (R1.12–R1.14). Each choice says how many procedures it would leave;
//! one that would leave none isn't offered.

use domain::search::{FacetCount, Facets};
use leptos::prelude::*;

use super::criteria::{Asked, level_key};
use super::terms::level_name;
use crate::i18n::{official, use_words};
use crate::ui::{SelectField, SelectOption};

/// The three selects.
#[component]
pub fn FilterFields(
    /// What is chosen.
    asked: Asked,
    /// How many each choice would leave, when the catalogue is here.
    counts: Memo<Option<Facets>>,
    /// Something was chosen.
    on_change: Callback<()>,
) -> impl IntoView {
    let text = use_words().find_procedure();
    let offer = move |list: fn(&Facets) -> Vec<SelectOption>, chosen: RwSignal<String>| {
        Signal::derive(move || {
            let choices = counts.with(|counts| counts.as_ref().map(list));
            kept(choices.unwrap_or_default(), &chosen.get())
        })
    };
    let levels = Signal::derive(move || {
        let choices = counts.with(|counts| {
            let counts = counts.as_ref()?;
            let one = |(level, count): &(_, usize)| SelectOption {
                value: level_key(*level).to_owned(),
                label: counted(level_name(&text.levels, *level), *count),
            };
            Some(counts.levels.iter().map(one).collect())
        });
        kept(choices.unwrap_or_default(), &asked.level.get())
    });
    view! {
        <div class="stack">
            <SelectField
                id="agency"
                label=text.agency
                value=asked.agency
                choices=offer(|counts| named(&counts.agencies), asked.agency)
                choices_lang=official()
                prompt=text.every_agency
                on_change=on_change
            />
            <SelectField
                id="level"
                label=text.level
                value=asked.level
                choices=levels
                prompt=text.every_level
                on_change=on_change
            />
            <SelectField
                id="field"
                label=text.field
                value=asked.field
                choices=offer(|counts| named(&counts.fields), asked.field)
                choices_lang=official()
                prompt=text.every_field
                on_change=on_change
            />
        </div>
    }
}

fn named(counts: &[FacetCount]) -> Vec<SelectOption> {
    let one = |facet: &FacetCount| SelectOption {
        value: facet.key.clone(),
        label: counted(&facet.name, facet.count),
    };
    counts.iter().map(one).collect()
}

/// «Hộ tịch (12)».
fn counted(name: &str, count: usize) -> String {
    [name, " (", &count.to_string(), ")"].concat()
}

/// Without the choices that leave nothing, but never without the one that is chosen.
fn kept(mut choices: Vec<SelectOption>, chosen: &str) -> Vec<SelectOption> {
    choices.retain(|choice| choice.value == chosen || !choice.label.ends_with(" (0)"));
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_that_leaves_nothing_is_not_offered_unless_it_is_chosen() {
        let choices = || {
            named(&[
                FacetCount {
                    key: "ho-tich".to_owned(),
                    name: "Hộ tịch".to_owned(),
                    count: 10,
                },
                FacetCount {
                    key: "dat-dai".to_owned(),
                    name: "Đất đai".to_owned(),
                    count: 0,
                },
            ])
        };
        let labels = |chosen| -> Vec<String> {
            let left = kept(choices(), chosen).into_iter();
            left.map(|choice| choice.label).collect()
        };
        assert_eq!(labels(""), ["Hộ tịch (10)"]);
        assert_eq!(labels("dat-dai"), ["Hộ tịch (10)", "Đất đai (0)"]);
    }
}

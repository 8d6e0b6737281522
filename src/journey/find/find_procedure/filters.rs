//! The search filters by agency, field (lĩnh vực) and level (R1.12–R1.14). Each option shows how many procedures match
//! it. An option without a match is hidden.

use domain::search::{FacetCount, Facets};
use leptos::prelude::*;

use super::record_text::level_name;
use super::search_criteria::{SearchFields, level_key};
use crate::i18n::{official, use_words};
use crate::ui::{SelectField, SelectOption};

/// Shows the three select fields: agency, field and level.
#[component]
pub fn FilterFields(
    /// The search text and the filters, as the form controls hold them.
    fields: SearchFields,
    /// The number of matches for each option. `None` until the catalogue is loaded.
    counts: Memo<Option<Facets>>,
    /// Called after the citizen has chosen an option.
    on_change: Callback<()>,
) -> impl IntoView {
    let text = use_words().find_procedure();
    let options = move |list: fn(&Facets) -> Vec<SelectOption>, chosen: RwSignal<String>| {
        Signal::derive(move || {
            let choices = counts.with(|counts| counts.as_ref().map(list));
            without_empty(choices.unwrap_or_default(), &chosen.get())
        })
    };
    let levels = Signal::derive(move || {
        let choices = counts.with(|counts| {
            let counts = counts.as_ref()?;
            let one = |(level, count): &(_, usize)| SelectOption {
                value: level_key(*level).to_owned(),
                label: with_count(level_name(&text.levels, *level), *count),
            };
            Some(counts.levels.iter().map(one).collect())
        });
        without_empty(choices.unwrap_or_default(), &fields.level.get())
    });
    view! {
        <div class="stack">
            <SelectField
                id="agency"
                label=text.agency
                value=fields.agency
                choices=options(|counts| facet_options(&counts.agencies), fields.agency)
                choices_lang=official()
                prompt=text.every_agency
                on_change=on_change
            />
            <SelectField
                id="level"
                label=text.level
                value=fields.level
                choices=levels
                prompt=text.every_level
                on_change=on_change
            />
            <SelectField
                id="field"
                label=text.field
                value=fields.field
                choices=options(|counts| facet_options(&counts.fields), fields.field)
                choices_lang=official()
                prompt=text.every_field
                on_change=on_change
            />
        </div>
    }
}

fn facet_options(counts: &[FacetCount]) -> Vec<SelectOption> {
    let one = |facet: &FacetCount| SelectOption {
        value: facet.key.clone(),
        label: with_count(&facet.name, facet.count),
    };
    counts.iter().map(one).collect()
}

/// The label of an option with the number of matches: «Hộ tịch (12)».
fn with_count(name: &str, count: usize) -> String {
    [name, " (", &count.to_string(), ")"].concat()
}

/// Removes the options without a match. The chosen option stays even without a match.
fn without_empty(mut choices: Vec<SelectOption>, chosen: &str) -> Vec<SelectOption> {
    choices.retain(|choice| choice.value == chosen || !choice.label.ends_with(" (0)"));
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_an_option_without_a_match_unless_it_is_chosen() {
        let choices = || {
            facet_options(&[
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
            let remaining = without_empty(choices(), chosen).into_iter();
            remaining.map(|choice| choice.label).collect()
        };
        assert_eq!(labels(""), ["Hộ tịch (10)"]);
        assert_eq!(labels("dat-dai"), ["Hộ tịch (10)", "Đất đai (0)"]);
    }
}

//! Where a citizen stands on the way. A phone shows numbers and one line of words, a wide screen
//! the name of every step; both are the same list.

use leptos::prelude::*;

/// One step of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepperItem {
    /// Its name.
    pub label: String,
    /// Where it leads, if it can be gone back to.
    pub href: Option<String>,
}

/// The steps, in order.
#[component]
pub fn Stepper(
    /// What the list is, for a screen reader: "Các bước nộp hồ sơ".
    #[prop(into)]
    label: String,
    /// The steps.
    steps: Vec<StepperItem>,
    /// The place of the current one, from 0.
    current: usize,
    /// "Bước 2 trên 6".
    #[prop(into)]
    progress_words: String,
    /// The page's heading says the current step already.
    #[prop(optional)]
    in_heading: bool,
) -> impl IntoView {
    let title = steps
        .get(current)
        .filter(|_| !in_heading)
        .map(|step| step.label.clone());
    let item = move |(place, step): (usize, StepperItem)| {
        let class = match place.cmp(&current) {
            std::cmp::Ordering::Less => "stepper__step stepper__step--done",
            std::cmp::Ordering::Equal => "stepper__step stepper__step--current",
            std::cmp::Ordering::Greater => "stepper__step",
        };
        let here = (place == current).then_some("step");
        let inside = view! {
            <span class="stepper__number">{place + 1}</span>
            <span class="stepper__label">{step.label}</span>
        };
        let body = match step.href {
            Some(href) => {
                view! { <a class="stepper__body" href=href aria-current=here>{inside}</a> }
                    .into_any()
            }
            None => {
                view! { <span class="stepper__body" aria-current=here>{inside}</span> }.into_any()
            }
        };
        view! { <li class=class>{body}</li> }
    };
    view! {
        <nav class="stepper" aria-label=label>
            <p class="stepper__now">
                <span class="stepper__words">{progress_words}</span>
                <span class="stepper__title">{title}</span>
            </p>
            <ol class="stepper__list">
                {steps.into_iter().enumerate().map(item).collect_view()}
            </ol>
        </nav>
    }
}

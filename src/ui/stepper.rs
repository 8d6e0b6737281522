//! The list of steps of a process. A narrow screen shows the numbers of the steps and the name of the current step. A
//! wide screen shows the names of all steps.

use leptos::prelude::*;

/// A step of the process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepperItem {
    /// The name of the step.
    pub label: String,
    /// The URL of the step's page; `None` if the citizen can't open this step now.
    pub href: Option<String>,
}

/// The list of steps of a process, with the current step marked.
#[component]
pub fn Stepper(
    /// The name of the list of steps, for screen readers: "Các bước nộp hồ sơ".
    #[prop(into)]
    label: String,
    /// The steps, in order.
    steps: Vec<StepperItem>,
    /// The index of the current step, starting at 0.
    current: usize,
    /// The number of the current step as text: "Bước 2 trên 6".
    #[prop(into)]
    progress_text: String,
    /// Whether the page's heading already contains the name of the current step. If so, the stepper doesn't show the
    /// name.
    #[prop(optional)]
    in_heading: bool,
) -> impl IntoView {
    let title = steps
        .get(current)
        .filter(|_| !in_heading)
        .map(|step| step.label.clone());
    let item = move |(index, step): (usize, StepperItem)| {
        let class = match index.cmp(&current) {
            std::cmp::Ordering::Less => "stepper__step stepper__step--done",
            std::cmp::Ordering::Equal => "stepper__step stepper__step--current",
            std::cmp::Ordering::Greater => "stepper__step",
        };
        let aria_current = (index == current).then_some("step");
        let inside = view! {
            <span class="stepper__number">{index + 1}</span>
            <span class="stepper__label">{step.label}</span>
        };
        let body = match step.href {
            Some(href) => {
                view! { <a class="stepper__body" href=href aria-current=aria_current>{inside}</a> }
                    .into_any()
            }
            None => view! { <span class="stepper__body" aria-current=aria_current>{inside}</span> }
                .into_any(),
        };
        view! { <li class=class>{body}</li> }
    };
    view! {
        <nav class="stepper" aria-label=label>
            <p class="stepper__current">
                <span class="stepper__text">{progress_text}</span>
                <span class="stepper__title">{title}</span>
            </p>
            <ol class="stepper__list">
                {steps.into_iter().enumerate().map(item).collect_view()}
            </ol>
        </nav>
    }
}

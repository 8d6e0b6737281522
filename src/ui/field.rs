//! The code that all form fields share: the order of label, hint, error message and control, and the ids with which
//! screen readers find these texts for the control.

use leptos::prelude::*;

use super::mixed_text::Lang;
use crate::reactive::dynamic;

/// Returns the element id of the label of the field `id`.
pub(super) fn label_id(id: &str) -> String {
    [id, "-label"].concat()
}

/// Returns the element id of the hint of the field `id`.
pub(super) fn hint_id(id: &str) -> String {
    [id, "-hint"].concat()
}

/// Returns the element id of the error message of the field `id`.
pub(super) fn error_id(id: &str) -> String {
    [id, "-error"].concat()
}

/// Returns the value of a control's `aria-describedby`: the ids of the hint and the error message. Omits a text that
/// isn't shown.
pub(super) fn described_by(
    id: String,
    hint: Signal<String>,
    error: Signal<Option<String>>,
) -> Signal<Option<String>> {
    Signal::derive(move || {
        match (
            hint.with(|text| !text.is_empty()),
            error.with(Option::is_some),
        ) {
            (false, false) => None,
            (true, false) => Some(hint_id(&id)),
            (false, true) => Some(error_id(&id)),
            (true, true) => Some([&hint_id(&id), " ", &error_id(&id)].concat()),
        }
    })
}

/// Returns the element id of a field's remark, which is a second hint.
fn remark_id(id: &str) -> String {
    [id, "-remark"].concat()
}

/// Adds the id of the remark to the value of `aria-describedby`, if the remark is shown.
pub(super) fn with_remark(
    id: String,
    remark: Option<Signal<String>>,
    described: Signal<Option<String>>,
) -> Signal<Option<String>> {
    let Some(remark) = remark else {
        return described;
    };
    Signal::derive(
        move || match (described.get(), remark.with(String::is_empty)) {
            (described, true) => described,
            (None, false) => Some(remark_id(&id)),
            (Some(described), false) => Some([&described, " ", &remark_id(&id)].concat()),
        },
    )
}

/// Returns the value of a control's `aria-invalid`: whether the field has an error.
pub(super) fn aria_invalid(error: Signal<Option<String>>) -> Option<&'static str> {
    error.with(Option::is_some).then_some("true")
}

/// Renders the text of a label or legend. For an optional question, adds the text that marks it as optional.
pub(super) fn label_text(
    label: Signal<String>,
    lang: Lang,
    optional_mark: Signal<String>,
) -> AnyView {
    view! {
        <span lang=lang>{label}</span>
        <span class="field__optional" hidden=move || optional_mark.with(String::is_empty)>" " {optional_mark}</span>
    }
    .into_any()
}

/// Renders the hint, the remark and the error message. Each element has the id that the control's `aria-describedby`
/// refers to.
pub(super) fn hint_and_error(
    id: &str,
    lang: Lang,
    hint: Signal<String>,
    error: Signal<Option<String>>,
    remark: Option<Signal<String>>,
) -> AnyView {
    let (hint_element, error_element) = (hint_id(id), error_id(id));
    view! {
        <p class="field__hint" id=hint_element lang=lang hidden=move || hint.with(String::is_empty)>
            {hint}
        </p>
        {remark
            .map(|remark| {
                view! {
                    <p
                        class="field__hint"
                        id=remark_id(id)
                        hidden=move || remark.with(String::is_empty)
                    >
                        {remark}
                    </p>
                }
            })}
        <p class="field__error" id=error_element hidden=move || error.with(Option::is_none)>
            {dynamic(move || error.get())}
        </p>
    }
    .into_any()
}

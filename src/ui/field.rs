//! The words around a field, always in this order: label, hint, error, control. Every field of
//! the design system goes through here, so that none forgets to tie its words to its control.

use leptos::prelude::*;

use super::mixed_text::Lang;

/// The id of a field's label.
pub(super) fn label_id(id: &str) -> String {
    [id, "-label"].concat()
}

/// The id of a field's hint.
pub(super) fn hint_id(id: &str) -> String {
    [id, "-hint"].concat()
}

/// The id of a field's error.
pub(super) fn error_id(id: &str) -> String {
    [id, "-error"].concat()
}

/// What `aria-describedby` says: the hint and the error, where there are any.
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

/// The id of a field's remark.
fn remark_id(id: &str) -> String {
    [id, "-remark"].concat()
}

/// The same, and the remark, where there is one.
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

/// What `aria-invalid` says.
pub(super) fn invalid(error: Signal<Option<String>>) -> Option<&'static str> {
    error.with(Option::is_some).then_some("true")
}

/// What is asked, and the mark of a question that may be left empty.
pub(super) fn asked(words: Signal<String>, lang: Lang, mark: Signal<String>) -> AnyView {
    view! {
        <span lang=lang>{words}</span>
        <span class="field__optional" hidden=move || mark.with(String::is_empty)>" " {mark}</span>
    }
    .into_any()
}

/// The hint, a remark, then the error, each with the id that `aria-describedby` names.
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
            {move || error.get()}
        </p>
    }
    .into_any()
}

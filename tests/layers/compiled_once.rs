//! Finds code for which the compiler makes a copy of Leptos's own code: bare closures in views, and effects.

use crate::code_text::code_of;

/// Finds bare closures as children of a view, and effects that aren't made with `reactive::effect`.
pub(crate) fn copies(path: &str, text: &str) -> Vec<String> {
    let code = code_of(text);
    let mut found = Vec::new();
    if code.contains("{move ||") {
        found.push(format!(
            "{path} has a bare closure in a view. Write `{{dynamic(move || …)}}` (src/reactive)."
        ));
    }
    for name in closures(&code) {
        if code.contains(&format!("{{{name}}}")) {
            found.push(format!(
                "{path} shows the bare closure `{name}` in a view. Write `let {name} = dynamic(move || …)` (src/reactive)."
            ));
        }
    }
    if code.contains("Effect::new") {
        found.push(format!(
            "{path} uses `Effect::new`. Use `effect` (src/reactive)."
        ));
    }
    found
}

/// The names of the variables that are closures without parameters.
fn closures(code: &str) -> impl Iterator<Item = &str> {
    code.split("let ")
        .skip(1)
        .filter_map(|statement| Some(statement.split_once(" = move ||")?.0))
        .filter(|name| {
            name.chars()
                .all(|letter| letter.is_alphanumeric() || letter == '_')
        })
}

#[test]
fn finds_closures_and_effects_that_are_compiled_again() {
    let found = |code: &str| copies("src/a.rs", code).len();
    assert_eq!(found("view! { <p>{move || count.get()}</p> }"), 1);
    assert_eq!(
        found("let count = move || all.get(); view! { <p>{count}</p> }"),
        1
    );
    assert_eq!(found("Effect::new(move |_| save())"), 1);
    let good = "let count = move || all.get(); effect(move || save(count())); \
        view! { <p hidden=move || count() == 0>{dynamic(move || count())}</p> }";
    assert_eq!(found(good), 0);
}

//! Patterns of JSON Schema (ECMA-262), matched by the browser's `RegExp`. An invalid pattern gives `None`, never an exception.

use std::sync::Arc;

use domain::form::PatternMatcher;
use js_sys::{Array, Function, Reflect, RegExp};
use wasm_bindgen::JsCast;

/// Compiles `new RegExp(pattern, "u")`; `None` when the pattern is invalid.
pub fn compile(pattern: &str) -> Option<PatternMatcher> {
    reg_exp(pattern)?;
    let pattern = pattern.to_owned();
    // A JavaScript object isn't `Send`, as a matcher must be. Making a new one for each match is quick.
    Some(Arc::new(move |text| {
        reg_exp(&pattern).is_some_and(|expression| expression.test(text))
    }))
}

/// Uses `Reflect.construct`, which turns an exception of the constructor into an error.
fn reg_exp(pattern: &str) -> Option<RegExp> {
    let global = js_sys::global();
    let constructor: Function = Reflect::get(&global, &"RegExp".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let arguments = Array::of2(&pattern.into(), &"u".into());
    Reflect::construct(&constructor, &arguments)
        .ok()?
        .dyn_into()
        .ok()
}

//! Matches the regular expressions of JSON Schema (ECMA-262) with the browser's `RegExp`. An invalid expression gives
//! `None`, never an exception.

use std::sync::Arc;

use domain::form::PatternMatcher;
use js_sys::{Array, Function, Reflect, RegExp};
use wasm_bindgen::JsCast;

/// Compiles a regular expression with the flag `u`, as `new RegExp(pattern, "u")` does. `None` if the expression is
/// invalid.
pub fn compile(pattern: &str) -> Option<PatternMatcher> {
    reg_exp(pattern)?;
    let pattern = pattern.to_owned();
    // A matcher must be `Send`, but a JavaScript object isn't. So each match creates a new `RegExp`, which is fast.
    Some(Arc::new(move |text| {
        reg_exp(&pattern).is_some_and(|expression| expression.test(text))
    }))
}

/// Creates a `RegExp`. `Reflect.construct` returns an exception of the constructor as an error.
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

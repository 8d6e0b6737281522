//! ECMA-262 patterns by the browser's own `RegExp`. A pattern that the browser refuses is none: nothing throws.

use std::sync::Arc;

use domain::form::Matcher;
use js_sys::{Array, Function, Reflect, RegExp};
use wasm_bindgen::JsCast;

/// Compiles `new RegExp(pattern, "u")`; `None` when it isn't a pattern.
pub fn compile(pattern: &str) -> Option<Matcher> {
    reg_exp(pattern)?;
    let pattern = pattern.to_owned();
    // A JavaScript object can't be shared as a matcher may be; making one is quick.
    Some(Arc::new(move |text| {
        reg_exp(&pattern).is_some_and(|made| made.test(text))
    }))
}

/// By `Reflect`, which catches what the constructor throws.
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

//! Code that runs whenever a signal changes.

use leptos::prelude::*;

/// Runs `action` once after the page is drawn, and again whenever a signal changes that `action` reads. Ends together
/// with the component that calls this function.
pub fn effect(action: impl FnMut() + 'static) {
    run(Box::new(action));
}

/// A function that an effect runs. It is a trait of its own and not `dyn FnMut`, because for `dyn FnMut` the compiler
/// also makes a function of `FnOnce`, which nobody calls, once for each closure.
trait Action {
    fn act(&mut self);
}

impl<F: FnMut()> Action for F {
    fn act(&mut self) {
        self();
    }
}

/// The part of [`effect`] that doesn't depend on the type of the closure.
fn run(mut action: Box<dyn Action>) {
    Effect::new(move || action.act());
}

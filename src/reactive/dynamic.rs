//! Content that changes while a page is shown.

use leptos::prelude::*;

/// What [`dynamic`] can show: a view, a text, a list of views, or nothing.
pub trait IntoContent {
    /// Erases the type of the content.
    fn into_content(self) -> AnyView;
}

impl IntoContent for AnyView {
    fn into_content(self) -> AnyView {
        self
    }
}

impl IntoContent for String {
    fn into_content(self) -> AnyView {
        self.into_any()
    }
}

impl IntoContent for &'static str {
    fn into_content(self) -> AnyView {
        self.into_any()
    }
}

impl<C: IntoContent> IntoContent for Vec<C> {
    fn into_content(self) -> AnyView {
        let views: Vec<AnyView> = self.into_iter().map(C::into_content).collect();
        views.into_any()
    }
}

/// `None` shows nothing.
impl<C: IntoContent> IntoContent for Option<C> {
    fn into_content(self) -> AnyView {
        match self {
            Some(content) => content.into_content(),
            None => ().into_any(),
        }
    }
}

/// Content of a view that is drawn again whenever a signal changes that `draw` reads. Takes the place of a bare closure
/// in a `view!`: `{dynamic(move || …)}`.
pub fn dynamic<C: IntoContent>(draw: impl Fn() -> C + Send + 'static) -> AnyView {
    show(Box::new(move || draw().into_content()))
}

/// A function that draws content. It is a trait of its own and not `dyn Fn`, because for `dyn Fn` the compiler also
/// makes the functions of `FnMut` and `FnOnce`, which nobody calls, once for each closure.
trait Draw: Send {
    fn draw(&self) -> AnyView;
}

impl<F: Fn() -> AnyView + Send> Draw for F {
    fn draw(&self) -> AnyView {
        self()
    }
}

/// The part of [`dynamic`] that doesn't depend on the type of the closure.
fn show(content: Box<dyn Draw>) -> AnyView {
    (move || content.draw()).into_any()
}

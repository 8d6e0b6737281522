//! Views.

use std::any::Any;
use std::borrow::Cow;

use leptos::tachys::html::attribute::Attribute as TypedAttribute;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::{self, AnyView as TypedView, AnyViewState as TypedViewState};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

use crate::attribute::Attribute;
use crate::element::{Element, ElementState, Parts};

/// Any view that isn't in the document yet.
#[derive(Debug)]
pub enum AnyView {
    /// An element.
    Element(Box<Parts>),
    /// A text that never changes.
    Text(&'static str),
    /// Several views, one after another.
    Fragment(Box<[AnyView]>),
    /// A view of any other type of Leptos, for example a closure.
    Typed(Box<TypedView>),
}

impl AnyView {
    /// Makes a view. The macro `view!` calls it for the outermost element.
    #[must_use]
    pub fn new(view: impl IntoAny) -> Self {
        view.into_any()
    }

    /// Does nothing: the marker is for Leptos's hot reloading, which the app doesn't use.
    #[must_use]
    pub fn with_view_marker(self, _: impl Into<Cow<'static, str>>) -> Self {
        self
    }

    /// Creates the view's nodes.
    pub(crate) fn create(self) -> AnyViewState {
        match self {
            Self::Element(parts) => AnyViewState::Element(Box::new(parts.build())),
            Self::Text(text) => AnyViewState::Text(Rndr::create_text_node(text), text),
            Self::Fragment(views) => {
                AnyViewState::Fragment(views.into_vec().into_iter().map(Self::create).collect())
            }
            Self::Typed(view) => AnyViewState::Typed(Box::new(view.build())),
        }
    }

    /// Changes existing nodes into this view, or replaces them.
    pub(crate) fn change(self, state: &mut AnyViewState) {
        let view = match (self, &mut *state) {
            (Self::Element(parts), AnyViewState::Element(old)) => match parts.rebuild(old) {
                Ok(()) => return,
                Err(parts) => Self::Element(parts),
            },
            (Self::Text(text), AnyViewState::Text(node, old)) => {
                if text != *old {
                    Rndr::set_text(node, text);
                    *old = text;
                }
                return;
            }
            (Self::Fragment(views), AnyViewState::Fragment(old)) if views.len() == old.len() => {
                for (view, old) in views.into_vec().into_iter().zip(old) {
                    view.change(old);
                }
                return;
            }
            (Self::Typed(view), AnyViewState::Typed(old)) => {
                view.rebuild(old);
                return;
            }
            (view, _) => view,
        };
        let mut new = view.create();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

/// Nodes of a view in the document.
#[derive(Debug)]
pub enum AnyViewState {
    /// An element.
    Element(Box<ElementState>),
    /// A text that never changes.
    Text(types::Text, &'static str),
    /// Several views, one after another.
    Fragment(Vec<AnyViewState>),
    /// A view of any other type.
    Typed(Box<TypedViewState>),
}

/// Mounts views one after another.
pub(crate) fn mount_all(
    states: &mut [AnyViewState],
    parent: &types::Element,
    marker: Option<&types::Node>,
) {
    for state in states {
        state.mount(parent, marker);
    }
}

impl AnyViewState {
    fn inner(&self) -> Option<&dyn Mountable> {
        match self {
            Self::Element(state) => Some(&**state),
            Self::Text(node, _) => Some(node),
            Self::Typed(state) => Some(&**state),
            Self::Fragment(_) => None,
        }
    }

    fn inner_mut(&mut self) -> Result<&mut dyn Mountable, &mut Vec<AnyViewState>> {
        match self {
            Self::Element(state) => Ok(&mut **state),
            Self::Text(node, _) => Ok(node),
            Self::Typed(state) => Ok(&mut **state),
            Self::Fragment(states) => Err(states),
        }
    }
}

impl Mountable for AnyViewState {
    fn unmount(&mut self) {
        match self.inner_mut() {
            Ok(state) => state.unmount(),
            Err(states) => states.iter_mut().for_each(Self::unmount),
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        match self.inner_mut() {
            Ok(state) => state.mount(parent, marker),
            Err(states) => mount_all(states, parent, marker),
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match (self, self.inner()) {
            (_, Some(state)) => state.insert_before_this(child),
            (Self::Fragment(states), None) => {
                states.iter().any(|state| state.insert_before_this(child))
            }
            _ => false,
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        match (self, self.inner()) {
            (_, Some(state)) => state.elements(),
            (Self::Fragment(states), None) => states.iter().flat_map(Self::elements).collect(),
            _ => Vec::new(),
        }
    }
}

/// Makes an [`AnyView`].
pub trait IntoAny {
    /// Makes a view whose type is the same for all views.
    fn into_any(self) -> AnyView;
}

/// Makes an [`AnyView`] where the macros of Leptos ask for a view without its type.
pub trait IntoMaybeErased {
    /// Makes a view whose type is the same for all views.
    fn into_maybe_erased(self) -> AnyView;
}

impl<V: IntoAny> IntoMaybeErased for V {
    fn into_maybe_erased(self) -> AnyView {
        self.into_any()
    }
}

impl<V: RenderHtml + 'static> IntoAny for V {
    fn into_any(self) -> AnyView {
        let mut view = Some(self);
        // The compiler knows the type, so it keeps one of these cases for each type.
        let any: &mut dyn Any = &mut view;
        if let Some(view) = any.downcast_mut::<Option<AnyView>>() {
            return view.take().unwrap_or(AnyView::Text(""));
        }
        if let Some(Some(element)) = any.downcast_mut::<Option<Element>>().map(Option::take) {
            return AnyView::Element(element.into_parts());
        }
        if let Some(Some(text)) = any.downcast_mut::<Option<&'static str>>().map(Option::take) {
            return AnyView::Text(text);
        }
        if let Some(Some(views)) = any.downcast_mut::<Option<Fragment>>().map(Option::take) {
            return AnyView::Fragment(views.0.into_boxed_slice());
        }
        match view {
            Some(view) => AnyView::Typed(Box::new(any_view::IntoAny::into_any(view))),
            None => AnyView::Text(""),
        }
    }
}

impl Render for AnyView {
    type State = AnyViewState;

    fn build(self) -> AnyViewState {
        self.create()
    }

    fn rebuild(self, state: &mut AnyViewState) {
        self.change(state);
    }
}

impl AddAnyAttr for AnyView {
    type Output<A: TypedAttribute> = Self;

    fn add_any_attr<A: TypedAttribute>(self, attribute: A) -> Self {
        let attribute = attribute.into_cloneable_owned().into_any_attr();
        match self {
            Self::Element(parts) => Self::Element(parts.with(Attribute::typed(attribute))),
            Self::Typed(view) => Self::Typed(Box::new(any_view::IntoAny::into_any(
                view.add_any_attr(attribute),
            ))),
            view => view,
        }
    }
}

/// Several views, one after another: the children of an element, or a `view!` with several elements.
#[derive(Debug)]
pub struct Fragment(Vec<AnyView>);

impl From<Vec<AnyView>> for Fragment {
    fn from(views: Vec<AnyView>) -> Self {
        Self(views)
    }
}

/// Implements the traits of Leptos for a type that becomes an [`AnyView`] before it is drawn.
macro_rules! becomes_any_view {
    ($($view:ty)*) => {
        $(
            impl Render for $view {
                type State = AnyViewState;

                fn build(self) -> AnyViewState {
                    self.into_any().create()
                }

                fn rebuild(self, state: &mut AnyViewState) {
                    self.into_any().change(state);
                }
            }

            impl AddAnyAttr for $view {
                type Output<A: TypedAttribute> = AnyView;

                fn add_any_attr<A: TypedAttribute>(self, attribute: A) -> AnyView {
                    self.into_any().add_any_attr(attribute)
                }
            }
        )*
    };
}

becomes_any_view! { Element Fragment }

/// Implements [`RenderHtml`]. The app isn't rendered on a server, so these methods are never called.
macro_rules! never_on_a_server {
    ($($view:ty)*) => {
        $(
            impl RenderHtml for $view {
                type AsyncOutput = Self;
                type Owned = Self;

                const MIN_LENGTH: usize = 0;

                fn dry_resolve(&mut self) {}

                async fn resolve(self) -> Self {
                    self
                }

                fn to_html_with_buf(
                    self,
                    _: &mut String,
                    _: &mut Position,
                    _: bool,
                    _: bool,
                    _: Vec<AnyAttribute>,
                ) {
                }

                fn hydrate<const FROM_SERVER: bool>(
                    self,
                    _: &Cursor,
                    _: &PositionState,
                ) -> AnyViewState {
                    self.build()
                }

                fn into_owned(self) -> Self {
                    self
                }
            }
        )*
    };
}

never_on_a_server! { AnyView Element Fragment }

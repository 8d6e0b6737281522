//! Elements of HTML and SVG.

use leptos::tachys::html::attribute::any_attribute::IntoAnyAttribute;
use leptos::tachys::html::element::ElementType;
use leptos::tachys::html::event::{EventDescriptor, on};
use leptos::tachys::html::node_ref::{NodeRefContainer, node_ref};
use leptos::tachys::html::property::{IntoProperty, prop};
use leptos::tachys::reactive_graph::node_ref::NodeRef;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::Mountable;
use leptos::wasm_bindgen::JsCast;

use crate::attribute::{Attribute, AttributeState, IntoAttribute};
use crate::view::{AnyView, AnyViewState, IntoAny, mount_all};

/// The namespace of SVG elements.
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element that isn't in the document yet. It is a single pointer, because `view!` moves it after each attribute.
#[derive(Debug)]
pub struct Element(Box<Parts>);

/// What an element consists of.
#[derive(Debug)]
pub struct Parts {
    tag: &'static str,
    is_svg: bool,
    attributes: Vec<Attribute>,
    children: Vec<AnyView>,
}

/// Writes a function for each HTML element.
macro_rules! html_elements {
    ($($tag:ident)*) => {
        $(
            #[doc = concat!("Makes an element `", stringify!($tag), "`.")]
            #[must_use]
            pub fn $tag() -> $crate::element::Element {
                $crate::element::Element::new(stringify!($tag))
            }
        )*
    };
}
pub(crate) use html_elements;

/// Writes a function for each SVG element.
macro_rules! svg_elements {
    ($($tag:ident)*) => {
        $(
            #[doc = concat!("Makes an SVG element `", stringify!($tag), "`.")]
            #[must_use]
            pub fn $tag() -> $crate::element::Element {
                $crate::element::Element::new_svg(stringify!($tag))
            }
        )*
    };
}
pub(crate) use svg_elements;

/// Writes a method for each attribute.
macro_rules! attributes {
    ($($method:ident $name:literal,)*) => {
        impl Element {
            $(
                #[doc = concat!("Sets the attribute `", $name, "`.")]
                #[must_use]
                pub fn $method(self, value: impl IntoAttribute) -> Self {
                    self.with(value.into_attribute($name))
                }
            )*
        }
    };
}

attributes! {
    accept "accept", alt "alt", aria_busy "aria-busy", aria_controls "aria-controls", aria_current "aria-current",
    aria_describedby "aria-describedby", aria_disabled "aria-disabled", aria_expanded "aria-expanded",
    aria_haspopup "aria-haspopup", aria_hidden "aria-hidden", aria_invalid "aria-invalid", aria_label "aria-label",
    aria_labelledby "aria-labelledby", aria_live "aria-live", aria_modal "aria-modal", aria_required "aria-required",
    aria_valuemax "aria-valuemax", aria_valuemin "aria-valuemin", aria_valuenow "aria-valuenow",
    autocapitalize "autocapitalize", autocomplete "autocomplete", autofocus "autofocus", capture "capture",
    checked "checked", class "class", cols "cols", colspan "colspan", datetime "datetime", decoding "decoding", dir "dir",
    disabled "disabled", download "download", enterkeyhint "enterkeyhint", r#for "for", form "form", height "height",
    hidden "hidden", href "href", id "id", inputmode "inputmode", label "label", lang "lang", max "max",
    maxlength "maxlength", method "method", min "min", multiple "multiple", name "name", novalidate "novalidate",
    open "open", placeholder "placeholder", readonly "readonly", rel "rel", required "required", role "role",
    rows "rows", scope "scope", selected "selected", spellcheck "spellcheck", src "src", start "start", step "step",
    tabindex "tabindex", target "target", title "title", translate "translate", r#type "type", value "value",
    width "width",
}

impl Element {
    /// Makes an HTML element without attributes and children.
    #[must_use]
    pub fn new(tag: &'static str) -> Self {
        Self(Box::new(Parts {
            tag,
            is_svg: false,
            attributes: Vec::new(),
            children: Vec::new(),
        }))
    }

    /// Makes an SVG element without attributes and children.
    #[must_use]
    pub fn new_svg(tag: &'static str) -> Self {
        let mut element = Self::new(tag);
        element.0.is_svg = true;
        element
    }

    fn with(self, attribute: Attribute) -> Self {
        Self(self.0.with(attribute))
    }

    pub(crate) fn into_parts(self) -> Box<Parts> {
        self.0
    }

    /// Sets an attribute that has no method of its own.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl IntoAttribute) -> Self {
        self.with(value.into_attribute(name))
    }

    /// Adds a child, or all children of a fragment.
    #[must_use]
    pub fn child(self, child: impl IntoAny) -> Self {
        self.with_view(child.into_any())
    }

    fn with_view(mut self, child: AnyView) -> Self {
        match child {
            AnyView::Fragment(children) if self.0.children.is_empty() => {
                self.0.children = children.into_vec();
            }
            child => self.0.children.push(child),
        }
        self
    }

    /// Calls `handler` at each event of a kind.
    #[must_use]
    pub fn on<E>(self, event: E, handler: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor + Send + 'static,
        E::EventType: From<types::Event> + 'static,
    {
        let handler: Box<dyn FnMut(E::EventType)> = Box::new(handler);
        self.with(Attribute::typed(on(event, handler).into_any_attr()))
    }

    /// Sets a property of the DOM object.
    #[must_use]
    pub fn prop(self, name: &'static str, value: impl IntoProperty + Send + 'static) -> Self {
        self.with(Attribute::typed(prop(name, value).into_any_attr()))
    }

    /// Binds the element to a [`NodeRef`].
    #[must_use]
    pub fn node_ref<E>(self, container: NodeRef<E>) -> Self
    where
        E: ElementType,
        E::Output: JsCast + Clone + 'static,
        NodeRef<E>: NodeRefContainer<E>,
    {
        self.with(Attribute::typed(
            node_ref::<E, NodeRef<E>>(container).into_any_attr(),
        ))
    }
}

/// An element in the document.
#[derive(Debug)]
pub struct ElementState {
    element: types::Element,
    tag: &'static str,
    attributes: Vec<AttributeState>,
    children: Vec<AnyViewState>,
}

impl Parts {
    /// Adds an attribute.
    pub(crate) fn with(mut self: Box<Self>, attribute: Attribute) -> Box<Self> {
        self.attributes.push(attribute);
        self
    }

    /// Creates the element.
    pub(crate) fn build(self) -> ElementState {
        let element = Rndr::create_element(self.tag, self.is_svg.then_some(SVG));
        let attributes = self.attributes.into_iter();
        let attributes = attributes
            .map(|attribute| attribute.build(&element))
            .collect();
        let mut children: Vec<AnyViewState> =
            self.children.into_iter().map(AnyView::create).collect();
        mount_all(&mut children, &element, None);
        ElementState {
            element,
            tag: self.tag,
            attributes,
            children,
        }
    }

    /// Changes an existing element into this one. Returns the parts if they don't fit, so that the element must be
    /// replaced.
    pub(crate) fn rebuild(self: Box<Self>, state: &mut ElementState) -> Result<(), Box<Self>> {
        let fits = self.tag == state.tag
            && self.children.len() == state.children.len()
            && self.attributes.len() == state.attributes.len()
            && self
                .attributes
                .iter()
                .zip(&state.attributes)
                .all(|(attribute, old)| attribute.fits(old));
        if !fits {
            return Err(self);
        }
        for (attribute, old) in self.attributes.into_iter().zip(&mut state.attributes) {
            attribute.rebuild(&state.element, old);
        }
        for (child, old) in self.children.into_iter().zip(&mut state.children) {
            child.change(old);
        }
        Ok(())
    }
}

impl Mountable for ElementState {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

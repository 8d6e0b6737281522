//! The attributes of elements.

use std::borrow::Cow;
use std::fmt::{Debug, Formatter, Result as FmtResult};
use std::sync::{Arc, Mutex};

use leptos::reactive::computed::Memo;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::signal::RwSignal;
use leptos::reactive::traits::Get;
use leptos::reactive::wrappers::read::Signal;
use leptos::tachys::html::attribute::Attribute as TypedAttribute;
use leptos::tachys::html::attribute::any_attribute::{
    AnyAttribute, AnyAttributeState, IntoAnyAttribute,
};
use leptos::tachys::html::class::{IntoClass, class};
use leptos::tachys::renderer::{Rndr, types};

/// The value of a plain attribute; `None` if the element doesn't have the attribute.
pub(crate) type Value = Option<Cow<'static, str>>;

/// An attribute of an element that isn't in the document yet.
#[derive(Debug)]
pub struct Attribute {
    name: &'static str,
    content: AttributeContent,
}

enum AttributeContent {
    Fixed(Value),
    Changing(Box<dyn FnMut() -> Value + Send>),
    /// What isn't written as an attribute: event listeners, properties, single classes, references to the element.
    Typed(AnyAttribute),
}

impl Debug for AttributeContent {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str("AttributeContent")
    }
}

/// An attribute of an element in the document.
#[derive(Debug)]
pub(crate) struct AttributeState {
    name: &'static str,
    content: AttributeContentState,
}

enum AttributeContentState {
    Fixed(Value),
    Changing(RenderEffect<Value>),
    Typed(AnyAttributeState),
}

impl Debug for AttributeContentState {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> FmtResult {
        formatter.write_str("AttributeContentState")
    }
}

impl Attribute {
    /// Makes an attribute from one of Leptos that has its own type.
    pub(crate) fn typed(attribute: AnyAttribute) -> Self {
        Self {
            name: "",
            content: AttributeContent::Typed(attribute),
        }
    }

    /// Whether [`Attribute::rebuild`] can change `old` into this attribute.
    pub(crate) fn fits(&self, old: &AttributeState) -> bool {
        self.name == old.name
            && matches!(
                (&self.content, &old.content),
                (AttributeContent::Fixed(_), AttributeContentState::Fixed(_))
                    | (
                        AttributeContent::Changing(_),
                        AttributeContentState::Changing(_)
                    )
                    | (AttributeContent::Typed(_), AttributeContentState::Typed(_))
            )
    }

    /// Adds the attribute to an element.
    pub(crate) fn build(self, element: &types::Element) -> AttributeState {
        let name = self.name;
        let content = match self.content {
            AttributeContent::Fixed(value) => {
                write(element, name, None, &value);
                AttributeContentState::Fixed(value)
            }
            AttributeContent::Changing(value) => {
                AttributeContentState::Changing(follow(element, name, value, None))
            }
            AttributeContent::Typed(attribute) => {
                AttributeContentState::Typed(attribute.build(element))
            }
        };
        AttributeState { name, content }
    }

    /// Changes an attribute of an element into this one.
    pub(crate) fn rebuild(self, element: &types::Element, old: &mut AttributeState) {
        match (self.content, &mut old.content) {
            (AttributeContent::Fixed(value), AttributeContentState::Fixed(before)) => {
                write(element, self.name, Some(before), &value);
                *before = value;
            }
            (AttributeContent::Changing(value), AttributeContentState::Changing(effect)) => {
                let before = effect.take_value();
                *effect = follow(element, self.name, value, before);
            }
            (AttributeContent::Typed(attribute), AttributeContentState::Typed(state)) => {
                attribute.rebuild(state)
            }
            (content, state) => {
                let name = self.name;
                *state = Self { name, content }.build(element).content;
            }
        }
    }
}

/// Writes the value of an attribute now and whenever it changes.
fn follow(
    element: &types::Element,
    name: &'static str,
    mut value: Box<dyn FnMut() -> Value + Send>,
    before: Option<Value>,
) -> RenderEffect<Value> {
    let element = element.clone();
    RenderEffect::new_with_value(
        move |before: Option<Value>| {
            let value = value();
            write(&element, name, before.as_ref(), &value);
            value
        },
        before,
    )
}

/// Writes the value of an attribute if it differs from the one before.
fn write(element: &types::Element, name: &str, before: Option<&Value>, value: &Value) {
    if before == Some(value) {
        return;
    }
    match value {
        Some(text) => Rndr::set_attribute(element, name, text),
        None if before.is_some() => Rndr::remove_attribute(element, name),
        None => {}
    }
}

/// What the value of an attribute can be. `true` is an attribute without a value; `false` and `None` are no attribute.
pub trait IntoValue {
    /// Returns the value as text.
    fn into_value(self) -> Value;
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Some(Cow::Borrowed(self))
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Some(Cow::Owned(self))
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<V: IntoValue> IntoValue for Option<V> {
    fn into_value(self) -> Value {
        self.and_then(V::into_value)
    }
}

/// Implements [`IntoValue`] for numbers.
macro_rules! numbers {
    ($($number:ty)*) => {
        $(
            impl IntoValue for $number {
                fn into_value(self) -> Value {
                    Some(Cow::Owned(self.to_string()))
                }
            }
        )*
    };
}

numbers! { u32 u64 usize i32 f64 }

/// What can be written as the value of an attribute in a `view!`: a value, or something that returns a value and is
/// reactive.
pub trait IntoAttribute {
    /// Makes the attribute with the given name.
    fn into_attribute(self, name: &'static str) -> Attribute;
}

fn fixed(name: &'static str, value: Value) -> Attribute {
    Attribute {
        name,
        content: AttributeContent::Fixed(value),
    }
}

fn changing(name: &'static str, value: Box<dyn FnMut() -> Value + Send>) -> Attribute {
    Attribute {
        name,
        content: AttributeContent::Changing(value),
    }
}

/// Implements [`IntoAttribute`] for values that don't change.
macro_rules! fixed_values {
    ($($value:ty)*) => {
        $(
            impl IntoAttribute for $value {
                fn into_attribute(self, name: &'static str) -> Attribute {
                    fixed(name, self.into_value())
                }
            }
        )*
    };
}

fixed_values! { &'static str String bool u32 u64 usize i32 f64 }

impl<V: IntoValue> IntoAttribute for Option<V> {
    fn into_attribute(self, name: &'static str) -> Attribute {
        fixed(name, self.into_value())
    }
}

impl<V: IntoValue, F: FnMut() -> V + Send + 'static> IntoAttribute for F {
    fn into_attribute(mut self, name: &'static str) -> Attribute {
        changing(name, Box::new(move || self().into_value()))
    }
}

/// A closure that is written in a `view!`; the macro wraps it in this type.
impl<V: IntoValue + 'static> IntoAttribute for Arc<Mutex<dyn FnMut() -> V + Send>> {
    fn into_attribute(self, name: &'static str) -> Attribute {
        changing(
            name,
            Box::new(move || self.lock().ok().and_then(|mut value| value().into_value())),
        )
    }
}

/// Implements [`IntoAttribute`] for signals.
macro_rules! signals {
    ($($signal:ident)*) => {
        $(
            impl<V: IntoValue + Clone + Send + Sync + 'static> IntoAttribute for $signal<V> {
                fn into_attribute(self, name: &'static str) -> Attribute {
                    changing(name, Box::new(move || self.get().into_value()))
                }
            }
        )*
    };
}

signals! { RwSignal Signal Memo }

/// A single class, which the element has or not: `class:name=…`.
impl<C> IntoAttribute for (&'static str, C)
where
    (&'static str, C): IntoClass,
{
    fn into_attribute(self, _: &'static str) -> Attribute {
        Attribute::typed(class(self).into_any_attr())
    }
}

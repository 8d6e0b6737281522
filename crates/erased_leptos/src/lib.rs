//! Leptos with one type for all views.
//!
//! In Leptos, each kind of element with its attributes and children is a type of its own. The code that creates, changes
//! and removes such an element is compiled again for each of these types. This crate is Leptos, except for the names that
//! the macros `view!` and `component` use for elements and views: here, every element is an [`element::Element`] and every
//! view a [`view::AnyView`], so that this code is compiled once.
//!
//! The app depends on this crate under the name `leptos`, because the macros write paths that begin with `::leptos`.

/// The attributes of elements.
mod attribute;
/// Elements.
mod element;
/// Views.
mod view;

pub use leptos::*;

/// What pages import: the prelude of Leptos, with the views of this crate.
pub mod prelude {
    pub use leptos::prelude::*;

    pub use crate::view::{AnyView, AnyView as View, IntoAny, IntoMaybeErased};
}

/// The renderer of Leptos, with the elements of this crate.
pub mod tachys {
    pub use leptos::tachys::*;

    /// HTML.
    pub mod html {
        pub use leptos::tachys::html::*;

        /// The functions that make HTML elements.
        pub mod element {
            pub use leptos::tachys::html::element::*;

            pub use crate::element::Element;

            crate::element::html_elements! {
                a article aside b bdi blockquote body br button canvas caption cite code dd details dialog div dl dt em
                fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i img input label legend li link main
                mark meta nav ol optgroup option output p pre progress section select small span strong sub summary sup
                table tbody td textarea tfoot th thead time tr ul
            }
        }
    }

    /// SVG.
    pub mod svg {
        pub use leptos::tachys::svg::*;

        crate::element::svg_elements! { circle g line path polygon polyline rect svg }
    }

    /// Views.
    pub mod view {
        pub use leptos::tachys::view::*;

        /// Lists of views.
        pub mod iterators {
            pub use leptos::tachys::view::iterators::*;

            pub use crate::view::Fragment as StaticVec;
        }
    }
}

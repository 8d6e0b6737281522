//! The gallery: a page with examples of all UI components, for developers and for the browser tests. It is at the path
//! `/gallery` in builds with the feature `gallery`, never in a release build. Each example is a section with an id that
//! begins with `example-`.

/// The frame around each example.
mod example;
/// Examples of buttons and of navigation.
mod actions;
/// Examples of form fields.
mod fields;
/// Examples of lists, cards and disclosures.
mod lists;
/// Examples of messages, statuses and placeholders.
mod messages;
/// The page with all examples.
pub mod gallery_page;

pub use gallery_page::GalleryPage;

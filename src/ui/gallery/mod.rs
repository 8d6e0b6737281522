//! A page with examples of all components, for developers and for the browser tests. It is at /gallery in builds with
//! the feature `gallery`, never in a release. Each example is a section with the id `example-…`.

/// The frame of an example.
mod example;
/// Buttons and navigation.
mod actions;
/// Form fields.
mod fields;
/// Lists, cards and disclosures.
mod lists;
/// Messages and states.
mod messages;
/// The page with all examples.
pub mod gallery_page;

pub use gallery_page::GalleryPage;

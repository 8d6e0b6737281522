//! The frame around every page: contexts, header, routes and footer. This folder combines the wings into one app and
//! contains no business rules.

/// The chunks of the app, which are fetched after the first screen is shown.
mod chunks;
/// Which chunks are fetched before their pages are opened.
mod fetch_plan;
/// Fetches chunks by the fetch plan.
mod prefetch;
/// The first requests to the backend.
mod connect;
/// Header and footer.
pub mod header;
/// Selects the page for each route.
pub mod pages;
/// Starts the app and draws its frame.
mod root;

pub use self::root::start_app;

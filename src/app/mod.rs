//! The frame around every page: contexts, header, routes and footer. It joins the wings and holds no rule of its own.

/// The chunks of the app that are fetched after the first screen.
mod chunks;
/// The first requests to the backend.
mod connect;
/// Header and footer.
pub mod header;
/// The page of each route.
pub mod pages;
/// Starts the app and draws its frame.
mod root;

pub use self::root::start_app;

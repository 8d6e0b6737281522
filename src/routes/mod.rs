//! Every route of the app: prints a route as a path, and parses a path into a route. No other module writes a path or
//! takes one apart.

/// The sub-path that the app is served under.
mod base_path;
/// Prints each route as a path.
mod paths;
/// The routes as types, and the parser of a path.
mod route;
/// Where the tiles of a portal lead.
mod tile;
#[cfg(test)]
mod tests;

pub use self::base_path::{base_path, set_base_path};
pub use self::paths::*;
pub use self::route::{
    AccountRoute, DraftStep, EditOrigin, FilingRoute, FindRoute, FollowingRoute, IdentityRoute,
    Route, parse_path,
};
pub use self::tile::tile_path;

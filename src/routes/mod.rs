//! All routes of the app. This module formats a route as a path, and parses a path into a route. No other module builds
//! or parses a path.

/// The sub-path at which the app is served.
mod base_path;
/// Reads the paths of the wing `following`.
mod following_path;
/// Formats each route as a path.
mod paths;
/// Reads the path of a reply.
mod reply_path;
/// The types of the routes, and the parser of a path.
mod route;
/// The page to which a tile of the portal's first page links.
mod tile;
#[cfg(test)]
mod tests;

pub use self::base_path::{base_path, set_base_path};
pub use self::following_path::{FollowingRoute, parse_following};
pub use self::paths::*;
pub use self::reply_path::{ReplyPath, parse_reply};
pub use self::route::{
    AccountRoute, DraftStep, EditOrigin, FilingRoute, FindRoute, IdentityRoute, Route, parse_path,
};
pub use self::tile::tile_path;

//! The page to which a tile (a link on the portal's first page) leads. The app and `tools/build` both use this module,
//! so that they show the same tiles. `tools/build` writes the first screen as plain HTML.

use contract::portal::{Portal, Tile, TilePage};

use super::paths;

/// The path of the page to which a tile leads. `None` if this version of the app doesn't know the page, or if the
/// backend doesn't offer the feature. The caller then leaves the tile out.
pub fn tile_path(portal: &Portal, tile: &Tile) -> Option<String> {
    let offered = &portal.features;
    match tile.page {
        TilePage::Groups => offered.groups.then(paths::groups),
        TilePage::LookUp => offered.lookup.then(paths::look_up_dossier),
        TilePage::Feedback => offered.feedback.then(paths::feedback),
        TilePage::Procedures => Some(paths::procedures("")),
        TilePage::Procedure => Some(paths::procedure(&tile.code)),
        TilePage::Other => None,
    }
}

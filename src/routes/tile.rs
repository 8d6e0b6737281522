//! Where the tiles of a portal's first page lead. The app and `tools/build`, which writes the first screen as plain
//! HTML, both ask here, so that they show the same tiles.

use contract::portal::{Portal, Tile, TilePage};

use super::paths;

/// The path that a tile leads to. `None` for a page that this version doesn't know, and for a feature that the backend
/// doesn't offer: such a tile is left out.
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

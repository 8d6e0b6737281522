//! Texts of the header, the footer and the first screen.

use contract::portal::TilePage;

/// Texts of the header, the footer and the first screen. `tools/build` also compiles this file, and writes these texts
/// into `index.html`.
pub struct ShellWords {
    /// The app's own name. It is shown until `GET /portal` has returned the name of the portal.
    pub name: &'static str,
    /// Label of the link that skips the header and moves to the main content.
    pub skip: &'static str,
    /// Name of the main menu, for screen readers.
    pub navigation: &'static str,
    /// Menu item «Dịch vụ công», the search for procedures (R2.9).
    pub procedures: &'static str,
    /// Menu item «Hồ sơ của tôi», the list of the citizen's dossiers (R2.13).
    pub dossiers: &'static str,
    /// Menu item «Tài khoản», shown while a citizen is signed in.
    pub account: &'static str,
    /// Menu item «Đăng nhập», the sign-in.
    pub sign_in: &'static str,
    /// Menu item «Đăng ký», the registration.
    pub register: &'static str,
    /// Button that signs out.
    pub sign_out: &'static str,
    /// Warning before signing out while changes are not saved on the server yet.
    pub unsaved: &'static str,
    /// Button that signs out although changes are not saved on the server.
    pub sign_out_anyway: &'static str,
    /// Button that changes the language: the name of the other language, written in that language.
    pub other_language: &'static str,
    /// Heading of the first screen. It is a question to the citizen.
    pub question: &'static str,
    /// Label of the search field on the first screen.
    pub search: &'static str,
    /// Hint of the search field on the first screen.
    pub search_hint: &'static str,
    /// Button that starts the search on the first screen.
    pub find: &'static str,
    /// Heading of the list of often used procedures.
    pub popular: &'static str,
    /// Link to the list of all procedures.
    pub all: &'static str,
    /// Link to the groups of procedures: «Dịch vụ công liên thông» (R4.6).
    pub groups: &'static str,
    /// Link «Tra cứu hồ sơ» to the page that looks up a dossier (R4.14).
    pub look_up: &'static str,
    /// Name of the list of links in the footer, for screen readers.
    pub more_links: &'static str,
    /// Link «Góp ý» to the page that sends feedback.
    pub feedback: &'static str,
    /// Title of the page for an unknown route.
    pub not_found: &'static str,
    /// Explanation on the page for an unknown route.
    pub not_found_help: &'static str,
    /// Link to the first screen.
    pub home: &'static str,
}

impl ShellWords {
    /// Returns the app's own label for a tile, which is a link on the first screen. The app uses this label if the
    /// portal's data contains no label for the tile. `page` is the page to which the tile leads.
    ///
    /// For two kinds of pages, the label is empty, and the app doesn't show the tile. One kind is the page of a single
    /// procedure, because the tile doesn't contain the name of the procedure. The other kind is a page that this
    /// version of the app doesn't know.
    pub const fn tile_label(&self, page: TilePage) -> &'static str {
        match page {
            TilePage::Groups => self.groups,
            TilePage::LookUp => self.look_up,
            TilePage::Feedback => self.feedback,
            TilePage::Procedures => self.all,
            TilePage::Procedure | TilePage::Other => "",
        }
    }
}

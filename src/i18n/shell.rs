//! What the words of header, footer and first screen are for.

use contract::portal::TilePage;

/// Header, footer and first screen.
pub struct ShellWords {
    /// Name of the app, until the portal has told its own.
    pub name: &'static str,
    /// Link past the header.
    pub skip: &'static str,
    /// Name of the main navigation.
    pub navigation: &'static str,
    /// Menu «Dịch vụ công» (R2.9).
    pub procedures: &'static str,
    /// Menu «Hồ sơ của tôi» (R2.13).
    pub dossiers: &'static str,
    /// «Tài khoản», once somebody is signed in.
    pub account: &'static str,
    /// «Đăng nhập».
    pub sign_in: &'static str,
    /// «Đăng ký».
    pub register: &'static str,
    /// Sign out.
    pub sign_out: &'static str,
    /// Before something unsaved is lost with the session.
    pub unsaved: &'static str,
    /// Signs out although something is lost.
    pub sign_out_anyway: &'static str,
    /// Name of the other language, in that language.
    pub other_language: &'static str,
    /// Heading of the first screen.
    pub question: &'static str,
    /// Label of the search field.
    pub search: &'static str,
    /// Hint of the search field.
    pub search_hint: &'static str,
    /// Button of the search field.
    pub find: &'static str,
    /// Heading of the short list.
    pub wanted: &'static str,
    /// Link to the whole list.
    pub all: &'static str,
    /// Link to the groups: «Dịch vụ công liên thông» (R4.6).
    pub groups: &'static str,
    /// Link to «Tra cứu hồ sơ» (R4.14).
    pub look_up: &'static str,
    /// Name of the links in the footer.
    pub more: &'static str,
    /// Link to «Góp ý».
    pub feedback: &'static str,
    /// Title of a page that isn't there.
    pub missing: &'static str,
    /// What to do then.
    pub missing_help: &'static str,
    /// Link home.
    pub home: &'static str,
}

impl ShellWords {
    /// The app's own label for a tile that the portal gives none. Empty for a single procedure, whose name the tile
    /// doesn't tell, and for an unknown page: such a tile is left out.
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

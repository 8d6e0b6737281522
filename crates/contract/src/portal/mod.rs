//! The capability document: what a backend offers. The app hides the features that are missing, and works without them.

/// The body of `GET /portal`.
mod capabilities;
/// The portal's texts and links on the first page.
mod first_page;
/// The methods to sign in and to register.
mod methods;
#[cfg(test)]
mod tests;

pub use self::capabilities::{Features, LANGUAGES, Portal, UploadLimits, VERSION};
pub use self::first_page::{LocalizedText, PopularProcedure, Tile, TilePage};
pub use self::methods::{RegistrationMethod, SignInMethod};

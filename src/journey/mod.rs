//! What the citizen does, in four wings. Each wing is one chunk of the app, fetched after the first screen, with its own
//! routes. Wings don't import each other; only `filing` may ask `identity` for a sign-in and a consent.

/// Finds a procedure, looks up a dossier, sends feedback. Open to everybody.
pub mod find;
/// Registration, sign-in, the session, and the account.
pub mod identity;
/// Fills, attaches and sends a dossier.
pub mod filing;
/// Follows what was sent: «Hồ sơ của tôi» and one dossier.
pub mod following;

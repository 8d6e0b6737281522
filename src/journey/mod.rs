//! What the citizen does, in four wings. A wing is a folder of this module; it is compiled to one wasm chunk, which is
//! fetched after the first screen, and has its own routes. Wings don't import each other, with one exception: `filing`
//! and `following` use the sign-in guard of `identity`, and `filing` also uses the consent guard of `identity`.

/// Finds a procedure, looks up a dossier, sends feedback. Needs no sign-in.
pub mod find;
/// Registration, sign-in, the session, and the account.
pub mod identity;
/// Fills in the form, attaches files and sends the dossier.
pub mod filing;
/// Shows what happens after sending: «Hồ sơ của tôi», and the page of one dossier.
pub mod following;

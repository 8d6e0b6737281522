//! Drafts: creation, saving, and the choices stored with them.

mod creation;
mod saving;
mod choices;

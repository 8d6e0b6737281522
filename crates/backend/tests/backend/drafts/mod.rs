//! Drafts: creating and saving them, and the choices that a draft stores beside the answers.

mod creation;
mod saving;
mod choices;

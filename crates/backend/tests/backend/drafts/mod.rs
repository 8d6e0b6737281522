//! Drafts: creating and saving them, and the choices that a draft stores beside the answers.

mod changed_data;
mod creation;
mod ended_drafts;
mod saving;
mod choices;

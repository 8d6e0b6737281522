//! Compares the sizes of the built app with the budgets and with the last release.

mod budgets;
mod check;
mod chunk_table;
mod files;
mod last_release;

pub(crate) use self::check::{Measured, check_sizes, note_release};

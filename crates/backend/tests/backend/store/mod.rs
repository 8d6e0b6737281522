//! What survives a restart, and failures of the database.

mod persistence;

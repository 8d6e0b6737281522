//! Data that survives a restart of the backend, and failures of the database.

mod data_folder;
mod persistence;

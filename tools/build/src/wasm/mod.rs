//! Prepares the compiled app for browsers: splits it into chunks, then runs wasm-bindgen, then `wasm-opt`.

/// Runs wasm-bindgen.
mod bind;
/// Runs `wasm-opt`.
mod optimise;
/// Splits the app into the main wasm file and chunks.
mod split;

pub(crate) use self::bind::{MAIN_WASM, SCRIPT, bind_to_javascript};
pub(crate) use self::optimise::{optimise_folder, optimiser_version};
pub(crate) use self::split::{CHUNK_LOADER, split_into_chunks};

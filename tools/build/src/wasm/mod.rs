//! The compiled app on its way to the browser: split into chunks, bound to JavaScript, made small.

mod bind;
mod optimise;
mod split;

pub(crate) use self::bind::{MODULE, SCRIPT, bind};
pub(crate) use self::optimise::{optimise, optimiser_version};
pub(crate) use self::split::{CHUNK_LOADER, split};

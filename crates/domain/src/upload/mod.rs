//! The upload of one file over tus 1.0, as a state machine that only decides.
//!
//! The caller carries out each [`UploadAction`] and reports its outcome as an [`UploadEvent`]; requests, files and clocks
//! are the caller's. The server's offset is the only truth about what arrived. A lost connection is never a reason to
//! give up.

mod upload_machine;

pub use upload_machine::{
    CHUNK_BYTES, GiveUpReason, RETRY_SECONDS, UploadAction, UploadEvent, UploadFailure,
    UploadMachine,
};

#[cfg(test)]
mod tests;

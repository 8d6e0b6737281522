//! The upload of one file over tus 1.0, as a state machine. It only decides what to do next.
//!
//! The caller carries out each [`UploadAction`] and reports its outcome as an [`UploadEvent`]. Requests, files and
//! clocks are the caller's task. Only the server's offset shows which bytes have arrived. A lost connection is never a
//! reason to give up, and neither is a response that doesn't come from the backend. An upload of an earlier visit
//! continues only with proof that the server holds the beginning of the same file.

mod chunk_size;
mod upload_machine;

pub use chunk_size::ChunkSize;
pub use upload_machine::{
    GiveUpReason, PrefixProof, RETRY_SECONDS, UploadAction, UploadEvent, UploadFailure,
    UploadMachine, WaitCause,
};

#[cfg(test)]
mod tests;

//! One file on its way to the server over tus 1.0: decisions only. The runner does what [`Action`] says and
//! reports what came of it as an [`Event`]; bytes, sockets and clocks are his.
//!
//! The server's offset is the only truth about what arrived. A dropped line is never a reason to give up.

mod plan;

pub use plan::{Action, Event, Failure, GiveUpReason, Plan};

/// Bytes of one chunk: small enough that a slow line confirms one within a minute, and that a proxy which
/// buffers whole bodies loses no more than this.
pub const CHUNK_BYTES: u64 = 256 * 1024;

/// Seconds to wait before each try in turn; the last is repeated without end.
pub const RETRY_SECONDS: [u32; 7] = [0, 1, 3, 5, 10, 20, 30];

#[cfg(test)]
mod tests;

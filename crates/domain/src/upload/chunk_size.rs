//! How many bytes the next chunk of an upload has.
//!
//! A chunk should take a few seconds. On a slow connection a longer one would delay the citizen's answers, which share
//! the connection, and a lost connection would cost more. On a fast connection short chunks would waste time on waiting
//! for responses. A proxy may also refuse large bodies: nginx allows 1 MiB unless its operator allows more.

/// The first chunk, in bytes. It takes about five seconds at 6 kB/s.
const FIRST: u64 = 32 * 1024;
/// No chunk is smaller, in bytes.
const SMALLEST: u64 = 8 * 1024;
/// No chunk is larger, in bytes. It is half of what nginx allows by default.
const LARGEST: u64 = 512 * 1024;
/// Lost connections never limit the chunks to fewer bytes than this for the rest of the visit.
const LARGEST_AFTER_LOSS: u64 = 128 * 1024;
/// After a chunk that took less time than this, in milliseconds, the next chunk has twice the bytes.
const FAST_MS: u32 = 2_000;
/// After a chunk that took more time than this, in milliseconds, the next chunk has half the bytes.
const SLOW_MS: u32 = 6_000;

/// The size of the next chunk. It adapts to the connection, so all uploads of a visit should share one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChunkSize {
    /// The size of the next chunk, in bytes.
    bytes: u64,
    /// The size that the chunks may grow to, in bytes.
    largest: u64,
}

impl Default for ChunkSize {
    fn default() -> Self {
        Self {
            bytes: FIRST,
            largest: LARGEST,
        }
    }
}

impl ChunkSize {
    /// The size of the next chunk, in bytes.
    pub fn bytes(self) -> u64 {
        self.bytes
    }

    /// Adapts the size after the server has accepted a chunk that took this many milliseconds.
    pub(super) fn accepted(&mut self, milliseconds: u32) {
        self.bytes = match milliseconds {
            ..FAST_MS => (self.bytes * 2).min(self.largest),
            FAST_MS..=SLOW_MS => self.bytes,
            _ => (self.bytes / 2).max(SMALLEST),
        };
    }

    /// Adapts the size after the connection was lost while a chunk was sent. A proxy that refuses large bodies may also
    /// just close the connection, so the chunks don't grow to the lost size again.
    pub(super) fn lost(&mut self) {
        self.bytes = (self.bytes / 2).max(SMALLEST);
        self.largest = self.largest.min(self.bytes.max(LARGEST_AFTER_LOSS));
    }

    /// Adapts the size after a proxy has refused a chunk as too large. Returns `false` if no smaller chunk is left to
    /// try.
    pub(super) fn refused(&mut self) -> bool {
        let can_shrink = self.bytes > SMALLEST;
        self.bytes = (self.bytes / 2).max(SMALLEST);
        self.largest = self.bytes;
        can_shrink
    }
}

//! The memory in which password hashes are computed. A hash needs megabytes. If each hash allocated its own memory, the
//! allocator would keep it for the thread that freed it, and hundreds of requests at once would use gigabytes.

use std::sync::{Arc, Mutex, PoisonError};

use argon2::Block;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::refusal::Refusal;

/// Maximum number of hashes that are computed at the same time.
const CONCURRENT_HASHES: usize = 4;

/// The memory of all hashes. Clones share it.
#[derive(Clone)]
pub(super) struct HashMemory {
    permits: Arc<Semaphore>,
    /// The memory that no hash uses now. It is allocated when it is first needed, and never freed.
    free: Arc<Mutex<Vec<MemoryBlocks>>>,
}

impl Default for HashMemory {
    fn default() -> Self {
        HashMemory {
            permits: Arc::new(Semaphore::new(CONCURRENT_HASHES)),
            free: Arc::default(),
        }
    }
}

impl HashMemory {
    /// Waits until fewer than the maximum number of hashes are being computed.
    pub(super) async fn wait_for_turn(&self) -> Result<HashTurn, Refusal> {
        let permit = self.permits.clone().acquire_owned().await;
        let permit = permit.map_err(Refusal::internal)?;
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(HashTurn {
            blocks: free.pop().unwrap_or_default(),
            memory: self.clone(),
            _permit: permit,
        })
    }
}

/// The right to compute one hash now, with the memory for it. Both are returned when it is dropped.
pub(super) struct HashTurn {
    blocks: MemoryBlocks,
    memory: HashMemory,
    _permit: OwnedSemaphorePermit,
}

impl HashTurn {
    /// The memory for one hash.
    pub(super) fn blocks(&mut self) -> &mut MemoryBlocks {
        &mut self.blocks
    }
}

impl Drop for HashTurn {
    fn drop(&mut self) {
        let blocks = core::mem::take(&mut self.blocks);
        let mut free = self
            .memory
            .free
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        free.push(blocks);
    }
}

/// The memory for one hash.
#[derive(Default)]
pub(super) struct MemoryBlocks(Vec<Block>);

impl MemoryBlocks {
    /// The first `length` blocks. More memory is allocated if there is too little.
    pub(super) fn of_length(&mut self, length: usize) -> &mut [Block] {
        if self.0.len() < length {
            // The old blocks aren't copied, so that both are never in memory at the same time.
            self.0 = Vec::new();
            self.0.resize(length, Block::default());
        }
        self.0.get_mut(..length).unwrap_or_default()
    }
}

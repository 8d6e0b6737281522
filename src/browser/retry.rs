//! The delay between two tries of a failed request, the same in the whole app.

use super::clock;

/// The delay in milliseconds.
const RETRY_DELAY_MS: i32 = 3_000;

/// Waits before a failed request is tried again.
pub async fn wait() {
    clock::wait_ms(RETRY_DELAY_MS).await;
}

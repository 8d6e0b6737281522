//! The delays between tries of a request that failed for a temporary reason. Loading, saving and signing out use the
//! same delays. The chunks of an upload have their own delays, in `domain::upload`, which the citizen's press on
//! «Thử lại» and a change of the connection can end.

use super::clock;

/// The delay before the next try, in milliseconds, after this many failures in a row. The delay grows, so that the
/// requests of many phones don't overload a server that is just restarting. It stays short enough for a citizen who is
/// waiting at the page.
pub const fn delay_ms(failures: usize) -> i32 {
    match failures {
        0 | 1 => 2_000,
        2 => 4_000,
        _ => 8_000,
    }
}

/// Waits for the delay before the next try. `failures` is the number of failures in a row.
pub async fn wait(failures: usize) {
    clock::wait_ms(delay_ms(failures)).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delay_grows_and_never_exceeds_eight_seconds() {
        let delays: Vec<i32> = (1..6).map(delay_ms).collect();
        assert_eq!(delays, [2_000, 4_000, 8_000, 8_000, 8_000]);
    }
}

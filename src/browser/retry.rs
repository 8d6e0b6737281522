//! When the app repeats a request that failed and may pass: one policy for loading, saving and signing out. An upload
//! has its own, `domain::upload`, because it must also respect `Retry-After` and the citizen's «Thử lại».

use super::clock;

/// The delay before the next try, in milliseconds, after this many failures in a row. It grows, so that many phones
/// don't keep a server down that is just starting again, and stays short enough for a citizen who watches the page.
pub const fn delay_ms(failures: usize) -> i32 {
    match failures {
        0 | 1 => 2_000,
        2 => 4_000,
        _ => 8_000,
    }
}

/// Waits before the next try, after this many failures in a row.
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

//! A clock for durations. The clock of a device can be set while a page is open, and the browser's own counter may stand
//! still while the device sleeps. So the time that has passed is the larger of the two.

use std::cell::Cell;

use js_sys::Date;

/// The device's clock counts as set if it differs from the counter by more than this, in milliseconds.
const JUMP_MS: f64 = 5_000.0;

/// A moment of the steady clock. Only differences between two moments have a meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SteadyTime {
    /// Milliseconds that never go back.
    pub ms: f64,
    /// How often the device's clock has been set back since the page was opened.
    pub steps_back: u32,
    /// How often the device's clock and the counter have drifted apart since the page was opened: the clock was set, or
    /// the device slept.
    pub jumps: u32,
}

/// The state of the clock at its last reading.
#[derive(Clone, Copy, Default)]
struct Reading {
    wall_ms: f64,
    counter_ms: f64,
    steady: SteadyTime,
}

impl Reading {
    /// Adds the time that has passed since this reading.
    fn advance(self, wall_ms: f64, counter_ms: f64) -> Reading {
        let (by_wall, by_counter) = (wall_ms - self.wall_ms, counter_ms - self.counter_ms);
        let drift = by_wall - by_counter;
        Reading {
            wall_ms,
            counter_ms,
            steady: SteadyTime {
                ms: self.steady.ms + by_wall.max(by_counter).max(0.0),
                steps_back: self.steady.steps_back + u32::from(drift < -JUMP_MS),
                jumps: self.steady.jumps + u32::from(drift.abs() > JUMP_MS),
            },
        }
    }
}

thread_local! {
    static LAST: Cell<Option<Reading>> = const { Cell::new(None) };
}

/// The current moment of the steady clock.
pub fn now() -> SteadyTime {
    let wall_ms = Date::now();
    let counter_ms = web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |counter| counter.now());
    let reading = match LAST.get() {
        Some(last) => last.advance(wall_ms, counter_ms),
        // The first moment may be any number. This one is far from the 0 that stands for «never».
        None => Reading {
            wall_ms,
            counter_ms,
            steady: SteadyTime {
                ms: wall_ms,
                ..SteadyTime::default()
            },
        },
    };
    LAST.set(Some(reading));
    reading.steady
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: f64 = 86_400_000.0;

    fn after(readings: &[(f64, f64)]) -> SteadyTime {
        let start = Reading::default();
        let last = readings
            .iter()
            .fold(start, |last, (wall, counter)| last.advance(*wall, *counter));
        last.steady
    }

    #[test]
    fn time_passes_although_the_clock_is_set_back_by_a_day() {
        let time = after(&[
            (1_000.0, 1_000.0),
            (1_500.0 - DAY, 1_500.0),
            (2_500.0 - DAY, 2_500.0),
        ]);
        assert_eq!((time.ms, time.steps_back, time.jumps), (2_500.0, 1, 1));
    }

    #[test]
    fn time_passes_while_the_device_sleeps_and_its_counter_stands_still() {
        let time = after(&[(1_000.0, 1_000.0), (3_601_000.0, 1_010.0)]);
        assert_eq!((time.ms, time.steps_back, time.jumps), (3_601_000.0, 0, 1));
    }

    #[test]
    fn a_small_correction_of_the_clock_is_no_jump_and_never_goes_back() {
        let time = after(&[(1_000.0, 1_000.0), (0.0, 1_001.0), (900.0, 1_901.0)]);
        assert_eq!((time.ms, time.steps_back, time.jumps), (1_901.0, 0, 0));
    }
}

//! Exact decimal numbers for `multipleOf`. 0.0075 is a multiple of 0.0001, but binary floating point can't represent
//! this exactly.

use serde_json::Number;

/// The absolute value of a number: `digits` × 10^`exponent`. The sign doesn't matter for `multipleOf`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: u64,
    exponent: i32,
}

impl Decimal {
    /// The shortest decimal representation of a JSON number. `None` if it needs more digits than a `u64` can hold.
    pub(super) fn from_number(number: &Number) -> Option<Decimal> {
        let written = number.to_string();
        let written = written.trim_start_matches('-');
        let (mantissa, power) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let fraction = fraction.trim_end_matches('0');
        let digits = [whole, fraction].concat().parse().ok()?;
        let power: i32 = power.parse().ok()?;
        let exponent = power.checked_sub(i32::try_from(fraction.len()).ok()?)?;
        Some(Decimal { digits, exponent })
    }

    pub(super) fn is_zero(&self) -> bool {
        self.digits == 0
    }

    /// Whether this number is a whole multiple of `unit`, which must not be 0.
    pub(super) fn is_multiple_of(&self, unit: &Decimal) -> bool {
        if self.is_zero() {
            return true;
        }
        let shift = self.exponent.saturating_sub(unit.exponent);
        let power = shift.unsigned_abs();
        if shift >= 0 {
            remainder_of_shifted(self.digits, power, unit.digits) == Some(0)
        } else {
            // Scale `unit` up to the exponent of this number. If that overflows, the scaled unit is larger than this
            // number.
            let scaled = 10_u128
                .checked_pow(power)
                .and_then(|ten| ten.checked_mul(u128::from(unit.digits)));
            scaled.is_some_and(|unit| u128::from(self.digits).checked_rem(unit) == Some(0))
        }
    }
}

/// Computes `digits` × 10^`power` modulo `unit`, one power of ten at a time. `power` is at most 700, because it is the
/// difference of two exponents.
fn remainder_of_shifted(digits: u64, power: u32, unit: u64) -> Option<u128> {
    let unit = u128::from(unit);
    let first = u128::from(digits).checked_rem(unit)?;
    (0..power).try_fold(first, |rest, _| rest.checked_mul(10)?.checked_rem(unit))
}

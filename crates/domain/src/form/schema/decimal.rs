//! A number as it is written in JSON, so that 0.0075 is a multiple of 0.0001: in binary it isn't.

use serde_json::Number;

/// `digits` × 10^`exponent`; the sign doesn't matter to what this is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: u64,
    exponent: i32,
}

impl Decimal {
    /// The shortest decimal that stands for the number; `None` beyond 19 digits, which no JSON number here has.
    pub(super) fn of(number: &Number) -> Option<Decimal> {
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

    pub(super) fn is_positive(&self) -> bool {
        self.digits > 0
    }

    /// Whether this is a whole number of times `unit`, which must not be 0.
    pub(super) fn is_multiple_of(&self, unit: &Decimal) -> bool {
        if self.digits == 0 {
            return true;
        }
        let shift = self.exponent.saturating_sub(unit.exponent);
        let power = shift.unsigned_abs();
        if shift >= 0 {
            remainder_of_shifted(self.digits, power, unit.digits) == Some(0)
        } else {
            // The unit grows instead; one that outgrows the number can't divide it.
            let grown = 10_u128
                .checked_pow(power)
                .and_then(|ten| ten.checked_mul(u128::from(unit.digits)));
            grown.is_some_and(|unit| u128::from(self.digits).checked_rem(unit) == Some(0))
        }
    }
}

/// `digits` × 10^`power` modulo `unit`, one digit at a time: a power is 700 at most.
fn remainder_of_shifted(digits: u64, power: u32, unit: u64) -> Option<u128> {
    let unit = u128::from(unit);
    let first = u128::from(digits).checked_rem(unit)?;
    (0..power).try_fold(first, |rest, _| rest.checked_mul(10)?.checked_rem(unit))
}

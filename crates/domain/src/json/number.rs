//! Reads JSON numbers.
//!
//! The result is the nearest `f64` if the digits are at most 2⁵³ and the power of ten is at most 10²². All other decimal
//! fractions may differ from it in the last bits, as with `serde_json` without its feature `float_roundtrip`.

use super::reader::{JsonReader, ParseError};

/// The largest exponent of ten that an `f64` can represent.
const MAX_EXPONENT: u32 = 308;

/// A number of a JSON text.
#[derive(Clone, Copy)]
pub(super) enum JsonNumber {
    /// A whole number from 0 to `u64::MAX`.
    Unsigned(u64),
    /// A negative whole number.
    Signed(i64),
    /// Any other number, and −0. Infinite if the number is too large for an `f64`.
    Float(f64),
}

/// How many digits were read.
struct DigitCount {
    /// Digits that the significand contains now.
    kept: i32,
    /// Further digits, for which the significand has no space.
    dropped: i32,
}

impl JsonReader<'_> {
    /// Reads a number.
    pub(super) fn read_number(&mut self) -> Result<JsonNumber, ParseError> {
        self.peek_token();
        let is_negative = self.take_if(b'-');
        let begins_with_zero = self.peek() == b'0';
        let mut significand = 0;
        let whole = self.read_digits(&mut significand)?;
        if begins_with_zero && whole.kept > 1 {
            return Err(ParseError);
        }
        let mut exponent = whole.dropped;
        let mut is_whole = whole.dropped == 0;
        if self.take_if(b'.') {
            exponent -= self.read_digits(&mut significand)?.kept;
            is_whole = false;
        }
        if matches!(self.peek(), b'e' | b'E') {
            self.take();
            exponent = exponent.saturating_add(self.read_exponent()?);
            is_whole = false;
        }
        Ok(match (is_whole, is_negative) {
            (true, false) => JsonNumber::Unsigned(significand),
            (true, true) => match 0_i64.checked_sub_unsigned(significand) {
                Some(number @ ..0) => JsonNumber::Signed(number),
                _ => JsonNumber::Float(-(significand as f64)),
            },
            (false, false) => JsonNumber::Float(scale(significand, exponent)),
            (false, true) => JsonNumber::Float(-scale(significand, exponent)),
        })
    }

    /// Reads one or more digits and appends them to the significand. After the first digit for which it has no space,
    /// it gets no further digit.
    fn read_digits(&mut self, significand: &mut u64) -> Result<DigitCount, ParseError> {
        let mut count = DigitCount {
            kept: 0,
            dropped: 0,
        };
        while let byte @ b'0'..=b'9' = self.peek() {
            self.take();
            let longer = significand.checked_mul(10);
            match longer.and_then(|longer| longer.checked_add(u64::from(byte - b'0'))) {
                Some(longer) if count.dropped == 0 => {
                    *significand = longer;
                    count.kept += 1;
                }
                _ => count.dropped += 1,
            }
        }
        match count.kept + count.dropped {
            0 => Err(ParseError),
            _ => Ok(count),
        }
    }

    /// Reads an exponent after its `e`. One that is too large for an `i32` becomes the largest one.
    fn read_exponent(&mut self) -> Result<i32, ParseError> {
        let is_negative = self.take_if(b'-');
        if !is_negative {
            self.take_if(b'+');
        }
        let mut exponent = 0;
        self.read_digits(&mut exponent)?;
        let exponent = i32::try_from(exponent).unwrap_or(i32::MAX);
        Ok(if is_negative { -exponent } else { exponent })
    }
}

/// `significand` · 10^`exponent`. Infinite if it is too large.
fn scale(significand: u64, mut exponent: i32) -> f64 {
    let mut number = significand as f64;
    while number != 0.0 {
        let power = power_of_ten(exponent.unsigned_abs().min(MAX_EXPONENT));
        match exponent {
            309.. => return f64::INFINITY,
            0.. => return number * power,
            -308.. => return number / power,
            _ => {
                number /= power;
                exponent += 308;
            }
        }
    }
    number
}

/// The `f64` nearest to 10^`exponent`, for an exponent up to [`MAX_EXPONENT`]. A table of them would take 2.5 kB.
fn power_of_ten(exponent: u32) -> f64 {
    // The power is 5^exponent · 2^exponent. The mantissa keeps at least 122 bits of the first factor, so its errors
    // don't reach the 53 bits of the result.
    let mut mantissa = 1_u128;
    let mut binary_exponent = exponent;
    for _ in 0..exponent {
        if mantissa >> 125 != 0 {
            mantissa >>= 3;
            binary_exponent += 3;
        }
        mantissa *= 5;
    }
    mantissa as f64 * f64::from_bits(u64::from(1023 + binary_exponent) << 52)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn computes_each_power_of_ten_exactly() {
        for exponent in 0..=MAX_EXPONENT {
            let expected = format!("1e{exponent}").parse();
            assert_eq!(Ok(power_of_ten(exponent)), expected, "{exponent}");
        }
    }
}

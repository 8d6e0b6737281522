//! Moments and days as a citizen reads them: `14:05, 22/11/2026`, in the device's time zone.

use contract::{Day, Timestamp};

use crate::browser::clock;

/// A moment; what can't be read is shown as it came.
pub fn moment(at: &Timestamp) -> String {
    let Some([year, month, day, hour, minute]) = clock::local_parts(&at.0) else {
        return at.0.clone();
    };
    let mut text = two_digits(hour);
    for (before, number) in [(":", minute), (", ", day), ("/", month)] {
        text.push_str(before);
        text.push_str(&two_digits(number));
    }
    text + "/" + &year.to_string()
}

/// A day: `22/11/2026`; what can't be read is shown as it came.
pub fn day(day: &Day) -> String {
    domain::calendar::Date::from_iso(&day.0)
        .map_or_else(|| day.0.clone(), domain::calendar::Date::vietnamese)
}

fn two_digits(number: u32) -> String {
    if number < 10 {
        "0".to_owned() + &number.to_string()
    } else {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_the_vietnamese_way_round() {
        assert_eq!(day(&Day("2026-11-02".to_owned())), "02/11/2026");
        assert_eq!(day(&Day("soon".to_owned())), "soon");
    }
}

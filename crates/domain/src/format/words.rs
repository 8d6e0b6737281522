//! Dates in words, as civil-status declarations ask for them («ghi bằng chữ»).

const UNITS: [&str; 10] = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

/// «Ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi sáu», of a canonical `dd/mm/yyyy`.
///
/// Of `mm/yyyy` and `yyyy` it says what is known. `None` for anything else.
pub fn date_in_words(date: &str) -> Option<String> {
    let canonical = super::partial_date(date).ok()?;
    let mut parts = canonical
        .rsplit('/')
        .filter_map(|part| part.parse::<u16>().ok());
    let year = parts.next()?;
    let mut words = String::new();
    let month = parts.next();
    if let Some(day) = parts.next() {
        words.push_str("Ngày ");
        below_hundred(day, &mut words);
        words.push(' ');
    }
    if let Some(month) = month {
        words.push_str(if words.is_empty() {
            "Tháng "
        } else {
            "tháng "
        });
        below_hundred(month, &mut words);
        words.push(' ');
    }
    words.push_str(if words.is_empty() { "Năm " } else { "năm " });
    year_in_words(year, &mut words);
    Some(words)
}

fn year_in_words(year: u16, words: &mut String) {
    words.push_str(unit(year / 1000));
    words.push_str(" nghìn");
    let rest = year % 1000;
    if rest == 0 {
        return;
    }
    words.push(' ');
    words.push_str(unit(rest / 100));
    words.push_str(" trăm");
    let rest = rest % 100;
    if rest == 0 {
        return;
    }
    words.push_str(if rest < 10 { " lẻ " } else { " " });
    below_hundred(rest, words);
}

fn below_hundred(number: u16, words: &mut String) {
    let (tens, ones) = (number / 10, number % 10);
    match tens {
        0 => {
            words.push_str(unit(ones));
            return;
        }
        1 => words.push_str("mười"),
        _ => {
            words.push_str(unit(tens));
            words.push_str(" mươi");
        }
    }
    if ones == 0 {
        return;
    }
    words.push(' ');
    words.push_str(match (tens, ones) {
        (2.., 1) => "mốt",
        (_, 5) => "lăm",
        _ => unit(ones),
    });
}

fn unit(digit: u16) -> &'static str {
    UNITS.get(usize::from(digit)).copied().unwrap_or("")
}

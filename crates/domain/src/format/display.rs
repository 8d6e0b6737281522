//! Canonical values for the eye: grouped, masked, with units. Anything unexpected is shown as it is,
//! except that a mask never shows more than a mask of the real thing would.

/// `0912 345 678`.
pub fn group_phone(phone: &str) -> String {
    if phone.len() == 10 {
        grouped(phone, &[4, 7])
    } else {
        phone.to_owned()
    }
}

/// `09•• ••• 678`.
pub fn mask_phone(phone: &str) -> String {
    masked(phone, 2, 3, &[4, 7])
}

/// `001 090 123 456`, or `012 345 678` of an old CMND.
pub fn group_citizen_id(id: &str) -> String {
    if matches!(id.len(), 9 | 12) {
        grouped(id, &[3, 6, 9])
    } else {
        id.to_owned()
    }
}

/// `001•••••3456`, or `01••••678` of an old CMND.
pub fn mask_citizen_id(id: &str) -> String {
    if id.len() == 12 {
        masked(id, 3, 4, &[])
    } else {
        masked(id, 2, 3, &[])
    }
}

/// `••/••/1990`, of a day as [`super::date`] gives it.
pub fn mask_date(day: &str) -> String {
    let year = day.rsplit('/').next().unwrap_or_default();
    ["••/••/", year].concat()
}

/// `1.000.000 đ`.
pub fn money(dong: u64) -> String {
    let digits = dong.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 4);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text.push_str(" đ");
    text
}

/// `812 B`, `256 KB`, `1,2 MB`; a KB is 1,024 bytes.
pub fn file_size(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = KB * KB;
    let (number, unit) = if bytes < KB {
        (bytes.to_string(), " B")
    } else if bytes < MB - KB / 2 {
        (((bytes + KB / 2) / KB).to_string(), " KB")
    } else {
        let tenths = (u128::from(bytes) * 10 + u128::from(MB / 2)) / u128::from(MB);
        let mut number = (tenths / 10).to_string();
        if tenths % 10 != 0 {
            number.push(',');
            number.push_str(&(tenths % 10).to_string());
        }
        (number, " MB")
    };
    number + unit
}

fn grouped(text: &str, gaps: &[usize]) -> String {
    let mut out = String::with_capacity(text.len() + gaps.len());
    for (index, letter) in text.chars().enumerate() {
        if gaps.contains(&index) {
            out.push(' ');
        }
        out.push(letter);
    }
    out
}

fn masked(text: &str, head: usize, tail: usize, gaps: &[usize]) -> String {
    let length = text.chars().count();
    // Something shorter than expected would be shown nearly whole.
    let (head, tail) = if length < head + tail + 3 {
        (0, 0)
    } else {
        (head, tail)
    };
    let shown: String = text
        .chars()
        .enumerate()
        .map(|(index, letter)| {
            if index < head || index >= length - tail {
                letter
            } else {
                '•'
            }
        })
        .collect();
    grouped(&shown, gaps)
}

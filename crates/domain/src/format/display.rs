//! Formats canonical values for display: grouped, masked, or with units.
//!
//! A text that is not canonical is displayed without grouping. A masked text never shows more characters than a masked
//! canonical value.

/// Groups the digits of a phone number: `0912 345 678`.
pub fn display_phone(phone: &str) -> String {
    if phone.len() == 10 {
        group(phone, &[4, 7])
    } else {
        phone.to_owned()
    }
}

/// Masks a phone number: `09•• ••• 678`.
pub fn mask_phone(phone: &str) -> String {
    mask(phone, 2, 3, &[4, 7])
}

/// Masks the mailbox of an e-mail address: `l••@example.vn`. The number of dots doesn't depend on the address.
pub fn mask_email(address: &str) -> String {
    match address.split_once('@') {
        Some((mailbox, host)) => {
            let first: String = mailbox.chars().take(1).collect();
            [&first, "••@", host].concat()
        }
        None => "••".to_owned(),
    }
}

/// Groups the digits of a citizen id: `001 090 123 456`, or `012 345 678` for an old CMND.
pub fn display_citizen_id(id: &str) -> String {
    if matches!(id.len(), 9 | 12) {
        group(id, &[3, 6, 9])
    } else {
        id.to_owned()
    }
}

/// Masks a citizen id: `001•••••3456`, or `01••••678` for an old CMND.
pub fn mask_citizen_id(id: &str) -> String {
    if id.len() == 12 {
        mask(id, 3, 4, &[])
    } else {
        mask(id, 2, 3, &[])
    }
}

/// Masks a canonical date: `••/••/1990`.
pub fn mask_date(date: &str) -> String {
    let year = date.rsplit('/').next().unwrap_or_default();
    ["••/••/", year].concat()
}

/// Formats an amount in đồng: `1.000.000 đ`.
pub fn display_money(dong: u64) -> String {
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

/// Formats a file size: `812 B`, `256 KB`, `1,2 MB`. A KB is 1,024 bytes.
pub fn display_file_size(bytes: u64) -> String {
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

/// Inserts a space before each of the positions in `gaps`.
fn group(text: &str, gaps: &[usize]) -> String {
    let mut out = String::with_capacity(text.len() + gaps.len());
    for (index, letter) in text.chars().enumerate() {
        if gaps.contains(&index) {
            out.push(' ');
        }
        out.push(letter);
    }
    out
}

/// Masks all characters except the first `head` and the last `tail`, then inserts spaces at the positions in `gaps`.
fn mask(text: &str, head: usize, tail: usize, gaps: &[usize]) -> String {
    let length = text.chars().count();
    // A text that is shorter than expected is masked completely. Otherwise almost all of it would be shown.
    let (head, tail) = if length < head + tail + 3 {
        (0, 0)
    } else {
        (head, tail)
    };
    let masked: String = text
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
    group(&masked, gaps)
}

//! Writes bytes as hexadecimal digits.

/// Writes bytes as lower-case hex digits.
pub fn to_hex(bytes: &[u8]) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|nibble| HEX.get(usize::from(nibble)).map(|digit| char::from(*digit)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::to_hex;

    #[test]
    fn writes_a_hash_as_lower_case_hex_digits() {
        assert_eq!(to_hex(&[0x00, 0x9f, 0xff]), "009fff");
    }
}

//! Encodes short texts in Base64 (RFC 4648). The browser's own function `btoa` refuses texts with Vietnamese letters.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Encodes the UTF-8 bytes of a text in Base64, with padding.
pub fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for group in text.as_bytes().chunks(3) {
        let byte = |place: usize| group.get(place).copied().map_or(0, u32::from);
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        for place in 0..4 {
            let sign = match place <= group.len() {
                true => {
                    let six = (bits >> (18 - 6 * place)) & 63;
                    ALPHABET.get(six as usize).copied().unwrap_or(b'=')
                }
                false => b'=',
            };
            encoded.push(char::from(sign));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn pads_texts_of_every_length_as_rfc_4648_says() {
        // Test vectors from RFC 4648, section 10.
        for (text, encoded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("Giấy.pdf", "R2nhuqV5LnBkZg=="),
        ] {
            assert_eq!(encode(text), encoded, "{text}");
        }
    }
}

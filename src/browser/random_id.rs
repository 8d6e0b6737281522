//! Generates random ids that nobody can guess.

/// Generates an id from 128 random bits, as 32 hex digits. Unlike `crypto.randomUUID`, this also works on a page that
/// was loaded over plain http.
pub fn generate() -> String {
    let mut bytes = [0_u8; 16];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        drop(crypto.get_random_values_with_u8_array(&mut bytes));
    }
    const HEX: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|nibble| HEX.get(usize::from(nibble)).map(|digit| char::from(*digit)))
        .collect()
}

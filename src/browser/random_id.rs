//! Generates random ids that nobody can guess.

use domain::hex::to_hex;

/// Generates an id from 128 random bits, as 32 hex digits. Unlike `crypto.randomUUID`, this also works on a page that
/// was loaded over plain http.
pub fn generate() -> String {
    let mut bytes = [0_u8; 16];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        drop(crypto.get_random_values_with_u8_array(&mut bytes));
    }
    to_hex(&bytes)
}

//! The length of text messages. A text with Vietnamese letters is sent as UTF-16: 70 units fit into one message, and 67
//! into each part of a longer one. The operator pays for each part, and a part can get lost. So no message has more than
//! two parts.

/// Maximum length of a message of two parts, in UTF-16 units.
pub(crate) const MAX_UNITS: usize = 2 * PART_UNITS;
/// Length of each part of a message that has several parts, in UTF-16 units.
pub(crate) const PART_UNITS: usize = 67;

/// The number of UTF-16 units of a text.
pub(crate) fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Shortens a text to this number of UTF-16 units. A shortened text ends after a whole word, with «…».
pub(crate) fn shorten(text: &str, max_units: usize) -> String {
    if units(text) <= max_units {
        return text.to_owned();
    }
    let mut used = 1; // the «…»
    let fitting: String = text
        .chars()
        .take_while(|letter| {
            used += letter.len_utf16();
            used <= max_units
        })
        .collect();
    let ends_a_word = text
        .get(fitting.len()..)
        .is_some_and(|rest| rest.starts_with(' '));
    let kept = match fitting.rsplit_once(' ') {
        Some((whole_words, _)) if !ends_a_word => whole_words,
        _ => fitting.as_str(),
    };
    [kept.trim_end_matches([' ', ',', '.', ':', ';']), "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortens_a_long_text_after_a_whole_word() {
        assert_eq!(shorten("Sở Tư pháp", 10), "Sở Tư pháp");
        assert_eq!(shorten("Sở Tư pháp", 9), "Sở Tư…");
        assert_eq!(shorten("Ủy ban, xã", 8), "Ủy ban…");
        assert_eq!(shorten("mộttừrấtdài", 5), "mộtt…");
        assert!(units(&shorten(&"😀".repeat(90), MAX_UNITS)) <= MAX_UNITS);
    }
}

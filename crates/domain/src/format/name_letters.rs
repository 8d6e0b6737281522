//! Which characters of a typed name are mended, and which can't be letters of the name.

/// The most marks that one letter of a name has. Vietnamese needs two, other languages of Vietnam one more.
pub(super) const MAX_MARKS: usize = 3;

/// The ordinary character for one that looks the same: an apostrophe, a hyphen or a full-width letter.
pub(super) fn mend_letter(letter: char) -> char {
    match letter {
        '’'
        | '‘'
        | '‛'
        | '′'
        | '`'
        | '´'
        | '\u{FF07}'
        | '\u{2B9}'..='\u{2BD}'
        | '\u{2CA}'
        | '\u{2CB}' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{FF0D}' | '\u{FF0E}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter)
        }
        other => other,
    }
}

/// Whether a character counts as a letter in Unicode although no name contains it: a sign, a raised or circled letter,
/// a mathematical letter or a ligature.
pub(super) fn is_stray_letter(letter: char) -> bool {
    matches!(
        letter,
        'ª' | 'µ'
            | 'º'
            | '\u{2B0}'..='\u{2FF}'
            | '\u{1D00}'..='\u{1DBF}'
            | '\u{2071}'..='\u{209C}'
            | '\u{2100}'..='\u{218F}'
            | '\u{24B6}'..='\u{24E9}'
            | '\u{FB00}'..='\u{FB06}'
            | '\u{1D400}'..='\u{1D7FF}'
            | '\u{1F100}'..='\u{1F1FF}'
    )
}

/// Whether a letter belongs to an alphabet whose letters look like Latin ones: Greek, Cyrillic, Armenian, Georgian,
/// Cherokee, Coptic or Lisu.
pub(super) fn is_look_alike(letter: char) -> bool {
    matches!(
        letter,
        '\u{370}'..='\u{58F}'
            | '\u{10A0}'..='\u{10FF}'
            | '\u{13A0}'..='\u{13FF}'
            | '\u{1C80}'..='\u{1C8F}'
            | '\u{1F00}'..='\u{1FFF}'
            | '\u{2C80}'..='\u{2CFF}'
            | '\u{2DE0}'..='\u{2DFF}'
            | '\u{A4D0}'..='\u{A4FF}'
            | '\u{A640}'..='\u{A69F}'
            | '\u{AB70}'..='\u{ABBF}'
    )
}

/// Whether a text was typed with the VNI encoding, in which «Nguyễn Văn» is stored as «Nguyeãn Vaên».
///
/// It is recognised by a vowel that is followed by a second, marked vowel as no language spells it. Pairs that occur in
/// foreign names, as in «Leão», «Seán», «Michaël», «Loïc» or «João», are no sign.
pub(super) fn is_vni_text(text: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words
        .map(crate::fold::to_lower_case)
        .any(|word| is_vni_word(&word))
}

fn is_vni_word(word: &str) -> bool {
    // These letters aren't in the Vietnamese alphabet, so the word is foreign.
    if word.contains(['f', 'j', 'w', 'z']) {
        return false;
    }
    let letters: Vec<char> = word.chars().collect();
    let mut pairs = letters.windows(2).enumerate();
    pairs.any(|(place, pair)| {
        let [first, second] = pair else {
            return false;
        };
        let next = letters.get(place + 2);
        match (first, second) {
            ('a', 'â' | 'á' | 'à' | 'å' | 'ã' | 'ä' | 'ê' | 'é' | 'è') => {
                matches!(next, Some('n' | 'm' | 't' | 'c' | 'p' | 'u' | 'y'))
            }
            ('e', 'â' | 'à' | 'å' | 'ã' | 'ä') => next != Some(&'o'),
            ('o', 'â' | 'ä' | 'å') | ('ö', 'ô' | 'ù' | 'ø' | 'û' | 'õ' | 'ï') => true,
            ('a' | 'e' | 'o' | 'u' | 'ô' | 'y', 'ø' | 'õ' | 'ù') => true,
            ('a' | 'e' | 'u' | 'ô' | 'y', 'û') => true,
            _ => false,
        }
    })
}

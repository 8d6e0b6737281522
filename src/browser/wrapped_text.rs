//! A text broken into lines that fit, with the width of a text as somebody else measures it. Words stay whole
//! where they fit on a line of their own.

/// The lines of a text, none wider than `width` where a single letter fits. An empty text has none.
pub fn wrap(text: &str, width: f64, measure: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = match line.is_empty() {
            true => word.to_owned(),
            false => [&line, " ", word].concat(),
        };
        if measure(&longer) <= width {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = broken(word, width, &measure, &mut lines);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word that may be too wide for a line: full lines go to `lines`, the rest comes back.
fn broken(
    word: &str,
    width: f64,
    measure: &impl Fn(&str) -> f64,
    lines: &mut Vec<String>,
) -> String {
    let mut line = String::new();
    for letter in word.chars() {
        line.push(letter);
        if measure(&line) > width && line.chars().count() > 1 {
            line.pop();
            lines.push(std::mem::take(&mut line));
            line.push(letter);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter is one wide.
    fn letters(text: &str) -> f64 {
        f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX))
    }

    #[test]
    fn a_line_ends_before_the_word_that_does_not_fit() {
        assert_eq!(
            wrap("Giấy chứng sinh của trẻ", 10.0, letters),
            ["Giấy chứng", "sinh của", "trẻ"]
        );
        assert_eq!(wrap("Giấy  khai\nsinh", 40.0, letters), ["Giấy khai sinh"]);
        assert_eq!(wrap("   ", 40.0, letters), Vec::<String>::new());
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_and_loses_nothing() {
        let lines = wrap("mã 000.00.00.G15-KQ004389 đây", 8.0, letters);
        assert_eq!(lines, ["mã", "000.00.0", "0.G15-KQ", "004389", "đây"]);
    }

    #[test]
    fn a_line_too_narrow_for_one_letter_still_ends() {
        assert_eq!(wrap("ăn", 0.5, letters), ["ă", "n"]);
    }
}

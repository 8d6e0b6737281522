//! Breaks a text into lines that fit a width. The caller provides the function that measures the width of a text. A
//! word is broken only if it doesn't fit on a line of its own.

/// Returns the lines of a text. No line is wider than `width`, except a line with a single character that is itself
/// wider. An empty text has no lines.
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
        line = break_word(word, width, &measure, &mut lines);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Breaks a word that may be wider than a line. Appends each full line to `lines` and returns the rest of the word.
fn break_word(
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

    /// Measures a text as if each character were one unit wide.
    fn count_letters(text: &str) -> f64 {
        f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX))
    }

    #[test]
    fn breaks_a_line_before_the_word_that_does_not_fit() {
        assert_eq!(
            wrap("Giấy chứng sinh của trẻ", 10.0, count_letters),
            ["Giấy chứng", "sinh của", "trẻ"]
        );
        assert_eq!(
            wrap("Giấy  khai\nsinh", 40.0, count_letters),
            ["Giấy khai sinh"]
        );
        assert_eq!(wrap("   ", 40.0, count_letters), Vec::<String>::new());
    }

    #[test]
    fn breaks_a_word_wider_than_a_line_without_losing_letters() {
        let lines = wrap("mã 000.00.00.G15-KQ004389 đây", 8.0, count_letters);
        assert_eq!(lines, ["mã", "000.00.0", "0.G15-KQ", "004389", "đây"]);
    }

    #[test]
    fn terminates_when_a_line_is_narrower_than_a_letter() {
        assert_eq!(wrap("ăn", 0.5, count_letters), ["ă", "n"]);
    }
}

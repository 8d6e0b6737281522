//! QR codes (ISO/IEC 18004), as squares to draw and as the path of an SVG image.

use qrcodegen::{QrCode, QrCodeEcc};

/// Width of the white margin around a code, in modules (ISO/IEC 18004, section 6.3.8).
pub const QUIET_ZONE: usize = 4;

/// A QR code: a square of dark and light modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrModules {
    /// Number of modules in a row, without the white margin.
    pub size: usize,
    dark: Vec<bool>,
}

impl QrModules {
    /// The QR code of a text. At least 15 % of it may be covered or dirty (level M). `None` if the text is longer
    /// than any code.
    pub fn of(text: &str) -> Option<QrModules> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let size = usize::try_from(code.size()).ok()?;
        let dark = (0..code.size())
            .flat_map(|row| (0..code.size()).map(move |column| (column, row)))
            .map(|(column, row)| code.get_module(column, row))
            .collect();
        Some(QrModules { size, dark })
    }

    /// The dark modules as `(column, row, width)`: neighbours in a row are one rectangle.
    pub fn dark_runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs: Vec<(usize, usize, usize)> = Vec::new();
        for (row, modules) in self.dark.chunks(self.size.max(1)).enumerate() {
            for (column, _) in modules.iter().enumerate().filter(|(_, dark)| **dark) {
                match runs.last_mut() {
                    Some((start, line, width)) if *line == row && *start + *width == column => {
                        *width += 1;
                    }
                    _ => runs.push((column, row, 1)),
                }
            }
        }
        runs
    }

    /// The dark modules as the `d` of an SVG path. One unit is one module, and the white margin is included.
    pub fn svg_path(&self) -> String {
        let mut path = String::new();
        for (column, row, width) in self.dark_runs() {
            let (left, top) = (column + QUIET_ZONE, row + QUIET_ZONE);
            path += &format!("M{left} {top}h{width}v1h-{width}z");
        }
        path
    }

    /// Number of units in a row of the SVG image, with the white margin.
    pub const fn svg_size(&self) -> usize {
        self.size + 2 * QUIET_ZONE
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;

    #[test]
    fn draws_the_three_finder_patterns() {
        let code = QrModules::of("H50.19.360-261122-0001").unwrap();
        assert_eq!(code.size % 4, 1);
        let runs = code.dark_runs();
        for (column, row) in [(0, 0), (code.size - 7, 0), (0, code.size - 7)] {
            let corner = runs.iter().find(|run| (run.0, run.1) == (column, row));
            assert_eq!(corner.unwrap().2, 7, "{column} {row}");
        }
        assert!(code.svg_path().starts_with("M4 4h7v1h-7z"));
        assert_eq!(code.svg_size(), code.size + 8);
    }

    #[test]
    fn has_a_code_for_vietnamese_and_none_for_a_book() {
        assert!(QrModules::of("Lệ phí cấp bản sao").is_some());
        assert_eq!(QrModules::of(&"a".repeat(3_000)), None);
    }
}

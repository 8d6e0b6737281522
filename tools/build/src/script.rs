//! Makes scripts smaller: removes the lines that contain only a comment, and the indentation.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::content_hash::files_below;

/// Makes all scripts below a folder smaller, in place.
pub(crate) fn slim_scripts(folder: &Path) -> Result<()> {
    for path in files_below(folder)? {
        if path.extension().is_some_and(|ending| ending == "js") {
            let slim = slim_script(&fs::read_to_string(&path)?);
            fs::write(path, slim)?;
        }
    }
    Ok(())
}

/// Removes comments and indentation. Returns a script with a template literal of several lines unchanged, because its
/// indentation is a part of the text.
fn slim_script(script: &str) -> String {
    let has_long_text = |line: &str| !line.matches('`').count().is_multiple_of(2);
    let mut slim = String::with_capacity(script.len());
    let mut is_comment = false;
    for line in script.lines().map(str::trim) {
        if line.starts_with("//") {
            continue;
        }
        is_comment |= line.starts_with("/*");
        if is_comment {
            is_comment = !line.ends_with("*/");
            continue;
        }
        if has_long_text(line) {
            return script.to_owned();
        }
        if !line.is_empty() {
            slim.push_str(line);
            slim.push('\n');
        }
    }
    slim
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_code_and_removes_what_only_people_read() {
        let script = "/**\n * @param {number} a\n */\nfunction f(a) {\n    // Adds one.\n    return a + 1; // b\n\n    /* no */\n}\n";
        assert_eq!(
            slim_script(script),
            "function f(a) {\nreturn a + 1; // b\n}\n"
        );
    }

    #[test]
    fn a_script_with_a_text_of_several_lines_stays_as_it_is() {
        let script = "const text = `\n    // kept\n`;\n";
        assert_eq!(slim_script(script), script);
        assert_eq!(slim_script("  a(`${b}`);\n"), "a(`${b}`);\n");
    }
}

//! Finds markup that the app's content security policy would block. Also finds handlers of key events, because
//! on-screen keyboards of phones don't send these events.

use crate::code_text::code_of;

/// Finds `style=` attributes and handlers of key events in a source file.
pub(crate) fn unsafe_view(path: &str, text: &str) -> Vec<String> {
    let code = if path.ends_with(".rs") {
        code_of(text)
    } else {
        text.to_owned()
    };
    let mut broken = Vec::new();
    if [" style=", "\tstyle=", "\nstyle="]
        .iter()
        .any(|attribute| code.contains(attribute))
    {
        broken.push(format!(
            "{path} has a `style=` attribute, which the content security policy blocks. Use a class, or `style:name=` \
             for a value known only at run time."
        ));
    }
    if let Some(event) = ["keydown", "keypress", "keyup"]
        .into_iter()
        .find(|event| has_word(text, event))
    {
        broken.push(format!(
            "{path} listens to `{event}`, which phone keyboards that suggest words do not send. Act on `input`."
        ));
    }
    broken
}

/// Finds inline styles and inline scripts in an HTML page, and everything that `unsafe_view` finds.
pub(crate) fn unsafe_page(path: &str, text: &str) -> Vec<String> {
    let mut broken = unsafe_view(path, text);
    if text.contains("<style") {
        broken.push(format!(
            "{path} has an inline `<style>`. Put it into style/."
        ));
    }
    let inline_script = text
        .split("<script")
        .skip(1)
        .filter_map(|after| after.split_once("</script>"))
        .filter_map(|(script, _)| script.split_once('>'))
        .any(|(_, inside)| !inside.trim().is_empty());
    if inline_script {
        broken.push(format!(
            "{path} has an inline script. Put it into public/boot.js."
        ));
    }
    broken
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .any(|other| other == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_style_attribute_but_no_style_directive_and_no_comment() {
        let found = |view: &str| unsafe_view("src/a.rs", view).len();
        assert_eq!(found("view! { <p style=\"color:red\">x</p> }"), 1);
        assert_eq!(found("view! { <p style:width=w>x</p> } // no style="), 0);
    }

    #[test]
    fn finds_a_key_event_in_a_view_and_in_a_listener() {
        let found = |view: &str| unsafe_view("src/a.rs", view).len();
        assert_eq!(found("view! { <input on:keydown=f/> }"), 1);
        assert_eq!(found("listen(\"keyup\", f)"), 1);
        assert_eq!(found("view! { <input on:input=f/> }"), 0);
    }

    #[test]
    fn finds_inline_scripts_and_styles_in_a_page() {
        let found = |page: &str| unsafe_page("a.html", page).len();
        assert_eq!(found("<script src=\"boot.js\"></script>"), 0);
        assert_eq!(found("<script>go()</script>"), 1);
        assert_eq!(found("<style>p{}</style>"), 1);
    }
}

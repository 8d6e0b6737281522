//! Builds and reads JSON Pointers (RFC 6901).

/// The pointer to the member `name` of the value at `pointer`, with `~` and `/` in the name escaped.
pub(crate) fn child_pointer(pointer: &str, name: &str) -> String {
    let mut child = String::with_capacity(pointer.len() + name.len() + 1);
    child.push_str(pointer);
    child.push('/');
    for letter in name.chars() {
        match letter {
            '~' => child.push_str("~0"),
            '/' => child.push_str("~1"),
            other => child.push(other),
        }
    }
    child
}

/// Unescapes one token of a JSON Pointer into the name of a member.
pub(crate) fn unescape_token(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

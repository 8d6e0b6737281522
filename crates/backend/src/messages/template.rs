//! Texts with placeholders: `{phone}`, `{phone_international}`, `{text}`, `{time}`, or `{name}` for a secret with this
//! name. If an inserted value looks like a placeholder, it isn't replaced.

/// Replaces all placeholders with their values. The error is the name of the first unknown placeholder.
pub(super) fn fill<'v>(
    template: &str,
    value: &impl Fn(&str) -> Option<&'v str>,
) -> Result<String, String> {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
        filled.push_str(before);
        filled.push_str(value(name).ok_or_else(|| name.to_owned())?);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str) -> Result<String, String> {
        fill(template, &|name| match name {
            "phone" => Some("0912345678"),
            "text" => Some("{phone}"),
            _ => None,
        })
    }

    #[test]
    fn fills_placeholders_once_and_names_unknown_ones() {
        let plain = filled("tới {phone}: {text}.");
        assert_eq!(plain.as_deref(), Ok("tới 0912345678: {phone}."));
        assert_eq!(filled("{phone} {fone}"), Err("fone".to_owned()));
        assert_eq!(filled("{phone"), Ok("0912345678".to_owned()));
        assert_eq!(filled("không có gì").as_deref(), Ok("không có gì"));
    }
}

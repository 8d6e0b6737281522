//! Writes the content security policy of the page. It is the policy in `public/`, and allows the one inline style
//! element and the one inline script of the page by their hashes (Content Security Policy Level 3, section 6.7.3.3).

use anyhow::{Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// The file with the policy, in `public/` and in `dist/`. It is one line: the value of the header.
pub(crate) const POLICY: &str = "content-security-policy.txt";

/// Adds the hashes of the inline style and script to a policy.
///
/// # Errors
///
/// When the policy doesn't name the sources of styles and scripts exactly once.
pub(crate) fn allow_inline(policy: &str, style: &str, script: &str) -> Result<String> {
    let mut policy = policy.trim().to_owned();
    for (sources, inline) in [("style-src 'self'", style), ("script-src 'self'", script)] {
        if policy.matches(sources).count() != 1 {
            bail!("{POLICY} must contain {sources} once");
        }
        let hash = BASE64_STANDARD.encode(Sha256::digest(inline));
        policy = policy.replace(sources, &[sources, " 'sha256-", &hash, "'"].concat());
    }
    Ok(policy)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = include_str!("../../../public/content-security-policy.txt");

    #[test]
    fn allows_exactly_the_given_style_and_script() -> Result<()> {
        let policy = allow_inline(SOURCE, "h1{top:0}", "")?;
        // The hash of an empty text, as printed by `printf '' | openssl dgst -sha256 -binary | base64`.
        let empty = "script-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'wasm-unsafe-eval'";
        assert!(policy.contains(empty), "{policy}");
        assert_eq!(policy.matches("'sha256-").count(), 2);
        assert!(!policy.contains("unsafe-inline"));
        Ok(())
    }

    #[test]
    fn refuses_a_policy_without_the_sources() {
        assert!(allow_inline("default-src 'self'", "", "").is_err());
    }
}

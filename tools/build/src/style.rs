//! The style sheet: many small files joined into one, so that one request brings it.

use std::process::Command;

use anyhow::{Context, Result, bail};

/// The joined style sheet; `style/join.sh` holds the order, for Trunk too.
pub(crate) fn joined() -> Result<Vec<u8>> {
    let run = Command::new("sh")
        .arg("style/join.sh")
        .output()
        .context("joining the style sheets")?;
    if !run.status.success() {
        bail!("style/join.sh: {}", String::from_utf8_lossy(&run.stderr));
    }
    Ok(run.stdout)
}

//! Joins the many small style sheets into one file, so that a browser needs only one request.

use std::process::Command;

use anyhow::{Context, Result, bail};

/// Returns the text of all style sheets, joined into one. The script `style/join.sh` joins them, because Trunk runs the
/// same script.
pub(crate) fn join_style_sheets() -> Result<Vec<u8>> {
    let run = Command::new("sh")
        .arg("style/join.sh")
        .output()
        .context("joining the style sheets")?;
    if !run.status.success() {
        bail!("style/join.sh: {}", String::from_utf8_lossy(&run.stderr));
    }
    Ok(run.stdout)
}

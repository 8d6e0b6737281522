//! Joins the many small style sheets into one, so that browsers need one request.

use std::process::Command;

use anyhow::{Context, Result, bail};

/// Returns the joined style sheet. `style/join.sh` sets the order, because Trunk runs that script too.
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

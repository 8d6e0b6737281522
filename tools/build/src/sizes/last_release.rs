//! The sizes of the last release, in a file of the repository. `make sizes-release` writes it when a release is made.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::budgets::Sizes;

/// Path of the file, from the top folder of the repository.
pub(crate) const LAST_RELEASE: &str = "tools/build/sizes.json";

/// Reads the sizes of the last release.
pub(crate) fn read_last_release(path: &Path) -> Result<Sizes> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

/// Writes the sizes as those of the last release.
pub(crate) fn write_last_release(path: &Path, sizes: &Sizes) -> Result<()> {
    let text = serde_json::to_string_pretty(sizes)?;
    fs::write(path, text + "\n").with_context(|| path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_sizes_that_it_has_written() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("sizes.json");
        let sizes = Sizes::from([("all wasm".to_owned(), 450_000)]);
        write_last_release(&path, &sizes)?;
        assert_eq!(read_last_release(&path)?, sizes);
        Ok(())
    }
}

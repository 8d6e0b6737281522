//! Writes a brotli copy (`file.br`) beside every text file and wasm file. A web server can send this copy, so it
//! needn't compress the file itself.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use brotli::CompressorWriter;

use crate::content_hash::files_below;

/// The endings of files that become much smaller by compression.
const COMPRESSED: [&str; 9] = [
    "css",
    "html",
    "js",
    "json",
    "mjs",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
];

/// Brotli's highest quality, with a window of 4 MiB. Compressing is slow, but it is done once for a file that is sent
/// many times.
const QUALITY: u32 = 11;
const WINDOW_BITS: u32 = 22;

/// Writes a brotli copy of each file below the folder whose ending is in `COMPRESSED`. If the copy isn't smaller than
/// the file, none is written.
pub(crate) fn write_brotli_files(folder: &Path) -> Result<()> {
    for path in files_below(folder)? {
        let ending = path.extension().and_then(|ending| ending.to_str());
        if !ending.is_some_and(|ending| COMPRESSED.contains(&ending)) {
            continue;
        }
        let plain = fs::read(&path)?;
        let packed = compress(&plain)?;
        if packed.len() < plain.len() {
            let mut copy = path.into_os_string();
            copy.push(".br");
            fs::write(copy, packed)?;
        }
    }
    Ok(())
}

/// Compresses bytes with brotli at the highest quality.
pub(crate) fn compress(plain: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = CompressorWriter::new(&mut packed, 64 * 1024, QUALITY, WINDOW_BITS);
    writer.write_all(plain)?;
    writer.flush()?;
    drop(writer);
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use brotli::Decompressor;

    use super::*;

    #[test]
    fn writes_a_copy_only_where_it_is_smaller() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let page = "<p>Đăng ký khai sinh</p>".repeat(50);
        for (name, content) in [
            ("index.html", page.as_str()),
            ("short.js", "a"),
            ("photo.png", &page),
        ] {
            fs::write(folder.path().join(name), content)?;
        }
        write_brotli_files(folder.path())?;
        let mut unpacked = String::new();
        let copy = fs::read(folder.path().join("index.html.br"))?;
        Decompressor::new(copy.as_slice(), 4096).read_to_string(&mut unpacked)?;
        assert_eq!(unpacked, page);
        assert!(!folder.path().join("short.js.br").exists());
        assert!(!folder.path().join("photo.png.br").exists());
        Ok(())
    }
}

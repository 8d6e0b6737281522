//! Puts a brotli twin (`file.br`) beside every text and wasm file, for a web server to send as it is.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use brotli::CompressorWriter;

use crate::content_hash::files_below;

/// Endings of files that become smaller.
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

/// Quality 11, window of 4 MiB: made once, sent many times.
const QUALITY: u32 = 11;
const WINDOW_BITS: u32 = 22;

/// Writes the twin of every file below the folder that becomes smaller by it.
pub(crate) fn compress_all(folder: &Path) -> Result<()> {
    for path in files_below(folder)? {
        let ending = path.extension().and_then(|ending| ending.to_str());
        if !ending.is_some_and(|ending| COMPRESSED.contains(&ending)) {
            continue;
        }
        let plain = fs::read(&path)?;
        let packed = brotli(&plain)?;
        if packed.len() < plain.len() {
            let mut twin = path.into_os_string();
            twin.push(".br");
            fs::write(twin, packed)?;
        }
    }
    Ok(())
}

/// The bytes, compressed as small as brotli can.
pub(crate) fn brotli(plain: &[u8]) -> Result<Vec<u8>> {
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
    fn a_twin_holds_the_same_bytes_and_stands_only_where_it_is_smaller() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let page = "<p>Đăng ký khai sinh</p>".repeat(50);
        for (name, content) in [
            ("index.html", page.as_str()),
            ("short.js", "a"),
            ("photo.png", &page),
        ] {
            fs::write(folder.path().join(name), content)?;
        }
        compress_all(folder.path())?;
        let mut unpacked = String::new();
        let twin = fs::read(folder.path().join("index.html.br"))?;
        Decompressor::new(twin.as_slice(), 4096).read_to_string(&mut unpacked)?;
        assert_eq!(unpacked, page);
        assert!(!folder.path().join("short.js.br").exists());
        assert!(!folder.path().join("photo.png.br").exists());
        Ok(())
    }
}

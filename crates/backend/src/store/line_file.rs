//! Files of lines, to which the backend only appends. They outlive a process that is stopped while it writes.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::private_files;

/// Appends a line to a file, which is created if it doesn't exist. Ends the last line first if it is broken, because the
/// process was stopped or the disk was full: otherwise the new line would become a part of it. `line` has no line feed.
pub(crate) fn append_line(path: &Path, line: &[u8]) -> io::Result<()> {
    let mut file = private_files::new_file_options()
        .read(true)
        .append(true)
        .open(path)?;
    let mut bytes = Vec::with_capacity(line.len() + 2);
    if file.seek(SeekFrom::End(0))? > 0 {
        file.seek(SeekFrom::End(-1))?;
        let mut last = [0];
        file.read_exact(&mut last)?;
        if last != *b"\n" {
            bytes.push(b'\n');
        }
    }
    bytes.extend_from_slice(line);
    bytes.push(b'\n');
    file.write_all(&bytes)?;
    file.sync_all()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn a_line_never_becomes_a_part_of_a_broken_one() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("lines");
        append_line(&file, b"one").unwrap();
        append_line(&file, b"two").unwrap();
        let mut broken = std::fs::read(&file).unwrap();
        broken.extend(b"thr");
        std::fs::write(&file, broken).unwrap();
        append_line(&file, b"four").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"one\ntwo\nthr\nfour\n");
    }
}

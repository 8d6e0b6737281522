//! Makes wasm files smaller with `wasm-opt`, which must be on the PATH.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};

const PROGRAM: &str = "wasm-opt";
const MISSING: &str = "starting wasm-opt; `make app` installs it";

/// The wasm features that the app uses. With `--all-features`, wasm-opt could use features that browsers don't support,
/// so browsers would refuse the file.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The passes of wasm-opt. `--flatten` together with `--rereloop` makes the compressed app about 1 % smaller.
const PASSES: [&str; 7] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
];

/// Returns the version of `wasm-opt`, as the program prints it.
pub(crate) fn optimiser_version() -> Result<String> {
    let run = Command::new(PROGRAM)
        .arg("--version")
        .output()
        .context(MISSING)?;
    Ok(String::from_utf8_lossy(&run.stdout).into_owned())
}

/// Optimises all wasm files of a folder in place. Each core works on one file at a time.
pub(crate) fn optimise_folder(assets: &Path) -> Result<()> {
    let mut waiting: Vec<PathBuf> = fs::read_dir(assets)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    waiting.retain(|path| path.extension().is_some_and(|ending| ending == "wasm"));
    // Each worker takes the last file of the list, so the largest file is sorted to the end and is taken first. If it
    // were taken last, one core would still work on it after the others have finished.
    waiting.sort_by_key(|path| fs::metadata(path).map_or(0, |file| file.len()));
    let waiting = Mutex::new(waiting);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores)
            .map(|_| scope.spawn(|| run_optimiser(&waiting)))
            .collect();
        workers.into_iter().try_for_each(|worker| {
            worker
                .join()
                .map_err(|_| anyhow!("a thread that runs wasm-opt panicked"))?
        })
    })
}

fn run_optimiser(waiting: &Mutex<Vec<PathBuf>>) -> Result<()> {
    let next = || waiting.lock().ok().and_then(|mut files| files.pop());
    while let Some(path) = next() {
        let run = Command::new(PROGRAM)
            .args(FEATURES)
            .args(PASSES)
            .args([path.as_path(), Path::new("-o"), path.as_path()])
            .status()
            .context(MISSING)?;
        if !run.success() {
            bail!("wasm-opt failed on {}", path.display());
        }
    }
    Ok(())
}

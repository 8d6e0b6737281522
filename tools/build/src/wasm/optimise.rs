//! Makes wasm files smaller with `wasm-opt`, which must be on the PATH.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};

const PROGRAM: &str = "wasm-opt";
const MISSING: &str = "starting wasm-opt; `make app` installs it";

/// The features that the app uses. `--all-features` would write a file that browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// `--flatten` with `--rereloop` makes the compressed app about 1 % smaller.
const PASSES: [&str; 6] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
];

/// Returns the version of `wasm-opt` as the program prints it.
pub(crate) fn optimiser_version() -> Result<String> {
    let run = Command::new(PROGRAM)
        .arg("--version")
        .output()
        .context(MISSING)?;
    Ok(String::from_utf8_lossy(&run.stdout).into_owned())
}

/// Optimises every wasm file of a folder in place, one file on each core at a time.
pub(crate) fn optimise_folder(assets: &Path) -> Result<()> {
    let mut waiting: Vec<PathBuf> = fs::read_dir(assets)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    waiting.retain(|path| path.extension().is_some_and(|ending| ending == "wasm"));
    // Workers take files from the end. The largest file goes first, so that no core works on it alone at the end.
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

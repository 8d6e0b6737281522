//! Makes `dist/`, the folder that a web server sends, from the compiled app. Also checks the sizes of the files.
//!
//! ```text
//! motcua-build app --wasm APP.wasm [--portal PORTAL.json] [--out dist]
//! motcua-build sizes --wasm APP.wasm [--out dist]
//! motcua-build sizes-release --wasm APP.wasm [--out dist]
//! ```
//!
//! Run this program in the top folder of the repository. `cargo build` must compile `APP.wasm` with the feature `split`
//! and with `--config tools/build/split.toml`.

mod dist;
mod inputs;
mod wasm;
mod content_hash;
mod style;
mod critical_style;
mod portal;
mod i18n;
#[path = "../../../src/routes/mod.rs"]
#[expect(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the app uses the other items"
)]
mod routes;
mod html;
mod first_screen;
mod page;
mod policy;
mod manifest;
mod script;
mod compress;
mod sizes;
mod form_engine;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use self::dist::Build;
use self::sizes::Measured;

const USAGE: &str = "usage: motcua-build app --wasm APP.wasm [--portal PORTAL.json] [--out dist]
       motcua-build sizes --wasm APP.wasm [--out dist]
       motcua-build sizes-release --wasm APP.wasm [--out dist]";

/// The settings of the portal that the reference backend serves. They are used if `--portal` is absent.
const REFERENCE_PORTAL: &str = "crates/backend/data/portal.json";

fn main() -> ExitCode {
    match run(env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("motcua-build: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The parsed command line. For the options, see the top of this file.
struct CommandLine {
    command: String,
    wasm: Option<PathBuf>,
    portal: PathBuf,
    out: PathBuf,
}

impl CommandLine {
    fn parse(mut words: impl Iterator<Item = String>) -> Result<Self> {
        let mut arguments = Self {
            command: words.next().context(USAGE)?,
            wasm: None,
            portal: REFERENCE_PORTAL.into(),
            out: "dist".into(),
        };
        while let Some(option) = words.next() {
            let value = words
                .next()
                .with_context(|| format!("{option} needs a value\n{USAGE}"))?;
            match option.as_str() {
                "--wasm" => arguments.wasm = Some(value.into()),
                "--portal" => arguments.portal = value.into(),
                "--out" => arguments.out = value.into(),
                _ => bail!("unknown option {option}\n{USAGE}"),
            }
        }
        Ok(arguments)
    }
}

fn run(words: impl Iterator<Item = String>) -> Result<()> {
    let arguments = CommandLine::parse(words)?;
    let wasm = arguments.wasm.context(USAGE)?;
    let measured = Measured {
        dist: &arguments.out,
        wasm: &wasm,
    };
    match arguments.command.as_str() {
        "app" => Build {
            wasm,
            portal: arguments.portal,
            out: arguments.out,
        }
        .run(),
        "sizes" => {
            if !sizes::check_sizes(measured)? {
                bail!("a size is over its budget");
            }
            Ok(())
        }
        "sizes-release" => sizes::note_release(measured),
        other => bail!("unknown command {other}\n{USAGE}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<CommandLine> {
        CommandLine::parse(words.iter().map(|word| (*word).to_owned()))
    }

    #[test]
    fn uses_the_portal_of_the_reference_backend_by_default() -> Result<()> {
        assert_eq!(parse(&["app"])?.portal, PathBuf::from(REFERENCE_PORTAL));
        let other = parse(&["app", "--portal", "commune.json"])?;
        assert_eq!(other.portal, PathBuf::from("commune.json"));
        Ok(())
    }

    #[test]
    fn refuses_an_unknown_option_and_an_option_without_a_value() {
        assert!(parse(&["app", "--fast", "yes"]).is_err());
        assert!(parse(&["app", "--out"]).is_err());
        assert!(parse(&[]).is_err());
    }
}

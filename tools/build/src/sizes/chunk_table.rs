//! Reads from the script that fetches the chunks (`chunks.js`) which files each wing of the app needs.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};

/// What the names of the functions that load a wing begin with. `wasm_split_cli_support` writes them.
const LOADER: &str = "__wasm_split_load_";
/// The function that `chunks.js` calls once for each chunk.
const MAKE: &str = "makeLoad(";

/// The chunks that a wing needs besides the main wasm.
#[derive(Debug, PartialEq)]
pub(crate) struct WingFiles {
    pub(crate) name: String,
    /// The file that belongs to this wing only.
    pub(crate) own: String,
    /// The files that it shares with other wings.
    pub(crate) shared: BTreeSet<String>,
}

/// Reads the wings from `chunks.js`.
///
/// # Errors
///
/// When the script is written otherwise, as a new version of `wasm_split_cli_support` may do.
pub(crate) fn parse_chunk_table(script: &str) -> Result<Vec<WingFiles>> {
    let mut files = BTreeMap::new();
    let mut loaders = Vec::new();
    for (index, _) in script.match_indices(MAKE) {
        let (before, after) = script.split_at(index);
        let Some(name) = last_constant(before) else {
            continue;
        };
        let after = after.trim_start_matches(MAKE);
        let call = after.split(MAKE).next().unwrap_or_default();
        // The definition of the function fetches no file.
        let Some((file, rest)) = wasm_file(call) else {
            continue;
        };
        let needed = between(rest, "[", "]")
            .with_context(|| format!("{name} doesn't list the chunks that it needs"))?;
        files.insert(name, file);
        if let Some(wing) = name.strip_prefix(LOADER) {
            loaders.push((wing, file, needed));
        }
    }
    if loaders.is_empty() {
        bail!("chunks.js loads no wing, or is written in an unknown way");
    }
    loaders
        .into_iter()
        .map(|(wing, own, needed)| {
            let names = needed.split(',').map(str::trim);
            let shared = names.filter(|name| !name.is_empty()).map(|name| {
                let file = files.get(name);
                Ok((*file.with_context(|| format!("unknown chunk {name}"))?).to_owned())
            });
            Ok(WingFiles {
                name: wing.to_owned(),
                own: own.to_owned(),
                shared: shared.collect::<Result<_>>()?,
            })
        })
        .collect()
}

/// Returns the name of the constant that was defined last.
fn last_constant(script: &str) -> Option<&str> {
    let (_, definition) = script.rsplit_once("const ")?;
    definition.split([' ', '=']).next()
}

/// Returns the first wasm file that the code names, and the code behind it.
fn wasm_file(code: &str) -> Option<(&str, &str)> {
    let (_, path) = code.split_once("\"./")?;
    let (file, rest) = path.split_once('"')?;
    file.ends_with(".wasm").then_some((file, rest))
}

fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let (_, inner) = text.split_once(open)?;
    Some(inner.split_once(close)?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A short `chunks.js` of a build with two wings, one of them with a chunk of its own and a shared one.
    const SCRIPT: &str = r#"
import { initSync } from "./app.js";
const imports = {};
function makeLoad(fetcher, deps) {
const loader = async () => { await Promise.all(deps.map(d => d())); };
return loader;
}
const __chunk_5 = makeLoad(() => {
const src = fetchWasm(new URL("./chunk_5.wasm", import.meta.url));
return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);
export const __wasm_split_load_find = wrapAsyncCb(makeLoad(() => {
const src = fetchWasm(new URL("./split_find.wasm", import.meta.url));
return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, [__chunk_5]));
export const __wasm_split_load_filing = wrapAsyncCb(makeLoad(() => {
const src = fetchWasm(new URL("./split_filing.wasm", import.meta.url));
return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []));
"#;

    #[test]
    fn finds_the_own_and_the_shared_chunks_of_each_wing() -> Result<()> {
        let wing = |name: &str, shared: &[&str]| WingFiles {
            name: name.to_owned(),
            own: format!("split_{name}.wasm"),
            shared: shared.iter().map(|&file| file.to_owned()).collect(),
        };
        assert_eq!(
            parse_chunk_table(SCRIPT)?,
            [wing("find", &["chunk_5.wasm"]), wing("filing", &[])]
        );
        Ok(())
    }

    #[test]
    fn refuses_a_script_that_is_written_in_another_way() {
        assert!(parse_chunk_table("export const load = () => {};").is_err());
        assert!(parse_chunk_table(&SCRIPT.replace("[__chunk_5]", "[__chunk_6]")).is_err());
        assert!(parse_chunk_table(&SCRIPT.replace(", [", ", (")).is_err());
    }
}

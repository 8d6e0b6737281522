//! Measures the size of the form engine in the compiled app. The form engine consists of the modules `form`, `group`
//! and `format` of the crate `domain`.
//!
//! The wasm file that cargo wrote is measured, because `wasm-opt` removes the names of the functions, which are needed
//! to find the engine's functions. The file that browsers get is smaller.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::compress::compress;

/// The modules of the form engine, as they appear in function names: in mangled names and in plain Rust paths.
const MODULES: [&str; 6] = [
    "6domain4form",
    "6domain5group",
    "6domain6format",
    "domain::form",
    "domain::group",
    "domain::format",
];

/// Returns the size of the form engine: of the code of all its functions, compressed together.
pub(crate) fn measure_form_engine(wasm: &Path) -> Result<usize> {
    let bytes = fs::read(wasm).with_context(|| wasm.display().to_string())?;
    let functions = engine_functions(&bytes)?;
    if functions.is_empty() {
        bail!("{} names no function of the form engine", wasm.display());
    }
    Ok(compress(&functions.concat())?.len())
}

fn engine_functions(wasm: &[u8]) -> Result<Vec<&[u8]>> {
    let mut imported: u32 = 0;
    let mut bodies = Vec::new();
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if matches!(import?.ty, TypeRef::Func(_)) {
                        imported += 1;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for subsection in subsections {
                        if let Name::Function(functions) = subsection? {
                            for function in functions {
                                let function = function?;
                                names.insert(function.index, function.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let is_engine = |index: &u32| {
        names
            .get(index)
            .is_some_and(|name| MODULES.iter().any(|module| name.contains(module)))
    };
    Ok((imported..)
        .zip(bodies)
        .filter(|(index, _)| is_engine(index))
        .map(|(_, body)| body)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section of a wasm file: its id, its length and its content.
    fn section(id: u8, content: &[u8]) -> Result<Vec<u8>> {
        Ok([&[id, u8::try_from(content.len())?], content].concat())
    }

    /// A wasm file with three functions: the first is imported, and the other two are defined in the file. One of these
    /// two has the name of a form engine function.
    fn module() -> Result<Vec<u8>> {
        let name = |index: u8, name: &str| -> Result<Vec<u8>> {
            Ok([&[index, u8::try_from(name.len())?], name.as_bytes()].concat())
        };
        let names = [
            vec![2],
            name(1, "_ZN6domain4form5check17h0E")?,
            name(2, "_ZN6motcua3app5start17h0E")?,
        ]
        .concat();
        let custom = [b"\x04name".as_slice(), &section(1, &names)?].concat();
        Ok([
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[1, 0x60, 0, 0])?,
            section(2, &[1, 1, b'a', 1, b'b', 0, 0])?,
            section(3, &[2, 0, 0])?,
            section(10, &[2, 3, 0, 0x01, 0x0b, 2, 0, 0x0b])?,
            section(0, &custom)?,
        ]
        .concat())
    }

    #[test]
    fn finds_the_functions_of_the_engine_by_their_names() -> Result<()> {
        let wasm = module()?;
        assert_eq!(engine_functions(&wasm)?, [&[0, 0x01, 0x0b]]);
        Ok(())
    }
}

//! Weighs the form engine inside the compiled app: the crate `domain`'s `form`, `group` and `format`.
//!
//! Read from the file that cargo wrote, where every function still has its name. `wasm-opt` makes the rest smaller yet.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::compress::brotli;
use crate::sizes::{Budget, kilobytes};

/// The engine's functions, compressed together.
const BUDGET: Budget = Budget {
    name: "form engine",
    bytes: 35_000,
};

/// Parts of a mangled name, in the old and the new scheme.
const MODULES: [&str; 6] = [
    "6domain4form",
    "6domain5group",
    "6domain6format",
    "domain::form",
    "domain::group",
    "domain::format",
];

/// Prints what the engine weighs. Gives whether it is within its budget.
pub(crate) fn check(wasm: &Path) -> Result<bool> {
    let bytes = fs::read(wasm).with_context(|| wasm.display().to_string())?;
    let functions = engine_functions(&bytes)?;
    if functions.is_empty() {
        bail!("{} names no function of the form engine", wasm.display());
    }
    let code = functions.concat();
    let (verdict, within) = BUDGET.judge(brotli(&code)?.len());
    println!(
        "{verdict} ({} functions, {} plain)",
        functions.len(),
        kilobytes(code.len())
    );
    Ok(within)
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

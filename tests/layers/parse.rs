//! Parses the files of a crate with `syn`. Collects the definitions, the imports and the used paths of each module.
//! Test code is skipped.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Item, ItemFn, UseTree, Visibility};

use crate::modules::{Import, Kind, Module, Path};

/// Parses a file and the files of its child modules, and adds them to `modules`. `path` is the module's path from the
/// crate root. A file that doesn't exist is ignored.
///
/// If `owns_its_folder` is true, the files of the child modules are beside this file, as with `lib.rs`.
pub(crate) fn parse_file(
    file: &str,
    path: &[String],
    owns_its_folder: bool,
    read: &dyn Fn(&str) -> Option<String>,
    modules: &mut Vec<Module>,
) {
    let Some(text) = read(file) else {
        return;
    };
    let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
    let folder = folder_of(file, owns_its_folder);
    parse_items(parsed.items, file, &folder, path, read, modules);
}

fn parse_items(
    items: Vec<Item>,
    file: &str,
    folder: &str,
    path: &[String],
    read: &dyn Fn(&str) -> Option<String>,
    modules: &mut Vec<Module>,
) {
    let at = modules.len();
    modules.push(Module {
        path: path.to_vec(),
        file: file.to_owned(),
        definitions: BTreeMap::new(),
        children: BTreeSet::new(),
        imports: Vec::new(),
        paths: Vec::new(),
    });
    let mut definitions = BTreeMap::new();
    let mut children = BTreeSet::new();
    let mut imports = Vec::new();
    let mut paths = Vec::new();
    for item in items {
        if is_test(attributes(&item)) {
            continue;
        }
        match item {
            Item::Mod(inner) => {
                let name = inner.ident.to_string();
                children.insert(name.clone());
                let path = [path, std::slice::from_ref(&name)].concat();
                if let Some((_, items)) = inner.content {
                    parse_items(
                        items,
                        file,
                        &format!("{folder}{name}/"),
                        &path,
                        read,
                        modules,
                    );
                } else if let Some(elsewhere) = path_attribute(&inner.attrs) {
                    let file = joined(&folder_of(file, true), &elsewhere);
                    let owns_its_folder = file.ends_with("/mod.rs");
                    parse_file(&file, &path, owns_its_folder, read, modules);
                } else {
                    let beside = format!("{folder}{name}.rs");
                    let inside = format!("{folder}{name}/mod.rs");
                    let file = if read(&beside).is_some() {
                        beside
                    } else {
                        inside
                    };
                    parse_file(&file, &path, false, read, modules);
                }
            }
            Item::Use(import) => {
                let is_reexport = !matches!(import.vis, Visibility::Inherited);
                open_use(&import.tree, &[], is_reexport, &mut imports);
            }
            item => {
                if let Some((name, kind)) = definition(&item) {
                    definitions.insert(name, kind);
                }
                named_paths(item.to_token_stream(), &[], &mut paths);
            }
        }
    }
    if let Some(module) = modules.get_mut(at) {
        module.definitions = definitions;
        module.children = children;
        module.imports = imports;
        module.paths = paths;
    }
}

/// Returns the folder that contains the files of a module's children, with `/` at the end. `file` is the module's file.
pub(crate) fn folder_of(file: &str, owns_its_folder: bool) -> String {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    if owns_its_folder || name == "mod.rs" {
        format!("{folder}/")
    } else {
        format!("{folder}/{}/", name.trim_end_matches(".rs"))
    }
}

/// Joins a folder and a relative path: `a/b/` and `../c.rs` result in `a/c.rs`.
fn joined(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// Whether the attributes contain `#[cfg(test)]`, `#[test]` or another test attribute, such as `#[tokio::test]`.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let text = attribute.meta.to_token_stream().to_string();
        let is_condition = attribute.path().is_ident("cfg") && text.replace(' ', "") == "cfg(test)";
        let last = attribute.path().segments.last();
        is_condition || last.is_some_and(|segment| segment.ident == "test")
    })
}

fn path_attribute(attributes: &[Attribute]) -> Option<String> {
    let mut attributes = attributes.iter();
    let attribute = attributes.find(|attribute| attribute.path().is_ident("path"))?;
    let value = &attribute.meta.require_name_value().ok()?.value;
    Some(
        value
            .to_token_stream()
            .to_string()
            .trim_matches('"')
            .to_owned(),
    )
}

fn definition(item: &Item) -> Option<(String, Kind)> {
    let (name, kind) = match item {
        Item::Const(item) => (&item.ident, Kind::Other),
        Item::Static(item) => (&item.ident, Kind::Other),
        Item::Macro(item) => (item.ident.as_ref()?, Kind::Other),
        Item::Enum(item) => (&item.ident, Kind::Type),
        Item::Struct(item) => (&item.ident, Kind::Type),
        Item::Trait(item) => (&item.ident, Kind::Type),
        Item::Type(item) => (&item.ident, Kind::Type),
        Item::Union(item) => (&item.ident, Kind::Type),
        Item::Fn(item) if is_component(item) => (&item.sig.ident, Kind::Type),
        Item::Fn(item) if matches!(item.vis, Visibility::Inherited) => {
            (&item.sig.ident, Kind::Other)
        }
        Item::Fn(item) => (&item.sig.ident, Kind::Function),
        _ => return None,
    };
    Some((name.to_string(), kind))
}

fn is_component(function: &ItemFn) -> bool {
    let mut attributes = function.attrs.iter();
    attributes.any(|attribute| attribute.path().is_ident("component"))
}

fn open_use(tree: &UseTree, base: &[String], is_reexport: bool, imports: &mut Vec<Import>) {
    let with = |name: String| [base, &[name]].concat();
    let mut import = |name: String, target: Path| {
        imports.push(Import {
            name,
            target,
            is_reexport,
        });
    };
    match tree {
        UseTree::Path(path) => {
            open_use(
                &path.tree,
                &with(path.ident.to_string()),
                is_reexport,
                imports,
            );
        }
        UseTree::Group(group) => {
            for tree in &group.items {
                open_use(tree, base, is_reexport, imports);
            }
        }
        UseTree::Glob(_) => import("*".to_owned(), base.to_vec()),
        UseTree::Name(leaf) if leaf.ident == "self" => {
            import(base.last().cloned().unwrap_or_default(), base.to_vec());
        }
        UseTree::Name(leaf) => import(leaf.ident.to_string(), with(leaf.ident.to_string())),
        UseTree::Rename(leaf) if leaf.ident == "self" => {
            import(leaf.rename.to_string(), base.to_vec());
        }
        UseTree::Rename(leaf) => import(leaf.rename.to_string(), with(leaf.ident.to_string())),
    }
}

/// Collects the Rust paths with two or more segments in the code, also inside macros. `a::{b, c}` is read as a `use`
/// tree, so it results in `a::b` and `a::c`.
fn named_paths(tokens: TokenStream, base: &[String], found: &mut Vec<Path>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Group(group) => {
                named_paths(group.stream(), &[], found);
                at += 1;
            }
            TokenTree::Ident(_) if !follows_separator(&tokens, at) => {
                let mut path = base.to_vec();
                loop {
                    match tokens.get(at) {
                        Some(TokenTree::Ident(word)) => path.push(word.to_string()),
                        Some(TokenTree::Group(tree)) if tree.delimiter() == Delimiter::Brace => {
                            named_paths(tree.stream(), &path, found);
                            path.clear();
                        }
                        _ => break,
                    }
                    at += 1;
                    if path.is_empty() || !is_separator(&tokens, at) {
                        break;
                    }
                    at += 2;
                }
                if path.len() > 1 {
                    found.push(path);
                }
            }
            _ => at += 1,
        }
    }
}

fn is_separator(tokens: &[TokenTree], at: usize) -> bool {
    let is_colon = |at: usize, joint: bool| {
        matches!(tokens.get(at), Some(TokenTree::Punct(mark))
            if mark.as_char() == ':' && (!joint || mark.spacing() == Spacing::Joint))
    };
    is_colon(at, true) && is_colon(at + 1, false)
}

fn follows_separator(tokens: &[TokenTree], at: usize) -> bool {
    at >= 2 && is_separator(tokens, at - 2)
}
